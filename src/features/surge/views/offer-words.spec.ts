import type { Waived } from '../../../core/matching/index.js';
import { reliefText } from './offer-words.js';

const whole = { language: null, parts: null } as const;

it.each<[Waived, string]>([
  [{ ...whole, gate: 'languages' }, 'Required languages'],
  [{ ...whole, gate: 'languages', language: { language: 'fr', level: 3 } }, 'French (III – working knowledge)'],
  [{ ...whole, gate: 'additional' }, 'Additional qualifications'],
  [{ ...whole, gate: 'additional', parts: ['rights-based-training'] }, 'Training in the human rights-based approach'],
  [
    { ...whole, gate: 'additional', parts: ['humanitarian-experience', 'mandates-knowledge'] },
    'Humanitarian experience, and knowledge of UN mandates and policies',
  ],
])('%j is told by name', (waived, text) => {
  expect(reliefText(waived)).toBe(text);
});

import type { Raise } from '../../../../core/matching/index.js';
import { raisesWords } from './raise-words.js';

const training = { kind: 'training', training: 'hrddp' } as const;
const days = { kind: 'days', of: 'humanitarian', days: 400 } as const;

it.each<[Raise[], string]>([
  [[{ kind: 'theme', theme: 'justice', from: 'none', to: 'good' }], 'good knowledge of Justice (has none)'],
  [
    [{ kind: 'knowledge', area: 'humanitarian-action', from: 'basic', to: 'excellent' }],
    'excellent knowledge in Humanitarian action (has basic)',
  ],
  [[{ kind: 'language', language: 'fr', from: 0, to: 3 }], 'French at III – working knowledge'],
  [[{ kind: 'degree', from: 'none', to: 'first-degree' }], 'a first-level degree in a related field, completed (has none that counts)'],
  [
    [{ kind: 'degree', from: 'first-degree', to: 'advanced' }],
    "an advanced degree (Master's or higher) in a related field, completed (has a first-level one)",
  ],
  [[days], '400 days (1 year 1 month) more of humanitarian experience'],
  [[{ ...days, of: 'field' }], '400 days (1 year 1 month) more of development or humanitarian experience'],
  [[{ kind: 'country-days', inCountry: 1, inRegion: 2 }], '1 day more in the country, or 2 days in its sub-region'],
  [[{ kind: 'trainings', more: 1 }], '1 more training'],
  [[training], 'the training “human rights due diligence policy”, completed'],
  [
    [{ kind: 'backing', status: 'verified' }, training],
    'all that counts here verified, and the training “human rights due diligence policy”, completed',
  ],
  [[{ kind: 'backing', status: 'panel-assessed' }], 'all that counts here panel-assessed'],
  [
    [{ kind: 'one-of', raises: [days, training] }],
    'one of these: 400 days (1 year 1 month) more of humanitarian experience; or the training “human rights due diligence policy”, completed',
  ],
])('%j', (raises, words) => {
  expect(raisesWords(raises)).toBe(words);
});

import type { Holding } from '../../../core/deployments.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import type { Waived } from '../../../core/matching/index.js';
import type { ReleaseState } from '../../../core/release.js';
import { CONTEXT_PART_NAMES, GATE_NAMES } from '../../../web/criteria.js';
import { capital, type Tone } from '../../../web/index.js';

export const WITHDRAWN_WORDS: Readonly<Record<string, string>> = {
  filled: 'All places were taken',
  'stood-down': 'The request was stood down',
  'by-officer': 'By the surge desk',
  'accepted-elsewhere': 'The expert goes on another mission on some of these days',
  'release-refused': 'The agency does not release the expert',
  replaced: 'Somebody else takes over the mission',
};

export const RELEASE_WORDS: Readonly<Record<ReleaseState, string>> = {
  asked: 'Release asked',
  overdue: 'Release overdue',
  granted: 'Released',
  refused: 'Release refused',
  closed: 'Release no longer needed',
};

export const RELEASE_TONES: Readonly<Record<ReleaseState, Tone>> = {
  asked: 'accent',
  overdue: 'warning',
  granted: 'good',
  refused: 'danger',
  closed: 'neutral',
};

export const HOLDING_WORDS: Readonly<Record<Holding, string>> = {
  'on-acceptance': 'Hold days only when somebody accepts',
  'noted-on-offer': 'Note the days of those who are asked; others may still ask them',
  'held-on-offer': 'Hold the days of those who are asked; nobody else can ask them',
};

/** A requirement that is thought away: `Required languages`, `French (III)`, `Humanitarian experience, and knowledge of humanitarian action`. */
export function reliefText({ gate, language, parts }: Waived): string {
  if (language) return `${LANGUAGES[language.language]} (${LANGUAGE_LEVEL_NAMES[language.level]})`;
  return parts ? capital(parts.map((part) => CONTEXT_PART_NAMES[part]).join(', and ')) : GATE_NAMES[gate];
}

/** `1 person`, `1,204 people`. */
export function peopleText(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;
}

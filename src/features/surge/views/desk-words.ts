import type { AlternativeState } from '../../../core/surge-alternatives.js';
import type { Alternative, SecondPersonRule, TermChange, TermField } from '../../../core/surge-decision.js';
import { SECOND_PERSON_LIMITS } from '../../../core/surge-decision.js';
import type { Stage } from '../../../core/surge-stages.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { dayText, type Tone } from '../../../web/index.js';
import type { StageView } from '../surge-view.dto.js';
import { durationText, URGENCY_SHORT } from './words.js';

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  triage: 'Triage',
  decision: 'Decision',
  match: 'Matching',
  offer: 'Offers',
  release: 'Release',
  travel: 'Travel',
};

/** What has to happen within the stage. */
export const STAGE_MEANINGS: Readonly<Record<Stage, string>> = {
  triage: 'an officer takes it under review',
  decision: 'the desk decides',
  match: 'experts are found and asked',
  offer: 'experts accept',
  release: 'the agency releases an expert who has accepted',
  travel: 'the experts arrive',
};

export const ALTERNATIVE_WORDS: Readonly<Record<Alternative, string>> = {
  'regional-adviser': 'The regional adviser helps',
  'remote-support': 'Support from a distance',
  'technical-mission': 'A technical mission from the roster',
};

/** What taking it up leads to, as the office reads it. */
export const ALTERNATIVE_MEANINGS: Readonly<Record<Alternative, string>> = {
  'regional-adviser': 'Take it up, and the desk arranges with the regional adviser who helps and until when.',
  'remote-support': 'Take it up, and the desk arranges who supports you from a distance and until when.',
  'technical-mission': 'Take it up, and a new request is begun for you with what you wrote before; its clock starts when you submit it.',
};

/** The same, as everybody else reads it. */
export const ALTERNATIVE_PROSPECTS: Readonly<Record<Alternative, string>> = {
  'regional-adviser': 'When the office takes it up, the desk arranges with the regional adviser who helps and until when.',
  'remote-support': 'When the office takes it up, the desk arranges who supports it from a distance and until when.',
  'technical-mission':
    'When the office takes it up, a new request is begun for it with what it wrote before; its clock starts when the office submits it.',
};

export const ALTERNATIVE_STATE_WORDS: Readonly<Record<AlternativeState, string>> = {
  offered: 'Not answered yet',
  'taken-up': 'Taken up',
  arranged: 'Arranged',
  'turned-down': 'Not taken up',
};

export const ALTERNATIVE_STATE_TONES: Readonly<Record<AlternativeState, Tone>> = {
  offered: 'warning',
  'taken-up': 'accent',
  arranged: 'good',
  'turned-down': 'neutral',
};

export const RULE_WORDS: Readonly<Record<SecondPersonRule, string>> = {
  'many-places': `${SECOND_PERSON_LIMITS.places} or more places`,
  'long-mission': `more than ${SECOND_PERSON_LIMITS.days} days`,
  contingency: 'paid from contingency support',
};

export const TERM_FIELD_WORDS: Readonly<Record<TermField, string>> = {
  urgency: 'Urgency',
  startsOn: 'First day',
  endsOn: 'Last day',
  seats: 'Places',
};

/** `Last day: 20 Dec 2026 instead of 27 Dec 2026`. */
export function changeText({ field, from, to }: TermChange): string {
  const shown = (value: string | number): string => {
    if (typeof value === 'number') return String(value);
    return field === 'urgency' ? (Object.entries(URGENCY_SHORT).find(([name]) => name === value)?.[1] ?? value) : dayText(value);
  };
  return `${TERM_FIELD_WORDS[field]}: ${shown(to)} instead of ${shown(from)}`;
}

/** What the clock of a stage says, in a few words. */
export function stageText({ state, usedSeconds, allowedSeconds, late }: StageView): string {
  const left = allowedSeconds - usedSeconds;
  switch (state) {
    case 'waiting':
      return `Not begun; ${durationText(allowedSeconds)} are meant for it`;
    case 'paused':
      return `Stands still after ${durationText(usedSeconds)} of ${durationText(allowedSeconds)}`;
    case 'done':
      return `Took ${durationText(usedSeconds)} of ${durationText(allowedSeconds)}${late ? ', late' : ''}`;
    case 'running':
      return late ? `Late by ${durationText(-left)}` : `${durationText(left)} left of ${durationText(allowedSeconds)}`;
  }
}

/** The name of a country, and a sentence where none is known, so that the request is seen and somebody asks. */
export function countryText(code: string): string {
  return code.trim() === '' ? 'Country missing: ask the office' : countryName(code);
}

import type { Place } from '../../../core/blind-card.js';
import { type Engagement, EXPERIENCE_KINDS, type ExperienceKind } from '../../../core/expert.js';
import { type Conflict, type Outcome, type PanelCriterion, RATINGS, type Spread, type Standing } from '../../../core/panel.js';
import { STANDARD_TOR } from '../../../core/tor.js';
import type { Tone } from '../../../web/index.js';
import type { PanelState } from '../panel.entity.js';

/** The qualifications of the TOR in a word or two. */
export const PANEL_CRITERION_NAMES: Readonly<Record<PanelCriterion, string>> = {
  education: 'Education',
  experience: 'Professional experience',
  machinery: 'Human rights machinery',
  mandates: 'UN mandates and policies',
  'development-programming': 'Development programming',
  additional: 'Relevant to this country',
  advocacy: 'Advocacy and networking',
  sensitivity: 'Cultural and gender sensitivity',
  languages: 'Languages',
};

/** The same in the words of the document. */
export function torText(criterion: PanelCriterion): string {
  return STANDARD_TOR.qualifications.find(({ name }) => name === criterion)?.text ?? '';
}

export const RATING_RULE = '1 does not show it · 2 shows little of it · 3 meets what is asked · 4 is beyond that · 5 is outstanding';
export const RATING_OPTIONS = RATINGS.map((rating) => [String(rating), String(rating)] as const);

export const PANEL_STATE_WORDS: Readonly<Record<PanelState, string>> = {
  open: 'Rating and discussing',
  proposed: 'Waits for a second person',
  decided: 'Decided',
  dissolved: 'Dissolved',
};
export const PANEL_STATE_TONES: Readonly<Record<PanelState, Tone>> = {
  open: 'accent',
  proposed: 'warning',
  decided: 'good',
  dissolved: 'neutral',
};

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  undeclared: 'Has not declared yet',
  waiting: 'Conflict to be compared',
  cleared: 'Declared',
  recused: 'Stepped out',
  excused: 'Excused',
};
export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  undeclared: 'neutral',
  waiting: 'warning',
  cleared: 'good',
  recused: 'danger',
  excused: 'neutral',
};

export const CONFLICT_OPTIONS: readonly (readonly [Conflict, string])[] = [
  ['none', 'I have no conflict of interest that I know of'],
  ['candidate', 'I have, or may have, a conflict with somebody who may be a candidate'],
  ['panel', 'I have a conflict with this selection as a whole, and step out'],
];

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  selected: 'Selected',
  reserve: 'Reserve',
  'not-selected': 'Not selected',
};
export const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = { selected: 'good', reserve: 'accent', 'not-selected': 'neutral' };

export const MINE_WORDS = { none: 'To rate', draft: 'Kept, not handed in', in: 'Handed in', recused: 'You stepped back' } as const;
export const MINE_TONES = { none: 'warning', draft: 'warning', in: 'good', recused: 'neutral' } as const satisfies Record<string, Tone>;

export const PLACE_WORDS: Readonly<Record<Place, string>> = { country: 'in the country', region: 'in the region', elsewhere: 'elsewhere' };

const KIND_WORDS: Readonly<Record<ExperienceKind, string>> = {
  'human-rights': 'human rights',
  development: 'development',
  humanitarian: 'humanitarian',
};

/** `human rights and development`. */
export function kindsText(kinds: readonly ExperienceKind[]): string {
  return EXPERIENCE_KINDS.filter((kind) => kinds.includes(kind))
    .map((kind) => KIND_WORDS[kind])
    .join(' and ');
}

export function kindText(kind: ExperienceKind): string {
  return KIND_WORDS[kind];
}

export const ENGAGEMENT_WORDS: Readonly<Record<Engagement, string>> = {
  staff: 'paid work',
  consultant: 'consultancy',
  volunteer: 'volunteering',
  internship: 'internship',
};

const ACTION_WORDS: Readonly<Record<string, string>> = {
  'panel.set-up': 'set up the panel',
  'panel.declared': 'declared',
  'panel.conflict-compared': 'compared a conflict of interest with the candidates',
  'panel.stepped-back': 'stepped back from a candidate',
  'panel.rated': 'handed in a rating',
  'panel.agreed': 'recorded what the panel agreed on',
  'panel.proposed': 'proposed a decision',
  'panel.sent-back': 'sent the proposal back',
  'panel.decided': 'confirmed the decision',
  'panel.findings-recorded': 'put what the panel found out on the expert’s record',
  'panel.members-changed': 'changed the members',
  'panel.dissolved': 'dissolved the panel',
};

/** What somebody did, after their name. */
export function actionText(action: string): string {
  return ACTION_WORDS[action] ?? action;
}

/** Twice the median as people write it: 7 → `3½`. */
export function medianText(twice: number): string {
  return `${Math.floor(twice / 2)}${twice % 2 === 1 ? '½' : ''}`;
}

/** `2 to 5, middle 3½`. */
export function spreadText({ min, max, medianTwice }: Spread): string {
  return min === max ? `all ${min}` : `${min} to ${max}, middle ${medianText(medianTwice)}`;
}

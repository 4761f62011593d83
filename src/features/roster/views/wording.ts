import type {
  DegreeField,
  DegreeLevel,
  Engagement,
  ExperienceKind,
  Gender,
  RosterMembership,
  RosterName,
  TrainingKind,
  VettingState,
} from '../../../core/expert.js';
import type { ClaimStatus } from '../../../core/knowledge.js';
import { LANGUAGES } from '../../../core/languages.js';
import { EXPERT_THEMES, THEMES } from '../../../core/themes.js';
import { COUNTRY_CODES, countryName } from '../../../platform/reference-data/index.js';
import type { Tone } from '../../../web/index.js';
import type { ImportState } from '../roster.entity.js';

export const ROSTER_NAMES: Readonly<Record<RosterName, string>> = { interagency: 'Interagency roster', external: 'External roster' };

export const STATE_NAMES: Readonly<Record<VettingState, string>> = {
  applied: 'Applied',
  'under-vetting': 'Under vetting',
  active: 'Active',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

export const STATE_TONES: Readonly<Record<VettingState, Tone>> = {
  applied: 'accent',
  'under-vetting': 'warning',
  active: 'good',
  rejected: 'danger',
  withdrawn: 'neutral',
};

/** What a button that leads to a state says. */
export const STEP_NAMES: Readonly<Record<VettingState, string>> = {
  applied: 'Apply again',
  'under-vetting': 'Begin the vetting',
  active: 'Admit: active',
  rejected: 'Reject',
  withdrawn: 'Withdraw',
};

/** Words and a sign as well as a colour, so that nobody takes a claim for a finding. */
export const STATUS_NAMES: Readonly<Record<ClaimStatus, readonly [tone: Tone, text: string]>> = {
  'self-declared': ['neutral', 'Self-declared'],
  verified: ['good', '✓ Verified'],
  'panel-assessed': ['accent', '★ Assessed by a panel'],
};

export const GENDER_NAMES: Readonly<Record<Gender, string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  'not-stated': 'Not stated',
};

export const DEGREE_LEVEL_NAMES: Readonly<Record<DegreeLevel, string>> = {
  secondary: 'Secondary education',
  first: 'First degree',
  masters: 'Master’s degree',
  doctorate: 'Doctorate',
};

export const DEGREE_FIELD_NAMES: Readonly<Record<DegreeField, string>> = {
  'human-rights': 'human rights',
  'international-law': 'international law',
  'public-law': 'public law',
  'political-science': 'political science',
  'international-relations': 'international relations',
  'other-related': 'another related field',
  unrelated: 'an unrelated field',
};

export const KIND_NAMES: Readonly<Record<ExperienceKind, string>> = {
  'human-rights': 'human rights',
  development: 'development',
  humanitarian: 'humanitarian',
};

export const ENGAGEMENT_NAMES: Readonly<Record<Engagement, string>> = {
  staff: 'Staff',
  consultant: 'Consultant',
  volunteer: 'Volunteer',
  internship: 'Internship',
};

export const TRAINING_NAMES: Readonly<Record<TrainingKind, string>> = {
  'pre-deployment-briefing': 'Pre-deployment briefing',
  induction: 'Induction',
  hrba: 'Human rights-based approach',
  'humanitarian-action': 'Humanitarian action',
  hrddp: 'Human rights due diligence policy',
  bsafe: 'BSAFE',
};

export const IMPORT_STATES_TOLD: Readonly<Record<ImportState, readonly [tone: Tone, text: string]>> = {
  waiting: ['accent', 'Waiting'],
  checking: ['accent', 'Being checked'],
  checked: ['warning', 'Checked, waits for you'],
  importing: ['accent', 'Being imported'],
  imported: ['good', 'Imported'],
  refused: ['danger', 'Refused'],
  failed: ['danger', 'Failed'],
  discarded: ['neutral', 'Discarded'],
};

/** `Interagency (UNDP)`. */
export function membershipText({ roster, agency }: Pick<RosterMembership, 'roster' | 'agency'>): string {
  return `${roster === 'interagency' ? 'Interagency' : 'External'}${agency ? ` (${agency})` : ''}`;
}

/** `human rights` → `Human rights`. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 row`, `1,200 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

const byText = (pairs: (readonly [string, string])[]) => pairs.sort((a, b) => a[1].localeCompare(b[1], 'en'));

/** Choices of the search form, by their names. */
export const LANGUAGE_OPTIONS = byText(Object.entries(LANGUAGES));
export const THEME_OPTIONS = byText(EXPERT_THEMES.map((theme) => [theme, THEMES[theme]] as const));
export const COUNTRY_OPTIONS = byText(COUNTRY_CODES.map((code) => [code, countryName(code)] as const));

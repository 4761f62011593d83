import type { IsoDate, PartialDate, Period } from './dates.js';
import type { Backing, ClaimStatus, KnowledgeArea, KnowledgeLevel } from './knowledge.js';
import type { Language, LanguageLevel } from './languages.js';
import type { Theme } from './themes.js';

/** ISO 3166-1 alpha-3, upper case: `KEN`. */
export type CountryCode = string;

export const GENDERS = ['female', 'male', 'other', 'not-stated'] as const;
export type Gender = (typeof GENDERS)[number];

/** The kinds of experience that are counted apart. One period can be of several kinds. Source: TOR Qualifications. */
export const EXPERIENCE_KINDS = ['human-rights', 'development', 'humanitarian'] as const;
export type ExperienceKind = (typeof EXPERIENCE_KINDS)[number];

/** Ways to work that need a policy before they count. `staff` stands for any paid professional work. */
export const ENGAGEMENTS = ['staff', 'consultant', 'volunteer', 'internship'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** How high a degree is, lowest first. `masters` and above are advanced degrees. */
export const DEGREE_LEVELS = ['secondary', 'first', 'masters', 'doctorate'] as const;
export type DegreeLevel = (typeof DEGREE_LEVELS)[number];

/** Fields named in the TOR, then one for "another related field" and one for the rest. Source: TOR Qualifications. */
export const DEGREE_FIELDS = [
  'human-rights',
  'international-law',
  'public-law',
  'political-science',
  'international-relations',
  'other-related',
  'unrelated',
] as const;
export type DegreeField = (typeof DEGREE_FIELDS)[number];

/** Every part of a profile that can be evidence has an id, so that a score can point at it. */
interface Evidence {
  readonly id: string;
  readonly status: ClaimStatus;
  /** How it came to its status, oldest first. Not there where nothing was recorded, as with claims that a file brought. */
  readonly backing?: readonly Backing[];
}

export interface Degree extends Evidence {
  readonly level: DegreeLevel;
  readonly field: DegreeField;
  readonly title: string;
  readonly institution: string;
  /** When it was awarded, as exactly as it is known; null while it is not completed. */
  readonly awardedOn: PartialDate | null;
}

/**
 * A job: `{ from: '2010-01', to: null, kinds: ['human-rights', 'development'], percentage: 80, level: 'P-4', … }`.
 */
export interface Experience extends Evidence {
  /** As exactly as it is known. A month or a year alone counts from its first day. */
  readonly from: PartialDate;
  /** Its end, or null when it goes on. A month or a year alone counts to its last day. */
  readonly to: PartialDate | null;
  readonly kinds: readonly ExperienceKind[];
  /** Share of full time, whole per cent, 1 to 100. */
  readonly percentage: number;
  /** UN or equivalent level (`P-4`, `NO-C`, `GS-6`), or empty outside the UN system. */
  readonly level: string;
  readonly engagement: Engagement;
  readonly title: string;
  readonly employer: string;
  readonly countries: readonly CountryCode[];
}

export interface KnowledgeClaim extends Evidence {
  readonly area: KnowledgeArea;
  readonly level: KnowledgeLevel;
}

export interface LanguageSkill extends Evidence {
  readonly language: Language;
  readonly level: LanguageLevel;
}

export interface ThemeClaim extends Evidence {
  readonly theme: Theme;
  readonly level: KnowledgeLevel;
}

export const TRAININGS = ['pre-deployment-briefing', 'induction', 'hrba', 'humanitarian-action', 'hrddp', 'bsafe'] as const;
export type TrainingKind = (typeof TRAININGS)[number];

export interface Training extends Evidence {
  readonly kind: TrainingKind;
  /** As exactly as it is known. */
  readonly completedOn: PartialDate;
}

/** Days on which the person said not to be available. */
export interface Unavailability extends Period {
  readonly id: string;
}

export const ROSTERS = ['interagency', 'external'] as const;
export type RosterName = (typeof ROSTERS)[number];

/** Where a membership stands. Interagency members are proposed by an agency, external ones vetted by the HRM. Source: Strategy C.4 b. */
export const VETTING_STATES = ['applied', 'under-vetting', 'active', 'rejected', 'withdrawn'] as const;
export type VettingState = (typeof VETTING_STATES)[number];

export interface RosterMembership {
  readonly roster: RosterName;
  /** The releasing agency of an interagency member; null on the external roster. */
  readonly agency: string | null;
  readonly state: VettingState;
  readonly since: IsoDate;
  /** Last day of the term, or null when it has no end. */
  readonly until: IsoDate | null;
}

/** All that is compared when a person is matched. Names and addresses are deliberately not part of it. */
export interface ExpertProfile {
  readonly id: string;
  /** Roster number: unique, never reused, the last tie-break of every order. */
  readonly number: number;
  readonly nationality: CountryCode;
  readonly gender: Gender;
  readonly degrees: readonly Degree[];
  readonly experience: readonly Experience[];
  readonly knowledge: readonly KnowledgeClaim[];
  readonly languages: readonly LanguageSkill[];
  readonly themes: readonly ThemeClaim[];
  readonly trainings: readonly Training[];
  readonly unavailable: readonly Unavailability[];
  readonly memberships: readonly RosterMembership[];
}

/** The parts of a profile that are claims, so that they can be evidence, in the order in which they are shown. */
export const CLAIM_PARTS = [
  'degrees',
  'experience',
  'knowledge',
  'languages',
  'themes',
  'trainings',
] as const satisfies readonly (keyof ExpertProfile)[];
export type ClaimPart = (typeof CLAIM_PARTS)[number];

/** Whether the membership lets the person be selected on that day. Source: Strategy C.4 b (vetted by HRM). */
export function isActiveOn(membership: RosterMembership, day: IsoDate): boolean {
  return membership.state === 'active' && membership.since <= day && (membership.until === null || day <= membership.until);
}

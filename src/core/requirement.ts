import type { IsoDate, Period } from './dates.js';
import type { CountryCode } from './expert.js';
import type { PostLevel } from './grades.js';
import type { ClaimStatus, EssentialArea, KnowledgeLevel, SkillArea } from './knowledge.js';
import type { Language, LanguageLevel } from './languages.js';
import type { Theme } from './themes.js';

/**
 * The weighted criteria, in the order in which they are shown. The last two weigh nothing until a post gives them weight:
 * `education` for a degree that is desirable instead of essential, `context` for what the country's situation adds.
 */
export const CRITERIA = [
  'themes',
  'experience',
  'languages',
  'knowledge',
  'field',
  'country',
  'skills',
  'trainings',
  'education',
  'context',
] as const;
export type CriterionName = (typeof CRITERIA)[number];

/** Whole numbers that sum to 100. */
export type Weights = Readonly<Record<CriterionName, number>>;

export interface LanguageNeed {
  readonly language: Language;
  readonly level: LanguageLevel;
}

/**
 * What a country's situation makes relevant beyond the standard qualifications: parts of the criterion `context`, each as
 * heavy as the others. Source: TOR Qualifications, "additional qualifications and experience, including on humanitarian action".
 */
export const CONTEXT_PARTS = [
  'humanitarian-experience',
  'humanitarian-knowledge',
  'humanitarian-training',
  'due-diligence-training',
  'rights-based-training',
  'mandates-knowledge',
  'machinery-knowledge',
  'programming-knowledge',
] as const;
export type ContextPart = (typeof CONTEXT_PARTS)[number];

/** Knowledge that a part asks for where it is essential: days of experience from one day on, a training that is completed, or this. */
export const PART_LEVEL: KnowledgeLevel = 'good';

/** What claims are worth by how far they are backed: whole per cent, 0 to 100, never falling from one status to the next. */
export type ClaimWorth = Readonly<Record<ClaimStatus, number>>;

/** Every claim counts in full until a post says otherwise. */
export const FULL_WORTH: ClaimWorth = { 'self-declared': 100, verified: 100, 'panel-assessed': 100 };

/** By criterion; a criterion that is not named takes every claim in full. */
export type ClaimWorths = Readonly<Partial<Record<CriterionName, ClaimWorth>>>;

/** Unpaid work, internships and general-service levels count only where the post's policy says so. Source: product rule "Counting years". */
export interface ExperiencePolicy {
  readonly countUnpaid: boolean;
  readonly countInternships: boolean;
  readonly countGeneralService: boolean;
}

/**
 * What a post or a surge request asks for, complete: the only input to matching besides the profiles, so that
 * freezing it freezes the question.
 */
export interface Requirement {
  readonly level: PostLevel;
  readonly country: CountryCode;
  /** Countries of the same sub-region, without the country itself. */
  readonly region: readonly CountryCode[];
  /** Open-ended experience counts up to and including this day. */
  readonly asOf: IsoDate;
  /** The essential gates; each can be switched off where a policy (a surge request) does not ask for it. */
  readonly gates: {
    readonly education: boolean;
    /** Days of human-rights experience, 0 to switch the gate off. P-5: 3,652. */
    readonly humanRightsDays: number;
    /** Whether any development or humanitarian experience is asked for as well. */
    readonly fieldExperience: boolean;
    readonly knowledge: Readonly<Partial<Record<EssentialArea, KnowledgeLevel>>>;
    readonly languages: readonly LanguageNeed[];
    /** Parts of what the country's situation makes relevant that must be there, each once: see PART_LEVEL. Absent or empty: not asked. */
    readonly additional?: readonly ContextPart[];
    /** Levels of the skills of the TOR. Absent: not asked. */
    readonly skills?: Readonly<Partial<Record<SkillArea, KnowledgeLevel>>>;
  };
  readonly desiredLanguages: readonly LanguageNeed[];
  /** Theme weights 0 to 100 as computed from the country's needs. */
  readonly themes: Readonly<Partial<Record<Theme, number>>>;
  readonly weights: Weights;
  /** Parts of the criterion `context`, each once; absent or empty: nothing is asked there. */
  readonly context?: readonly ContextPart[];
  /** Absent: every claim counts in full, whatever its status. Gates are never discounted. */
  readonly claimWorth?: ClaimWorths;
  readonly experiencePolicy: ExperiencePolicy;
  /** A first-level degree with two more years may stand in for an advanced one. Off by default, labelled where it decided. */
  readonly educationInLieu: boolean;
  /** Dates the person must be free on, apart from suitability; null when no dates are known yet. */
  readonly dates: Period | null;
}

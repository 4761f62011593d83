import type { IsoDate, Period } from './dates.js';
import type { CountryCode } from './expert.js';
import type { PostLevel } from './grades.js';
import type { EssentialArea, KnowledgeLevel } from './knowledge.js';
import type { Language, LanguageLevel } from './languages.js';
import type { Theme } from './themes.js';

/** The weighted criteria of the first rubric, in the order in which they are shown. */
export const CRITERIA = ['themes', 'experience', 'languages', 'knowledge', 'field', 'country', 'skills', 'trainings'] as const;
export type CriterionName = (typeof CRITERIA)[number];

/** Whole numbers that sum to 100. */
export type Weights = Readonly<Record<CriterionName, number>>;

export interface LanguageNeed {
  readonly language: Language;
  readonly level: LanguageLevel;
}

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
  };
  readonly desiredLanguages: readonly LanguageNeed[];
  /** Theme weights 0 to 100 as computed from the country's needs. */
  readonly themes: Readonly<Partial<Record<Theme, number>>>;
  readonly weights: Weights;
  readonly experiencePolicy: ExperiencePolicy;
  /** A first-level degree with two more years may stand in for an advanced one. Off by default, labelled where it decided. */
  readonly educationInLieu: boolean;
  /** Dates the person must be free on, apart from suitability; null when no dates are known yet. */
  readonly dates: Period | null;
}

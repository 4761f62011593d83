import type { IsoDate, PartialDate } from '../dates.js';
import type { EducationClass } from '../education.js';
import type { CountryCode, DegreeField, DegreeLevel, RosterName, TrainingKind, VettingState } from '../expert.js';
import type { ClaimStatus, KnowledgeArea, KnowledgeLevel } from '../knowledge.js';
import type { Language, LanguageLevel } from '../languages.js';
import type { ContextPart, CriterionName } from '../requirement.js';
import type { Theme } from '../themes.js';

/** Gates that are asked only where a post makes them essential. Runs of the time before them know nothing of them. */
export const GATES_ON_REQUEST = ['additional', 'advocacy', 'sensitivity'] as const;
export type GateOnRequest = (typeof GATES_ON_REQUEST)[number];

/** What everybody on a shortlist must meet, in the order in which it is shown. Source: Strategy C.4 b and TOR Qualifications. */
export const GATES = [
  'roster',
  'education',
  'experience',
  'machinery',
  'mandates',
  'development-programming',
  'languages',
  ...GATES_ON_REQUEST,
] as const;
export type GateName = (typeof GATES)[number];

/** Whether a verdict is told: that of a gate on request only where it is asked for, so that everybody else's explanations stay what they were. */
export function isTold({ gate, reason }: GateVerdict): boolean {
  return reason.code !== 'not-asked' || !GATES_ON_REQUEST.some((name) => name === gate);
}

/** Nothing is asked for here: a gate is met by everybody, a criterion is 0 for everybody. */
export interface NotAsked {
  readonly code: 'not-asked';
}

/** A membership as it stood on the as-of date. */
export interface MembershipFact {
  readonly roster: RosterName;
  readonly agency: string | null;
  readonly state: VettingState;
  readonly since: IsoDate;
  readonly until: IsoDate | null;
}

export interface DegreeFact {
  readonly level: DegreeLevel;
  readonly field: DegreeField;
  readonly awardedOn: PartialDate | null;
  readonly status: ClaimStatus;
}

/** A language as asked for and as the person has it; 0 and null where the profile does not state it. */
export interface LanguageFact {
  readonly language: Language;
  readonly have: LanguageLevel | 0;
  readonly need: LanguageLevel;
  readonly status: ClaimStatus | null;
}

/** Knowledge of one area beside the level that is essential there (`none` where nothing is). */
export interface KnowledgeFact {
  readonly area: KnowledgeArea;
  readonly have: KnowledgeLevel;
  readonly need: KnowledgeLevel;
  readonly status: ClaimStatus | null;
}

export interface ThemeFact {
  readonly theme: Theme;
  /** Weight of the theme in the country's needs, 1 to 100. */
  readonly need: number;
  readonly have: KnowledgeLevel;
  readonly status: ClaimStatus | null;
}

/** What one part of the context found: days beside what gives the full value, a level, or a training (null where there is none). */
export type ContextFact =
  | { readonly part: ContextPart; readonly kind: 'experience'; readonly have: number; readonly top: number }
  | { readonly part: ContextPart; readonly kind: 'knowledge'; readonly level: KnowledgeLevel; readonly status: ClaimStatus | null }
  | { readonly part: ContextPart; readonly kind: 'training'; readonly training: TrainingFact | null };

export interface TrainingFact {
  readonly kind: TrainingKind;
  readonly completedOn: PartialDate;
  readonly status: ClaimStatus;
}

/** What one essential part found beside what it asks for: a day at least, a level at least, or a completed training. */
export type PartFact =
  | { readonly part: ContextPart; readonly kind: 'experience'; readonly met: boolean; readonly have: number; readonly need: number }
  | {
      readonly part: ContextPart;
      readonly kind: 'knowledge';
      readonly met: boolean;
      readonly have: KnowledgeLevel;
      readonly need: KnowledgeLevel;
      readonly status: ClaimStatus | null;
    }
  | { readonly part: ContextPart; readonly kind: 'training'; readonly met: boolean; readonly training: TrainingFact | null };

/** All days of human-rights experience, beside the minimum of the post and two years more: what stands in for an advanced degree. */
interface DaysInLieu {
  readonly have: number;
  readonly need: number;
}

/**
 * Why a gate is met or not, as data: what the person has beside what is needed, so that a page can say how far away
 * somebody is. Never a sentence and never a score.
 */
export interface GateReasons {
  roster:
    | { readonly code: 'active'; readonly membership: MembershipFact }
    | { readonly code: 'not-active'; readonly memberships: readonly MembershipFact[] }
    | { readonly code: 'no-membership' };
  education:
    | NotAsked
    | { readonly code: 'advanced-degree'; readonly degree: DegreeFact }
    /** The in-lieu policy of the post decided: a first-level degree and more years stand in. Label it wherever it is shown. */
    | { readonly code: 'in-lieu'; readonly degree: DegreeFact; readonly days: DaysInLieu }
    /** The best degree is shown whatever its field; `days` is there only where the in-lieu policy was tried. */
    | { readonly code: 'no-advanced-degree'; readonly best: DegreeFact | null; readonly days: DaysInLieu | null };
  experience:
    | NotAsked
    | {
        readonly code: 'days';
        /** Whole full-time days of human-rights experience. */
        readonly have: number;
        readonly need: number;
        /** Whole full-time days of development or humanitarian experience; at least one is needed where asked for. */
        readonly fieldHave: number;
        readonly fieldNeed: 0 | 1;
      };
  machinery: NotAsked | ({ readonly code: 'level' } & KnowledgeFact);
  mandates: NotAsked | ({ readonly code: 'level' } & KnowledgeFact);
  'development-programming': NotAsked | ({ readonly code: 'level' } & KnowledgeFact);
  languages: NotAsked | { readonly code: 'levels'; readonly languages: readonly LanguageFact[] };
  additional: NotAsked | { readonly code: 'parts'; readonly parts: readonly PartFact[] };
  advocacy: NotAsked | ({ readonly code: 'level' } & KnowledgeFact);
  sensitivity: NotAsked | ({ readonly code: 'level' } & KnowledgeFact);
}

/** The verdict of the gate G. */
export interface VerdictOf<G extends GateName> {
  readonly gate: G;
  readonly met: boolean;
  readonly reason: GateReasons[G];
  /** Ids of the degrees, jobs and claims that it rests on. */
  readonly evidence: readonly string[];
}

/** The verdict of any gate: `gate` tells which reason it carries. */
export type GateVerdict<G extends GateName = GateName> = { [Name in G]: VerdictOf<Name> }[G];

/** What a criterion looked at, as data. Never a sentence, a weight or a score. */
export interface CriterionReasons {
  themes: NotAsked | { readonly code: 'themes'; readonly themes: readonly ThemeFact[] };
  /** Human-rights days: the value grows from `minimum` to `top`. */
  experience: { readonly code: 'days-beyond'; readonly have: number; readonly minimum: number; readonly top: number };
  languages: NotAsked | { readonly code: 'levels'; readonly languages: readonly LanguageFact[] };
  knowledge: NotAsked | { readonly code: 'depth'; readonly areas: readonly KnowledgeFact[] };
  /** Development or humanitarian days, full at `top`. */
  field: { readonly code: 'days'; readonly have: number; readonly top: number };
  /** A day in the country counts as two days in its region; full at `top` region days. */
  country: {
    readonly code: 'country-days';
    readonly country: CountryCode;
    readonly countryDays: number;
    readonly regionDays: number;
    readonly top: number;
  };
  skills: { readonly code: 'levels'; readonly areas: readonly KnowledgeFact[] };
  /** Distinct trainings completed by the as-of date, full at `top`. */
  trainings: { readonly code: 'trainings'; readonly trainings: readonly TrainingFact[]; readonly top: number };
  /** What the degrees are worth to the gate, as a score: advanced full, first-level half. */
  education: { readonly code: 'degree'; readonly class: EducationClass; readonly best: DegreeFact | null };
  context: NotAsked | { readonly code: 'context'; readonly parts: readonly ContextFact[] };
}

/** The result of the criterion C, opened. */
export interface ResultOf<C extends CriterionName> {
  readonly criterion: C;
  /** Whole number, 0 to 100. */
  readonly weight: number;
  /** 0 to 10,000, rounded down: what counts, by the worth that the post gives to claims. */
  readonly value: number;
  /** The value when every claim counts in full. */
  readonly claimed: number;
  /** The value from verified and panel-assessed claims alone, each in full; never above `claimed`. */
  readonly verified: number;
  /** weight × value: 0 to 1,000,000. The points of all criteria sum to the total. */
  readonly points: number;
  readonly reason: CriterionReasons[C];
  /** Ids of the jobs and claims that it rests on. */
  readonly evidence: readonly string[];
}

/** The result of any criterion: `criterion` tells which reason it carries. */
export type CriterionResult<C extends CriterionName = CriterionName> = { [Name in C]: ResultOf<Name> }[C];

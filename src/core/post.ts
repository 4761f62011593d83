import { type IsoDate, isIsoDate } from './dates.js';
import { DomainError, type FieldProblem } from './errors.js';
import type { CountryCode } from './expert.js';
import { minimumDays, type PostLevel } from './grades.js';
import { CLAIM_STATUSES, ESSENTIAL_AREAS, type KnowledgeArea, type KnowledgeLevel, SKILL_AREAS, type SkillArea } from './knowledge.js';
import { GATES_ON_REQUEST, type GateOnRequest, weightProblems } from './matching/index.js';
import type { ContextFlag } from './needs.js';
import {
  type ClaimWorths,
  type ContextPart,
  CRITERIA,
  type ExperiencePolicy,
  type LanguageNeed,
  type Requirement,
  type Weights,
} from './requirement.js';
import { partsOfSituations, withSituations } from './situations.js';
import type { Theme } from './themes.js';
import { type ChoosableQualification, FUNCTION_CODES, type FunctionCode } from './tor.js';

/** A post is written, then published, then closed; nothing leads back. */
export const POST_STATES = ['draft', 'published', 'closed'] as const;
export type PostState = (typeof POST_STATES)[number];

export const POST_STEPS = ['update', 'publish', 'correct', 'run', 'close'] as const;
export type PostStep = (typeof POST_STEPS)[number];

/** Which steps a post can take from where it stands, and where each leads. What is missing is refused. */
export const POST_TRANSITIONS: Readonly<Record<PostState, Readonly<Partial<Record<PostStep, PostState>>>>> = {
  draft: { update: 'draft', publish: 'published', run: 'draft' },
  published: { correct: 'published', run: 'published', close: 'closed' },
  closed: {},
};

/** How long the own text for further functions may be, in characters. */
export const FURTHER_FUNCTIONS_LIMIT = 4000;

/** All that decides who is eligible and in which order, and what the country adapts in the Standard TOR. */
export interface PostCriteria {
  readonly level: PostLevel;
  /** Chosen from the Standard TOR, at least one. */
  readonly functions: readonly FunctionCode[];
  /** Functions of the country's own, in its own words; may be empty. */
  readonly furtherFunctions: string;
  /** Each is a gate. */
  readonly requiredLanguages: readonly LanguageNeed[];
  /** Each scores. */
  readonly desiredLanguages: readonly LanguageNeed[];
  readonly educationInLieu: boolean;
  /** Requirements of the TOR that score on this post instead of being gates. */
  readonly desirable: readonly ChoosableQualification[];
  /** What the country's situation makes relevant and this post makes a gate: each part must be there. */
  readonly essentialParts: readonly ContextPart[];
  /** Skills of the TOR that are gates on this post, each at its level; one that is not named scores only. */
  readonly essentialSkills: Readonly<Partial<Record<SkillArea, KnowledgeLevel>>>;
  /** What claims are worth by how far they are backed; a criterion that is not named takes them in full. */
  readonly claimWorth: ClaimWorths;
  /** Situations of the country that were accepted for this post: see core/situations.ts. */
  readonly situations: readonly ContextFlag[];
  readonly experiencePolicy: ExperiencePolicy;
  readonly weights: Weights;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  /** Experience counts up to and including this day; null for the day of each run. */
  readonly asOf: IsoDate | null;
}

/** Need of a country by theme, 0 to 100. */
export type NeedThemes = Readonly<Partial<Record<Theme, number>>>;

export interface Post extends PostCriteria {
  readonly id: string;
  readonly country: CountryCode;
  readonly state: PostState;
  /** Counts every change, from 1. */
  readonly version: number;
  /** The needs as they were when the post was published; null while a draft follows the current ones. */
  readonly themes: NeedThemes | null;
}

/** Knowledge that is essential, by area. Source: TOR Qualifications. */
export const ESSENTIAL_KNOWLEDGE: Readonly<Partial<Record<KnowledgeArea, KnowledgeLevel>>> = {
  machinery: 'specialist',
  mandates: 'excellent',
  'development-programming': 'good',
};

/** Paid professional work only. Source: product rule "Counting years". */
export const STANDARD_EXPERIENCE_POLICY: ExperiencePolicy = { countUnpaid: false, countInternships: false, countGeneralService: false };

/** Where the step leads; refused with 'post.closed' and a sentence that says what is possible instead. */
export function stepOf(post: Pick<Post, 'state'>, step: PostStep): PostState {
  const next = POST_TRANSITIONS[post.state][step];
  if (next === undefined) throw new DomainError('post.closed', REFUSALS[post.state][step] ?? REFUSAL);
  return next;
}

const REFUSAL = 'The post cannot take this step from where it stands.';
const REFUSALS: Readonly<Record<PostState, Readonly<Partial<Record<PostStep, string>>>>> = {
  draft: {
    close: 'The post is a draft; only a published post can be closed. Publish it first.',
    correct: 'The post is a draft, so it needs no correction. Change it.',
  },
  published: {
    update: 'The post is published, so its criteria cannot change any more. Correct it with a reason: that makes a new version.',
    publish: 'The post is published already.',
  },
  closed: {
    update: 'The post is closed, so nothing about it can change. Write a new post.',
    publish: 'The post is closed and cannot be published again. Write a new post.',
    correct: 'The post is closed, so it cannot be corrected any more. Write a new post.',
    run: 'The post is closed, so no new shortlist can be run. Earlier shortlists stay readable; for a new one write a new post.',
    close: 'The post is closed already.',
  },
};

/** Requirements that the TOR names as desirable and this post makes a gate, in the order of the document. */
export function madeEssential({
  essentialParts,
  essentialSkills,
}: Pick<PostCriteria, 'essentialParts' | 'essentialSkills'>): GateOnRequest[] {
  return GATES_ON_REQUEST.filter((name) => (name === 'additional' ? essentialParts.length > 0 : essentialSkills[name] !== undefined));
}

/** The sum of the weights, for the sentence beside the form. */
export function sumOfWeights(weights: Partial<Weights>): number {
  return CRITERIA.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
}

/** Longest reason for a correction, in characters. */
export const CORRECTION_REASON_LIMIT = 500;

/** Names of the criteria in which two versions of a post differ, in the order of PostCriteria. */
export function changedCriteria(before: PostCriteria, after: PostCriteria): (keyof PostCriteria)[] {
  return POST_CRITERIA.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

const POST_CRITERIA = [
  'level',
  'functions',
  'furtherFunctions',
  'desirable',
  'essentialParts',
  'essentialSkills',
  'requiredLanguages',
  'desiredLanguages',
  'educationInLieu',
  'experiencePolicy',
  'situations',
  'weights',
  'claimWorth',
  'startsOn',
  'endsOn',
  'asOf',
] as const satisfies readonly (keyof PostCriteria)[];

/** Everything wrong with the criteria, each with its remedy; empty when they can be kept. */
export function problemsOf(criteria: PostCriteria): FieldProblem[] {
  return [
    ...weightProblems(criteria.weights),
    ...situationProblems(criteria),
    ...skillProblems(criteria),
    ...worthProblems(criteria),
    ...functionProblems(criteria),
    ...languageProblems(criteria),
    ...dateProblems(criteria),
  ];
}

/** Refuses criteria with a problem: 'post.weights' when only the weights are wrong, otherwise 'input.invalid'. */
export function assertCriteria(criteria: PostCriteria): void {
  const problems = problemsOf(criteria);
  if (problems.length === 0) return;
  const onlyWeights = problems.every(({ field }) => field.startsWith('weights'));
  throw new DomainError(onlyWeights ? 'post.weights' : 'input.invalid', problems.map(({ message }) => message).join(' '), problems);
}

/** A situation that asks for something has a weight, and a weight has a situation: neither counts by accident. */
function situationProblems({ situations, weights }: PostCriteria): FieldProblem[] {
  const asks = partsOfSituations(situations).length > 0;
  if (asks && weights.context === 0)
    return [{ field: 'situations', message: "A situation asks for something, so give “The country's situation” a weight above 0." }];
  if (!asks && weights.context > 0)
    return [
      {
        field: 'situations',
        message: "“The country's situation” has a weight, and no situation asks for anything. Set the weight to 0, or accept one.",
      },
    ];
  return [];
}

function skillProblems({ essentialSkills }: PostCriteria): FieldProblem[] {
  return SKILL_AREAS.filter((area) => essentialSkills[area] === 'none').map((area) => ({
    field: `essentialSkills.${area}`,
    message: 'Everybody has none of it: choose a level from basic on, or leave it as desirable.',
  }));
}

function worthProblems({ claimWorth }: PostCriteria): FieldProblem[] {
  return CRITERIA.flatMap((name) => {
    const worth = claimWorth[name];
    if (!worth) return [];
    const [said, verified, assessed] = CLAIM_STATUSES.map((status) => worth[status]) as [number, number, number];
    const wrong = [said, verified, assessed].some((share) => !Number.isInteger(share) || share < 0 || share > 100);
    if (wrong) return [{ field: `claimWorth.${name}`, message: 'Give whole per cent from 0 to 100.' }];
    return said <= verified && verified <= assessed
      ? []
      : [{ field: `claimWorth.${name}`, message: 'A better backed claim cannot be worth less: let the three numbers rise or stay.' }];
  });
}

function functionProblems({ functions, furtherFunctions }: PostCriteria): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (functions.length === 0) problems.push({ field: 'functions', message: 'Choose at least one function of the Standard TOR.' });
  if (functions.some((code) => !FUNCTION_CODES.includes(code)))
    problems.push({ field: 'functions', message: `Choose functions from ${FUNCTION_CODES.join(', ')}.` });
  if (furtherFunctions.length > FURTHER_FUNCTIONS_LIMIT)
    problems.push({ field: 'furtherFunctions', message: `Shorten the further functions to ${FURTHER_FUNCTIONS_LIMIT} characters.` });
  return problems;
}

function languageProblems({ requiredLanguages, desiredLanguages }: PostCriteria): FieldProblem[] {
  const required = new Set(requiredLanguages.map(({ language }) => language));
  const problems: FieldProblem[] = [];
  if (required.size < requiredLanguages.length) problems.push({ field: 'requiredLanguages', message: 'Name each required language once.' });
  if (new Set(desiredLanguages.map(({ language }) => language)).size < desiredLanguages.length)
    problems.push({ field: 'desiredLanguages', message: 'Name each desired language once.' });
  const levelOf = new Map(requiredLanguages.map(({ language, level }) => [language, level]));
  if (desiredLanguages.some(({ language, level }) => level <= (levelOf.get(language) ?? 0))) {
    problems.push({
      field: 'desiredLanguages',
      message: 'A language that is required at this level already earns nothing as desired. Ask for a higher level, or leave it out.',
    });
  }
  return problems;
}

function dateProblems({ startsOn, endsOn, asOf }: PostCriteria): FieldProblem[] {
  const days = { startsOn, endsOn, asOf };
  const unreal = Object.entries(days)
    .filter(([, day]) => day !== null && !isIsoDate(day))
    .map(([field]) => ({ field, message: 'Write a real day as YYYY-MM-DD.' }));
  if (unreal.length > 0) return unreal;
  if ((startsOn === null) !== (endsOn === null))
    return [{ field: startsOn === null ? 'startsOn' : 'endsOn', message: 'Give both the first and the last day, or neither.' }];
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    return [{ field: 'endsOn', message: 'The last day comes before the first. Exchange them or correct one.' }];
  return [];
}

/**
 * What the post asks for, complete: essential gates by level, the country's needs and the post's own choices. Freezing
 * the result freezes the question. `themes` are used only while the post has none of its own (a draft).
 */
export function requirementOf(post: Post, themes: NeedThemes, region: readonly CountryCode[], asOf: IsoDate): Requirement {
  const essential = (name: ChoosableQualification) => !post.desirable.includes(name);
  return {
    level: post.level,
    country: post.country,
    region,
    asOf,
    gates: {
      education: essential('education'),
      humanRightsDays: essential('experience') ? minimumDays(post.level) : 0,
      fieldExperience: essential('experience'),
      knowledge: Object.fromEntries(ESSENTIAL_AREAS.filter(essential).map((area) => [area, ESSENTIAL_KNOWLEDGE[area]])),
      languages: post.requiredLanguages,
      // Only where they are asked for, so that the questions of other posts stay what they were.
      ...(post.essentialParts.length > 0 && { additional: post.essentialParts }),
      ...(Object.keys(post.essentialSkills).length > 0 && { skills: post.essentialSkills }),
    },
    desiredLanguages: post.desiredLanguages,
    themes: withSituations(post.themes ?? themes, post.situations),
    weights: post.weights,
    context: partsOfSituations(post.situations),
    claimWorth: post.claimWorth,
    experiencePolicy: post.experiencePolicy,
    educationInLieu: post.educationInLieu,
    dates: post.startsOn !== null && post.endsOn !== null ? { from: post.startsOn, to: post.endsOn } : null,
  };
}

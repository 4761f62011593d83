import { KNOWLEDGE_LEVELS, KNOWLEDGE_TOP, type KnowledgeArea, type KnowledgeLevel, knowledgeValue, SKILL_AREAS } from '../knowledge.js';
import type { Language, LanguageLevel } from '../languages.js';
import type { CriterionName, Requirement } from '../requirement.js';
import type { Theme } from '../themes.js';
import { profileOf, rank } from './engine.js';
import { explain } from './explain.js';
import type { Pool } from './pool.js';
import { rankCounter } from './rank-counter.js';
import { eligibleOne } from './ranks-of.js';
import { VALUE_TOP } from './rubric.js';
import { atOnce, gradually, type Steps } from './steps.js';
import { valueColumns } from './value-columns.js';
import type { CriterionResult } from './verdicts.js';
import { singleChanges, type WeightSwap } from './weight-swaps.js';
import { packedWeightings } from './weights.js';
import { type OneOfFew, ranksInSteps } from './weights-rank.js';

/** One thing that would be different about a person. */
export type Raise =
  | { readonly kind: 'theme'; readonly theme: Theme; readonly from: KnowledgeLevel; readonly to: KnowledgeLevel }
  | { readonly kind: 'knowledge'; readonly area: KnowledgeArea; readonly from: KnowledgeLevel; readonly to: KnowledgeLevel }
  | { readonly kind: 'language'; readonly language: Language; readonly from: LanguageLevel | 0; readonly to: LanguageLevel }
  /** More whole full-time days of human-rights, or of development or humanitarian experience. */
  | { readonly kind: 'days'; readonly of: 'human-rights' | 'field'; readonly days: number }
  /** Days in the country itself, or twice as many in its region. */
  | { readonly kind: 'country-days'; readonly inCountry: number; readonly inRegion: number }
  | { readonly kind: 'trainings'; readonly more: number }
  /** The present claims backed so far that each counts in full. */
  | { readonly kind: 'backing' };

/** What one criterion alone would have to give. */
export interface EntryWay {
  readonly criterion: CriterionName;
  /** Value now, 0 to 10,000. */
  readonly value: number;
  /** The smallest value that is enough. */
  readonly needed: number;
  /** Evidence that would give it; the fewest steps, the heaviest theme first. */
  readonly raises: readonly Raise[];
}

/** What would have to be true for a person to enter the top. */
export interface Entry {
  readonly number: number;
  readonly expertId: string;
  readonly rank: number;
  /** Points, in millionths of a full score, that are missing to pass the last of the top. */
  readonly gap: number;
  /** Criteria that can give it alone, the smallest gain first; empty when none can. */
  readonly ways: readonly EntryWay[];
  /** Where none can: the fewest criteria that can together, all but the last at the full value. Empty when not even all of them can. */
  readonly together: readonly EntryWay[];
  /** The smallest change of one weight that brings the person into the top as they are; null when none does. */
  readonly weight: WeightSwap | null;
}

/** Who is asked about, besides those right behind the top. */
export interface EntriesAsked {
  /** How many of the nearest. */
  readonly behind: number;
  /** Somebody further behind, by roster number. Whoever is among the top, not eligible or not there is left out. */
  readonly also?: number | undefined;
}

/** The people behind the top, nearest first, and for each the smallest changes that would bring them in. Ranks are exact. Throws as `rank` does. */
export function entries(pool: Pool, requirement: Requirement, top: number, asked: EntriesAsked): Entry[] {
  return atOnce(steps(pool, requirement, top, asked));
}

/** As `entries`, with a `pause` every few milliseconds. */
export function entriesGradually(
  pool: Pool,
  requirement: Requirement,
  top: number,
  asked: EntriesAsked,
  pause: () => Promise<void>,
): Promise<Entry[]> {
  return gradually(steps(pool, requirement, top, asked), pause);
}

function* steps(pool: Pool, requirement: Requirement, top: number, { behind, also }: EntriesAsked): Steps<Entry[]> {
  const { top: ranked } = rank(pool, requirement, top + behind);
  const last = ranked[top - 1];
  if (!last) return [];
  const people: OneOfFew[] = ranked.slice(top);
  const further = also === undefined || ranked.some(({ number }) => number === also) ? undefined : eligibleOne(pool, requirement, also);
  if (further) people.push(further);
  const columns = yield* valueColumns(pool, requirement);
  yield;
  const counter = rankCounter(columns, people);
  const changes = singleChanges(requirement.weights);
  const weightings = packedWeightings([requirement.weights, ...changes.map(({ weights }) => weights)]);
  const ranks = yield* ranksInSteps(counter, weightings, people.length, columns.size);
  return people.map(({ number }, place) => {
    const explanation = explain(profileOf(pool, number), requirement);
    const gap = last.total - explanation.total + (number > last.number ? 1 : 0);
    const ways = explanation.criteria.flatMap((result) => wayOf(result, gap)).sort((a, b) => a.needed - a.value - (b.needed - b.value));
    const enough = changes.find((_, at) => (ranks[(at + 1) * people.length + place] as number) <= top);
    return {
      number,
      expertId: explanation.expertId,
      rank: ranks[place] as number,
      gap,
      ways,
      together: ways.length > 0 ? [] : together(explanation.criteria, gap),
      weight: enough?.change ?? null,
    };
  });
}

function wayOf(result: CriterionResult, gap: number): EntryWay[] {
  if (result.weight === 0) return [];
  const needed = result.value + Math.ceil(gap / result.weight);
  if (needed > VALUE_TOP) return [];
  const raises = raisesTo(result, needed);
  return raises ? [{ criterion: result.criterion, value: result.value, needed, raises }] : [];
}

/** The criteria with most to give, until it is enough. */
function together(criteria: readonly CriterionResult[], gap: number): EntryWay[] {
  const most = (result: CriterionResult) => result.weight * (VALUE_TOP - result.value);
  const ways: EntryWay[] = [];
  let missing = gap;
  for (const result of [...criteria].sort((a, b) => most(b) - most(a))) {
    const needed = Math.min(VALUE_TOP, result.value + Math.ceil(missing / Math.max(1, result.weight)));
    const raises = most(result) > 0 ? raisesTo(result, needed) : undefined;
    if (!raises) continue;
    ways.push({ criterion: result.criterion, value: result.value, needed, raises });
    missing -= result.weight * (needed - result.value);
    if (missing <= 0) return ways;
  }
  return [];
}

/** Undefined where nothing about the person can give that value. */
function raisesTo(result: CriterionResult, needed: number): Raise[] | undefined {
  const backing: Raise[] = result.claimed > result.value ? [{ kind: 'backing' }] : [];
  const more = needed > result.claimed ? raisesOf(result, needed) : [];
  return more && [...backing, ...more];
}

/** Undefined where nothing about the person can change the criterion. */
function raisesOf(result: CriterionResult, needed: number): Raise[] | undefined {
  const knows = (area: KnowledgeArea, from: number, to: number): Raise => ({
    kind: 'knowledge',
    area,
    from: knowledgeLevel(from),
    to: knowledgeLevel(to),
  });
  switch (result.criterion) {
    case 'themes': {
      if (result.reason.code === 'not-asked') return undefined;
      const themes = result.reason.themes.map(({ theme, need, have }) => ({
        thing: theme,
        have: knowledgeValue(have),
        most: KNOWLEDGE_TOP,
        worth: need,
      }));
      const whole = KNOWLEDGE_TOP * themes.reduce((sum, { worth }) => sum + worth, 0);
      return raised(themes, whole, needed, (theme, from, to) => ({
        kind: 'theme',
        theme,
        from: knowledgeLevel(from),
        to: knowledgeLevel(to),
      }));
    }
    case 'languages':
      if (result.reason.code === 'not-asked') return undefined;
      return raised(
        result.reason.languages.map(({ language, have, need }) => ({ thing: language, have: Math.min(have, need), most: need, worth: 1 })),
        result.reason.languages.reduce((sum, { need }) => sum + need, 0),
        needed,
        (language, from, to) => ({ kind: 'language', language, from: from as LanguageLevel | 0, to: to as LanguageLevel }),
      );
    case 'knowledge': {
      if (result.reason.code === 'not-asked') return undefined;
      // Knowledge below what is essential cannot be: the gates are met.
      const areas = result.reason.areas.map(({ area, have }) => ({
        thing: area,
        have: knowledgeValue(have),
        most: KNOWLEDGE_TOP,
        worth: 1,
      }));
      const whole = result.reason.areas.reduce((sum, { need }) => sum + KNOWLEDGE_TOP - knowledgeValue(need), 0);
      return raised(areas, whole, needed, knows, whole - areas.reduce((sum, { have, most }) => sum + most - have, 0));
    }
    case 'skills':
      return raised(
        result.reason.areas.map(({ area, have }) => ({ thing: area, have: knowledgeValue(have), most: KNOWLEDGE_TOP, worth: 1 })),
        SKILL_AREAS.length * KNOWLEDGE_TOP,
        needed,
        knows,
      );
    case 'experience': {
      const { have, minimum, top } = result.reason;
      return [{ kind: 'days', of: 'human-rights', days: partFor(needed, top - minimum) + minimum - have }];
    }
    case 'field':
      return [{ kind: 'days', of: 'field', days: partFor(needed, result.reason.top) - result.reason.have }];
    case 'country': {
      const { countryDays, regionDays, top } = result.reason;
      const missing = partFor(needed, top) - 2 * countryDays - regionDays;
      return [{ kind: 'country-days', inCountry: Math.ceil(missing / 2), inRegion: missing }];
    }
    case 'trainings':
      return [{ kind: 'trainings', more: partFor(needed, result.reason.top) - result.reason.trainings.length }];
    case 'education':
    case 'context':
      return [];
  }
}

/** The smallest part of the whole whose value, rounded down, is at least this. */
function partFor(value: number, whole: number): number {
  return Math.ceil((value * whole) / VALUE_TOP);
}

interface Levels<T> {
  readonly thing: T;
  readonly have: number;
  readonly most: number;
  /** Points of one level. */
  readonly worth: number;
}

type Said<T> = (thing: T, from: number, to: number) => Raise;

/** One thing raised as little as possible when that is enough; else the ones that give most raised fully, one after another. */
function raised<T>(
  things: readonly Levels<T>[],
  whole: number,
  needed: number,
  say: Said<T>,
  part = things.reduce((sum, { have, worth }) => sum + have * worth, 0),
): Raise[] {
  let missing = partFor(needed, whole) - part;
  const single = things
    .map((one) => ({ ...one, steps: Math.ceil(missing / one.worth) }))
    .filter(({ have, most, steps }) => have + steps <= most)
    .sort((a, b) => a.steps - b.steps || b.worth - a.worth)[0];
  if (single) return [say(single.thing, single.have, single.have + single.steps)];
  const raises: Raise[] = [];
  for (const { thing, have, most, worth } of [...things].sort((a, b) => (b.most - b.have) * b.worth - (a.most - a.have) * a.worth)) {
    if (missing <= 0 || have >= most) continue;
    const steps = Math.min(most - have, Math.ceil(missing / worth));
    raises.push(say(thing, have, have + steps));
    missing -= steps * worth;
  }
  return raises;
}

function knowledgeLevel(value: number): KnowledgeLevel {
  return KNOWLEDGE_LEVELS[value] ?? 'none';
}

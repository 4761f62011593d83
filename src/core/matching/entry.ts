import type { ClaimWorths, CriterionName, Requirement } from '../requirement.js';
import { worthOf } from './backing.js';
import { profileOf, rank } from './engine.js';
import { explain } from './explain.js';
import type { Pool } from './pool.js';
import { type Raise, raisesTo, reachOf } from './raises.js';
import { rankCounter } from './rank-counter.js';
import { eligibleOne } from './ranks-of.js';
import { atOnce, gradually, type Steps } from './steps.js';
import { valueColumns } from './value-columns.js';
import type { CriterionResult } from './verdicts.js';
import { singleChanges, type WeightSwap } from './weight-swaps.js';
import { packedWeightings } from './weights.js';
import { type OneOfFew, ranksInSteps } from './weights-rank.js';

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
  const { claimWorth } = requirement;
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
    const ways = explanation.criteria
      .flatMap((result) => wayOf(result, gap, claimWorth))
      .sort((a, b) => a.needed - a.value - (b.needed - b.value));
    const enough = changes.find((_, at) => (ranks[(at + 1) * people.length + place] as number) <= top);
    return {
      number,
      expertId: explanation.expertId,
      rank: ranks[place] as number,
      gap,
      ways,
      together: ways.length > 0 ? [] : together(explanation.criteria, gap, claimWorth),
      weight: enough?.change ?? null,
    };
  });
}

function wayOf(result: CriterionResult, gap: number, worths: ClaimWorths | undefined): EntryWay[] {
  if (result.weight === 0) return [];
  const needed = result.value + Math.ceil(gap / result.weight);
  const raises = raisesTo(result, needed, worthOf(worths, result.criterion));
  return raises ? [{ criterion: result.criterion, value: result.value, needed, raises }] : [];
}

/** The criteria with most to give, until it is enough. */
function together(criteria: readonly CriterionResult[], gap: number, worths: ClaimWorths | undefined): EntryWay[] {
  const reach = ({ criterion }: CriterionResult) => reachOf(worthOf(worths, criterion));
  const most = (result: CriterionResult) => result.weight * (reach(result) - result.value);
  const ways: EntryWay[] = [];
  let missing = gap;
  for (const result of [...criteria].sort((a, b) => most(b) - most(a))) {
    if (most(result) <= 0) break;
    const needed = Math.min(reach(result), result.value + Math.ceil(missing / result.weight));
    const raises = raisesTo(result, needed, worthOf(worths, result.criterion));
    if (!raises) continue;
    ways.push({ criterion: result.criterion, value: result.value, needed, raises });
    missing -= result.weight * (needed - result.value);
    if (missing <= 0) return ways;
  }
  return [];
}

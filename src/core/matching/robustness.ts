import { CRITERIA, type CriterionName, type Requirement } from '../requirement.js';
import { rank } from './engine.js';
import type { Pool } from './pool.js';
import { rankCounter } from './rank-counter.js';
import type { RankKernel } from './rank-kernel.js';
import { RankSorter } from './rank-sorter.js';
import { atOnce, gradually, type Steps } from './steps.js';
import { valueColumns } from './value-columns.js';
import { Ladders, smallestSwap, type WeightSwap } from './weight-swaps.js';
import { fifthVariations, packedWeightings, randomWeightings } from './weights.js';
import { ranksInSteps } from './weights-rank.js';

export interface RobustnessOptions {
  /** Of how many of the best the ranges are wanted. */
  readonly kept: number;
  /** How many places count as the top, from 1. */
  readonly top: number;
  /** Random weightings to try. */
  readonly weightings: number;
  /** Whole number; the same one gives the same weightings. */
  readonly seed: number;
}

/** Ranks from the best to the worst that came up. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

/** How the rank of one person moves when the weights do. */
export interface RankMoves {
  /** Under each weight a fifth lower and higher. */
  readonly varied: RankRange;
  /** The weights whose fifth moves the rank at all. */
  readonly sensitiveTo: readonly CriterionName[];
  /** Under the random weightings: all of them, and the middle nine tenths with the median. */
  readonly random: RankRange & { readonly low: number; readonly median: number; readonly high: number };
  /** In how many of the random weightings the person is among the top. */
  readonly inTop: number;
}

export interface CandidateRobustness extends RankMoves {
  readonly number: number;
  readonly expertId: string;
  readonly rank: number;
  readonly total: number;
  /** What would put the next person ahead; null when no single weight does, and for the last. */
  readonly swap: WeightSwap | null;
}

export interface Robustness {
  readonly eligible: number;
  readonly top: number;
  readonly weightings: number;
  readonly seed: number;
  /** How many variations by a fifth were tried. */
  readonly variations: number;
  /** In the order of the run. */
  readonly candidates: readonly CandidateRobustness[];
}

/**
 * How firmly the best stand when the weights are not quite the right ones. Every rank is exact: the best are ranked again
 * among all eligible people under every weighting, because values do not depend on weights and a total is a sum of
 * products. Without a `kernel` the plain twin counts, to the same ranks. Throws as `rank` does.
 */
export function robustness(pool: Pool, requirement: Requirement, options: RobustnessOptions, kernel?: RankKernel | null): Robustness {
  return atOnce(steps(pool, requirement, options, kernel));
}

/** As `robustness`, with a `pause` every few milliseconds, so that whoever waits meanwhile is served. */
export function robustnessGradually(
  pool: Pool,
  requirement: Requirement,
  options: RobustnessOptions,
  pause: () => Promise<void>,
): Promise<Robustness> {
  return gradually(steps(pool, requirement, options), pause);
}

function* steps(
  pool: Pool,
  requirement: Requirement,
  { kept, top, weightings, seed }: RobustnessOptions,
  kernel?: RankKernel | null,
): Steps<Robustness> {
  const { weights } = requirement;
  const { top: best, eligible } = rank(pool, requirement, Math.min(kept, pool.size));
  const few = best.length;
  const columns = yield* valueColumns(pool, requirement);
  yield;
  const counter = rankCounter(columns, best, kernel);
  yield;
  const variations = fifthVariations(weights);
  const varied = counter.ranks(packedWeightings(variations.map((variation) => variation.weights)));
  const random = yield* ranksInSteps(counter, randomWeightings(weights, weightings, seed), few, columns.size);
  yield;
  const ladders = new Ladders(weights);
  const ordered = new RankSorter(weightings);
  return {
    eligible,
    top,
    weightings,
    seed,
    variations: variations.length,
    candidates: best.map((person, place) => {
      const near = variations.map((_, at) => varied[at * few + place] as number);
      const moved = variations.filter((_, at) => near[at] !== person.rank);
      const drawn = ordered.sorted(random, place, few);
      const next = best[place + 1];
      return {
        number: person.number,
        expertId: person.expertId,
        rank: person.rank,
        total: person.total,
        varied: { best: Math.min(person.rank, ...near), worst: Math.max(person.rank, ...near) },
        sensitiveTo: CRITERIA.filter((criterion) => moved.some((variation) => variation.criterion === criterion)),
        random: {
          best: drawn[0] ?? 0,
          worst: drawn.at(-1) ?? 0,
          low: atShare(drawn, 5),
          median: atShare(drawn, 50),
          high: atShare(drawn, 95),
        },
        inTop: countUpTo(drawn, top),
        swap: next ? smallestSwap(person, next, ladders) : null,
      };
    }),
  };
}

/** The rank that this share of the weightings, in per cent, does not exceed; of sorted ranks. */
function atShare(sorted: Int32Array, share: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? 0;
}

/** How many of the sorted ranks are no worse than this. */
function countUpTo(sorted: Int32Array, rank: number): number {
  let count = 0;
  while (count < sorted.length && (sorted[count] as number) <= rank) count++;
  return count;
}

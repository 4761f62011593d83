import { CRITERIA, type CriterionName, type Requirement, type Weights } from '../requirement.js';
import { rank } from './engine.js';
import type { Pool } from './pool.js';
import type { RankedCandidate } from './ranking.js';
import { WEIGHTS_SUM } from './rubric.js';
import { fifthVariations, randomWeightings, variedWeights } from './weights.js';
import { RankCounter } from './weights-rank.js';

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

/** The smallest change of one weight, of those that are not 0, that puts the next person ahead; the others share the rest in their proportions. */
export interface WeightSwap {
  readonly criterion: CriterionName;
  readonly from: number;
  readonly to: number;
}

export interface CandidateRobustness {
  readonly number: number;
  readonly expertId: string;
  readonly rank: number;
  readonly total: number;
  /** Under each weight a fifth lower and higher. */
  readonly varied: RankRange;
  /** The weights whose fifth moves the rank at all. */
  readonly sensitiveTo: readonly CriterionName[];
  /** Under the random weightings: all of them, and the middle nine tenths with the median. */
  readonly random: RankRange & { readonly low: number; readonly median: number; readonly high: number };
  /** In how many of the random weightings the person is among the top. */
  readonly inTop: number;
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
 * How firmly the best stand when the weights are not quite the right ones. Every rank is exact: all eligible people are
 * ranked again under every weighting, because values do not depend on weights and a total is a sum of products.
 */
export function robustness(pool: Pool, requirement: Requirement, { kept, top, weightings, seed }: RobustnessOptions): Robustness {
  const { weights } = requirement;
  const everybody = rank(pool, requirement, pool.size).top;
  const best = everybody.slice(0, kept);
  const counter = new RankCounter(everybody, best.length);
  const variations = fifthVariations(weights);
  const varied = variations.map((variation) => ({ ...variation, ranks: counter.ranks(variation.weights) }));
  const random = randomWeightings(weights, weightings, seed).map((drawn) => counter.ranks(drawn));
  const ladders = new Ladders(weights);
  return {
    eligible: everybody.length,
    top,
    weightings,
    seed,
    variations: variations.length,
    candidates: best.map((person, place) => {
      const moved = varied.filter(({ ranks }) => ranks[place] !== person.rank);
      const drawn = Int32Array.from(random.map((ranks) => ranks[place] as number)).sort();
      const next = best[place + 1];
      return {
        number: person.number,
        expertId: person.expertId,
        rank: person.rank,
        total: person.total,
        varied: rangeOf([person.rank, ...varied.map(({ ranks }) => ranks[place] as number)]),
        sensitiveTo: CRITERIA.filter((criterion) => moved.some((variation) => variation.criterion === criterion)),
        random: { ...rangeOf(drawn), low: atShare(drawn, 5), median: atShare(drawn, 50), high: atShare(drawn, 95) },
        inTop: drawn.filter((place) => place <= top).length,
        swap: next ? smallestSwap(person, next, weights, ladders) : null,
      };
    }),
  };
}

function rangeOf(ranks: Iterable<number>): RankRange {
  let [best, worst] = [Number.POSITIVE_INFINITY, 0];
  for (const place of ranks) [best, worst] = [Math.min(best, place), Math.max(worst, place)];
  return { best, worst };
}

/** The rank that this share of the weightings, in per cent, does not exceed; of sorted ranks. */
function atShare(sorted: Int32Array, share: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? 0;
}

/** Weightings with one weight changed, each made when it is first needed. */
class Ladders {
  private readonly made = new Map<CriterionName, (Weights | undefined)[]>();

  constructor(private readonly weights: Weights) {}

  /** The weights with one of them at `to`; undefined outside 0 to 100, and where the others cannot take up the rest. */
  at(criterion: CriterionName, to: number): Weights | undefined {
    if (to < 0 || to > WEIGHTS_SUM) return undefined;
    const ladder = this.made.get(criterion) ?? [];
    this.made.set(criterion, ladder);
    if (!(to in ladder)) ladder[to] = variedWeights(this.weights, criterion, to);
    return ladder[to];
  }
}

function smallestSwap(ahead: RankedCandidate, behind: RankedCandidate, weights: Weights, ladders: Ladders): WeightSwap | null {
  const weighty = CRITERIA.filter((criterion) => weights[criterion] > 0);
  const gain = weighty.map((criterion) => [criterion, behind.values[criterion] - ahead.values[criterion]] as const);
  // At least as good in everything: no weighting puts the other one ahead.
  if (gain.every(([, by]) => by <= 0) && ahead.number < behind.number) return null;
  const needed = behind.number < ahead.number ? 0 : 1;
  for (let change = 1; change <= WEIGHTS_SUM; change += 1)
    for (const criterion of weighty)
      for (const to of [weights[criterion] - change, weights[criterion] + change]) {
        const tried = ladders.at(criterion, to);
        if (tried && gain.reduce((sum, [name, by]) => sum + tried[name] * by, 0) >= needed)
          return { criterion, from: weights[criterion], to };
      }
  return null;
}

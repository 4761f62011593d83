import { CRITERIA, type CriterionName, type Weights } from '../requirement.js';
import { type Listed, listRanks, plainRankCounts, type RankCounts } from './list-ranks.js';
import { type RankKernel, theRankKernel } from './rank-kernel.js';
import type { RankedCandidate } from './ranking.js';
import type { RankMoves, RobustnessOptions } from './robustness.js';
import { checkWeights } from './rubric.js';
import { fifthVariations, packedWeightings, randomWeightings } from './weights.js';

/** One of those on a list, with the values from which every total is made. */
export type ListedPerson = Pick<RankedCandidate, 'number' | 'expertId' | 'values'>;

/** How one person stands among those on the list: every rank here is one of as many as there are on it. */
export interface ListedRobustness extends RankMoves {
  readonly number: number;
  readonly expertId: string;
  /** Under the weights as they are. */
  readonly rank: number;
}

export interface ListRobustness {
  /** How many are on the list: nobody else is counted. */
  readonly listed: number;
  readonly top: number;
  readonly weightings: number;
  readonly seed: number;
  /** How many variations by a fifth were tried. */
  readonly variations: number;
  /** By their rank. */
  readonly candidates: readonly ListedRobustness[];
}

/**
 * How firmly those on a list stand among themselves, under the same weightings as `robustness`: what is asked by whoever
 * chooses among them. Whoever is not on the list may pass any of them, and is not counted here; `robustness` counts
 * everybody. Every rank is exact; equal totals are ordered by roster number, whatever the order of the list. No two have
 * the same number. Without a `kernel` the plain twin counts, to the same ranks. Throws 'post.weights'.
 */
export function listRobustness(
  list: readonly ListedPerson[],
  weights: Weights,
  { top, weightings, seed }: Omit<RobustnessOptions, 'kept'>,
  kernel: RankKernel | null = theRankKernel(),
): ListRobustness {
  checkWeights(weights);
  const people = [...list].sort((a, b) => a.number - b.number);
  const listed = listedOf(people);
  const variations = fifthVariations(weights);
  const near = listRanks(listed, packedWeightings([weights, ...variations.map((variation) => variation.weights)]));
  const counts = countsOf(listed, randomWeightings(weights, weightings, seed), kernel);
  const candidates = people.map(({ number, expertId }, person): ListedRobustness => {
    const rank = near[person] as number;
    const moved = new Set<CriterionName>();
    const varied = { best: rank, worst: rank };
    for (const [one, { criterion }] of variations.entries()) {
      const other = near[(one + 1) * people.length + person] as number;
      if (other !== rank) moved.add(criterion);
      if (other < varied.best) varied.best = other;
      if (other > varied.worst) varied.worst = other;
    }
    const sensitiveTo = CRITERIA.filter((criterion) => moved.has(criterion));
    const own = counts.subarray(person * people.length, (person + 1) * people.length);
    return { number, expertId, rank, varied, sensitiveTo, ...drawn(own, weightings, top) };
  });
  candidates.sort((a, b) => a.rank - b.rank);
  return { listed: people.length, top, weightings, seed, variations: variations.length, candidates };
}

function listedOf(people: readonly ListedPerson[]): Listed {
  const values = new Int16Array(people.length * CRITERIA.length);
  let at = 0;
  for (const person of people) for (const criterion of CRITERIA) values[at++] = person.values[criterion];
  return { size: people.length, values };
}

function countsOf(listed: Listed, weightings: Uint8Array, kernel: RankKernel | null): RankCounts {
  return kernel && listed.size <= kernel.list.most ? kernel.list.rankCounts(listed, weightings) : plainRankCounts(listed, weightings);
}

/** What the counts of one person's ranks say. */
function drawn(counts: RankCounts, weightings: number, top: number): Pick<RankMoves, 'random' | 'inTop'> {
  const random = { best: 0, worst: 0, low: 0, median: 0, high: 0 };
  const [low, median, high] = [5, 50, 95].map((share) => Math.max(1, Math.ceil((weightings * share) / 100))) as [number, number, number];
  let [upTo, inTop] = [0, 0];
  for (let rank = 1; rank <= counts.length; rank++) {
    const before = upTo;
    upTo += counts[rank - 1] as number;
    if (rank === top) inTop = upTo;
    if (upTo === before) continue;
    if (before === 0) random.best = rank;
    if (before < low && upTo >= low) random.low = rank;
    if (before < median && upTo >= median) random.median = rank;
    if (before < high && upTo >= high) random.high = rank;
    random.worst = rank;
  }
  return { random, inTop: top > counts.length ? upTo : inTop };
}

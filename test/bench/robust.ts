import { listRobustness, type Pool, type RankedCandidate, rank, robustness } from '../../src/core/matching/index.js';
import { fifthVariations, openedWeightings, randomWeightings } from '../../src/core/matching/weights.js';
import type { Requirement, Weights } from '../../src/core/requirement.js';
import { sortedRanks } from '../support/sorted-ranks.js';
import { median, TOP } from './contest.js';
import { REQUEST_CLASSES } from './requests.js';

const OPTIONS = { kept: TOP, top: 5, weightings: 1000, seed: 1 };
const ROUNDS = 7;
const RANKINGS = 20;
const CALLS_BEFORE = 5;
/** A study within the list is a fraction of a millisecond: it is timed as often as a ranking, and first seen as often by the compiler. */
const SHORT_CALLS_BEFORE = 300;
/**
 * How firm the first fifty are under a thousand random weightings and each weight a fifth lower and higher, in rankings of
 * the same people: among the fifty alone, which is what the bar of twenty is about, and among all eligible people, where everybody
 * else is counted too. The study within the list has the ranking that makes the list in its time. Of each the best of
 * several rounds that alternate, or other programs would be measured. Throws when a study and its plain twin, or the one
 * within the list and sorting it naively under every weighting, disagree.
 */
export function robustnessRows(pool: Pool): Record<string, unknown>[] {
  return REQUEST_CLASSES.map(({ name, requests }) => {
    const [requirement] = requests as [Requirement];
    const { weights } = requirement;
    const study = () => robustness(pool, requirement, OPTIONS);
    const plainly = () => robustness(pool, requirement, OPTIONS, null);
    const within = () => listRobustness(rank(pool, requirement, TOP).top, weights, OPTIONS);
    const { top, eligible } = rank(pool, requirement, TOP);
    mustAgree(name, study(), plainly());
    mustAgree(name, within(), listRobustness(top, weights, OPTIONS, null));
    mustAgree(name, rangesOf(within()), naiveRanges(top, weights));
    for (let call = 0; call < CALLS_BEFORE; call++) study();
    for (let call = 0; call < SHORT_CALLS_BEFORE; call++) within();
    const times: [ranking: number[], within: number[], study: number[], plain: number[]] = [[], [], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      times[0].push(typical(() => rank(pool, requirement, TOP)));
      times[1].push(typical(within));
      times[2].push(timeOf(study));
      if (round < 2) times[3].push(timeOf(plainly));
    }
    const [ranking, listed, kernel, plain] = times.map((taken) => Math.min(...taken)) as [number, number, number, number];
    return {
      requests: name,
      eligible,
      'one ranking ms': round(ranking, 1000),
      'within the list ms': round(listed, 1000),
      'in rankings (bar: 20)': round(listed / ranking, 10),
      'among all ms': round(kernel, 10),
      'among all, in rankings': Math.round(kernel / ranking),
      'plain counter, in rankings': Math.round(plain / ranking),
    };
  });
}

/** Of each by roster number: best, worst, middle nine tenths and median of the random weightings, times in the top, and best and worst under the fifths. */
type Ranges = Readonly<Record<number, readonly number[]>>;

function rangesOf({ candidates }: ReturnType<typeof listRobustness>): Ranges {
  return Object.fromEntries(
    candidates.map(({ number, varied, random: { best, worst, low, median: middle, high }, inTop }) => [
      number,
      [best, worst, low, middle, high, inTop, varied.best, varied.worst],
    ]),
  );
}

/** The same by sorting the list again under every weighting. */
function naiveRanges(list: readonly RankedCandidate[], weights: Weights): Ranges {
  const random = sortedRanks(list, openedWeightings(randomWeightings(weights, OPTIONS.weightings, OPTIONS.seed)));
  const near = sortedRanks(list, [weights, ...fifthVariations(weights).map((variation) => variation.weights)]);
  return Object.fromEntries(
    list.map(({ number }) => {
      const drawn = (random.get(number) ?? []).sort((a, b) => a - b);
      const at = (share: number) => drawn[Math.ceil((drawn.length * share) / 100) - 1] as number;
      const inTop = drawn.filter((place) => place <= OPTIONS.top).length;
      const varied = near.get(number) ?? [];
      return [number, [drawn[0] as number, drawn.at(-1) as number, at(5), at(50), at(95), inTop, Math.min(...varied), Math.max(...varied)]];
    }),
  );
}

function mustAgree(name: string, one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`The ranks under "${name}" differ.`);
}

/** The median of several calls. */
function typical(work: () => void): number {
  return median(Array.from({ length: RANKINGS }, () => timeOf(work)));
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}

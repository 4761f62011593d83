import { CRITERIA, type Weights } from '../requirement.js';
import type { RankedCandidate } from './ranking.js';

const WIDTH = CRITERIA.length;

/**
 * Ranks of the first few among all eligible people under any weights. Values lie row after row; total and roster number
 * are one key, so that no two are equal. A person of the crowd is compared with the last of the few first, and most stop there.
 */
export class RankCounter {
  /** Values of everybody, the few first. */
  private readonly values: Float64Array;
  /** Higher for a lower roster number, below `size`. */
  private readonly ties: Float64Array;
  private readonly size: number;

  /** Keys stay exact while totals (at most 1,000,000) × people is below 2^53. */
  constructor(
    everybody: readonly RankedCandidate[],
    private readonly few: number,
  ) {
    this.size = everybody.length;
    this.values = new Float64Array(this.size * WIDTH);
    this.ties = new Float64Array(this.size);
    everybody.forEach(({ values }, row) => {
      CRITERIA.forEach((criterion, index) => {
        this.values[row * WIDTH + index] = values[criterion];
      });
    });
    const byNumber = Array.from(everybody.keys()).sort((a, b) => (everybody[a]?.number ?? 0) - (everybody[b]?.number ?? 0));
    byNumber.forEach((row, place) => {
      this.ties[row] = this.size - 1 - place;
    });
  }

  /** The rank of each of the few, in their order. */
  ranks(weights: Weights): Int32Array {
    const { few, size } = this;
    const factors = CRITERIA.map((criterion) => weights[criterion] * size);
    const keys = this.keys(factors, 0, few);
    const order = Array.from(keys.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number));
    const sorted = Float64Array.from(order, (row) => keys[row] as number);
    const passing = this.passing(factors, sorted);
    const ranks = new Int32Array(few);
    let ahead = 0;
    for (let place = few - 1; place >= 0; place -= 1) {
      ahead += passing[place + 1] as number;
      ranks[order[place] as number] = few - place + ahead;
    }
    return ranks;
  }

  /** How many of the crowd pass exactly none, one, two … of the few, whose keys come sorted, lowest first. */
  private passing(factors: readonly number[], sorted: Float64Array): Int32Array {
    const { few, size, values, ties } = this;
    const passing = new Int32Array(few + 1);
    const lowest = sorted[0] as number;
    for (let row = few, at = few * WIDTH; row < size; row += 1, at += WIDTH) {
      let key = ties[row] as number;
      for (let index = 0; index < WIDTH; index += 1) key += (factors[index] as number) * (values[at + index] as number);
      if (key > lowest) {
        const passed = below(sorted, key);
        passing[passed] = (passing[passed] as number) + 1;
      }
    }
    return passing;
  }

  private keys(factors: readonly number[], from: number, to: number): Float64Array {
    const keys = this.ties.slice(from, to);
    for (let row = from; row < to; row += 1)
      for (let index = 0; index < WIDTH; index += 1)
        keys[row - from] = (keys[row - from] as number) + (factors[index] as number) * (this.values[row * WIDTH + index] as number);
    return keys;
  }
}

/** How many of the sorted keys are below this one. */
function below(sorted: Float64Array, key: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

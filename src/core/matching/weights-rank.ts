import { CRITERIA, type Weights } from '../requirement.js';
import type { RankedCandidate } from './ranking.js';
import { VALUE_TOP, WEIGHTS_SUM } from './rubric.js';

/** The loop over people is written out for so many criteria; this line does not compile when there are more or fewer. */
const WIDTH: (typeof CRITERIA)['length'] = 10;
/** Parts into which the scale of totals is cut, so that most people are placed by one look into a table. */
const SLOTS = 2_048;
/** The mark of a part in which one of the few stands: there the keys are compared. */
const LOOK = -1;

type Factors = readonly [number, number, number, number, number, number, number, number, number, number];

/**
 * Ranks of the first few among all eligible people under any weights. Values lie row after row; total and roster number
 * are one key, so that no two are equal. It is asked a thousand times about everybody: the loop allocates nothing.
 */
export class RankCounter {
  /** Values of everybody, the few first. */
  private readonly values: Float64Array;
  /** Higher for a lower roster number, below `size`. */
  private readonly ties: Float64Array;
  private readonly size: number;
  /** By slot: how many of the few are surely passed there, or LOOK. */
  private readonly slots = new Int16Array(SLOTS + 1);

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
    const factors = CRITERIA.map((criterion) => weights[criterion] * size) as unknown as Factors;
    const keys = this.keys(factors);
    const sorted = keys.slice().sort();
    const ahead = this.passing(factors, sorted);
    for (let place = few - 2; place >= 0; place -= 1) ahead[place] = (ahead[place] as number) + (ahead[place + 1] as number);
    const ranks = new Int32Array(few);
    for (let row = 0; row < few; row += 1) {
      const place = below(sorted, keys[row] as number);
      ranks[row] = few - place + (ahead[place] as number);
    }
    return ranks;
  }

  /** By place among the few, lowest first: how many of the crowd pass this one and no higher one. */
  private passing(factors: Factors, sorted: Float64Array): Int32Array {
    const { few, size, values, ties, slots } = this;
    const [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9] = factors;
    const scale = SLOTS / ((VALUE_TOP * WEIGHTS_SUM + 1) * size);
    fillSlots(slots, sorted, scale);
    const passing = new Int32Array(few + 1);
    for (let row = few, at = few * WIDTH; row < size; row += 1, at += WIDTH) {
      const key =
        (ties[row] as number) +
        f0 * (values[at] as number) +
        f1 * (values[at + 1] as number) +
        f2 * (values[at + 2] as number) +
        f3 * (values[at + 3] as number) +
        f4 * (values[at + 4] as number) +
        f5 * (values[at + 5] as number) +
        f6 * (values[at + 6] as number) +
        f7 * (values[at + 7] as number) +
        f8 * (values[at + 8] as number) +
        f9 * (values[at + 9] as number);
      const sure = slots[(key * scale) | 0] as number;
      const passed = sure === LOOK ? below(sorted, key) : sure;
      passing[passed] = (passing[passed] as number) + 1;
    }
    // Whoever passes nobody is in front of nobody.
    return passing.subarray(1);
  }

  private keys(factors: Factors): Float64Array {
    const keys = this.ties.slice(0, this.few);
    for (let row = 0; row < this.few; row += 1)
      for (let index = 0; index < WIDTH; index += 1)
        keys[row] = (keys[row] as number) + (factors[index] as number) * (this.values[row * WIDTH + index] as number);
    return keys;
  }
}

/** A slot without any of the few says how many stand below it. */
function fillSlots(slots: Int16Array, sorted: Float64Array, scale: number): void {
  let from = 0;
  for (let place = 0; place < sorted.length; place += 1) {
    const slot = ((sorted[place] as number) * scale) | 0;
    if (slot >= from) slots.fill(place, from, slot);
    slots[slot] = LOOK;
    from = slot + 1;
  }
  slots.fill(sorted.length, from);
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

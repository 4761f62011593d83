import { CRITERIA } from '../requirement.js';
import type { RankedCandidate } from './ranking.js';
import { VALUE_TOP, WEIGHTS_SUM } from './rubric.js';
import type { Steps } from './steps.js';
import type { ValueColumns } from './value-columns.js';

const NUMBERS = 2 ** 32;
/** Parts into which the scale of totals is cut, so that most people are placed by one look into a table. */
const SLOTS = 2_048;
/** The mark of a part in which one of the few stands: there the keys are compared. */
const LOOK = -1;
/** Rows × weightings between two pauses: a millisecond or two with the kernel, some ten without. */
const AT_ONCE = 1_000_000;

/** One of those whose ranks are counted. */
export type OneOfFew = Pick<RankedCandidate, 'number' | 'values'>;

/** Ranks of a few among all eligible people under any weights. */
export interface RankCounter {
  /** The ranks of the few, in their order, under one after another of the packed weightings. */
  ranks(weightings: Uint8Array): Int32Array;
}

/**
 * The plain twin of the kernel of ranks, for machines without it and for tests to compare with. Total and roster number
 * are one key, so that no two are equal.
 */
export class PlainRankCounter implements RankCounter {
  private readonly slots = new Int16Array(SLOTS + 1);
  private readonly keys: Float64Array;

  constructor(
    private readonly columns: ValueColumns,
    private readonly few: readonly OneOfFew[],
  ) {
    this.keys = new Float64Array(columns.size);
  }

  ranks(weightings: Uint8Array): Int32Array {
    const few = this.few.length;
    const ranks = new Int32Array((weightings.length / CRITERIA.length) * few);
    for (let start = 0, at = 0; start < weightings.length; start += CRITERIA.length, at += few) {
      const weights = weightings.subarray(start, start + CRITERIA.length);
      this.fillKeys(weights);
      ranks.set(this.ranksOf(Float64Array.from(this.few, ({ number, values }) => keyOf(totalOf(weights, values), number))), at);
    }
    return ranks;
  }

  private fillKeys(weights: Uint8Array): void {
    const { values, width, numbers } = this.columns;
    for (let row = 0, at = 0; row < this.keys.length; row += 1, at += width) {
      let total = 0;
      for (let place = 0; place < width; place += 1) total += (weights[place] as number) * (values[at + place] as number);
      this.keys[row] = keyOf(total, numbers[row] as number);
    }
  }

  private ranksOf(few: Float64Array): Int32Array {
    const sorted = few.slice().sort();
    const passing = this.passing(sorted);
    for (let place = few.length - 1; place >= 0; place -= 1) passing[place] = (passing[place] as number) + (passing[place + 1] as number);
    return Int32Array.from(few, (key) => 1 + (passing[below(sorted, key) + 1] as number));
  }

  /** How many people pass exactly so many of the few. */
  private passing(sorted: Float64Array): Int32Array {
    const { slots, keys } = this;
    const scale = SLOTS / ((VALUE_TOP * WEIGHTS_SUM + 1) * NUMBERS);
    fillSlots(slots, sorted, scale);
    const passing = new Int32Array(sorted.length + 2);
    for (let row = 0; row < keys.length; row += 1) {
      const key = keys[row] as number;
      const sure = slots[(key * scale) | 0] as number;
      const passed = sure === LOOK ? below(sorted, key) : sure;
      passing[passed] = (passing[passed] as number) + 1;
    }
    return passing;
  }
}

/** Keys stay exact: totals are at most 1,000,000 and numbers below 2^32, together below 2^53. */
function keyOf(total: number, number: number): number {
  return total * NUMBERS + (NUMBERS - 1 - number);
}

function totalOf(weights: Uint8Array, values: OneOfFew['values']): number {
  return CRITERIA.reduce((sum, criterion, place) => sum + (weights[place] as number) * values[criterion], 0);
}

/** As `ranks`, of `few` among so many people, a part of the weightings at a time. */
export function* ranksInSteps(counter: RankCounter, weightings: Uint8Array, few: number, people: number): Steps<Int32Array> {
  const count = weightings.length / CRITERIA.length;
  const ranks = new Int32Array(count * few);
  const some = Math.max(1, Math.floor(AT_ONCE / Math.max(1, people)));
  for (let first = 0; first < count; first += some) {
    if (first > 0) yield;
    ranks.set(counter.ranks(weightings.subarray(first * CRITERIA.length, (first + some) * CRITERIA.length)), first * few);
  }
  return ranks;
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

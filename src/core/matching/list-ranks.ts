import { CRITERIA } from '../requirement.js';
import { VALUE_TOP, WEIGHTS_SUM } from './rubric.js';

const HIGHEST = VALUE_TOP * WEIGHTS_SUM;

/** People who are ranked among themselves: the earlier one is ahead at equal totals. */
export interface Listed {
  readonly size: number;
  /** 0 to 10,000, by person × CRITERIA.length + place in CRITERIA. */
  readonly values: Int16Array;
}

/** How often each person has each rank among the people alone, by person × people + rank - 1. */
export type RankCounts = Uint32Array;

/** The plain twin of what the kernel counts, for machines without it, for longer lists, and for tests to compare with. */
export function plainRankCounts(listed: Listed, weightings: Uint8Array): RankCounts {
  const { size } = listed;
  const counts = new Uint32Array(size * size);
  const order = new ListOrder(listed);
  for (let start = 0; start < weightings.length; start += CRITERIA.length) {
    const people = order.under(weightings, start);
    for (let rank = 0; rank < size; rank++) {
      const cell = (people[rank] as number) * size + rank;
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return counts;
}

/** Ranks among the people alone, by weighting × people + person. */
export function listRanks(listed: Listed, weightings: Uint8Array): Int32Array {
  const { size } = listed;
  const ranks = new Int32Array((weightings.length / CRITERIA.length) * size);
  const order = new ListOrder(listed);
  for (let start = 0, at = 0; start < weightings.length; start += CRITERIA.length, at += size)
    for (const [place, person] of order.under(weightings, start).entries()) ranks[at + person] = place + 1;
  return ranks;
}

/** Puts the people in order under one weighting after another. */
class ListOrder {
  /** What is missing to the highest total, and then the person: no two are equal. */
  private readonly keys: Int32Array | Float64Array;
  private readonly people: Uint32Array;

  constructor(private readonly listed: Listed) {
    // Of up to 2,000 people the keys fit into four bytes, which are sorted three times as fast.
    const { size } = listed;
    this.keys = size <= 2_000 ? new Int32Array(size) : new Float64Array(size);
    this.people = new Uint32Array(size);
  }

  /** People, best first, under the packed weighting that starts there; overwritten by the next call. */
  under(weightings: Uint8Array, start: number): Uint32Array {
    const { keys, people } = this;
    const { size, values } = this.listed;
    for (let person = 0, at = 0; person < size; person++) {
      let missing = HIGHEST;
      for (let place = start; place < start + CRITERIA.length; place++, at++)
        missing -= (weightings[place] as number) * (values[at] as number);
      keys[person] = missing * size + person;
    }
    keys.sort();
    for (let rank = 0; rank < size; rank++) people[rank] = (keys[rank] as number) % size;
    return people;
  }
}

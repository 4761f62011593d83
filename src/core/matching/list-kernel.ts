import { CRITERIA } from '../requirement.js';
import type { Listed, RankCounts } from './list-ranks.js';
import type { CompiledKernel } from './web-assembly.js';

interface Exports {
  countWithin(people: number, size: number, wide: number, weightings: number, count: number, counts: number): void;
}

/** The kernel's room for people, and ranks that it counts of each. */
const MOST = 64;
/** Weightings that are handed over at once. */
const AT_ONCE = 1_024;
/** They lie in groups of four, as rows do elsewhere. */
const GROUP = 4;
/** Values of a person, two bytes each: so many, or ten when a criterion beyond them has weight. */
const NARROW = 8;
const WIDE = 10;

/** Where everything lies in the memory, in bytes; the kernel's own keys are at the start. */
const PEOPLE_AT = MOST * 16;
const COUNTS_AT = PEOPLE_AT + MOST * WIDE * 2;
const WEIGHTINGS_AT = COUNTS_AT + MOST * MOST * 4;
const END = WEIGHTINGS_AT + AT_ONCE * WIDE * 2;

/** Counts ranks of a few people among themselves in a memory of its own, one list after another. */
export class ListKernel {
  /** How many people there can be on a list. */
  readonly most = MOST;
  private readonly exports: Exports;
  private readonly people: Int16Array;
  private readonly counts: Uint32Array;
  private readonly weightings: Int16Array;

  constructor(code: CompiledKernel) {
    const memory = code.memory(END);
    this.exports = code.exports(memory) as Exports;
    this.people = new Int16Array(memory.buffer, PEOPLE_AT, MOST * WIDE);
    this.counts = new Uint32Array(memory.buffer, COUNTS_AT, MOST * MOST);
    this.weightings = new Int16Array(memory.buffer, WEIGHTINGS_AT, AT_ONCE * WIDE);
  }

  /** As `plainRankCounts`, of at most `most` people. */
  rankCounts({ size, values }: Listed, weightings: Uint8Array): RankCounts {
    const width = isWide(weightings) ? WIDE : NARROW;
    for (let person = 0; person < size; person++)
      this.people.set(values.subarray(person * CRITERIA.length, person * CRITERIA.length + width), person * width);
    this.counts.fill(0);
    const whole = weightings.length / CRITERIA.length;
    for (let first = 0; first < whole; first += AT_ONCE) {
      const count = Math.min(AT_ONCE, whole - first);
      this.lay(weightings, first, count, width);
      this.exports.countWithin(PEOPLE_AT, size, width === WIDE ? 1 : 0, WEIGHTINGS_AT, count, COUNTS_AT);
    }
    const counts = new Uint32Array(size * size);
    for (let person = 0; person < size; person++) counts.set(this.counts.subarray(person * MOST, person * MOST + size), person * size);
    return counts;
  }

  /** Groups of four weightings, in them pair after pair. */
  private lay(given: Uint8Array, first: number, count: number, width: number): void {
    for (let one = 0, from = first * CRITERIA.length; one < count; one++, from += CRITERIA.length) {
      const at = (one >> 2) * GROUP * width + 2 * (one & 3);
      for (let place = 0; place < width; place += 2) {
        this.weightings[at + 4 * place] = given[from + place] as number;
        this.weightings[at + 4 * place + 1] = given[from + place + 1] as number;
      }
    }
  }
}

/** Whether any of the weightings gives weight to a criterion beyond the first eight. */
function isWide(weightings: Uint8Array): boolean {
  for (let start = 0; start < weightings.length; start += CRITERIA.length)
    if (weightings[start + NARROW] !== 0 || weightings[start + NARROW + 1] !== 0) return true;
  return false;
}

import type { CriterionName } from '../requirement.js';
import type { ContextRequest } from './context-code.js';
import { KERNEL_CODE } from './kernel-code.js';
import * as at from './kernel-layout.js';
import { CompiledKernel, type KernelMemory } from './web-assembly.js';

interface Exports {
  rank(): number;
  count(end: number): number;
  readonly passed: { readonly value: number };
}

/** Places in the memory of a table, in the order in which the kernel reads them. */
export type TableWords = readonly [records: number, cells: number, fences: number, countries: number, near: number, struck: number];

/** The criteria whose values the kernel tells, in its order; the others are the same for all rows of a run. */
export const TOLD_CRITERIA = [
  'themes',
  'experience',
  'languages',
  'field',
  'country',
  'skills',
  'trainings',
  'context',
] as const satisfies readonly CriterionName[];

/** Places of columns, and for each of them points by level: at position × 16 + level. */
export interface Steps {
  readonly places: readonly number[];
  readonly points: ArrayLike<number>;
}

type Exactly = (row: number, run: number) => number;

/** What the kernel is asked about a table. */
export interface Question {
  /** Points from 0 to 255; a row passes that has 0 at each. */
  readonly gates: Steps;
  /** Points from 0 to 255, in all no more than that together with those for the countries. */
  readonly bounds: Steps;
  /** Rows [start, end) with the same points for what the table is ordered by, most days first. */
  readonly runs: readonly { readonly start: number; readonly end: number; readonly fixed: number; readonly context: number }[];
  /** Of each country: its index, and the place of its bits. */
  readonly countries: readonly (readonly [index: number, bits: number, ...unknown[]])[];
  readonly context: Pick<ContextRequest, 'byCode' | 'days'>;
  /** Points of a bound for days in any of the countries. */
  readonly countryPoints: number;
  /** Total points that one point of a bound stands for. */
  readonly unit: number;
  /** How many rows to keep, up to MOST_KEPT. */
  readonly size: number;
  /** What a total must reach. */
  readonly needed: number;
  /** Asked for the total of a row in one of the runs where the kernel's own, which is never lower, does not count; else null. */
  readonly exactly: Exactly | null;
  /** Days that are not counted. */
  readonly minimum: number;
  readonly valueTop: number;
  /** What gives the full value of each of TOLD_CRITERIA, and its weight. */
  readonly wholes: readonly number[];
  readonly weights: readonly number[];
}

/** The kernel bound to the memory of one table. Answers one question at a time. */
export class TableKernel {
  /** After `rank`: at.TOLD words for each row that was kept, best first. */
  readonly told: Uint32Array;
  /** What each cell of the table is worth to the question: written before `rank`. */
  readonly worths: Uint32Array;
  private readonly bytes: Uint8Array;
  private readonly words: Uint32Array;
  private readonly numbers: Float64Array;
  private readonly exports: Exports;
  /** Of the question that is being answered. */
  private exactly: Exactly | null = null;

  constructor(
    code: CompiledKernel,
    memory: KernelMemory,
    private readonly table: TableWords,
  ) {
    const { buffer } = memory;
    this.exports = code.exports(memory, { exactly: (row: number, run: number) => this.exactly?.(row, run) }) as Exports;
    this.bytes = new Uint8Array(buffer);
    this.words = new Uint32Array(buffer);
    this.numbers = new Float64Array(buffer, at.QUESTION_AT);
    this.told = new Uint32Array(buffer, at.TOLD_AT, at.MOST_KEPT * at.TOLD);
    this.worths = new Uint32Array(buffer, at.WORTHS_AT, at.WORTHS);
    this.words.set(table, at.TABLE_AT / 4);
    this.bytes.fill(15, at.LOWER_HALVES_AT, at.LOWER_HALVES_AT + 16);
    for (let bit = 0; bit < 16; bit++) this.bytes[at.BITS_AT + bit] = 1 << (bit & 7);
  }

  /** Rows of the last question that passed all gates, the struck ones too; 0 when it had none. */
  get passed(): number {
    return this.exports.passed.value;
  }

  /** How many of the first `rows` rows pass these gates. */
  count(rows: number, gates: Steps): number {
    this.writeSteps(at.GATES_AT, gates);
    this.numbers[0] = gates.places.length;
    return this.exports.count(rows);
  }

  /** How many rows it kept: the best of the runs, without those in `struck`. They stand in `told`. */
  rank(question: Question, struck: Iterable<number>): number {
    this.write(question);
    this.exactly = question.exactly;
    this.strike(struck, 1);
    try {
      return this.exports.rank();
    } finally {
      // Whatever a score throws, the next question finds everybody.
      this.exactly = null;
      this.strike(struck, 0);
    }
  }

  private write({ gates, bounds, runs, countries, context, ...rest }: Question): void {
    this.writeSteps(at.GATES_AT, gates);
    const highest = rest.countryPoints + this.writeBounds(bounds);
    let place = at.RUNS_AT / 4;
    for (const { start, end, fixed, context } of runs) {
      this.words[place++] = start;
      this.words[place++] = end;
      this.words[place++] = fixed;
      this.words[place++] = context;
    }
    this.writeCountries(countries);
    this.words.set(context.byCode, at.CONTEXT_AT / 4);
    this.numbers.set([
      gates.places.length,
      Math.ceil(bounds.places.length / at.GROUP) * at.GROUP,
      runs.length,
      countries.length,
      rest.size,
      rest.needed,
      rest.minimum,
      rest.unit,
      rest.countryPoints,
      highest,
      rest.valueTop,
      Number(context.days),
      ...rest.wholes,
      ...rest.weights,
      Number(rest.exactly !== null),
    ]);
  }

  private writeSteps(place: number, { places, points }: Steps): void {
    for (let step = 0; step < places.length; step++) {
      const start = place + step * at.STEP;
      for (let level = 0; level < 16; level++) this.bytes[start + level] = points[step * 16 + level] as number;
      this.words[(start + at.STEP_PLACE) / 4] = places[step] as number;
    }
  }

  /** Returns the most that all of them together can give. */
  private writeBounds(bounds: Steps): number {
    this.writeSteps(at.BOUNDS_AT, bounds);
    let step = Math.ceil(bounds.places.length / at.GROUP) * at.GROUP;
    let rest = 0;
    while (step-- > 0) {
      const start = at.BOUNDS_AT + step * at.STEP;
      this.words[(start + at.STEP_REST) / 4] = rest;
      if (step >= bounds.places.length) this.bytes.fill(0, start, start + 16);
      let most = 0;
      for (let level = 0; level < 16; level++) most = Math.max(most, this.bytes[start + level] as number);
      rest += most;
    }
    return rest;
  }

  private writeCountries(countries: Question['countries']): void {
    let place = this.table[3] / 4;
    for (const [, bits] of countries) this.words[place++] = bits;
  }

  private strike(rows: Iterable<number>, bit: 0 | 1): void {
    const struck = this.table[5];
    for (const row of rows) {
      const place = struck + (row >>> 3);
      const others = (this.bytes[place] as number) & ~(1 << (row & 7));
      this.bytes[place] = others | (bit << (row & 7));
    }
  }
}

/** The accelerator on this machine. */
export class Kernel {
  /** Bytes at the start of a memory that belong to the kernel. */
  readonly reserved = at.RESERVED;

  private constructor(private readonly code: CompiledKernel) {}

  /** Null where there is no WebAssembly, or one without vectors: the plain engine gives the same answers. */
  static onThisMachine(global: object = globalThis): Kernel | null {
    const code = CompiledKernel.of(KERNEL_CODE, global);
    return code && new Kernel(code);
  }

  /** Room for so many bytes. */
  memory(bytes: number): KernelMemory {
    return this.code.memory(bytes);
  }

  of(memory: KernelMemory, table: TableWords): TableKernel {
    return new TableKernel(this.code, memory, table);
  }
}

let found: { readonly kernel: Kernel | null } | undefined;

/** The accelerator, looked for once. */
export function theKernel(): Kernel | null {
  found ??= { kernel: Kernel.onThisMachine() };
  return found.kernel;
}

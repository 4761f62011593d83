import { CRITERIA } from '../requirement.js';
import { ListKernel } from './list-kernel.js';
import { RANK_COUNTS_CODE } from './rank-counts-code.js';
import type { ValueColumns } from './value-columns.js';
import { CompiledKernel, type KernelMemory } from './web-assembly.js';
import type { OneOfFew, RankCounter } from './weights-rank.js';

interface Exports {
  ranks(
    rows: number,
    maxima: number,
    blocks: number,
    open: number,
    numbers: number,
    kept: number,
    keptNumbers: number,
    few: number,
    wide: number,
    weightings: number,
    count: number,
    out: number,
  ): void;
}

/** Bytes at the start of a memory that belong to the kernel. */
const RESERVED = 16_384;
/** The kernel marks with one bit of a byte, and has room for so many people. */
const MOST = 126;
/** Rows of a block, which the kernel passes whole when none of them can reach the lowest of the few. */
const BLOCK = 16;
/** Rows and blocks lie in groups of four. */
const GROUP = 4;
/** The highest number: whoever has it is behind everybody of an equal total. */
const NOBODY = 2 ** 32 - 1;
/** Weightings that are handed over at once. */
const AT_ONCE = 256;

/** The accelerator of exact ranks on this machine. */
export class RankKernel {
  /** How many people can be ranked at once. */
  readonly most = MOST;
  /** Ranks a few among themselves. */
  readonly list: ListKernel;

  private constructor(private readonly code: CompiledKernel) {
    this.list = new ListKernel(code);
  }

  /** Null where there is no WebAssembly, or one without vectors. */
  static onThisMachine(global: object = globalThis): RankKernel | null {
    const code = CompiledKernel.of(RANK_COUNTS_CODE, global);
    return code && new RankKernel(code);
  }

  /** At most `most` people, who are among the rows. */
  counter(columns: ValueColumns, few: readonly OneOfFew[]): RankCounter {
    const layout = new Layout(columns, few.length);
    const memory = this.code.memory(layout.end);
    fillIn(columns, few, layout, memory);
    return new KernelCounter(this.code.exports(memory) as Exports, memory, layout, few.length);
  }
}

let found: { readonly kernel: RankKernel | null } | undefined;

/** The accelerator, looked for once. */
export function theRankKernel(): RankKernel | null {
  found ??= { kernel: RankKernel.onThisMachine() };
  return found.kernel;
}

/** Where everything lies in the memory of one counter, in bytes. */
class Layout {
  readonly rows = RESERVED;
  readonly blocks: number;
  readonly maxima: number;
  readonly numbers: number;
  readonly kept: number;
  readonly keptNumbers: number;
  readonly open: number;
  readonly weightings: number;
  readonly out: number;
  readonly end: number;
  /** Values of a row, filled up to whole pairs that the kernel knows: eight or ten. */
  readonly width: number;

  constructor({ size, width }: ValueColumns, few: number) {
    this.width = width > 8 ? 10 : 8;
    this.blocks = GROUP * Math.ceil(size / (BLOCK * GROUP));
    const row = 2 * this.width;
    this.maxima = this.rows + this.blocks * BLOCK * row;
    this.numbers = this.maxima + this.blocks * row;
    this.kept = this.numbers + this.blocks * BLOCK * 4;
    this.keptNumbers = this.kept + GROUP * Math.ceil(few / GROUP) * row;
    this.open = this.keptNumbers + GROUP * Math.ceil(few / GROUP) * 4;
    this.weightings = this.open + (this.blocks + GROUP) * 4;
    this.out = this.weightings + AT_ONCE * row;
    this.end = this.out + AT_ONCE * few * 4;
  }
}

class KernelCounter implements RankCounter {
  private readonly weightings: Uint16Array;
  private readonly out: Int32Array;

  constructor(
    private readonly exports: Exports,
    { buffer }: KernelMemory,
    private readonly layout: Layout,
    private readonly few: number,
  ) {
    this.weightings = new Uint16Array(buffer, layout.weightings, AT_ONCE * layout.width);
    this.out = new Int32Array(buffer, layout.out, AT_ONCE * few);
  }

  ranks(weightings: Uint8Array): Int32Array {
    const { few } = this;
    const count = weightings.length / CRITERIA.length;
    const ranks = new Int32Array(count * few);
    for (let first = 0; first < count && few > 0; first += AT_ONCE) {
      const now = Math.min(AT_ONCE, count - first);
      this.ask(weightings, first, now);
      ranks.set(this.out.subarray(0, now * few), first * few);
    }
    return ranks;
  }

  private ask(given: Uint8Array, first: number, count: number): void {
    const { rows, maxima, blocks, open, numbers, kept, keptNumbers, weightings, out, width } = this.layout;
    for (let one = 0; one < count; one++) {
      const from = (first + one) * CRITERIA.length;
      for (let place = 0; place < width; place++) this.weightings[one * width + place] = given[from + place] as number;
    }
    this.exports.ranks(rows, maxima, blocks, open, numbers, kept, keptNumbers, this.few, width > 8 ? 1 : 0, weightings, count, out);
  }
}

/** Lays everything out as the kernel reads it: rows that are high in the same criteria lie together, so that blocks are tight. */
function fillIn(columns: ValueColumns, few: readonly OneOfFew[], layout: Layout, { buffer }: KernelMemory): void {
  const { size, width, values, numbers } = columns;
  const all = new Int16Array(buffer);
  const placed = new Uint32Array(buffer, layout.numbers, layout.blocks * BLOCK).fill(NOBODY);
  const order = tightOrder(columns);
  for (let row = 0; row < size; row++) {
    const to = order[row] as number;
    placed[to] = numbers[row] as number;
    const at = placeOf(layout.rows, to, layout.width);
    const highest = placeOf(layout.maxima, Math.floor(to / BLOCK), layout.width);
    for (let place = 0; place < width; place++) {
      const value = values[row * width + place] as number;
      const within = 8 * (place >> 1) + (place & 1);
      all[at + within] = value;
      if (value > (all[highest + within] as number)) all[highest + within] = value;
    }
  }
  const keptNumbers = new Uint32Array(buffer, layout.keptNumbers, few.length);
  for (const [one, { number, values: own }] of few.entries()) {
    keptNumbers[one] = number;
    const at = placeOf(layout.kept, one, layout.width);
    for (const [place, criterion] of CRITERIA.slice(0, width).entries()) all[at + 8 * (place >> 1) + (place & 1)] = own[criterion];
  }
}

/** Where a row starts, counted in 16-bit values: groups of four, in them pair after pair. */
function placeOf(start: number, row: number, width: number): number {
  return start / 2 + (row >> 2) * GROUP * width + 2 * (row & 3);
}

/** By row: its place when rows with the same criteria above the mean lie together. Criteria beyond the eighth are not looked at. */
function tightOrder({ size, width, values }: ValueColumns): Uint32Array {
  const looked = Math.min(width, 8);
  const means = new Float64Array(looked);
  for (let row = 0; row < size; row++)
    for (let place = 0; place < looked; place++) means[place] = (means[place] as number) + (values[row * width + place] as number) / size;
  const kinds = new Uint8Array(size);
  const starts = new Uint32Array(257);
  for (let row = 0; row < size; row++) {
    let kind = 0;
    for (let place = 0; place < looked; place++)
      kind = (kind << 1) | ((values[row * width + place] as number) > (means[place] as number) ? 1 : 0);
    kinds[row] = kind;
    starts[kind + 1] = (starts[kind + 1] as number) + 1;
  }
  for (let kind = 0; kind < 256; kind++) starts[kind + 1] = (starts[kind + 1] as number) + (starts[kind] as number);
  return Uint32Array.from(kinds, (kind) => {
    const place = starts[kind] as number;
    starts[kind] = place + 1;
    return place;
  });
}

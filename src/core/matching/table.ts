import type { CountryCode } from '../expert.js';
import { COLUMNS } from './facts.js';
import type { Kernel, TableKernel } from './kernel.js';
import { LanguageTallies } from './language-tallies.js';
import { Records } from './records.js';
import { type Run, Tallies } from './tallies.js';

/** Rows in one block: the four-bit levels of a column lie in 16 bytes, rows 0 to 15 in the lower halves and 16 to 31 in the upper. */
const BLOCK_ROWS = 32;
export const BLOCK_BYTES = 16;
/** Rows from one fence to the next: as many as the kernel looks at together. */
const FENCE = 64;

export interface TableSizes {
  readonly rows: number;
  readonly cells: number;
  readonly countries: number;
  /** By column: whether any row has a level in it. Columns without share one of zeros. */
  readonly used: readonly boolean[];
}

/**
 * Profiles packed twice over, ordered by signature and then by human-rights days, so that all gates but those that levels
 * decide let through whole stretches of rows. Columns of levels answer a question for many rows at a time; a record and its
 * cells hold all that one row is scored by, side by side. Written once by `table-builder.ts`, then only read. All of it lies
 * in one buffer, which belongs to the kernel when there is one.
 */
export class Table {
  readonly bytes: Uint8Array;
  /** Where each four-bit column starts in `bytes`. */
  readonly columns: Uint32Array;
  readonly records: Records;
  /** Of every FENCE rows the human-rights days of the first, so that a search looks at few lines of memory. */
  readonly fences: Int32Array;
  /** Of each row its themes and languages, then its countries: see COUNTRY_CELLS. */
  readonly cells: Uint16Array;
  /** The row of each profile, in the order in which they were added. */
  readonly rowOf: Uint32Array;
  readonly languages = new LanguageTallies();
  readonly countryIndex = new Map<CountryCode, number>();
  readonly runs: Run[] = [];
  private counted: Tallies | undefined;
  readonly rows: number;
  /** The accelerator, where this machine has one. */
  readonly kernel: TableKernel | null;
  /** Of this table, in bytes. */
  readonly size: number;

  /** For the kernel, by country: where the bits start that say who has been there at all. */
  private readonly countryBits: Uint32Array;

  constructor({ rows, cells, countries, used }: TableSizes, kernel: Kernel | null) {
    this.rows = rows;
    const column = Math.ceil(rows / (2 * BLOCK_ROWS)) * 2 * BLOCK_BYTES;
    const places = new Places(kernel?.reserved ?? 0);
    const zeros = places.take(column);
    this.columns = Uint32Array.from({ length: COLUMNS }, (_, index) => (used[index] ? places.take(column) : zeros));
    const [records, cellsAt, rowOf] = [places.take(Records.bytes(rows)), places.take(2 * cells), places.take(4 * rows)];
    const fences = places.take(4 * Math.ceil(rows / FENCE));
    const bits = kernel ? Math.ceil(rows / 8) : 0;
    this.countryBits = Uint32Array.from({ length: countries }, () => places.take(bits));
    const [asked, near, struck] = [places.take(4 * countries), places.take(bits), places.take(bits)];
    const memory = kernel?.memory(places.end);
    const buffer = memory?.buffer ?? new ArrayBuffer(places.end);
    this.bytes = new Uint8Array(buffer);
    this.records = new Records(buffer, records, rows);
    this.fences = new Int32Array(buffer, fences, Math.ceil(rows / FENCE));
    this.cells = new Uint16Array(buffer, cellsAt, cells);
    this.rowOf = new Uint32Array(buffer, rowOf, rows);
    this.kernel = kernel && memory ? kernel.of(memory, [records, cellsAt, fences, asked, near, struck]) : null;
    this.size = buffer.byteLength;
  }

  /** Counted when they are first asked for: all runs must be there. */
  get tallies(): Tallies {
    this.counted ??= new Tallies(this);
    return this.counted;
  }

  /** Of each country that anybody has been in: its index, the place of its bits, and the factor. */
  countriesOf(factors: ReadonlyMap<CountryCode, number>): [index: number, bits: number, factor: number][] {
    const found: [number, number, number][] = [];
    for (const [code, factor] of factors) {
      const index = this.countryIndex.get(code);
      if (index !== undefined) found.push([index, this.countryBits[index] as number, factor]);
    }
    return found;
  }

  /** Notes the human-rights days of a row for searches. */
  fence(row: number, humanRights: number): void {
    if (row % FENCE === 0) this.fences[row / FENCE] = humanRights;
  }

  /** Marks that a row has been in a country. */
  markCountry(row: number, index: number): void {
    if (!this.kernel) return;
    const bits = (this.countryBits[index] as number) + (row >>> 3);
    this.bytes[bits] = (this.bytes[bits] as number) | (1 << (row & 7));
  }

  runOf(row: number): Run {
    let [low, high] = [0, this.runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.runs[middle] as Run).start <= row) low = middle;
      else high = middle - 1;
    }
    return this.runs[low] as Run;
  }

  /** The first row of the run that has fewer human-rights days than asked: those before it have enough. */
  endOfEnough({ start, end }: Run, days: number): number {
    if (days <= 0) return end;
    // First to the two fences between which it lies.
    let low = Math.ceil(start / FENCE);
    let high = Math.ceil(end / FENCE);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.fences[middle] as number) >= days) low = middle + 1;
      else high = middle;
    }
    high = Math.min(low * FENCE, end);
    low = Math.max((low - 1) * FENCE, start);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.records.humanRights(middle) >= days) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Hands out room in a buffer, each piece on a boundary that vectors and numbers can be read from. */
class Places {
  constructor(public end: number) {}

  take(bytes: number): number {
    const start = this.end;
    this.end = start + Math.ceil(bytes / 16) * 16;
    return start;
  }
}

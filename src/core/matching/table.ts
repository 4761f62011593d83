import type { CountryCode } from '../expert.js';
import { COLUMNS, LANGUAGE_COLUMN, SKILLS_COLUMN, TRAININGS_COLUMN } from './facts.js';
import type { Kernel, TableKernel } from './kernel.js';
import { DAYS_BITS } from './kernel-layout.js';

/** Rows in one block: the four-bit levels of a column lie in 16 bytes, rows 0 to 15 in the lower halves and 16 to 31 in the upper. */
export const BLOCK_ROWS = 32;
export const BLOCK_BYTES = 16;

/** Rows with one signature: [start, end), most human-rights days first. */
export interface Run {
  readonly signature: number;
  readonly start: number;
  end: number;
}

export interface TableSizes {
  readonly rows: number;
  readonly countryCells: number;
  readonly countries: number;
  /** By column: whether any row has a level in it. Columns without share one of zeros. */
  readonly used: readonly boolean[];
}

/**
 * Profiles as packed columns, ordered by signature and then by human-rights days, so that all gates but the languages let
 * through whole stretches of rows. Written once by `table-builder.ts`, then only read. All of it lies in one buffer, which
 * belongs to the kernel when there is one.
 */
export class Table {
  readonly bytes: Uint8Array;
  /** Where each four-bit column starts in `bytes`. */
  readonly columns: Uint32Array;
  readonly numbers: Uint32Array;
  readonly humanRights: Int32Array;
  readonly field: Uint16Array;
  /** Cells of row i: from countryStarts[i] up to, not including, countryStarts[i + 1]. */
  readonly countryStarts: Uint32Array;
  /** The row of each profile, in the order in which they were added. */
  readonly rowOf: Uint32Array;
  /** Index of the country × DAYS_PLACE + days. */
  readonly countryCells: Uint32Array;
  /** How many rows have each level, by language × 16 + level. */
  readonly languageCounts = new Uint32Array((SKILLS_COLUMN - LANGUAGE_COLUMN) * 16);
  readonly countryIndex = new Map<CountryCode, number>();
  readonly runs: Run[] = [];
  readonly rows: number;
  /** The accelerator, where this machine has one. */
  readonly kernel: TableKernel | null;
  /** Of this table, in bytes. */
  readonly size: number;

  /** For the kernel, by country: where the bits start that say who has been there at all. */
  private readonly countryBits: Uint32Array;

  constructor({ rows, countryCells, countries, used }: TableSizes, kernel: Kernel | null) {
    this.rows = rows;
    const column = Math.ceil(rows / (2 * BLOCK_ROWS)) * 2 * BLOCK_BYTES;
    const places = new Places(kernel?.reserved ?? 0);
    const zeros = places.take(column);
    this.columns = Uint32Array.from({ length: COLUMNS }, (_, index) => (used[index] ? places.take(column) : zeros));
    const [numbers, humanRights, field] = [places.take(4 * rows), places.take(4 * rows), places.take(2 * rows)];
    const [starts, cells, rowOf] = [places.take(4 * (rows + 1)), places.take(4 * countryCells), places.take(4 * rows)];
    const bits = kernel ? Math.ceil(rows / 8) : 0;
    this.countryBits = Uint32Array.from({ length: countries }, () => places.take(bits));
    const [factors, asked, near, struck] = [places.take(4 * countries), places.take(4 * countries), places.take(bits), places.take(bits)];
    const memory = kernel?.memory(places.end);
    const buffer = memory?.buffer ?? new ArrayBuffer(places.end);
    this.bytes = new Uint8Array(buffer);
    this.numbers = new Uint32Array(buffer, numbers, rows);
    this.humanRights = new Int32Array(buffer, humanRights, rows);
    this.field = new Uint16Array(buffer, field, rows);
    this.countryStarts = new Uint32Array(buffer, starts, rows + 1);
    this.countryCells = new Uint32Array(buffer, cells, countryCells);
    this.rowOf = new Uint32Array(buffer, rowOf, rows);
    const [skills, trainings] = [this.columns[SKILLS_COLUMN] as number, this.columns[TRAININGS_COLUMN] as number];
    const words = [numbers, humanRights, field, skills, trainings, starts, cells, factors, asked, near, struck] as const;
    this.kernel = kernel && memory ? kernel.of(memory, words) : null;
    this.size = buffer.byteLength;
  }

  /** Level 0 to 15 of a row in a column that starts at `place` in `bytes`. */
  levelAt(place: number, row: number): number {
    const byte = this.bytes[place + (row >>> 5) * BLOCK_BYTES + (row & 15)] as number;
    return (byte >>> ((row & 16) >>> 2)) & 15;
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

  /** Adds a cell of a row; rows are filled one after another. */
  addCountry(row: number, place: number, cell: number): void {
    this.countryCells[place] = cell;
    if (!this.kernel) return;
    const bits = (this.countryBits[cell >>> DAYS_BITS] as number) + (row >>> 3);
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
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.humanRights[middle] as number) >= days) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A country cell is index × this + days: COUNTRY_TOP fits. */
export const DAYS_PLACE = 2 ** DAYS_BITS;

/** Hands out room in a buffer, each piece on a boundary that vectors and numbers can be read from. */
class Places {
  constructor(public end: number) {}

  take(bytes: number): number {
    const start = this.end;
    this.end = start + Math.ceil(bytes / 16) * 16;
    return start;
  }
}

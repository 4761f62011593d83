import { COLUMNS, LANGUAGE_COLUMN, type ProfileFacts, SKILLS_COLUMN } from './facts.js';
import { Growing } from './growing.js';
import type { Kernel } from './kernel.js';
import { SIGNATURES } from './signature.js';
import { BLOCK_BYTES, DAYS_PLACE, Table } from './table.js';

/** Places of the key by which rows are sorted: signature, days and the order of arrival share the 53 bits of a whole number. */
const ARRIVALS = 2 ** 25;
const DAYS = 2 ** 17;
const MOST_NUMBER = 2 ** 32 - 1;
/** Rows that are put in their places between two pauses: some milliseconds. */
const PLACED_AT_ONCE = 5000;

const wholes = () => new Growing((length) => new Uint32Array(length));

/**
 * Packs profiles one by one, so that a roster of any size is never held twice; `build` puts the rows in order. Rows of
 * equal signature and days keep the order in which they were added.
 */
export class TableBuilder {
  private readonly numbers = wholes();
  private readonly humanRights = wholes();
  private readonly signatures = new Growing((length) => new Uint16Array(length));
  private readonly field = new Growing((length) => new Uint16Array(length));
  private readonly levelStarts = wholes();
  private readonly levels = new Growing((length) => new Uint16Array(length));
  private readonly countryStarts = wholes();
  private readonly countries = wholes();
  private readonly countryIndex = new Map<string, number>();
  private nextCell = 0;
  private readonly used = Array.from({ length: COLUMNS }, () => false);

  /** Throws a RangeError when the roster number or the days are beyond what is packed exactly. */
  add(facts: ProfileFacts): void {
    if (!(Number.isInteger(facts.number) && facts.number >= 0 && facts.number <= MOST_NUMBER))
      throw new RangeError('a roster number is a whole number from 0 to 4,294,967,295');
    if (facts.humanRights >= DAYS) throw new RangeError('more days of experience than there are in three hundred years');
    if (this.numbers.length >= ARRIVALS) throw new RangeError('more profiles than one table holds');
    this.numbers.push(facts.number);
    this.humanRights.push(facts.humanRights);
    this.signatures.push(facts.signature);
    this.field.push(facts.field);
    this.levelStarts.push(this.levels.length);
    for (const [column, level] of facts.levels) {
      this.used[column] = true;
      this.levels.push(column * 16 + level);
    }
    this.countryStarts.push(this.countries.length);
    for (const [code, days] of facts.countries) this.countries.push(this.indexOf(code) * DAYS_PLACE + days);
  }

  build(kernel: Kernel | null): Table {
    const table = this.empty(kernel);
    const order = this.order();
    this.placeAll(table, order, 0, order.length);
    return this.closed(table);
  }

  /** As `build`, some thousand rows at a time with a `pause` between. Nothing may be added meanwhile. */
  async buildGradually(kernel: Kernel | null, pause: () => Promise<void>): Promise<Table> {
    const table = this.empty(kernel);
    const order = this.order();
    for (let row = 0; row < order.length; row += PLACED_AT_ONCE) {
      await pause();
      this.placeAll(table, order, row, Math.min(row + PLACED_AT_ONCE, order.length));
    }
    return this.closed(table);
  }

  private empty(kernel: Kernel | null): Table {
    const sizes = { rows: this.numbers.length, countryCells: this.countries.length, countries: this.countryIndex.size, used: this.used };
    const table = new Table(sizes, kernel);
    for (const [code, index] of this.countryIndex) table.countryIndex.set(code, index);
    return table;
  }

  private placeAll(table: Table, order: Float64Array, start: number, end: number): void {
    for (let row = start; row < end; row++) this.place(table, row, (order[row] as number) % ARRIVALS);
  }

  private closed(table: Table): Table {
    table.countryStarts[table.rows] = this.countries.length;
    return table;
  }

  /** Sorted keys; the arrival is in the lowest places. Numbers sort natively, which a comparison of rows would not. */
  private order(): Float64Array {
    const keys = new Float64Array(this.numbers.length);
    for (let arrival = 0; arrival < keys.length; arrival++) {
      const days = DAYS - 1 - this.humanRights.at(arrival);
      keys[arrival] = ((SIGNATURES - 1 - this.signatures.at(arrival)) * DAYS + days) * ARRIVALS + arrival;
    }
    return keys.sort();
  }

  private place(table: Table, row: number, arrival: number): void {
    const signature = this.signatures.at(arrival);
    const run = table.runs.at(-1);
    if (run?.signature === signature) run.end = row + 1;
    else table.runs.push({ signature, start: row, end: row + 1 });
    table.rowOf[arrival] = row;
    table.numbers[row] = this.numbers.at(arrival);
    table.humanRights[row] = this.humanRights.at(arrival);
    table.field[row] = this.field.at(arrival);
    const levelsEnd = arrival + 1 < this.levelStarts.length ? this.levelStarts.at(arrival + 1) : this.levels.length;
    for (let cell = this.levelStarts.at(arrival); cell < levelsEnd; cell++) setLevel(table, row, this.levels.at(cell));
    const end = arrival + 1 < this.countryStarts.length ? this.countryStarts.at(arrival + 1) : this.countries.length;
    table.countryStarts[row] = this.nextCell;
    for (let cell = this.countryStarts.at(arrival); cell < end; cell++) table.addCountry(row, this.nextCell++, this.countries.at(cell));
  }

  private indexOf(code: string): number {
    const index = this.countryIndex.get(code) ?? this.countryIndex.size;
    this.countryIndex.set(code, index);
    return index;
  }
}

function setLevel({ bytes, columns, languageCounts }: Table, row: number, cell: number): void {
  const [column, level] = [cell >>> 4, cell & 15];
  const place = (columns[column] as number) + (row >>> 5) * BLOCK_BYTES + (row & 15);
  bytes[place] = (bytes[place] as number) | (level << ((row & 16) >>> 2));
  if (column < LANGUAGE_COLUMN || column >= SKILLS_COLUMN) return;
  const count = (column - LANGUAGE_COLUMN) * 16 + level;
  languageCounts[count] = (languageCounts[count] as number) + 1;
}

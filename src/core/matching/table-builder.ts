import { COLUMNS, type ProfileFacts, SKILLS_COLUMN, TRAININGS_COLUMN } from './facts.js';
import { Growing } from './growing.js';
import type { Kernel } from './kernel.js';
import { COUNTRY_CELLS, HUMAN_RIGHTS_BITS, WORTHS } from './kernel-layout.js';
import { SIGNATURES } from './signature.js';
import { BLOCK_BYTES, Table } from './table.js';

/** Places of the key by which rows are sorted: signature, days and the order of arrival share the 53 bits of a whole number. */
const ARRIVALS = 2 ** 25;
const DAYS = 2 ** HUMAN_RIGHTS_BITS;
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
  private readonly humanitarian = new Growing((length) => new Uint16Array(length));
  private readonly contexts = new Growing((length) => new Uint8Array(length));
  private readonly levelStarts = wholes();
  private readonly levels = new Growing((length) => new Uint16Array(length));
  private readonly countryStarts = wholes();
  /** Of each country two: its index and the days. */
  private readonly countries = new Growing((length) => new Uint16Array(length));
  private readonly countryIndex = new Map<string, number>();
  /** How many levels are scored: those of themes and languages. */
  private scored = 0;
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
    this.humanitarian.push(facts.humanitarian);
    this.contexts.push(facts.context);
    this.levelStarts.push(this.levels.length);
    for (const [column, level] of facts.levels) {
      this.used[column] = true;
      this.levels.push(column * 16 + level);
      if (column < SKILLS_COLUMN) this.scored++;
    }
    this.countryStarts.push(this.countries.length);
    for (const [code, days] of facts.countries) {
      this.countries.push(this.indexOf(code));
      this.countries.push(days);
    }
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
    const cells = this.scored + this.countries.length;
    const sizes = { rows: this.numbers.length, cells, countries: this.countryIndex.size, used: this.used };
    const table = new Table(sizes, kernel);
    for (const [code, index] of this.countryIndex) table.countryIndex.set(code, index);
    return table;
  }

  private placeAll(table: Table, order: Float64Array, start: number, end: number): void {
    for (let row = start; row < end; row++) this.place(table, row, (order[row] as number) % ARRIVALS);
  }

  private closed(table: Table): Table {
    table.records.close(table.rows, this.nextCell);
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
    table.fence(row, this.humanRights.at(arrival));
    const cells = this.nextCell;
    const levels = this.placeLevels(table, row, arrival);
    this.placeCountries(table, row, arrival);
    table.records.write(row, {
      number: this.numbers.at(arrival),
      humanRights: this.humanRights.at(arrival),
      humanitarian: this.humanitarian.at(arrival),
      cells,
      field: this.field.at(arrival),
      skills: levels.skills,
      trainings: levels.trainings,
      context: this.contexts.at(arrival),
    });
  }

  private placeLevels(table: Table, row: number, arrival: number): { skills: number; trainings: number } {
    const end = arrival + 1 < this.levelStarts.length ? this.levelStarts.at(arrival + 1) : this.levels.length;
    const found = { skills: 0, trainings: 0 };
    const first = this.nextCell;
    for (let place = this.levelStarts.at(arrival); place < end; place++) {
      const cell = this.levels.at(place);
      setLevel(table, row, cell);
      const column = cell >>> 4;
      if (column < SKILLS_COLUMN) table.cells[this.nextCell++] = cell;
      else if (column === SKILLS_COLUMN) found.skills = cell & 15;
      else if (column === TRAININGS_COLUMN) found.trainings = cell & 15;
    }
    table.languages.add(table.cells.subarray(first, this.nextCell));
    return found;
  }

  private placeCountries(table: Table, row: number, arrival: number): void {
    const end = arrival + 1 < this.countryStarts.length ? this.countryStarts.at(arrival + 1) : this.countries.length;
    for (let place = this.countryStarts.at(arrival); place < end; place += 2) {
      const index = this.countries.at(place);
      table.cells[this.nextCell++] = COUNTRY_CELLS + index;
      table.cells[this.nextCell++] = this.countries.at(place + 1);
      table.markCountry(row, index);
    }
  }

  private indexOf(code: string): number {
    const index = this.countryIndex.get(code) ?? this.countryIndex.size;
    if (index >= WORTHS - COUNTRY_CELLS) throw new RangeError('more countries than one table tells apart');
    this.countryIndex.set(code, index);
    return index;
  }
}

function setLevel({ bytes, columns }: Table, row: number, cell: number): void {
  const [column, level] = [cell >>> 4, cell & 15];
  const place = (columns[column] as number) + (row >>> 5) * BLOCK_BYTES + (row & 15);
  bytes[place] = (bytes[place] as number) | (level << ((row & 16) >>> 2));
}

import { OFFICIAL_LANGUAGES } from '../languages.js';
import { LANGUAGE_COLUMNS } from './facts.js';
import type { LevelGate } from './request.js';

/** Of each language its place in a combination: four bits, so that a sum with what is lacking shows in the highest of them. */
const SHIFTS = new Map(OFFICIAL_LANGUAGES.map((language, index) => [LANGUAGE_COLUMNS.get(language) as number, 4 * index]));
const HIGHEST = 8;

/** How many rows have each combination of levels in the official languages, of which few come up: counting who has some of them looks at no row. */
export class LanguageTallies {
  private readonly rows = new Map<number, number>();
  private columns: { readonly combinations: Int32Array; readonly rows: Int32Array } | undefined;

  /** One row with these cells, column × 16 + level; other columns than those of official languages count for nothing. */
  add(cells: Iterable<number>): void {
    let combination = 0;
    for (const cell of cells) {
      const shift = SHIFTS.get(cell >>> 4);
      if (shift !== undefined) combination |= (cell & 15) << shift;
    }
    this.rows.set(combination, (this.rows.get(combination) ?? 0) + 1);
  }

  /** How many rows pass a gate that asks for levels of official languages alone; undefined for any other gate. */
  have({ columns, points, top }: LevelGate): number | undefined {
    let lacking = 0;
    let asked = 0;
    for (const [index, column] of columns.entries()) {
      const shift = SHIFTS.get(column);
      if (shift === undefined) return undefined;
      const need = points.slice(index * 16, index * 16 + top + 1).findIndex((point) => point > 0);
      lacking |= (HIGHEST - need) << shift;
      asked |= HIGHEST << shift;
    }
    this.columns ??= { combinations: Int32Array.from(this.rows.keys()), rows: Int32Array.from(this.rows.values()) };
    const { combinations, rows } = this.columns;
    let have = 0;
    for (let place = 0; place < combinations.length; place++) {
      if ((((combinations[place] as number) + lacking) & asked) === asked) have += rows[place] as number;
    }
    return have;
  }
}

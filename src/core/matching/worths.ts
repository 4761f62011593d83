import { COUNTRY_CELLS, DESIRED_BITS } from './kernel-layout.js';
import type { CompiledRequest, Lookup } from './request.js';
import type { Table } from './table.js';

/** What both parts of a worth have room for; the heaviest needs there can be reach a fiftieth of it. */
const MOST_THEMES = 2 ** (32 - DESIRED_BITS) - 1;
const MOST_DESIRED = 2 ** DESIRED_BITS - 1;

/**
 * Writes what each cell of the table is worth to a request, so that whoever scores a row adds up its cells and looks at
 * nothing else: points for themes above DESIRED_BITS, those for desired languages below, and how much a day in each country
 * counts. `worths` has WORTHS places and is written over from the first. Throws a RangeError when the weights of the themes
 * or the levels of the languages sum to more than there is room for.
 */
export function writeWorths(worths: Uint32Array, table: Table, request: CompiledRequest): void {
  if (request.themes.whole > MOST_THEMES || request.desiredLanguages.whole > MOST_DESIRED)
    throw new RangeError('the needs weigh more than can be added up');
  worths.fill(0, 0, COUNTRY_CELLS + table.countryIndex.size);
  write(worths, request.themes, 2 ** DESIRED_BITS);
  write(worths, request.desiredLanguages, 1);
  for (const [index, , factor] of table.countriesOf(request.countryFactors)) worths[COUNTRY_CELLS + index] = factor;
}

function write(worths: Uint32Array, { columns, points, top }: Lookup, scale: number): void {
  for (let index = 0; index < columns.length; index++) {
    const cell = (columns[index] as number) * 16;
    for (let level = 1; level <= top; level++) worths[cell + level] = (points[index * 16 + level] as number) * scale;
  }
}

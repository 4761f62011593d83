/**
 * Rows of any length, one after another: row i is at `starts[i]` up to, not including, `starts[i + 1]`. Compressed rows
 * instead of a fixed number of slots: nobody's eleventh language or thirtieth theme is ever cut off.
 */
export interface PackedRows {
  readonly starts: Uint32Array;
  /** What a cell is about, as a small whole number that indexes a lookup table. */
  readonly keys: Uint32Array;
  /** How many units of it there are. */
  readonly amounts: Int32Array;
}

type Cell = readonly [key: number, amount: number];

export function pack(rows: Iterable<Iterable<Cell>>): PackedRows {
  const [starts, keys, amounts]: [number[], number[], number[]] = [[0], [], []];
  for (const row of rows) {
    for (const [key, amount] of row) {
      keys.push(key);
      amounts.push(amount);
    }
    starts.push(keys.length);
  }
  return { starts: Uint32Array.from(starts), keys: Uint32Array.from(keys), amounts: Int32Array.from(amounts) };
}

/** Σ amount × factor over one row. A plain loop: it runs once for each profile and request. */
export function weightedSum({ starts, keys, amounts }: PackedRows, row: number, factors: Int32Array): number {
  const end = starts[row + 1] as number;
  let sum = 0;
  for (let cell = starts[row] as number; cell < end; cell++) sum += (amounts[cell] as number) * (factors[keys[cell] as number] as number);
  return sum;
}

/**
 * Levels of one row as seen through a table with five places for each thing (levels 0 to 4): Σ table[thing × 5 + level].
 * Any function of thing and level becomes a lookup.
 */
export function tableSum({ starts, keys, amounts }: PackedRows, row: number, table: Int32Array): number {
  const end = starts[row + 1] as number;
  let sum = 0;
  for (let cell = starts[row] as number; cell < end; cell++)
    sum += table[(keys[cell] as number) * LEVELS + (amounts[cell] as number)] as number;
  return sum;
}

/** Places of a level table for each thing: knowledge and languages both have levels 0 to 4. */
export const LEVELS = 5;

/** A table for `tableSum` over `things` things, filled by adding up what `add` is called with. */
export function levelTable(things: number, fill: (add: (thing: number, level: number, points: number) => void) => void): Int32Array {
  const table = new Int32Array(things * LEVELS);
  fill((thing, level, points) => {
    const place = thing * LEVELS + level;
    table[place] = (table[place] as number) + points;
  });
  return table;
}

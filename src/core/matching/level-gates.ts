import type { CompiledRequest, Lookup } from './request.js';
import { BLOCK_BYTES, type Table } from './table.js';
import { GATES } from './verdicts.js';

/** The gates of one request that levels decide, over the rows of one table. */
export class LevelGates {
  private readonly gates: readonly Placed[];

  constructor(
    private readonly table: Table,
    { levelGates }: CompiledRequest,
  ) {
    this.gates = levelGates.map((gate) => ({
      columns: Uint32Array.from(gate.columns, (column) => table.columns[column] as number),
      points: gate.points,
      whole: gate.whole,
      bit: 1 << GATES.indexOf(gate.gate),
    }));
  }

  /** One bit for each gate that the row misses, the first of GATES lowest. */
  missed(row: number): number {
    let missed = 0;
    for (let index = 0; index < this.gates.length; index++) if (this.misses(index, row)) missed |= (this.gates[index] as Placed).bit;
    return missed;
  }

  /** Whether the row misses the gate at this place of the request's level gates. */
  misses(index: number, row: number): boolean {
    const gate = this.gates[index] as Placed;
    return this.points(gate, row) < gate.whole;
  }

  /** The inner loop: where the level of the row is within a column is computed once. */
  private points({ columns, points }: Placed, row: number): number {
    const { bytes } = this.table;
    const within = (row >>> 5) * BLOCK_BYTES + (row & 15);
    const shift = (row & 16) >>> 2;
    let sum = 0;
    for (let index = 0; index < columns.length; index++) {
      const level = ((bytes[(columns[index] as number) + within] as number) >>> shift) & 15;
      sum += points[index * 16 + level] as number;
    }
    return sum;
  }
}

/** A gate with the places of its columns in one table, and its bit. */
interface Placed extends Pick<Lookup, 'points' | 'whole'> {
  readonly columns: Uint32Array;
  readonly bit: number;
}

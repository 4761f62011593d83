import type { IsoDate } from '../dates.js';
import type { ExpertProfile } from '../expert.js';
import type { ExperiencePolicy } from '../requirement.js';
import { type Backing, backedPart } from './backing.js';
import { factsOf, type ProfileFacts, SKILLS_COLUMN, TRAININGS_COLUMN } from './facts.js';
import { Growing } from './growing.js';
import { COUNTRY_CELLS } from './kernel-layout.js';
import { Records } from './records.js';
import type { ScoredRows } from './score.js';
import { atOnce, gradually, type Steps } from './steps.js';
import type { Table } from './table.js';

/** Profiles that are packed between two pauses: some milliseconds. */
const AT_ONCE = 200;

/**
 * What is left of the profiles of a table when only better backed claims are believed: row by row what a score reads, and
 * nothing of what gates and bounds do. Rows and cells mean the same as in the table.
 */
export interface Layer extends ScoredRows {
  /** By row. */
  readonly signatures: Uint16Array;
}

/** The layers of one table, each made when it is first asked for. */
export class Layers {
  private readonly made = new Map<Backing, Layer>();
  private readonly packing = new Map<Backing, Promise<Layer>>();

  constructor(
    private readonly table: Table,
    /** In the order in which they were added to the table. */
    private readonly profiles: readonly ExpertProfile[],
    private readonly asOf: IsoDate,
    private readonly policy: ExperiencePolicy,
  ) {}

  /** Those that have been asked for. */
  get backings(): readonly Backing[] {
    return [...this.made.keys()];
  }

  of(backing: Backing): Layer {
    return this.made.get(backing) ?? this.keep(backing, atOnce(this.steps(backing)));
  }

  /** Makes them a few hundred profiles at a time with a `pause` between, once for whoever asks meanwhile. */
  async ready(backings: readonly Backing[], pause: () => Promise<void>): Promise<void> {
    for (const backing of backings) {
      if (this.made.has(backing)) continue;
      const under = this.packing.get(backing) ?? gradually(this.steps(backing), pause).finally(() => this.packing.delete(backing));
      this.packing.set(backing, under);
      this.keep(backing, await under);
    }
  }

  private *steps(backing: Backing): Steps<Layer> {
    const { table, profiles, asOf, policy } = this;
    const arrivals = new Uint32Array(table.rows);
    for (const [arrival, row] of table.rowOf.entries()) arrivals[row] = arrival;
    const builder = new LayerBuilder(table);
    for (const [row, arrival] of arrivals.entries()) {
      if (row % AT_ONCE === AT_ONCE - 1) yield;
      builder.put(row, factsOf(backedPart(profiles[arrival] as ExpertProfile, backing), asOf, policy));
    }
    return builder.build();
  }

  private keep(backing: Backing, layer: Layer): Layer {
    this.made.set(backing, layer);
    return layer;
  }
}

/** Rows are put in from the first to the last. */
class LayerBuilder {
  private readonly records: Records;
  private readonly signatures: Uint16Array;
  private readonly cells = new Growing((length) => new Uint16Array(length));

  constructor(private readonly table: Table) {
    this.records = new Records(new ArrayBuffer(Records.bytes(table.rows)), 0, table.rows);
    this.signatures = new Uint16Array(table.rows);
  }

  put(row: number, facts: ProfileFacts): void {
    const { cells, table } = this;
    const [skills, trainings] = [facts.levels.get(SKILLS_COLUMN) ?? 0, facts.levels.get(TRAININGS_COLUMN) ?? 0];
    this.records.write(row, { ...facts, cells: cells.length, skills, trainings });
    this.signatures[row] = facts.signature;
    for (const [column, level] of facts.levels) if (column < SKILLS_COLUMN) cells.push(column * 16 + level);
    for (const [code, days] of facts.countries) {
      // Whoever was in a country by better backed claims was there by all of them.
      cells.push(COUNTRY_CELLS + (table.countryIndex.get(code) as number));
      cells.push(days);
    }
  }

  build(): Layer {
    const { records, signatures } = this;
    records.close(this.table.rows, this.cells.length);
    return { records, signatures, cells: this.cells.copy() };
  }
}

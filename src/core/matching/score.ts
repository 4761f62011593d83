import { KNOWLEDGE_TOP, SKILL_AREAS } from '../knowledge.js';
import { COUNTRY_TOP } from './criteria/country.js';
import { FIELD_TOP } from './criteria/field.js';
import { valueOf } from './criteria/rule.js';
import { TRAININGS_TOP } from './criteria/trainings.js';
import { SKILLS_COLUMN, TRAININGS_COLUMN } from './facts.js';
import { DAYS_BITS } from './kernel-layout.js';
import { namedValues, PACKED_CRITERIA, type PackedCriterion } from './packed-criteria.js';
import type { CompiledRequest, Lookup } from './request.js';
import { BLOCK_BYTES, DAYS_PLACE, type Table } from './table.js';
import { GATES } from './verdicts.js';

/** Steps that give the full value of the skills. */
export const SKILLS_TOP = SKILL_AREAS.length * KNOWLEDGE_TOP;

/**
 * One request over the rows of one table, exactly: what its methods say about a row, the rules in criteria/ say about the
 * profile (the reference holds them to it). They run for many rows, so they read typed arrays and allocate nothing.
 */
export class Score {
  /** Values of the row that `total` was last called for, in the order of PACKED_CRITERIA. */
  private readonly values = new Int32Array(PACKED_CRITERIA.length);
  private readonly themes: PlacedLookup;
  private readonly desired: PlacedLookup;
  private readonly levelGates: readonly PlacedLookup[];
  private readonly levelBits: Int32Array;
  private readonly levelWholes: Int32Array;
  private readonly countryFactors: Int32Array;
  private readonly weights: Int32Array;
  private readonly skills: number;
  private readonly trainings: number;

  constructor(
    private readonly table: Table,
    private readonly request: CompiledRequest,
  ) {
    this.themes = placed(table, request.themes);
    this.desired = placed(table, request.desiredLanguages);
    this.levelGates = request.levelGates.map((gate) => placed(table, gate));
    this.levelWholes = Int32Array.from(request.levelGates, ({ whole }) => whole);
    this.levelBits = Int32Array.from(request.levelGates, ({ gate }) => 1 << GATES.indexOf(gate));
    this.skills = table.columns[SKILLS_COLUMN] as number;
    this.trainings = table.columns[TRAININGS_COLUMN] as number;
    this.weights = Int32Array.from(request.weights);
    this.countryFactors = new Int32Array(table.countryIndex.size);
    for (const [code, factor] of request.countryFactors) {
      const index = table.countryIndex.get(code);
      if (index !== undefined) this.countryFactors[index] = factor;
    }
  }

  /** One bit for each gate that the levels of the row miss, the first of GATES lowest. */
  missedByLevels(row: number): number {
    let missed = 0;
    for (let index = 0; index < this.levelGates.length; index++) {
      if (this.missesLevel(index, row)) missed |= this.levelBits[index] as number;
    }
    return missed;
  }

  /** Whether the levels of the row miss the gate at this place of the request's level gates. */
  missesLevel(index: number, row: number): boolean {
    return this.points(this.levelGates[index] as PlacedLookup, row) < (this.levelWholes[index] as number);
  }

  /** Σ weight × value, 0 to 1,000,000, of a row with so many steps of knowledge beyond the essentials. Leaves the values in `values`. */
  total(row: number, steps: number): number {
    const { values, weights, table, request } = this;
    const beyond = Math.max(0, (table.humanRights[row] as number) - request.minimumDays);
    values[0] = valueOf(this.points(this.themes, row), request.themes.whole);
    values[1] = valueOf(Math.min(beyond, request.experienceWhole), request.experienceWhole);
    values[2] = valueOf(this.points(this.desired, row), request.desiredLanguages.whole);
    values[3] = valueOf(steps, request.knowledgeWhole);
    values[4] = valueOf(table.field[row] as number, FIELD_TOP);
    values[5] = this.countryValue(row);
    values[6] = valueOf(table.levelAt(this.skills, row), SKILLS_TOP);
    values[7] = valueOf(table.levelAt(this.trainings, row), TRAININGS_TOP);
    let total = 0;
    for (let index = 0; index < values.length; index++) total += (values[index] as number) * (weights[index] as number);
    return total;
  }

  /** The values of the row that `total` was last called for. */
  named(): Record<PackedCriterion, number> {
    return namedValues(this.values, 0);
  }

  /** The value of the criterion "country", 0 to 10,000. */
  countryValue(row: number): number {
    const { countryStarts, countryCells } = this.table;
    const end = countryStarts[row + 1] as number;
    let days = 0;
    for (let place = countryStarts[row] as number; place < end; place++) {
      const cell = countryCells[place] as number;
      days += (cell & (DAYS_PLACE - 1)) * (this.countryFactors[cell >>> DAYS_BITS] as number);
    }
    return valueOf(Math.min(days, COUNTRY_TOP), COUNTRY_TOP);
  }

  /** The inner loop of everything: where the level of the row is within a column is computed once. */
  private points({ columns, points }: PlacedLookup, row: number): number {
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

/** A lookup with the places of its columns in one table. */
interface PlacedLookup {
  readonly columns: Uint32Array;
  readonly points: Int32Array;
}

function placed({ columns }: Table, lookup: Lookup): PlacedLookup {
  return { columns: Uint32Array.from(lookup.columns, (column) => columns[column] as number), points: lookup.points };
}

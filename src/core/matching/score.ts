import { KNOWLEDGE_TOP, SKILL_AREAS } from '../knowledge.js';
import { CRITERIA } from '../requirement.js';
import { contextValueOf } from './context-code.js';
import { COUNTRY_TOP } from './criteria/country.js';
import { FIELD_TOP } from './criteria/field.js';
import { valueOf } from './criteria/rule.js';
import { TRAININGS_TOP } from './criteria/trainings.js';
import { COUNTRY_CELLS, DESIRED_BITS, WORTHS } from './kernel-layout.js';
import type { RunValues } from './open-runs.js';
import type { CriterionValues } from './ranking.js';
import type { Records } from './records.js';
import type { CompiledRequest } from './request.js';
import type { Table } from './table.js';
import { writeWorths } from './worths.js';

/** Steps that give the full value of the skills. */
export const SKILLS_TOP = SKILL_AREAS.length * KNOWLEDGE_TOP;

const DESIRED = 2 ** DESIRED_BITS;

/** Says of a row what it is worth to one request. */
export interface RowScore {
  /** Values of the row that `total` was last called for, in the order of CRITERIA. */
  readonly values: Int32Array;
  /** Σ weight × value, 0 to 1,000,000, of a row of such a run. Leaves the values in `values`. */
  total(row: number, run: RunValues): number;
}

/** What a score reads of rows. */
export interface ScoredRows {
  readonly records: Records;
  readonly cells: Uint16Array;
}

/**
 * One request over the rows of one table, exactly: what its methods say about a row, the rules in criteria/ say about the
 * profile (the reference holds them to it). They run for many rows, so they read typed arrays and allocate nothing.
 */
export class Score implements RowScore {
  readonly values = new Int32Array(CRITERIA.length);
  private readonly worths = new Uint32Array(WORTHS);
  private readonly weights: Int32Array;

  constructor(
    table: Table,
    private readonly request: CompiledRequest,
    /** Other rows, of which each cell means what it does in the table. */
    private readonly rows: ScoredRows = table,
  ) {
    this.weights = Int32Array.from(CRITERIA, (criterion) => request.weights[criterion]);
    writeWorths(this.worths, table, request);
  }

  total(row: number, { knowledge, education, context }: RunValues): number {
    const { values, weights, request } = this;
    const { records, cells } = this.rows;
    const beyond = Math.max(0, records.humanRights(row) - request.minimumDays);
    const end = records.cells(row + 1);
    let place = records.cells(row);
    let both = 0;
    for (; place < end && (cells[place] as number) < COUNTRY_CELLS; place++) both += this.worths[cells[place] as number] as number;
    values[0] = valueOf(Math.floor(both / DESIRED), request.themes.whole);
    values[1] = valueOf(Math.min(beyond, request.experienceWhole), request.experienceWhole);
    values[2] = valueOf(both % DESIRED, request.desiredLanguages.whole);
    values[3] = knowledge;
    values[4] = valueOf(records.field(row), FIELD_TOP);
    values[5] = valueOf(Math.min(this.countryDays(place, end), COUNTRY_TOP), COUNTRY_TOP);
    values[6] = valueOf(records.skills(row), SKILLS_TOP);
    values[7] = valueOf(records.trainings(row), TRAININGS_TOP);
    values[8] = education;
    values[9] = contextValueOf(request.context, context, records.humanitarian(row), records.context(row));
    let total = 0;
    for (let index = 0; index < values.length; index++) total += (values[index] as number) * (weights[index] as number);
    return total;
  }

  /** Of the cells [place, end), which are countries. */
  private countryDays(place: number, end: number): number {
    const { cells } = this.rows;
    let days = 0;
    for (let at = place; at < end; at += 2) days += (cells[at + 1] as number) * (this.worths[cells[at] as number] as number);
    return days;
  }
}

/** Values in the order of CRITERIA, by their names. */
export function named(values: Int32Array): CriterionValues {
  const at = (place: number) => values[place] as number;
  return {
    themes: at(0),
    experience: at(1),
    languages: at(2),
    knowledge: at(3),
    field: at(4),
    country: at(5),
    skills: at(6),
    trainings: at(7),
    education: at(8),
    context: at(9),
  };
}

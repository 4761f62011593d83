import type { Best } from './best.js';
import { boundsOf } from './bounds.js';
import { census, judgeRun, missedBy, type OpenRun, type RunVerdict } from './census.js';
import { COUNTRY_TOP } from './criteria/country.js';
import { EDUCATION_TOP } from './criteria/education.js';
import { FIELD_TOP } from './criteria/field.js';
import { valueOf } from './criteria/rule.js';
import { TRAININGS_TOP } from './criteria/trainings.js';
import { LANGUAGE_COLUMN, SKILLS_COLUMN } from './facts.js';
import type { Question, Steps, TableKernel } from './kernel.js';
import { MOST_KEPT, TOLD } from './kernel-layout.js';
import { namedValues, PACKED_CRITERIA, type PackedCriterion } from './packed-criteria.js';
import type { CompiledRequest, LevelGate } from './request.js';
import { VALUE_TOP } from './rubric.js';
import { Score, SKILLS_TOP } from './score.js';
import { gateFacts } from './signature.js';
import type { Table } from './table.js';
import { GATES } from './verdicts.js';

/** Bounds pay in tables of at least so many rows, when no more than one of four is to be kept. */
const MANY = 1500;
const FEW = 4;

/** What a scan counted: rows that meet all gates, and by gate those that miss it. */
export interface Counted {
  readonly eligible: number;
  readonly misses: readonly number[];
}

/** A table of a pool. */
export interface Part {
  readonly table: Table;
  /** Rows that count as if they were not there: their profiles have changed since. */
  readonly without: ReadonlySet<number>;
  /** What is added to the rows of this table, so that rows of two tables do not have the same number. */
  readonly offset: number;
}

/** One request over one table. */
export class Scan {
  private scored: Score | undefined;
  /** Values of the rows that the kernel found. */
  private readonly told = new Map<number, Record<PackedCriterion, number>>();
  private readonly table: Table;
  private readonly without: ReadonlySet<number>;
  private readonly offset: number;

  constructor(
    { table, without, offset }: Part,
    private readonly request: CompiledRequest,
  ) {
    this.table = table;
    this.without = without;
    this.offset = offset;
  }

  /** Offers the eligible rows that may be among the best; every row of the table is counted. */
  run(best: Best): Counted {
    const { misses, open } = census(this.table, this.request);
    const { kernel, rows } = this.table;
    const few = rows >= MANY && best.room < rows / FEW && best.room <= MOST_KEPT;
    const eligible = kernel && few ? this.byKernel(kernel, open, best) : this.plainly(open, best);
    for (const [index, gate] of this.request.levelGates.entries()) misses[GATES.indexOf(gate.gate)] = this.missing(gate, index);
    return this.withoutChanged({ eligible, misses });
  }

  /** Whether a row that was offered is of this table. */
  has(offered: number): boolean {
    return offered >= this.offset && offered < this.offset + this.table.rows;
  }

  /** Values of a row that was offered. */
  values(offered: number): Record<PackedCriterion, number> {
    const row = offered - this.offset;
    const told = this.told.get(row);
    if (told) return told;
    this.score.total(row, judgeRun(this.table.runOf(row).signature, this.request).steps);
    return this.score.named();
  }

  /** The value of the criterion "education" of a row that was offered: gates tell the same classes apart. */
  educationValue(offered: number): number {
    return valueOf(gateFacts(this.table.runOf(offered - this.offset).signature).education, EDUCATION_TOP);
  }

  /** Calls back with one bit for each gate that a row misses, the first of GATES lowest, its roster number, and the row as it is offered. */
  forEach(act: (missed: number, number: number, offered: number) => void): void {
    for (const run of this.table.runs) {
      const verdict = judgeRun(run.signature, this.request);
      for (let row = run.start; row < run.end; row++) {
        if (!this.without.has(row)) act(this.missed(row, verdict), this.table.numbers[row] as number, this.offset + row);
      }
    }
  }

  /** Offers the rows that miss exactly one of these sets of gates. */
  offerMissing(sets: readonly number[], best: Best): void {
    for (const run of this.table.runs) {
      const verdict = judgeRun(run.signature, this.request);
      for (let row = run.start; row < run.end; row++) if (sets.includes(this.missed(row, verdict))) this.offer(row, verdict.steps, best);
    }
  }

  /** Made when it is first needed: the kernel needs none. */
  private get score(): Score {
    this.scored ??= new Score(this.table, this.request);
    return this.scored;
  }

  private missed(row: number, verdict: RunVerdict): number {
    return missedBy(verdict, this.table.humanRights[row] as number, this.score.missedByLevels(row));
  }

  private plainly(open: readonly OpenRun[], best: Best): number {
    let eligible = 0;
    for (const { start, end, steps } of open) {
      for (let row = start; row < end; row++) {
        if (this.score.missedByLevels(row) !== 0) continue;
        eligible++;
        this.offer(row, steps, best);
      }
    }
    return eligible;
  }

  private byKernel(kernel: TableKernel, open: readonly OpenRun[], best: Best): number {
    const kept = kernel.rank(this.question(open, best), this.without);
    for (let place = 0; place < kept * TOLD; place += TOLD) {
      const [total, number, row] = [kernel.told[place] as number, kernel.told[place + 1] as number, kernel.told[place + 2] as number];
      best.offer(total, number, this.offset + row);
      this.told.set(row, namedValues(kernel.told, place + TOLD - PACKED_CRITERIA.length));
    }
    return this.request.levelGates.length > 0 ? kernel.passed : open.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  private question(open: readonly OpenRun[], { room, needed }: Best): Question {
    const { table, request } = this;
    const { columns, points, countryPoints, unit } = boundsOf(request);
    const places = (of: readonly number[]) => of.map((column) => table.columns[column] as number);
    const { themes, desiredLanguages: desired } = request;
    return {
      gates: gatesOf(table, request.levelGates),
      bounds: { places: places(columns), points },
      themes: { places: places(themes.columns), points: themes.points },
      desired: { places: places(desired.columns), points: desired.points },
      runs: open,
      countries: table.countriesOf(request.countryFactors),
      countryPoints,
      unit,
      size: room,
      needed,
      minimum: request.minimumDays,
      valueTop: VALUE_TOP,
      wholes: [
        themes.whole,
        request.experienceWhole,
        desired.whole,
        request.knowledgeWhole,
        FIELD_TOP,
        COUNTRY_TOP,
        SKILLS_TOP,
        TRAININGS_TOP,
      ],
      weights: request.weights,
    };
  }

  private offer(row: number, steps: number, best: Best): void {
    if (this.without.size > 0 && this.without.has(row)) return;
    best.offer(this.score.total(row, steps), this.table.numbers[row] as number, this.offset + row);
  }

  /** Of all rows, the otherwise ineligible too. */
  private missing(gate: LevelGate, index: number): number {
    const { table, score } = this;
    const { columns, points } = gate;
    const only = columns.length === 1 ? (columns[0] as number) : SKILLS_COLUMN;
    if (only < SKILLS_COLUMN) return table.rows - haveLevel(table, only - LANGUAGE_COLUMN, points);
    if (table.kernel) return table.rows - table.kernel.count(table.rows, gatesOf(table, [gate]));
    let missing = 0;
    for (let row = 0; row < table.rows; row++) if (score.missesLevel(index, row)) missing++;
    return missing;
  }

  private withoutChanged({ eligible, misses }: Counted): Counted {
    const left = [...misses];
    let stay = eligible;
    for (const row of this.without) {
      const missed = this.missed(row, judgeRun(this.table.runOf(row).signature, this.request));
      if (missed === 0) stay--;
      for (let gate = 0; gate < left.length; gate++) left[gate] = (left[gate] as number) - ((missed >> gate) & 1);
    }
    return { eligible: stay, misses: left };
  }
}

function haveLevel({ languageCounts }: Table, language: number, points: Int32Array): number {
  let have = 0;
  for (let level = 1; level < points.length; level++)
    if ((points[level] as number) > 0) have += languageCounts[language * 16 + level] as number;
  return have;
}

/** 0 lets a row pass: it has the point of the column. */
function gatesOf(table: Table, gates: readonly LevelGate[]): Steps {
  const places: number[] = [];
  const points: number[] = [];
  for (const gate of gates) {
    for (const column of gate.columns) places.push(table.columns[column] as number);
    for (const point of gate.points) points.push(point > 0 ? 0 : 255);
  }
  return { places, points };
}

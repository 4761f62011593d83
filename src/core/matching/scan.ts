import { Best } from './best.js';
import { boundsOf } from './bounds.js';
import { COUNTRY_TOP } from './criteria/country.js';
import { FIELD_TOP } from './criteria/field.js';
import { TRAININGS_TOP } from './criteria/trainings.js';
import { type LayeredTable, scoreOf } from './discounted-score.js';
import { type Question, type Steps, type TableKernel, TOLD_CRITERIA } from './kernel.js';
import { MOST_KEPT, TOLD } from './kernel-layout.js';
import { LevelGates } from './level-gates.js';
import { judgeRun, missedBy, type OpenRun, openRuns, type RunValues, type RunVerdict } from './open-runs.js';
import type { CriterionValues } from './ranking.js';
import type { CompiledRequest, LevelGate } from './request.js';
import { VALUE_TOP } from './rubric.js';
import { named, type RowScore, SKILLS_TOP } from './score.js';
import type { Table } from './table.js';
import { GATES } from './verdicts.js';
import { writeWorths } from './worths.js';

/** Bounds pay in tables of at least so many rows, when no more than one of four is to be kept. */
const MANY = 1500;
const FEW = 4;

/** One of the best rows of a scan. */
export interface Found {
  readonly total: number;
  readonly number: number;
  readonly values: CriterionValues;
}

/** What a scan found: rows that meet all gates, by gate those that miss it, and the best, first the highest total and then the lowest number. */
export interface Findings {
  readonly eligible: number;
  readonly misses: readonly number[];
  readonly best: readonly Found[];
}

/** A table of a pool. */
export interface Part extends LayeredTable {
  /** Rows that count as if they were not there: their profiles have changed since. */
  readonly without: ReadonlySet<number>;
  /** What is added to the rows of this table, so that rows of two tables do not have the same number. */
  readonly offset: number;
}

/** One request over one table. */
export class Scan {
  private scored: RowScore | undefined;
  private gated: LevelGates | undefined;
  private readonly table: Table;
  private readonly without: ReadonlySet<number>;
  private readonly offset: number;

  constructor(
    private readonly part: Part,
    private readonly request: CompiledRequest,
  ) {
    const { table, without, offset } = part;
    this.table = table;
    this.without = without;
    this.offset = offset;
  }

  /** The best `room` rows; every row of the table is counted. */
  run(room: number): Findings {
    const open = openRuns(this.table, this.request);
    const { kernel, rows, tallies } = this.table;
    const few = rows >= MANY && room < rows / FEW && room <= MOST_KEPT;
    const { eligible, best } = kernel && few ? this.byKernel(kernel, open, room) : this.plainly(open, room);
    const misses = tallies.misses(this.request);
    for (const [index, gate] of this.request.levelGates.entries()) misses[GATES.indexOf(gate.gate)] = this.missing(gate, index);
    return { ...this.withoutChanged(eligible, misses), best };
  }

  /** Calls back with one bit for each gate that a row misses, the first of GATES lowest, its roster number, and the row as it is offered. */
  forEach(act: (missed: number, number: number, offered: number) => void): void {
    for (const run of this.table.runs) {
      const verdict = judgeRun(run.signature, this.request);
      for (let row = run.start; row < run.end; row++) {
        if (!this.without.has(row)) act(this.missed(row, verdict), this.table.records.number(row), this.offset + row);
      }
    }
  }

  /** Offers the rows that miss exactly one of these sets of gates. */
  offerMissing(sets: readonly number[], best: Best): void {
    for (const run of this.table.runs) {
      const verdict = judgeRun(run.signature, this.request);
      for (let row = run.start; row < run.end; row++) if (sets.includes(this.missed(row, verdict))) this.offer(row, verdict, best);
    }
  }

  private get gates(): LevelGates {
    this.gated ??= new LevelGates(this.table, this.request);
    return this.gated;
  }

  /** Made when it is first needed: the kernel needs none unless claims are discounted. */
  private get score(): RowScore {
    this.scored ??= scoreOf(this.part, this.request);
    return this.scored;
  }

  private missed(row: number, verdict: RunVerdict): number {
    return missedBy(verdict, this.table.records.humanRights(row), this.gates.missed(row));
  }

  /** Values of a row that was offered. */
  private values(offered: number): CriterionValues {
    const row = offered - this.offset;
    this.score.total(row, judgeRun(this.table.runOf(row).signature, this.request));
    return named(this.score.values);
  }

  private plainly(open: readonly OpenRun[], room: number): { eligible: number; best: Found[] } {
    const best = new Best(room);
    let eligible = 0;
    for (const run of open) {
      for (let row = run.start; row < run.end; row++) {
        if (this.gates.missed(row) !== 0) continue;
        eligible++;
        this.offer(row, run, best);
      }
    }
    return { eligible, best: best.inOrder().map(({ total, number, row }) => ({ total, number, values: this.values(row) })) };
  }

  private byKernel(kernel: TableKernel, open: readonly OpenRun[], room: number): { eligible: number; best: Found[] } {
    writeWorths(kernel.worths, this.table, this.request);
    const kept = kernel.rank(this.question(open, room), this.without);
    const best: Found[] = [];
    for (let place = 0; place < kept; place++) best.push(this.told(kernel.told, place * TOLD, open));
    const eligible = this.request.levelGates.length > 0 ? kernel.passed : open.reduce((sum, { start, end }) => sum + end - start, 0);
    return { eligible, best };
  }

  /** The kernel knows values only as they are claimed. */
  private told(words: Uint32Array, place: number, open: readonly OpenRun[]): Found {
    const at = (word: number) => words[place + word] as number;
    const values = this.request.discount ? this.values(this.offset + at(2)) : toldValues(at, open[at(3)] as OpenRun);
    return { total: at(0), number: at(1), values };
  }

  /** What is beneath the table is packed before the kernel runs, if nobody did so before. */
  private exactly(open: readonly OpenRun[]): Question['exactly'] {
    const { score } = this;
    return (row, run) => score.total(row, open[run] as OpenRun);
  }

  private question(open: readonly OpenRun[], size: number): Question {
    const { table, request } = this;
    const { columns, points, countryPoints, unit } = boundsOf(request);
    const { weights } = request;
    const places = (of: readonly number[]) => of.map((column) => table.columns[column] as number);
    return {
      gates: gatesOf(table, request.levelGates),
      bounds: { places: places(columns), points },
      runs: open.map(({ start, end, knowledge, education, context }) => ({
        start,
        end,
        fixed: weights.knowledge * knowledge + weights.education * education,
        context,
      })),
      context: request.context,
      countries: table.countriesOf(request.countryFactors),
      countryPoints,
      unit,
      size,
      needed: 0,
      exactly: request.discount && this.exactly(open),
      minimum: request.minimumDays,
      valueTop: VALUE_TOP,
      wholes: [
        request.themes.whole,
        request.experienceWhole,
        request.desiredLanguages.whole,
        FIELD_TOP,
        COUNTRY_TOP,
        SKILLS_TOP,
        TRAININGS_TOP,
        VALUE_TOP * request.context.parts,
      ],
      weights: TOLD_CRITERIA.map((criterion) => weights[criterion]),
    };
  }

  private offer(row: number, run: RunValues, best: Best): void {
    if (this.without.size > 0 && this.without.has(row)) return;
    best.offer(this.score.total(row, run), this.table.records.number(row), this.offset + row);
  }

  /** Of all rows, the otherwise ineligible too. */
  private missing(gate: LevelGate, index: number): number {
    const { table } = this;
    const have = table.languages.have(gate) ?? table.kernel?.count(table.rows, gatesOf(table, [gate]));
    if (have !== undefined) return table.rows - have;
    let missing = 0;
    for (let row = 0; row < table.rows; row++) if (this.gates.misses(index, row)) missing++;
    return missing;
  }

  private withoutChanged(eligible: number, misses: readonly number[]): Omit<Findings, 'best'> {
    if (this.without.size === 0) return { eligible, misses };
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

/** Of one of those that the kernel tells, in the order of TOLD_CRITERIA. */
function toldValues(at: (word: number) => number, { knowledge, education }: RunValues): CriterionValues {
  return {
    themes: at(4),
    experience: at(5),
    languages: at(6),
    knowledge,
    field: at(7),
    country: at(8),
    skills: at(9),
    trainings: at(10),
    education,
    context: at(11),
  };
}

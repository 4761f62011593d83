import type { Best } from './best.js';
import { type Bounds, boundsOf, gateSteps } from './bounds.js';
import { census, judgeRun, LANGUAGES_GATE, missedBy, type OpenRun, type RunVerdict } from './census.js';
import { LANGUAGE_COLUMN } from './facts.js';
import { MOST_ROWS, type Survivors } from './kernel.js';
import type { PackedCriterion } from './packed-criteria.js';
import type { CompiledRequest } from './request.js';
import { Score } from './score.js';
import { BLOCK_ROWS, type Table } from './table.js';

/** Much less than one point of a total, and more than what sums of fractions can be wrong by. */
const ROUNDING = 1e-6;
/** Rows that are looked at first, before anything is known about what the best reach. */
const FIRST_ROWS = 2 * BLOCK_ROWS;

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
  private readonly score: Score;
  private readonly table: Table;
  private readonly without: ReadonlySet<number>;
  private readonly offset: number;

  constructor(
    { table, without, offset }: Part,
    private readonly request: CompiledRequest,
  ) {
    this.score = new Score(table, request);
    this.table = table;
    this.without = without;
    this.offset = offset;
  }

  /** Offers the eligible rows that may be among the best; every row of the table is counted. */
  run(best: Best): Counted {
    const { misses, open } = census(this.table, this.request);
    const { survivors } = this.table;
    const few = this.table.rows >= MANY && best.room < this.table.rows / FEW;
    const eligible = survivors && few ? this.byBounds(survivors, open, best) : this.plainly(open, best);
    misses[LANGUAGES_GATE] = this.missingLanguages();
    return this.withoutChanged({ eligible, misses });
  }

  /** Whether a row that was offered is of this table. */
  has(offered: number): boolean {
    return offered >= this.offset && offered < this.offset + this.table.rows;
  }

  /** Values of a row that was offered. */
  values(offered: number): Record<PackedCriterion, number> {
    const row = offered - this.offset;
    this.score.total(row, judgeRun(this.table.runOf(row).signature, this.request).steps);
    return this.score.named();
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

  private missed(row: number, verdict: RunVerdict): number {
    return missedBy(verdict, this.table.humanRights[row] as number, this.score.hasLanguages(row));
  }

  private plainly(open: readonly OpenRun[], best: Best): number {
    let eligible = 0;
    for (const { start, end, steps } of open) {
      for (let row = start; row < end; row++) {
        if (!this.score.hasLanguages(row)) continue;
        eligible++;
        this.offer(row, steps, best);
      }
    }
    return eligible;
  }

  /** The kernel passes only rows whose upper bound reaches what is needed by then; those are scored exactly. */
  private byBounds(survivors: Survivors, open: readonly OpenRun[], best: Best): number {
    const bounds = boundsOf(this.table, this.request);
    survivors.load(bounds.program);
    let eligible = 0;
    let rows = FIRST_ROWS;
    for (const { start, end, steps } of open) {
      const known = bounds.knowledge(steps);
      for (let first = start; first < end; ) {
        const next = Math.min(end, first - (first % BLOCK_ROWS) + rows);
        const count = survivors.ask(first, next, (best.needed - known - bounds.countryTop) / bounds.unit);
        eligible += bounds.program.gates.length > 0 ? survivors.passed : next - first;
        for (let index = 0; index < count; index++) {
          const row = survivors.found[2 * index] as number;
          const points = survivors.found[2 * index + 1] as number;
          if (this.mayReach(row, known + points * bounds.unit, bounds, best.needed)) this.offer(row, steps, best);
        }
        first = next;
        rows = Math.min(2 * rows, MOST_ROWS);
      }
    }
    return eligible;
  }

  /** Whether a row can reach the needed total, given what its bound has without experience and country. */
  private mayReach(row: number, bound: number, { program, perDay, countryTop }: Bounds, needed: number): boolean {
    const beyond = Math.min(Math.max((this.table.humanRights[row] as number) - program.minimum, 0), program.most);
    const missing = needed - ROUNDING - bound - perDay * beyond;
    return missing <= countryTop && missing <= this.request.weights[5] * this.score.countryValue(row);
  }

  private offer(row: number, steps: number, best: Best): void {
    if (this.without.size > 0 && this.without.has(row)) return;
    best.offer(this.score.total(row, steps), this.table.numbers[row] as number, this.offset + row);
  }

  /** Of all rows, the otherwise ineligible too. */
  private missingLanguages(): number {
    const { table, request, score } = this;
    const { columns, points } = request.requiredLanguages;
    if (columns.length === 0) return 0;
    if (columns.length === 1) return table.rows - haveLevel(table, (columns[0] as number) - LANGUAGE_COLUMN, points);
    if (table.survivors) return table.rows - table.survivors.count(table.rows, gateSteps(table, request.requiredLanguages));
    let missing = 0;
    for (let row = 0; row < table.rows; row++) if (!score.hasLanguages(row)) missing++;
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

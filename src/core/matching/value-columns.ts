import { CRITERIA, type Requirement } from '../requirement.js';
import { scoreOf } from './discounted-score.js';
import { LevelGates } from './level-gates.js';
import { type OpenRun, openRuns } from './open-runs.js';
import type { Pool } from './pool.js';
import { compile } from './request.js';
import { checkWeights } from './rubric.js';
import type { Steps } from './steps.js';

/** Scores between two pauses: a few milliseconds. A row has one more for each layer beneath it. */
const AT_ONCE = 20_000;
/** The criteria that most posts weigh: education and context come after them. */
const USUAL = CRITERIA.indexOf('education');

/** Values of everybody who meets every gate, row after row: what a total is made of, whatever the weights are. */
export interface ValueColumns {
  readonly size: number;
  /** Values of one row: the first of CRITERIA. Those left out weigh nothing. */
  readonly width: number;
  /** 0 to 10,000, by row × width + place in CRITERIA. */
  readonly values: Int16Array;
  /** Roster numbers by row. */
  readonly numbers: Uint32Array;
}

/** Throws as `rank` does. Agrees with it to the last digit. */
export function* valueColumns(pool: Pool, requirement: Requirement): Steps<ValueColumns> {
  if (requirement.asOf !== pool.asOf) throw new RangeError('the pool was prepared for another as-of date than the requirement asks for');
  checkWeights(requirement.weights);
  const request = compile(requirement);
  const width = Math.max(USUAL, 1 + CRITERIA.findLastIndex((criterion) => requirement.weights[criterion] > 0));
  const rows = new Rows(pool.size, width);
  const atOnce = Math.ceil(AT_ONCE / (1 + (request.discount?.layers.length ?? 0)));
  let sinceYield = 0;
  for (const part of pool.parts(requirement.experiencePolicy)) {
    const { table, without } = part;
    const score = scoreOf(part, request);
    const gates = new LevelGates(table, request);
    for (const { run, start, end } of pieces(openRuns(table, request), atOnce)) {
      for (let row = start; row < end; row++) {
        if (gates.missed(row) !== 0 || (without.size > 0 && without.has(row))) continue;
        score.total(row, run);
        rows.add(table.records.number(row), score.values);
      }
      sinceYield += end - start;
      if (sinceYield < atOnce) continue;
      sinceYield = 0;
      yield;
    }
  }
  return rows.columns();
}

/** The rows of the runs, at most so many at a time: a whole roster may stand in one run. */
function* pieces(runs: readonly OpenRun[], most: number): Generator<{ run: OpenRun; start: number; end: number }> {
  for (const run of runs)
    for (let start = run.start; start < run.end; start += most) yield { run, start, end: Math.min(run.end, start + most) };
}

/** Room for everybody, filled by those who are eligible. */
class Rows {
  private readonly values: Int16Array;
  private readonly numbers: Uint32Array;
  private size = 0;

  constructor(
    most: number,
    private readonly width: number,
  ) {
    this.values = new Int16Array(most * width);
    this.numbers = new Uint32Array(most);
  }

  add(number: number, values: Int32Array): void {
    const at = this.size * this.width;
    for (let place = 0; place < this.width; place++) this.values[at + place] = values[place] as number;
    this.numbers[this.size++] = number;
  }

  columns(): ValueColumns {
    const { size, width, values, numbers } = this;
    return { size, width, values: values.subarray(0, size * width), numbers: numbers.subarray(0, size) };
  }
}

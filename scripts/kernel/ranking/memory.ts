/** What the engine has written for the kernel. */
import * as at from '../../../src/core/matching/kernel-layout';

/** Places, in the order of `TableWords` in src/core/matching/kernel.ts. */
@unmanaged
export class Table {
  records: usize;
  cells: usize;
  /** A word for every 64 rows: the human-rights days of the first of them. */
  fences: usize;
  /** A word for each country of the question: the place of its bits. */
  countries: usize;
  /** Bits: rows with days in any country of the question, and rows that are not to be found. */
  near: usize;
  struck: usize;
}

/** Numbers, in the order in which src/core/matching/kernel.ts writes them. */
@unmanaged
export class Question {
  gates: f64;
  bounds: f64;
  runs: f64;
  countries: f64;
  size: f64;
  needed: f64;
  minimum: f64;
  /** Total points that one point of a bound stands for. */
  unit: f64;
  /** Points of a bound for days in any country of the question. */
  countryPoints: f64;
  /** The most that a bound can be. */
  highest: f64;
  valueTop: f64;
  /** Whether days are a part of the context: 1 or 0. */
  contextDays: f64;
  /** What gives the full value of each criterion, and the weights: in the order of TOLD_CRITERIA, and read two at a time. */
  themesWhole: f64;
  experienceWhole: f64;
  desiredWhole: f64;
  fieldWhole: f64;
  countryWhole: f64;
  skillsWhole: f64;
  trainingsWhole: f64;
  contextWhole: f64;
  themesWeight: f64;
  experienceWeight: f64;
  desiredWeight: f64;
  fieldWeight: f64;
  countryWeight: f64;
  skillsWeight: f64;
  trainingsWeight: f64;
  contextWeight: f64;
  /** Whether the engine is asked for totals: 1 or 0. */
  asks: f64;
}

export const table = changetype<Table>(at.TABLE_AT);
export const question = changetype<Question>(at.QUESTION_AT);

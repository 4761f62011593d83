/** What a row is worth, exactly: as src/core/matching/score.ts says it. */
import * as at from '../../../src/core/matching/kernel-layout';
import { Question, question, table } from './memory';

export function recordOf(row: i32): usize {
  return table.records + <usize>row * at.RECORD;
}

/** Which of the runs it is. */
export function indexOf(run: usize): i32 {
  return <i32>((run - at.RUNS_AT) / at.RUN);
}

/** The points that all rows of a run have. */
export function fixedOf(run: usize): i32 {
  return load<i32>(run, 8);
}

/** Days of the row that count: those beyond the minimum. */
export function beyond(row: i32): f64 {
  return counted(load<i32>(recordOf(row), at.RECORD_DAYS) & ((1 << at.HUMAN_RIGHTS_BITS) - 1));
}

/** What counts of so many days. */
export function counted(days: i32): f64 {
  return min(max(<f64>days - question.minimum, 0), question.experienceWhole);
}

function worth(cell: i32): u32 {
  return load<u32>(<usize>(at.WORTHS_AT + (cell << 2)));
}

/** The values of the parts of the context together, of a row of this run. */
function contextParts(record: usize, run: usize): f64 {
  const days = <f64>(load<u32>(record, at.RECORD_DAYS) >> at.HUMAN_RIGHTS_BITS);
  const byCode = load<i32>(<usize>(at.CONTEXT_AT + ((<i32>load<u8>(record, at.RECORD_CONTEXT)) << 2)));
  return <f64>(load<i32>(run, 12) + byCode) + question.contextDays * floor((question.valueTop * days) / question.fieldWhole);
}

/** Two values, of criteria that stand one after another in TOLD_CRITERIA from `place`; writes them to `out` unless that is 0. Returns weight × value of each. */
function pair(place: i32, first: f64, second: f64, out: usize): v128 {
  const parts = f64x2.replace_lane(f64x2.splat(first), 1, second);
  const at = (<usize>place) << 3;
  const values = f64x2.floor(f64x2.div(f64x2.mul(f64x2.splat(question.valueTop), parts), v128.load(WHOLES + at)));
  if (out > 0) v128.store64_lane(out + (at >> 1), i32x4.trunc_sat_f64x2_s_zero(values), 0);
  return f64x2.mul(values, v128.load(WEIGHTS + at));
}

const WHOLES: usize = at.QUESTION_AT + offsetof<Question>('themesWhole');
const WEIGHTS: usize = at.QUESTION_AT + offsetof<Question>('themesWeight');

/** Σ weight × value, exactly, of a row of this run. Writes the values to `out`, in the order of TOLD_CRITERIA, unless that is 0. */
export function total(row: i32, run: usize, out: usize): i32 {
  const record = recordOf(row);
  let cell = table.cells + ((<usize>load<u32>(record, at.RECORD_CELLS)) << 1);
  const last = table.cells + ((<usize>load<u32>(record, at.RECORD + at.RECORD_CELLS)) << 1);
  let both: u32 = 0;
  for (; cell < last; cell += 2) {
    const one = <i32>load<u16>(cell);
    if (one >= at.COUNTRY_CELLS) break;
    both += worth(one);
  }
  let days: u32 = 0;
  for (; cell < last; cell += 4) days += <u32>load<u16>(cell, 2) * worth(<i32>load<u16>(cell));
  const skills = <i32>load<u8>(record, at.RECORD_SKILLS);
  const desired = <f64>(both & ((1 << at.DESIRED_BITS) - 1));
  const trainings = <f64>(skills >> at.SKILLS_BITS);
  const sums = f64x2.add(
    f64x2.add(pair(0, <f64>(both >> at.DESIRED_BITS), beyond(row), out), pair(2, desired, <f64>load<u16>(record, at.RECORD_FIELD), out)),
    f64x2.add(
      pair(4, min(<f64>days, question.countryWhole), <f64>(skills & ((1 << at.SKILLS_BITS) - 1)), out),
      pair(6, trainings, contextParts(record, run), out),
    ),
  );
  return fixedOf(run) + <i32>(f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1));
}

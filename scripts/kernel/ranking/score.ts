/** What a row is worth, exactly: as src/core/matching/score.ts says it. */
import * as at from '../../../src/core/matching/kernel-layout';
import { question, table } from './memory';

export function recordOf(row: i32): usize {
  return table.records + <usize>row * at.RECORD;
}

/** The points that all rows of a run have. */
export function fixedOf(run: usize): i32 {
  return load<i32>(run, 8);
}

/** Days of the row that count: those beyond the minimum. */
export function beyond(row: i32): f64 {
  return counted(load<i32>(recordOf(row), at.RECORD_DAYS));
}

/** What counts of so many days. */
export function counted(days: i32): f64 {
  return min(max(<f64>days - question.minimum, 0), question.experienceWhole);
}

function value(part: f64, whole: f64): f64 {
  return floor((question.valueTop * part) / whole);
}

function worth(cell: i32): u32 {
  return load<u32>(<usize>(at.WORTHS_AT + (cell << 2)));
}

/** Σ weight × value, exactly, of a row with so many points of its run. Writes the values to `out`, in the order of TOLD_CRITERIA, unless that is 0. */
export function total(row: i32, fixed: i32, out: usize): i32 {
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
  const themes = value(<f64>(both >> at.DESIRED_BITS), question.themesWhole);
  const experience = value(beyond(row), question.experienceWhole);
  const desired = value(<f64>(both & ((1 << at.DESIRED_BITS) - 1)), question.desiredWhole);
  const field = value(<f64>load<u16>(record, at.RECORD_FIELD), question.fieldWhole);
  const country = value(min(<f64>days, question.countryWhole), question.countryWhole);
  const skills = value(<f64>load<u8>(record, at.RECORD_SKILLS), question.skillsWhole);
  const trainings = value(<f64>load<u8>(record, at.RECORD_TRAININGS), question.trainingsWhole);
  if (out > 0) {
    store<i32>(out, <i32>themes);
    store<i32>(out, <i32>experience, 4);
    store<i32>(out, <i32>desired, 8);
    store<i32>(out, <i32>field, 12);
    store<i32>(out, <i32>country, 16);
    store<i32>(out, <i32>skills, 20);
    store<i32>(out, <i32>trainings, 24);
  }
  return (
    fixed +
    <i32>(
      (question.themesWeight * themes +
        question.experienceWeight * experience +
        question.desiredWeight * desired +
        question.fieldWeight * field +
        question.countryWeight * country +
        question.skillsWeight * skills +
        question.trainingsWeight * trainings)
    )
  );
}

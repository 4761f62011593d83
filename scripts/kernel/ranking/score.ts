/** What a row is worth, exactly: as src/core/matching/score.ts says it. */
import * as at from '../../../src/core/matching/kernel-layout';
import { question, table } from './memory';

/** Days of the row that count: those beyond the minimum. */
export function beyond(row: i32): f64 {
  return min(max(<f64>load<i32>(table.days + ((<usize>row) << 2)) - question.minimum, 0), question.experienceWhole);
}

export function value(part: f64, whole: f64): f64 {
  return floor((question.valueTop * part) / whole);
}

/** Σ weight × value, exactly. Writes the values to `out`, in the order of PACKED_CRITERIA, unless that is 0. */
export function total(row: i32, steps: i32, out: usize): i32 {
  const themes = value(<f64>points(at.THEMES_AT, <i32>question.themes, row), question.themesWhole);
  const experience = value(beyond(row), question.experienceWhole);
  const desired = value(<f64>points(at.DESIRED_AT, <i32>question.desired, row), question.desiredWhole);
  const knowledge = value(<f64>steps, question.knowledgeWhole);
  const field = value(<f64>load<u16>(table.field + ((<usize>row) << 1)), question.fieldWhole);
  const country = countryValue(row);
  const skills = value(<f64>levelAt(table.skills, row), question.skillsWhole);
  const trainings = value(<f64>levelAt(table.trainings, row), question.trainingsWhole);
  if (out > 0) {
    store<i32>(out, <i32>themes);
    store<i32>(out, <i32>experience, 4);
    store<i32>(out, <i32>desired, 8);
    store<i32>(out, <i32>knowledge, 12);
    store<i32>(out, <i32>field, 16);
    store<i32>(out, <i32>country, 20);
    store<i32>(out, <i32>skills, 24);
    store<i32>(out, <i32>trainings, 28);
  }
  return <i32>(
    (question.themesWeight * themes +
      question.experienceWeight * experience +
      question.desiredWeight * desired +
      question.knowledgeWeight * knowledge +
      question.fieldWeight * field +
      question.countryWeight * country +
      question.skillsWeight * skills +
      question.trainingsWeight * trainings)
  );
}

function points(step: usize, steps: i32, row: i32): i32 {
  let sum = 0;
  for (const last = step + <usize>(steps * at.EXACT); step < last; step += at.EXACT) {
    sum += load<i32>(step + ((<usize>levelAt(load<u32>(step, at.EXACT_PLACE), row)) << 2));
  }
  return sum;
}

function levelAt(column: usize, row: i32): i32 {
  return (load<u8>(column + ((<usize>(row >> 5)) << 4) + (row & 15)) >> ((row & 16) >> 2)) & 15;
}

export function countryValue(row: i32): f64 {
  const starts = table.countryStarts + ((<usize>row) << 2);
  let cell = table.countryCells + ((<usize>load<u32>(starts)) << 2);
  let days = 0;
  for (const last = table.countryCells + ((<usize>load<u32>(starts, 4)) << 2); cell < last; cell += 4) {
    const packed = load<u32>(cell);
    days += (packed & ((1 << at.DAYS_BITS) - 1)) * load<i32>(table.countryFactors + ((<usize>packed >> at.DAYS_BITS) << 2));
  }
  return value(min(<f64>days, question.countryWhole), question.countryWhole);
}

import { THEME_SLUGS } from '../themes.js';
import { CONTEXT_CODES } from './context-code.js';
import { FIELD_TOP } from './criteria/field.js';
import { TRAININGS_TOP } from './criteria/trainings.js';
import { COLUMNS, SKILL_COLUMNS, SKILLS_COLUMN } from './facts.js';
import { TOLD_CRITERIA } from './kernel.js';
import * as at from './kernel-layout.js';
import { SKILLS_TOP } from './score.js';
import { SIGNATURES } from './signature.js';

/** The columns that bounds never read: one for each skill, which gates alone do. */
const GATES_ALONE = SKILL_COLUMNS.size;

describe('the memory that the engine and its kernel share', () => {
  it.each([
    ['a cell for each level of a theme or a language', at.COUNTRY_CELLS, SKILLS_COLUMN * 16],
    ['the countries of the world', at.WORTHS - at.COUNTRY_CELLS, 249],
    [
      'a step for each column that a bound can read, in whole groups',
      (at.WORTHS_AT - at.BOUNDS_AT) / at.STEP,
      inGroups(COLUMNS - GATES_ALONE),
    ],
    ['a step for each column that a gate can read', (at.BOUNDS_AT - at.GATES_AT) / at.STEP, COLUMNS - THEME_SLUGS.length],
    ['all numbers about a question', (at.CONTEXT_AT - at.QUESTION_AT) / 8, 13 + 2 * TOLD_CRITERIA.length],
    ['every code of a context', (at.GATES_AT - at.CONTEXT_AT) / 4, CONTEXT_CODES],
    ['a run for each signature', (at.KEPT_AT - at.RUNS_AT) / at.RUN, SIGNATURES],
    ['each value that is told', at.TOLD, 4 + TOLD_CRITERIA.length],
  ])('has room for %s', (_, room, needed) => {
    expect(room).toBeGreaterThanOrEqual(needed);
  });

  it.each([
    ['number of days of humanitarian experience', 32 - at.HUMAN_RIGHTS_BITS, FIELD_TOP],
    ['number of days of field experience', 16, FIELD_TOP],
    ['sum of skills', at.SKILLS_BITS, SKILLS_TOP],
    ['number of trainings', 8 - at.SKILLS_BITS, TRAININGS_TOP],
    ['code of a context', 8, CONTEXT_CODES - 1],
  ])('has bits in a record for the highest %s', (_, bits, highest) => {
    expect(2 ** bits).toBeGreaterThan(highest);
  });
});

function inGroups(steps: number): number {
  return Math.ceil(steps / at.GROUP) * at.GROUP;
}

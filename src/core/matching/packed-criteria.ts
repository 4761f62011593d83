import type { CriterionName } from '../requirement.js';

/** The criteria that a table holds, in the order of their values: the first of CRITERIA. */
export const PACKED_CRITERIA = [
  'themes',
  'experience',
  'languages',
  'knowledge',
  'field',
  'country',
  'skills',
  'trainings',
  'education',
] as const satisfies readonly CriterionName[];
export type PackedCriterion = (typeof PACKED_CRITERIA)[number];

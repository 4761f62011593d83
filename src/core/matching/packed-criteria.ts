import type { CriterionName } from '../requirement.js';

/** The criteria that columns hold, in the order of their values here. */
export const PACKED_CRITERIA = [
  'themes',
  'experience',
  'languages',
  'knowledge',
  'field',
  'country',
  'skills',
  'trainings',
] as const satisfies readonly CriterionName[];
export type PackedCriterion = (typeof PACKED_CRITERIA)[number];

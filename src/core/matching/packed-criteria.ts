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

/** The values of one row by their names; in the order of PACKED_CRITERIA they stand in a list, the first at `from`. */
export function namedValues(values: Int32Array | Uint32Array, from: number): Record<PackedCriterion, number> {
  const at = (place: number) => values[from + place] as number;
  return {
    themes: at(0),
    experience: at(1),
    languages: at(2),
    knowledge: at(3),
    field: at(4),
    country: at(5),
    skills: at(6),
    trainings: at(7),
  };
}

import type { CriterionName } from '../requirement.js';
import { COUNTRY_TOP } from './criteria/country.js';
import { FIELD_TOP } from './criteria/field.js';
import { TRAININGS_TOP } from './criteria/trainings.js';

/** What gives the full value of a criterion where that is a number of the rubric, with its unit. */
export const CRITERION_TOPS: Readonly<Partial<Record<CriterionName, string>>> = {
  experience: 'twice the minimum of the post',
  field: `${FIELD_TOP} days`,
  country: `${COUNTRY_TOP} days in the region, or half of them in the country`,
  trainings: `${TRAININGS_TOP} trainings`,
};

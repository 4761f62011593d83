import { daysOfYears } from '../../dates.js';
import { criterion, jobsBehind } from './rule.js';

/** Development or humanitarian days that give the full value: five years. */
export const FIELD_TOP = daysOfYears(5);

/** How much development and humanitarian experience there is; a day that is both counts once. Source: TOR Qualifications. */
export const field = criterion('field', ({ experience }) => {
  const { days } = experience.field;
  return {
    share: { part: Math.min(days, FIELD_TOP), whole: FIELD_TOP },
    reason: { code: 'days', have: days, top: FIELD_TOP },
    evidence: jobsBehind(experience.field),
  };
});

import { bestDegree, EDUCATION_CLASSES, educationClass } from '../../education.js';
import { degreeFact } from './education.gate.js';
import { criterion } from './rule.js';

/** The class that gives the full value: an advanced degree; a first-level degree is worth half. */
export const EDUCATION_TOP = EDUCATION_CLASSES.indexOf('advanced');

/**
 * What the degrees are worth, for posts on which an advanced degree is desirable instead of essential. Classes as the gate
 * sees them: a related field, awarded by the as-of date. Source: TOR Qualifications, "Education"; the halves: docs/scoring.md.
 */
export const education = criterion('education', ({ profile: { degrees } }, { asOf }) => {
  const found = educationClass(degrees, asOf);
  const best = bestDegree(degrees, asOf);
  return {
    share: { part: EDUCATION_CLASSES.indexOf(found), whole: EDUCATION_TOP },
    reason: { code: 'degree', class: found, best: best ? degreeFact(best) : null },
    evidence: best && found !== 'none' ? [best.id] : [],
  };
});

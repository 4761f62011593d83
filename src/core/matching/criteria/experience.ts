import { daysOfYears } from '../../dates.js';
import { criterion, jobsBehind } from './rule.js';

/** What stands in for the minimum where a post asks for none: ten years. */
const WITHOUT_MINIMUM = daysOfYears(10);

/** Human-rights days between which the value grows from nothing to full: the minimum and twice the minimum. */
export function experienceRange(humanRightsDays: number): { readonly minimum: number; readonly top: number } {
  return humanRightsDays === 0 ? { minimum: 0, top: WITHOUT_MINIMUM } : { minimum: humanRightsDays, top: 2 * humanRightsDays };
}

/** Human-rights experience beyond the minimum; more than twice the minimum adds nothing. Source: first rubric, docs/scoring.md. */
export const experience = criterion('experience', ({ experience: { kinds } }, { gates }) => {
  const { minimum, top } = experienceRange(gates.humanRightsDays);
  const { days } = kinds['human-rights'];
  return {
    share: { part: Math.min(Math.max(days, minimum), top) - minimum, whole: top - minimum },
    reason: { code: 'days-beyond', have: days, minimum, top },
    evidence: jobsBehind(kinds['human-rights']),
  };
});

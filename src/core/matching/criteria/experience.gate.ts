import { gate, jobsBehind, OPEN } from './rule.js';

/**
 * Years of applied human-rights experience by the level of the post (P-5: ten, 3,652 days), with development or
 * humanitarian experience. Source: Strategy, Annex, "Qualifications and Experience".
 */
export const experience = gate('experience', ({ experience: { kinds, field } }, { gates }) => {
  if (gates.humanRightsDays === 0 && !gates.fieldExperience) return OPEN;
  const humanRights = kinds['human-rights'];
  const fieldNeed = gates.fieldExperience ? 1 : 0;
  return {
    met: humanRights.days >= gates.humanRightsDays && field.days >= fieldNeed,
    reason: { code: 'days', have: humanRights.days, need: gates.humanRightsDays, fieldHave: field.days, fieldNeed },
    evidence: jobsBehind(humanRights, field),
  };
});

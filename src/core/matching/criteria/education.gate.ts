import { bestDegree, IN_LIEU_EXTRA_DAYS, isAdvanced, isFirstDegree } from '../../education.js';
import type { Degree } from '../../expert.js';
import type { DegreeFact } from '../verdicts.js';
import { gate, jobsBehind, OPEN } from './rule.js';

/**
 * An advanced degree in a related field. Where the post's in-lieu policy says so, a first-level degree in a related field
 * with two more years of human-rights experience than the minimum stands in for it, and the reason says that it did.
 * Source: Strategy, Annex, "Qualifications and Experience"; in lieu: UN Secretariat staff selection manual.
 */
export const education = gate('education', ({ profile, experience }, { gates, asOf, educationInLieu }) => {
  if (!gates.education) return OPEN;
  const best = bestDegree(profile.degrees, asOf);
  if (!best) return { met: false, reason: { code: 'no-advanced-degree', best: null, days: null }, evidence: [] };
  if (isAdvanced(best, asOf)) return { met: true, reason: { code: 'advanced-degree', degree: degreeFact(best) }, evidence: [best.id] };
  if (!educationInLieu || !isFirstDegree(best, asOf)) {
    return { met: false, reason: { code: 'no-advanced-degree', best: degreeFact(best), days: null }, evidence: [best.id] };
  }
  const humanRights = experience.kinds['human-rights'];
  const days = { have: humanRights.days, need: gates.humanRightsDays + IN_LIEU_EXTRA_DAYS };
  const evidence = [best.id, ...jobsBehind(humanRights)];
  return days.have >= days.need
    ? { met: true, reason: { code: 'in-lieu', degree: degreeFact(best), days }, evidence }
    : { met: false, reason: { code: 'no-advanced-degree', best: degreeFact(best), days }, evidence };
});

/** A degree as reasons show it. */
export function degreeFact({ level, field, awardedOn, status }: Degree): DegreeFact {
  return { level, field, awardedOn, status };
}

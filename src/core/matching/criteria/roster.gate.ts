import { isActiveOn, type RosterMembership } from '../../expert.js';
import type { MembershipFact } from '../verdicts.js';
import { gate } from './rule.js';

/**
 * An active membership of one of the two rosters on the as-of date; the external roster makes members active only after
 * the HRM has vetted them. Source: Strategy, C.4 b.
 */
export const roster = gate('roster', ({ profile }, { asOf }) => {
  const active = profile.memberships.find((membership) => isActiveOn(membership, asOf));
  if (active) return { met: true, reason: { code: 'active', membership: fact(active) }, evidence: [] };
  if (profile.memberships.length === 0) return { met: false, reason: { code: 'no-membership' }, evidence: [] };
  return { met: false, reason: { code: 'not-active', memberships: profile.memberships.map(fact) }, evidence: [] };
});

function fact({ roster, agency, state, since, until }: RosterMembership): MembershipFact {
  return { roster, agency, state, since, until };
}

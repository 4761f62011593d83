import type { Actor, RosterScope } from '../../core/access.js';
import { rosterScope } from '../../core/access.js';
import type { RosterMembership } from '../../core/expert.js';

/** A condition on the membership `alias` with its values; empty when everything may be seen. */
export function membershipScope(scope: RosterScope, alias: string): { sql: string; values: Record<string, string> } | null {
  if ('agency' in scope)
    return { sql: `${alias}.roster = 'interagency' AND ${alias}.agency = :scopeAgency`, values: { scopeAgency: scope.agency } };
  if ('roster' in scope) return { sql: `${alias}.roster = :scopeRoster`, values: { scopeRoster: scope.roster } };
  return null;
}

/** Whether the membership exists for the actor. */
export function seesMembership(
  actor: Pick<Actor, 'role' | 'agency'>,
  { roster, agency }: Pick<RosterMembership, 'roster' | 'agency'>,
): boolean {
  const scope = rosterScope(actor);
  if ('agency' in scope) return roster === 'interagency' && scope.agency !== '' && agency === scope.agency;
  return !('roster' in scope) || roster === scope.roster;
}

/** Whether an expert with these memberships exists for the actor. */
export function seesExpert(
  actor: Pick<Actor, 'role' | 'agency'>,
  memberships: readonly Pick<RosterMembership, 'roster' | 'agency'>[],
): boolean {
  return 'all' in rosterScope(actor) || memberships.some((membership) => seesMembership(actor, membership));
}

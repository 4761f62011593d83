import { type IsoDate, overlaps, type Period } from './dates.js';
import { conflictsWith } from './deployments.js';
import { type ExpertProfile, isActiveOn } from './expert.js';

/** Why somebody cannot go on these dates, apart from how well they suit. */
export type Obstacle =
  | { readonly kind: 'unavailable'; readonly period: Period }
  | { readonly kind: 'reserved'; readonly period: Period }
  /** Every membership that is active on the first day ends before the last one. */
  | { readonly kind: 'membership-ends'; readonly until: IsoDate }
  /** No membership is active on the first day. */
  | { readonly kind: 'no-membership' };

/**
 * What stands in the way of the mission: days the person gave as not available, days held for another mission, and a membership
 * that does not last until the end. Empty when the person is free. Source: product rule "computed for the dates asked".
 */
export function obstacles(
  profile: Pick<ExpertProfile, 'unavailable' | 'memberships'>,
  mission: Period,
  reserved: readonly Period[],
): Obstacle[] {
  return [
    ...conflictsWith(mission, reserved).map((period): Obstacle => ({ kind: 'reserved', period })),
    ...conflictsWith(mission, profile.unavailable).map(({ from, to }): Obstacle => ({ kind: 'unavailable', period: { from, to } })),
    ...membershipObstacle(profile, mission),
  ];
}

/** Whether there are no obstacles, for a whole roster: nothing is listed. */
export function isFree(
  { unavailable, memberships }: Pick<ExpertProfile, 'unavailable' | 'memberships'>,
  mission: Period,
  reserved: readonly Period[],
): boolean {
  return (
    memberships.some((membership) => isActiveOn(membership, mission.from) && isActiveOn(membership, mission.to)) &&
    !reserved.some((period) => overlaps(mission, period)) &&
    !unavailable.some((period) => overlaps(mission, period))
  );
}

function membershipObstacle({ memberships }: Pick<ExpertProfile, 'memberships'>, mission: Period): Obstacle[] {
  const atStart = memberships.filter((membership) => isActiveOn(membership, mission.from));
  if (atStart.length === 0) return [{ kind: 'no-membership' }];
  if (atStart.some((membership) => isActiveOn(membership, mission.to))) return [];
  const ends = atStart
    .map((membership) => membership.until)
    .filter((until) => until !== null)
    .sort();
  return [{ kind: 'membership-ends', until: ends.at(-1) ?? mission.from }];
}

import type { IsoDate } from './dates.js';
import { DomainError } from './errors.js';
import { type ExpertProfile, isActiveOn } from './expert.js';
import type { OfferState } from './offers.js';
import type { Urgency } from './surge.js';

/**
 * Where the release of an interagency expert by the agency can stand. `overdue` can still be decided: only the time that the
 * agency was given has passed. `closed` is no longer needed, because the offer ended without a place.
 */
export const RELEASE_STATES = ['asked', 'overdue', 'granted', 'refused', 'closed'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

interface Step {
  readonly from: readonly ReleaseState[];
  readonly to: ReleaseState;
}

const define = <const T extends Record<string, Step>>(steps: T): { readonly [Name in keyof T]: Step } => steps;

/** Every step a release can take. */
export const RELEASE_STEPS = define({
  grant: { from: ['asked', 'overdue'], to: 'granted' },
  refuse: { from: ['asked', 'overdue'], to: 'refused' },
  /** The deadline passes. Nothing else follows from it: an officer decides whether to go on waiting. */
  expire: { from: ['asked'], to: 'overdue' },
  close: { from: ['asked', 'overdue', 'granted'], to: 'closed' },
});
export type ReleaseStep = keyof typeof RELEASE_STEPS;

/** What a focal point can decide. */
export const RELEASE_DECISIONS = ['grant', 'refuse'] as const satisfies readonly ReleaseStep[];
export type ReleaseDecision = (typeof RELEASE_DECISIONS)[number];

/** Hours that the agency has, from the offer on, in parallel to the expert's own time to answer. */
export const RELEASE_HOURS: Readonly<Record<Urgency, number>> = { immediate: 24, urgent: 72, planned: 7 * 24 };

/** Where an offer stands together with the release it may need; only `firm` is somebody who is coming. */
export type PlaceStanding = 'open' | 'awaiting-release' | 'firm' | 'ended';

export function releaseStepsFrom(state: ReleaseState): ReleaseStep[] {
  return (Object.keys(RELEASE_STEPS) as ReleaseStep[]).filter((step) => RELEASE_STEPS[step].from.includes(state));
}

/** The state after the step. Throws `release.not-open` when it is not possible from here. */
export function releaseAfter(state: ReleaseState, step: ReleaseStep): ReleaseState {
  if (RELEASE_STEPS[step].from.includes(state)) return RELEASE_STEPS[step].to;
  throw new DomainError(
    'release.not-open',
    state === 'closed'
      ? 'The release is no longer needed: the offer has ended. Nothing more is expected from you.'
      : `The release was ${state} before and cannot be changed here. Write to the surge desk if that is wrong.`,
  );
}

/**
 * The agency whose release somebody needs for a mission: that of the interagency membership active on the first day away, the
 * newest where there are several. Null for whoever belongs to no agency. Source: Strategy C.4 b (proposed and released by the agency).
 */
export function releasingAgency({ memberships }: Pick<ExpertProfile, 'memberships'>, firstDay: IsoDate): string | null {
  const [newest] = memberships
    .filter((membership) => membership.roster === 'interagency' && membership.agency !== null && isActiveOn(membership, firstDay))
    .sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));
  return newest?.agency ?? null;
}

/** An acceptance counts as firm only with the release, where one is needed (`release` is null where none is). */
export function placeStanding(offer: OfferState, release: ReleaseState | null): PlaceStanding {
  if (offer === 'sent') return release === 'refused' ? 'ended' : 'open';
  if (offer !== 'accepted' || release === 'refused' || release === 'closed') return 'ended';
  return release === null || release === 'granted' ? 'firm' : 'awaiting-release';
}

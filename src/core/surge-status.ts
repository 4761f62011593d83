import type { ClockReading, SurgeState } from './surge.js';

/**
 * What of a request can be shown to anybody, such as partners who ask how it stands: neither who, where, when nor why, because the people
 * who go can be at risk, and so can those whom they go to see.
 */
export interface PublicStatus {
  readonly reference: string;
  readonly state: SurgeState;
  /** Whether the office owes the desk an answer. */
  readonly answerOwed: boolean;
  readonly places: number;
  /** Places that are certain: accepted, and released where an agency has to. */
  readonly certain: number;
  readonly clock: Pick<ClockReading, 'state' | 'late'>;
}

/** Named one by one, so that nothing that a request learns to carry later is shown without somebody deciding it. */
export function publicStatus({
  request: { reference, state, pausedAt, seats },
  offers,
  clock,
}: {
  request: { readonly reference: string; readonly state: SurgeState; readonly pausedAt: string | null; readonly seats: number };
  offers: readonly { readonly standing: string }[];
  clock: Pick<ClockReading, 'state' | 'late'>;
}): PublicStatus {
  return {
    reference,
    state,
    answerOwed: pausedAt !== null,
    places: seats,
    certain: offers.filter(({ standing }) => standing === 'firm').length,
    clock: { state: clock.state, late: clock.late },
  };
}

import { DomainError } from './errors.js';
import type { Urgency } from './surge.js';

/** Where an offer can stand. Only `sent` can still be answered. */
export const OFFER_STATES = ['sent', 'accepted', 'declined', 'lapsed', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** Why the desk takes an open offer back: all places are taken, the request has ended, or an officer decided so. */
export const WITHDRAWALS = ['filled', 'stood-down', 'by-officer'] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** Hours that an expert has to answer unless the officer says otherwise: a sixth of an immediate clock, longer for the others. */
export const OFFER_HOURS: Readonly<Record<Urgency, number>> = { immediate: 12, urgent: 24, planned: 72 };

/** Shortest and longest time to answer, in hours. */
export const OFFER_HOURS_LIMITS = { least: 1, most: 14 * 24 } as const;

/** What of an offer decides about its answer. Moments are ISO instants. */
export interface OfferStanding {
  readonly state: OfferState;
  readonly deadline: string;
  readonly answeredAt: string | null;
  /** The expert's own words when declined; a `Withdrawal` when withdrawn. */
  readonly answerReason: string | null;
}

export type OfferChange = Pick<OfferStanding, 'state' | 'answeredAt' | 'answerReason'>;

/** From the very instant of the deadline on, so that a job that runs exactly then does its work. */
export function isDue(offer: Pick<OfferStanding, 'deadline'>, now: number): boolean {
  return now >= Date.parse(offer.deadline);
}

/**
 * Takes a seat. `unchanged` when this offer was accepted before, so that a second click is answered kindly.
 * Throws `offer.not-open` after another answer, `offer.expired` after the deadline, `offer.seats-taken` when no seat is free.
 */
export function accepted(offer: OfferStanding, freeSeats: number, now: number): OfferChange | 'unchanged' {
  if (offer.state === 'accepted') return 'unchanged';
  mustBeOpen(offer, now);
  if (freeSeats < 1) throw seatsTaken();
  return { state: 'accepted', answeredAt: new Date(now).toISOString(), answerReason: null };
}

/** Says no, with a reason if the expert wants to give one. Twice is once. Throws as `accepted` does. */
export function declined(offer: OfferStanding, reason: string | null, now: number): OfferChange | 'unchanged' {
  if (offer.state === 'declined') return 'unchanged';
  mustBeOpen(offer, now);
  return { state: 'declined', answeredAt: new Date(now).toISOString(), answerReason: reason };
}

/** What becomes of an offer when its deadline job runs: nothing if it was answered or if the clock stands before the deadline. */
export function lapsed(offer: OfferStanding, now: number): OfferChange | 'unchanged' {
  if (offer.state !== 'sent' || !isDue(offer, now)) return 'unchanged';
  return { state: 'lapsed', answeredAt: new Date(now).toISOString(), answerReason: null };
}

/** The desk takes it back, because the seats are taken or the request ended. */
export function withdrawn(offer: OfferStanding, reason: Withdrawal, now: number): OfferChange | 'unchanged' {
  if (offer.state !== 'sent') return 'unchanged';
  return { state: 'withdrawn', answeredAt: new Date(now).toISOString(), answerReason: reason };
}

function seatsTaken(): DomainError {
  return new DomainError(
    'offer.seats-taken',
    'All the places of this mission have been taken. Thank you for being ready; nothing more is expected from you.',
  );
}

function mustBeOpen(offer: OfferStanding, now: number): void {
  if (offer.state === 'withdrawn' && offer.answerReason === 'filled') throw seatsTaken();
  if (offer.state === 'lapsed' || (offer.state === 'sent' && isDue(offer, now))) {
    throw new DomainError(
      'offer.expired',
      `The time to answer ran out on ${offer.deadline}. Write to the surge desk if you are still free.`,
    );
  }
  if (offer.state !== 'sent') {
    throw new DomainError(
      'offer.not-open',
      `This offer was ${offer.state} before, so it can no longer be answered. Write to the surge desk if that is wrong.`,
    );
  }
}

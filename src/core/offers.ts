import { DomainError } from './errors.js';
import type { Urgency } from './surge.js';

/** Where an offer can stand. Only `sent` can still be answered. */
export const OFFER_STATES = ['sent', 'accepted', 'declined', 'lapsed', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/**
 * Why an offer is taken back: all places are taken, the request has ended, an officer decided so, the expert has taken another
 * mission on some of the days, the expert's agency does not release them, or somebody else takes over a mission that was firm.
 */
export const WITHDRAWALS = ['filled', 'stood-down', 'by-officer', 'accepted-elsewhere', 'release-refused', 'replaced'] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** Hours that an expert has to answer unless the officer says otherwise: a sixth of an immediate clock, longer for the others. */
export const OFFER_HOURS: Readonly<Record<Urgency, number>> = { immediate: 12, urgent: 24, planned: 72 };

/** Shortest and longest time to answer, in hours. */
export const OFFER_HOURS_LIMITS = { least: 1, most: 14 * 24 } as const;

/** A reminder goes out when a quarter of the time to answer is left, and at the earliest this many hours before the deadline. */
export const LONGEST_REMINDER_HOURS = 24;

/** Most questions that can be asked from one offer's link, so that nobody fills the desk with them. */
export const MOST_QUESTIONS = 10;

/** Hours before the deadline at which somebody who has not answered is reminded; of 12 hours 3, of 24 hours 6, of 72 hours 18. */
export function reminderHours(hours: number): number {
  return Math.min(LONGEST_REMINDER_HOURS, hours / 4);
}

/** What of an offer decides about its answer. Moments are ISO instants. */
export interface OfferStanding {
  readonly state: OfferState;
  readonly deadline: string;
  readonly answeredAt: string | null;
  /** The expert's own words when declined; a `Withdrawal` when withdrawn. */
  readonly answerReason: string | null;
}

/** The seats of a request that can still be taken, and those that are held until an agency releases the expert. */
export interface Seats {
  readonly free: number;
  readonly held: number;
}

export type OfferChange = Pick<OfferStanding, 'state' | 'answeredAt' | 'answerReason'>;

/** From the very instant of the deadline on, so that a job that runs exactly then does its work. */
export function isDue(offer: Pick<OfferStanding, 'deadline'>, now: number): boolean {
  return now >= Date.parse(offer.deadline);
}

/**
 * Takes a seat. `unchanged` when this offer was accepted before, so that a second click is answered kindly.
 * Throws `offer.not-open` after another answer, `offer.expired` after the deadline, `offer.seats-taken` when no seat is free, and
 * `offer.seats-held` when one may become free again.
 */
export function accepted(offer: OfferStanding, seats: Seats, now: number): OfferChange | 'unchanged' {
  if (offer.state === 'accepted') return 'unchanged';
  mustBeOpen(offer, now);
  if (seats.free < 1) throw seats.held > 0 ? seatsHeld() : seatsTaken();
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

/** The desk takes it back before it is answered. */
export function withdrawn(offer: OfferStanding, reason: Withdrawal, now: number): OfferChange | 'unchanged' {
  if (offer.state !== 'sent') return 'unchanged';
  return { state: 'withdrawn', answeredAt: new Date(now).toISOString(), answerReason: reason };
}

/**
 * Gives an accepted place up again: the agency does not release the expert, an officer no longer waits for it, or somebody else takes
 * the mission over. The moment of the answer gives way to the moment of the end. Throws `offer.not-open` unless it was accepted.
 */
export function givenUp(offer: OfferStanding, reason: Withdrawal, now: number): OfferChange {
  if (offer.state !== 'accepted') throw new DomainError('offer.not-open', `The offer is ${offer.state}; there is no place to give up.`);
  return { state: 'withdrawn', answeredAt: new Date(now).toISOString(), answerReason: reason };
}

/** Every place is taken, and at least one by somebody who still waits for the agency's release: the offer stays open. */
function seatsHeld(): DomainError {
  return new DomainError(
    'offer.seats-held',
    'At this moment all the places are held for colleagues whose agencies have yet to release them. Your offer stays open until its deadline: if a place becomes free, you can still accept.',
  );
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

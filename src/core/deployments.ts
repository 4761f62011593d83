import { addDays, dayOf, type EpochDay, epochDay, type IsoDate, overlaps, type Period } from './dates.js';
import { DomainError, fieldError } from './errors.js';

/** A reservation holds a person's days until it is released; only active ones stand in the way of others. */
export const RESERVATION_STATES = ['active', 'released'] as const;
export type ReservationState = (typeof RESERVATION_STATES)[number];

/**
 * How a reservation holds its days. `firm`: somebody is going. `held`: not certain yet, and nobody else may have the days, as after
 * an acceptance that waits for the agency's release. `noted`: asked only; others may still ask and take the days.
 */
export const RESERVATION_KINDS = ['noted', 'held', 'firm'] as const;
export type ReservationKind = (typeof RESERVATION_KINDS)[number];

/** From when on a request holds the days of those it asks: when they accept (the default), or with the offer already. */
export const HOLDINGS = ['on-acceptance', 'noted-on-offer', 'held-on-offer'] as const;
export type Holding = (typeof HOLDINGS)[number];

/** The reservation that an offer makes under the request's policy; undefined when it makes none. */
export function heldByOffer(holding: Holding): ReservationKind | undefined {
  if (holding === 'on-acceptance') return undefined;
  return holding === 'held-on-offer' ? 'held' : 'noted';
}

/** Days of travel each way unless the request says otherwise, and the most that can be asked for. */
export const TRAVEL_DAYS = { usual: 1, most: 14 } as const;

/** What of a request decides which days its experts are away. */
export interface MissionDays {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** Whole days of travel before the first and after the last day. */
  readonly travelBefore: number;
  readonly travelAfter: number;
}

/** All days on which the expert is away: the mission with the travel to it and from it. */
export function awayPeriod({ startsOn, endsOn, travelBefore, travelAfter }: MissionDays): Period {
  return { from: addDays(startsOn, -travelBefore), to: addDays(endsOn, travelAfter) };
}

/** Longest mission that can be reserved in one piece, in days (two years). A longer one is a typing mistake. */
export const LONGEST_MISSION_DAYS = 731;

/** The same days as integers, because the database compares integers when it refuses an overlap. Both ends belong to it. */
export interface ReservedDays {
  readonly fromDay: EpochDay;
  readonly toDay: EpochDay;
}

/**
 * The days of a mission, checked: both ends real calendar days, in order, at most LONGEST_MISSION_DAYS long.
 * Throws `input.invalid` with the field that is wrong.
 */
export function missionPeriod(from: IsoDate, to: IsoDate): Period {
  const first = epochDay(from);
  const last = epochDay(to);
  if (first === undefined) throw fieldError('startsOn', 'Give the first day as a real date, for example 2026-11-24.');
  if (last === undefined) throw fieldError('endsOn', 'Give the last day as a real date, for example 2026-12-18.');
  if (last < first) throw fieldError('endsOn', `The last day ${to} lies before the first day ${from}. Give the same day or a later one.`);
  if (last - first >= LONGEST_MISSION_DAYS) {
    throw fieldError(
      'endsOn',
      `The mission may last at most ${LONGEST_MISSION_DAYS} days. Choose ${addDays(from, LONGEST_MISSION_DAYS - 1)} or an earlier day.`,
    );
  }
  return { from, to };
}

export function reservedDays(period: Period): ReservedDays {
  return { fromDay: dayOf(period.from), toDay: dayOf(period.to) };
}

/** Of the taken periods, those that stand in the way, earliest first. Back-to-back days do not: the 11th is free after a 10th. */
export function conflictsWith(wanted: Period, taken: Iterable<Period>): Period[] {
  return [...taken].filter((period) => overlaps(wanted, period)).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The refusal that both the database's constraint and a check before it answer with. */
export function overlapRefused(period: Period): DomainError {
  return new DomainError(
    'reservation.overlap',
    `The expert is already reserved on some of the days from ${period.from} to ${period.to}. Choose other dates or another expert.`,
  );
}

import { addDays, dayOf, epochDay, type IsoDate, type Period } from './dates.js';
import { LONGEST_MISSION_DAYS, missionPeriod } from './deployments.js';
import { DomainError, fieldError } from './errors.js';

/**
 * Where one expert's mission can stand, from the moment the place is firm. An extension stays `deployed` with a later last day; an
 * early end is a completion with an earlier one. Source: product rule "Surge" (extension, early end, cancellation, replacement).
 */
export const MISSION_STATES = ['confirmed', 'briefed', 'deployed', 'completed', 'closed', 'replaced', 'cancelled'] as const;
export type MissionState = (typeof MISSION_STATES)[number];

/** Who takes a step: the surge desk, the office that asked, or the expert by the link in a mail. */
export type MissionSide = 'officer' | 'requester' | 'expert';

interface Step {
  readonly from: readonly MissionState[];
  /** Null where it stays as it is. */
  readonly to: MissionState | null;
  readonly by: readonly MissionSide[];
  /** Whether a human has to say why. */
  readonly reason: boolean;
  /** The day the step asks for, if any: when it was, or until when the mission goes on. `left` may be left out. */
  readonly day: 'arrival' | 'last-day' | 'left' | null;
}

const define = <const T extends Record<string, Step>>(steps: T): { readonly [Name in keyof T]: Step } => steps;

/** Every step a mission can take. Nobody is dispatched, kept longer or sent home by a machine. */
export const MISSION_STEPS = define({
  brief: { from: ['confirmed'], to: 'briefed', by: ['officer'], reason: false, day: null },
  deploy: { from: ['confirmed', 'briefed'], to: 'deployed', by: ['officer'], reason: false, day: 'arrival' },
  extend: { from: ['confirmed', 'briefed', 'deployed'], to: null, by: ['officer'], reason: true, day: 'last-day' },
  'end-early': { from: ['deployed'], to: 'completed', by: ['officer'], reason: true, day: 'last-day' },
  complete: { from: ['deployed'], to: 'completed', by: ['officer'], reason: false, day: 'left' },
  replace: { from: ['confirmed', 'briefed', 'deployed'], to: 'replaced', by: ['officer'], reason: true, day: null },
  /** Also of somebody who was replaced after the arrival: their part is told and rated as well. */
  close: { from: ['completed', 'replaced'], to: 'closed', by: ['officer'], reason: false, day: null },
});
export type MissionStep = keyof typeof MISSION_STEPS;

export const MISSION_STEP_NAMES = Object.keys(MISSION_STEPS) as readonly MissionStep[];

/** Where nothing more has to happen: the request does not wait for these. */
export const MISSION_ENDS: readonly MissionState[] = ['closed', 'replaced', 'cancelled'];

/** 1 (did not help) to 5 (made the difference). */
export const MISSION_RATINGS = [1, 2, 3, 4, 5] as const;
export type MissionRating = (typeof MISSION_RATINGS)[number];

/** What a mission's rules look at. */
export interface MissionStanding extends Period {
  readonly state: MissionState;
  /** The day of arrival; null until somebody is on the ground. */
  readonly arrivedOn: IsoDate | null;
  /** When the end-of-mission report was handed in; null before. */
  readonly reportedAt: string | null;
  readonly rating: MissionRating | null;
}

/** What a step changes. */
export interface MissionChange {
  readonly state: MissionState;
  /** An earlier first day. */
  readonly from?: IsoDate;
  /** Another last day. */
  readonly to?: IsoDate;
  readonly arrivedOn?: IsoDate;
}

/** What a person gives with a step. */
export interface StepGiven {
  readonly day?: IsoDate | null;
  readonly reason?: string | null;
}

export function missionStepsFrom(state: MissionState): MissionStep[] {
  return MISSION_STEP_NAMES.filter((step) => MISSION_STEPS[step].from.includes(state));
}

/** The steps that can be taken on this day: an end is early before the last day and complete from it on, and nothing closes half-told. */
export function missionStepsOn(mission: MissionStanding, today: IsoDate): MissionStep[] {
  return missionStepsFrom(mission.state).filter((step) => {
    if (step === 'complete') return today >= mission.to;
    if (step === 'end-early') return firstDayOf(mission) < mission.to;
    return step !== 'close' || (canLookBack(mission) && missingToClose(mission).length === 0);
  });
}

/** What a completed mission lacks before it can be closed. */
export function missingToClose({ reportedAt, rating }: Pick<MissionStanding, 'reportedAt' | 'rating'>): ('report' | 'rating')[] {
  return [...(reportedAt === null ? (['report'] as const) : []), ...(rating === null ? (['rating'] as const) : [])];
}

/**
 * What the step changes. Throws `mission.not-allowed` with what is possible instead, or `input.invalid` for a day or a reason that is
 * missing or cannot be.
 */
export function missionAfter(mission: MissionStanding, step: MissionStep, given: StepGiven, today: IsoDate): MissionChange {
  const { from, to, reason } = MISSION_STEPS[step];
  if (!from.includes(mission.state) || (step === 'close' && !canLookBack(mission))) throw notAllowed(mission, step);
  if (reason && !given.reason?.trim()) throw fieldError('reason', 'Give a reason: it stays with the mission.');
  const state = to ?? mission.state;
  switch (step) {
    case 'deploy': {
      const arrivedOn = arrival(mission, given.day, today);
      return { state, arrivedOn, ...(arrivedOn < mission.from ? { from: arrivedOn } : {}) };
    }
    case 'extend':
      return { state, to: laterDay(mission, given.day) };
    case 'end-early':
      return { state, to: earlierDay(mission, given.day) };
    case 'complete':
      if (today < mission.to) throw notOver(mission);
      return { state, ...leaving(mission, given.day, today) };
    case 'replace':
      return mission.arrivedOn === null ? { state } : { state, to: lastDayBy(mission, today) };
    case 'close':
      if (missingToClose(mission).length > 0) throw notReady(mission);
      return { state };
    default:
      return { state };
  }
}

/**
 * What a request that is stood down means for a mission: it is cancelled before the arrival, and ends with that day after it. Null
 * where it is over already.
 */
export function missionAfterStandDown(mission: MissionStanding, today: IsoDate): MissionChange | null {
  if (mission.state === 'deployed') return { state: 'completed', to: lastDayBy(mission, today) };
  return mission.state === 'confirmed' || mission.state === 'briefed' ? { state: 'cancelled' } : null;
}

/**
 * Whether the expert can hand in the report, and the office can rate: once the expert has been on the ground, until it is closed; also
 * of the part of a mission that somebody else has taken over.
 */
export function canLookBack({ state, arrivedOn }: Pick<MissionStanding, 'state' | 'arrivedOn'>): boolean {
  return state === 'deployed' || state === 'completed' || (state === 'replaced' && arrivedOn !== null);
}

/** Days on the ground so far or in all, both ends counted; 0 before arrival. Days that have not come yet are not served. */
export function daysServed({ arrivedOn, to }: Pick<MissionStanding, 'arrivedOn' | 'to'>, today: IsoDate): number {
  if (arrivedOn === null) return 0;
  const last = today < to ? today : to;
  return Math.max(0, dayOf(last) - dayOf(arrivedOn) + 1);
}

function arrival(mission: Period, day: IsoDate | null | undefined, today: IsoDate): IsoDate {
  if (!day || epochDay(day) === undefined) throw fieldError('day', 'Give the day of arrival as a real date, for example 2026-11-24.');
  if (day > today) throw fieldError('day', 'The arrival is recorded once it has happened. Give today or an earlier day.');
  const first = addDays(mission.from, -14);
  if (day < first || day > mission.to)
    throw fieldError('day', `The arrival lies between ${first} and ${mission.to}. Extend the mission first if it is later.`);
  return day;
}

/** Whoever left after the agreed last day was there until then. Before it is an early end, with a reason. */
function leaving(mission: Period, day: IsoDate | null | undefined, today: IsoDate): { to?: IsoDate } {
  if (!day) return {};
  if (epochDay(day) === undefined) throw fieldError('day', 'Give the day on which the expert left as a real date, for example 2026-12-18.');
  if (day > today)
    throw fieldError('day', 'Leaving is recorded once it has happened. Give today or an earlier day, or extend the mission.');
  if (day < mission.to)
    throw fieldError('day', `The mission was to go on until ${mission.to}. Whoever left before has ended early: say why there.`);
  return day > mission.to ? { to: laterDay(mission, day) } : {};
}

function laterDay(mission: Period, day: IsoDate | null | undefined): IsoDate {
  if (!day || epochDay(day) === undefined) throw fieldError('day', 'Give the new last day as a real date, for example 2026-12-31.');
  if (day <= mission.to) throw fieldError('day', `The mission goes on until ${mission.to} already. Give a later day, or end it early.`);
  if (dayOf(day) - dayOf(mission.from) >= LONGEST_MISSION_DAYS)
    throw fieldError('day', `A mission lasts at most ${LONGEST_MISSION_DAYS} days.`);
  return missionPeriod(mission.from, day).to;
}

function earlierDay(mission: MissionStanding, day: IsoDate | null | undefined): IsoDate {
  if (!day || epochDay(day) === undefined)
    throw fieldError('day', 'Give the last day on the ground as a real date, for example 2026-12-10.');
  const first = firstDayOf(mission);
  if (day < first || day >= mission.to) throw fieldError('day', `An early end lies from ${first} to the day before ${mission.to}.`);
  return day;
}

/** The last day of somebody who leaves on this day: never before the mission began, never after it was to end. */
function lastDayBy(mission: MissionStanding, day: IsoDate): IsoDate {
  const first = firstDayOf(mission);
  if (day < first) return first;
  return day < mission.to ? day : mission.to;
}

/** From the arrival on; a mission begins on the day of an early arrival, and cannot end before it. */
function firstDayOf({ arrivedOn, from }: MissionStanding): IsoDate {
  return arrivedOn !== null && arrivedOn > from ? arrivedOn : from;
}

function notOver({ to }: MissionStanding): DomainError {
  return new DomainError('mission.not-allowed', `The mission goes on until ${to}. Complete it from that day on, or end it early.`);
}

function notReady(mission: MissionStanding): DomainError {
  const missing = missingToClose(mission).map((one) => (one === 'report' ? 'the report by the expert' : 'the rating by the office'));
  return new DomainError('mission.not-allowed', `The mission is closed when it is complete; still missing: ${missing.join(' and ')}.`);
}

function notAllowed(mission: MissionStanding, step: MissionStep): DomainError {
  const { state } = mission;
  const possible = missionStepsFrom(state).filter((one) => one !== 'close' || canLookBack(mission));
  return new DomainError(
    'mission.not-allowed',
    possible.length === 0
      ? `The mission is ${state} and can take no further step.`
      : `The mission is ${state}; "${step.replaceAll('-', ' ')}" is possible only when it is ${MISSION_STEPS[step].from.join(' or ')}. Now it can take: ${possible.join(', ').replaceAll('-', ' ')}.`,
  );
}

/** The refusal of the database, said to whoever records when somebody really came or left: the days belong to another mission. */
export function heldElsewhere({ from, to }: Period): DomainError {
  return fieldError(
    'day',
    `The expert is held for another mission on some of the days from ${from} to ${to}, travel included. Look at the expert's other missions: correct the day here, or end the other mission first.`,
    'reservation.overlap',
  );
}

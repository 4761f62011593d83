import { type Actor, may } from './access.js';
import { DomainError } from './errors.js';

/** How soon somebody has to be on the ground. Source: product rule "Surge", urgency classes with a clock. */
export const URGENCIES = ['immediate', 'urgent', 'planned'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Hours from submission until somebody is on the ground: 72 hours, 7 days, 30 days. */
export const URGENCY_HOURS: Readonly<Record<Urgency, number>> = { immediate: 72, urgent: 7 * 24, planned: 30 * 24 };

/** How grave the situation is, 1 (limited) to 5 (mass atrocities possible). */
export const SEVERITIES = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Most experts that one request can ask for. */
export const MOST_SEATS = 20;

/** Who pays. `contingency` is the contingency support of the trust fund. Source: Strategy, C.5. */
export const FUNDING_SOURCES = ['undecided', 'interagency', 'mdtf', 'contingency', 'requesting-unct', 'ohchr'] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** Where a request can stand. Source: product rule "Surge", states. */
export const SURGE_STATES = [
  'draft',
  'submitted',
  'under-review',
  'more-information',
  'confirming',
  'approved',
  'declined',
  'stood-down',
  'matching',
  'offered',
  'filled',
  'deployed',
  'completed',
  'closed',
] as const;
export type SurgeState = (typeof SURGE_STATES)[number];

/** Who takes a step: the office that asks, the surge desk, or the service itself after an answer to an offer. */
export type SurgeSide = 'requester' | 'officer' | 'service';

interface Step {
  readonly from: readonly SurgeState[];
  readonly to: SurgeState;
  readonly by: readonly SurgeSide[];
  /** Whether a human has to say why. */
  readonly reason: boolean;
  /** States in which it can be taken as well, and in which the request stays. */
  readonly stays?: readonly SurgeState[];
  /** Whether it begins or ends that the office owes an answer; only what has not begun can begin, and the other way round. */
  readonly question?: 'opens' | 'closes';
}

/** Between the approval and the arrival: the desk works, and may need to know something from the office while it does. */
const ON_THE_WAY = ['approved', 'matching', 'offered', 'filled'] as const satisfies readonly SurgeState[];

const define = <const T extends Record<string, Step>>(steps: T): { readonly [Name in keyof T]: Step } => steps;

/** Every step a request can take. Nothing else is allowed, and nothing here dispatches anybody by itself. */
export const SURGE_STEPS = define({
  submit: { from: ['draft'], to: 'submitted', by: ['requester'], reason: false },
  review: { from: ['submitted'], to: 'under-review', by: ['officer'], reason: false },
  ask: { from: ['under-review'], to: 'more-information', stays: ON_THE_WAY, question: 'opens', by: ['officer'], reason: true },
  answer: { from: ['more-information'], to: 'under-review', stays: ON_THE_WAY, question: 'closes', by: ['requester'], reason: true },
  /** The desk no longer waits for an answer, so that no clock stands still for ever. */
  'go-on': { from: ['more-information'], to: 'under-review', stays: ON_THE_WAY, question: 'closes', by: ['officer'], reason: true },
  approve: { from: ['under-review'], to: 'approved', by: ['officer'], reason: true },
  /** An approval for which policy asks two persons; `surge-decision.ts` says which. */
  propose: { from: ['under-review'], to: 'confirming', by: ['officer'], reason: true },
  confirm: { from: ['confirming'], to: 'approved', by: ['officer'], reason: true },
  reconsider: { from: ['confirming'], to: 'under-review', by: ['officer'], reason: true },
  decline: { from: ['under-review'], to: 'declined', by: ['officer'], reason: true },
  'stand-down': {
    from: ['draft', 'submitted', 'under-review', 'more-information', 'confirming', 'approved', 'matching', 'offered', 'filled'],
    to: 'stood-down',
    by: ['requester', 'officer'],
    reason: true,
  },
  match: { from: ['approved'], to: 'matching', by: ['officer'], reason: false },
  offer: { from: ['matching', 'offered'], to: 'offered', by: ['officer'], reason: false },
  /** Nobody is being asked any more and a seat is free, or somebody who was going has to be replaced. */
  reopen: { from: ['offered', 'filled', 'deployed'], to: 'matching', by: ['service'], reason: false },
  fill: { from: ['offered'], to: 'filled', by: ['service'], reason: false },
  deploy: { from: ['filled'], to: 'deployed', by: ['officer'], reason: false },
  complete: { from: ['deployed'], to: 'completed', by: ['officer'], reason: false },
  close: { from: ['completed'], to: 'closed', by: ['officer'], reason: false },
});
export type SurgeStep = keyof typeof SURGE_STEPS;

export const SURGE_STEP_NAMES = Object.keys(SURGE_STEPS) as readonly SurgeStep[];

/** Where nothing more can happen. */
export const FINAL_STATES: readonly SurgeState[] = ['declined', 'stood-down', 'closed'];

/** What is out of the desk's hands: on mission, or over. Listed apart and by pages, so that it neither fills nor slows the queue. */
export const PAST_STATES: readonly SurgeState[] = ['deployed', 'completed', ...FINAL_STATES];

/** What stands in the queue, because somebody has to do something before an expert is on the ground. Drafts belong to their author alone. */
export const QUEUE_STATES = SURGE_STATES.filter((state) => state !== 'draft' && !PAST_STATES.includes(state));

/** The steps that are possible. Under review the state itself tells whether the office owes an answer; later it has to be said. */
export function stepsFrom(state: SurgeState, owes = state === 'more-information'): SurgeStep[] {
  return SURGE_STEP_NAMES.filter((step) => isPossible(step, state, owes));
}

function isPossible(step: SurgeStep, state: SurgeState, owes: boolean): boolean {
  const { from, stays = [], question } = SURGE_STEPS[step];
  return (from.includes(state) || stays.includes(state)) && (question === undefined || owes === (question === 'closes'));
}

/** The side on which somebody signed in stands; undefined for whoever only reads. */
export function sideOf(actor: Pick<Actor, 'role'>): SurgeSide | undefined {
  if (may(actor, 'surge:decide')) return 'officer';
  return may(actor, 'surge:request') ? 'requester' : undefined;
}

/** The steps that are possible now and theirs to take. */
export function stepsOpenTo(side: SurgeSide | undefined, state: SurgeState, owes?: boolean): SurgeStep[] {
  return side === undefined ? [] : stepsFrom(state, owes).filter((step) => SURGE_STEPS[step].by.includes(side));
}

/**
 * The state after the step. Throws `surge.not-allowed` with a sentence that says what is allowed instead.
 */
export function stepFrom(state: SurgeState, step: SurgeStep, owes = state === 'more-information'): SurgeState {
  const { from, to, stays = [], question } = SURGE_STEPS[step];
  if (isPossible(step, state, owes)) return from.includes(state) ? to : state;
  const allowed = stepsFrom(state, owes);
  const possible = [...from, ...stays].map(inWords).join(' or ');
  const when = question === undefined ? '' : question === 'opens' ? ', and the office owes no answer' : ', and the office owes an answer';
  throw new DomainError(
    'surge.not-allowed',
    allowed.length === 0
      ? `The request is ${inWords(state)} and can take no further step. Make a new request instead.`
      : `The request is ${inWords(state)}; "${inWords(step)}" is possible only when it is ${possible}${when}. Now it can take: ${allowed.map(inWords).join(', ')}.`,
  );
}

/** Whether the office owes an answer after a step that leads to the state. Nobody waits for one once somebody is on the ground or it is over. */
export function owesAfter(step: SurgeStep, to: SurgeState, owed: boolean): boolean {
  const { question } = SURGE_STEPS[step];
  return !STOPS_CLOCK.includes(to) && (question === undefined ? owed : question === 'opens');
}

/** `under-review` → `under review`: for the sentences of refusals. */
export function inWords(name: string): string {
  return name.replaceAll('-', ' ');
}

/** The moments that a request's clock is computed from; ISO instants. */
export interface ClockTimes {
  readonly urgency: Urgency;
  /** Null while it is a draft. */
  readonly submittedAt: string | null;
  /** Since when the requesting side owes an answer, in whatever stage; null while it does not. */
  readonly pausedAt: string | null;
  /** Whole seconds of earlier pauses. */
  readonly pausedSeconds: number;
  /** When somebody was on the ground or the request ended, also as a draft; null before. */
  readonly stoppedAt: string | null;
}

export interface ClockReading {
  readonly state: 'not-started' | 'running' | 'paused' | 'stopped';
  readonly allowedSeconds: number;
  readonly usedSeconds: number;
  /** Whole seconds for which it has stood still; with those used, the time that has passed. */
  readonly pausedSeconds: number;
  /** Share of the clock that is used, in thousandths, floored; above 1,000 when late. */
  readonly usedPermille: number;
  /** When the clock runs out if it is not stopped again; null while it does not run. Milliseconds since 1970. */
  readonly dueAt: number | null;
  readonly late: boolean;
}

/** Reads the clock at an instant in milliseconds. It stands still while the requesting side owes an answer. */
export function readClock(times: ClockTimes, now: number): ClockReading {
  const allowedSeconds = URGENCY_HOURS[times.urgency] * 3600;
  if (times.submittedAt === null)
    return { state: 'not-started', allowedSeconds, usedSeconds: 0, pausedSeconds: 0, usedPermille: 0, dueAt: null, late: false };
  const started = Date.parse(times.submittedAt);
  const until = times.stoppedAt === null ? now : Date.parse(times.stoppedAt);
  const still = times.stoppedAt === null && times.pausedAt !== null ? wholeSeconds(Date.parse(times.pausedAt), now) : 0;
  const pausedSeconds = times.pausedSeconds + still;
  const usedSeconds = Math.max(0, wholeSeconds(started, until) - pausedSeconds);
  const state = times.stoppedAt !== null ? 'stopped' : times.pausedAt !== null ? 'paused' : 'running';
  return {
    state,
    allowedSeconds,
    usedSeconds,
    pausedSeconds,
    usedPermille: Math.floor((usedSeconds * 1000) / allowedSeconds),
    dueAt: state === 'running' ? started + (allowedSeconds + times.pausedSeconds) * 1000 : null,
    late: usedSeconds > allowedSeconds,
  };
}

/** States on whose entry the clock stops for good: on the ground, or over. */
const STOPS_CLOCK: readonly SurgeState[] = ['deployed', ...FINAL_STATES];

/**
 * The clock after something happened at the instant `at` (ISO) that left the request in `state`, and the office owing an answer or not.
 * What is asked after the clock has stopped no longer changes it.
 */
export function clockOn(times: ClockTimes, state: SurgeState, at: string, owes = state === 'more-information'): ClockTimes {
  const answered = times.pausedAt !== null && !owes && times.stoppedAt === null;
  const pause = answered ? wholeSeconds(Date.parse(times.pausedAt as string), Date.parse(at)) : 0;
  return {
    urgency: times.urgency,
    submittedAt: state === 'submitted' ? at : times.submittedAt,
    pausedAt: owes ? (times.pausedAt ?? at) : null,
    pausedSeconds: times.pausedSeconds + pause,
    stoppedAt: STOPS_CLOCK.includes(state) ? (times.stoppedAt ?? at) : times.stoppedAt,
  };
}

/** Never negative: where the clock of the machine ran backwards, the stretch counts as nothing. */
function wholeSeconds(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 1000));
}

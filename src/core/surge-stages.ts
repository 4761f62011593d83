import { owesAfter, SURGE_STEPS, type SurgeState, type SurgeStep, URGENCY_HOURS, type Urgency } from './surge.js';

/** The stages that a request goes through until somebody is on the ground. Source: issue "Surge, for real", clocks per stage. */
export const STAGES = ['triage', 'decision', 'match', 'offer', 'release', 'travel'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * The share of each stage in the clock of the urgency, in seventy-seconds, because an immediate request has 72 hours: the numbers
 * are its hours. They add up to 72, so that a request that keeps every stage keeps its clock. Of an urgent request (7 days) one
 * share is 2 h 20 min, of a planned one (30 days) 10 h.
 */
export const STAGE_SHARES: Readonly<Record<Stage, number>> = { triage: 4, decision: 12, match: 8, offer: 16, release: 8, travel: 24 };
const ALL_SHARES = 72;

/** Whole seconds that a stage may take. */
export function stageSeconds(stage: Stage, urgency: Urgency): number {
  return (URGENCY_HOURS[urgency] * 3600 * STAGE_SHARES[stage]) / ALL_SHARES;
}

/** The stage that a state belongs to; in the others nothing is to be done before arrival. Its time runs unless the office owes an answer. */
const STAGE_OF: Readonly<Partial<Record<SurgeState, Stage>>> = {
  submitted: 'triage',
  'under-review': 'decision',
  'more-information': 'decision',
  confirming: 'decision',
  approved: 'match',
  matching: 'match',
  offered: 'offer',
  filled: 'travel',
};

/** A line of a request's history as far as its stages depend on it, in the order in which it was written. */
export interface HistoryLine {
  readonly kind: string;
  /** ISO instant. */
  readonly at: string;
  readonly toState: SurgeState | null;
  readonly offerId: string | null;
}

export interface StageReading {
  readonly stage: Stage;
  /** `waiting`: not begun. `paused`: the office owes an answer. `done`: left, though it can be entered again. */
  readonly state: 'waiting' | 'running' | 'paused' | 'done';
  readonly allowedSeconds: number;
  readonly usedSeconds: number;
  /** Whole seconds for which it stood still because the office owed an answer. */
  readonly pausedSeconds: number;
  /** When its time runs out if nothing stops it, in milliseconds since 1970; null unless it runs. */
  readonly dueAt: number | null;
  readonly late: boolean;
}

/**
 * Reads the clocks of all stages at an instant, from the history alone. A stage that is entered again goes on where it stood. While
 * somebody has accepted and the agency's release is awaited, the time is the release's. While the office owes an answer the stage in
 * which the request stands stands still, whichever it is. Time never runs backwards: where the clock of the machine did, the stretch
 * counts as nothing.
 */
export function readStages(history: readonly HistoryLine[], urgency: Urgency, now: number): StageReading[] {
  const used = new Map<Stage, number>();
  const paused = new Map<Stage, number>();
  const releases = new Releases();
  let state: SurgeState | null = null;
  let owed = false;
  let stage: Stage | undefined;
  let since = now;
  for (const line of history) {
    const at = Date.parse(line.at);
    if (stage !== undefined) add(owed ? paused : used, stage, at - since);
    releases.follow(line);
    owed = owedAfter(line, state, owed);
    state = line.toState ?? state;
    stage = stageIn(state, releases.awaited);
    since = at;
    if (stage !== undefined) add(used, stage, 0);
  }
  if (stage !== undefined) add(owed ? paused : used, stage, now - since);
  return STAGES.map((one) =>
    reading(one, { used: used.get(one), paused: paused.get(one) ?? 0 }, { urgency, now, owed, is: one === stage }),
  );
}

/** Under review the states tell it; later, what was asked and answered without leaving the state. */
function owedAfter({ kind, toState }: HistoryLine, from: SurgeState | null, owed: boolean): boolean {
  const step = kind in SURGE_STEPS ? (kind as SurgeStep) : undefined;
  if (toState === 'more-information') return true;
  const before = owed && !(from === 'more-information' && toState !== null);
  return step === undefined ? before : owesAfter(step, toState ?? from ?? 'draft', before);
}

function stageIn(state: SurgeState | null, releaseAwaited: boolean): Stage | undefined {
  if (state === null) return undefined;
  return state === 'offered' && releaseAwaited ? 'release' : STAGE_OF[state];
}

function add(used: Map<Stage, number>, stage: Stage, milliseconds: number): void {
  used.set(stage, (used.get(stage) ?? 0) + Math.max(0, milliseconds));
}

/** The stage that runs or stands still because the office owes an answer; undefined when there is none. */
export function stageNow(readings: readonly StageReading[]): StageReading | undefined {
  return readings.find(({ state }) => state === 'running' || state === 'paused');
}

function reading(
  stage: Stage,
  { used, paused }: { used: number | undefined; paused: number },
  { urgency, now, owed, is }: { urgency: Urgency; now: number; owed: boolean; is: boolean },
): StageReading {
  const allowedSeconds = stageSeconds(stage, urgency);
  const usedSeconds = Math.floor((used ?? 0) / 1000);
  return {
    stage,
    state: used === undefined ? 'waiting' : !is ? 'done' : owed ? 'paused' : 'running',
    allowedSeconds,
    usedSeconds,
    pausedSeconds: Math.floor(paused / 1000),
    dueAt: is && !owed ? now + allowedSeconds * 1000 - (used ?? 0) : null,
    late: usedSeconds > allowedSeconds,
  };
}

/** Which acceptances wait for a release by an agency. */
class Releases {
  private readonly asked = new Set<string>();
  private readonly accepted = new Set<string>();

  get awaited(): boolean {
    return [...this.accepted].some((offer) => this.asked.has(offer));
  }

  follow({ kind, offerId }: HistoryLine): void {
    if (offerId === null) return;
    if (kind === 'release-asked') this.asked.add(offerId);
    if (kind === 'release-granted' || kind === 'release-refused') this.asked.delete(offerId);
    if (kind === 'offer-accepted') this.accepted.add(offerId);
    if (kind === 'offer-withdrawn' || kind === 'offer-declined' || kind === 'offer-lapsed') this.accepted.delete(offerId);
  }
}

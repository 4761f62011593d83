import { type SurgeState, URGENCY_HOURS, type Urgency } from './surge.js';

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

/** The stage whose time runs in a state; in the others no stage runs: the office owes an answer, or nothing is to be done before arrival. */
const STAGE_OF: Readonly<Partial<Record<SurgeState, Stage>>> = {
  submitted: 'triage',
  'under-review': 'decision',
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
  /** When its time runs out if nothing stops it, in milliseconds since 1970; null unless it runs. */
  readonly dueAt: number | null;
  readonly late: boolean;
}

/**
 * Reads the clocks of all stages at an instant, from the history alone. A stage that is entered again goes on where it stood. While
 * somebody has accepted and the agency's release is awaited, the time is the release's. Time never runs backwards: where the
 * clock of the machine did, the stretch counts as nothing.
 */
export function readStages(history: readonly HistoryLine[], urgency: Urgency, now: number): StageReading[] {
  const used = new Map<Stage, number>();
  const releases = new Releases();
  let state: SurgeState | null = null;
  let running: Stage | undefined;
  let paused: Stage | undefined;
  let since = now;
  for (const line of history) {
    const at = Date.parse(line.at);
    if (running !== undefined) add(used, running, at - since);
    releases.follow(line);
    state = line.toState ?? state;
    paused = state === 'more-information' ? (running ?? paused) : undefined;
    running = stageIn(state, releases.awaited);
    since = at;
    if (running !== undefined) add(used, running, 0);
  }
  if (running !== undefined) add(used, running, now - since);
  return STAGES.map((one) => reading(one, used.get(one), { urgency, now, running: one === running, paused: one === paused }));
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
  used: number | undefined,
  { urgency, now, running, paused }: { urgency: Urgency; now: number; running: boolean; paused: boolean },
): StageReading {
  const allowedSeconds = stageSeconds(stage, urgency);
  const usedSeconds = Math.floor((used ?? 0) / 1000);
  return {
    stage,
    state: used === undefined ? 'waiting' : running ? 'running' : paused ? 'paused' : 'done',
    allowedSeconds,
    usedSeconds,
    dueAt: running ? now + allowedSeconds * 1000 - (used ?? 0) : null,
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

import type { Language } from './languages.js';
import type { OfferState } from './offers.js';
import { FINAL_STATES, type SurgeState, type Urgency } from './surge.js';
import { type HistoryLine, readStages, STAGES, type Stage, stageSeconds } from './surge-stages.js';
import type { Theme } from './themes.js';

/** One request as the figures look at it. */
export interface RequestCase {
  readonly reference: string;
  readonly country: string;
  readonly urgency: Urgency;
  readonly state: SurgeState;
  readonly seats: number;
  /** Places that were firm at least once and are not given up. */
  readonly filledSeats: number;
  readonly languages: readonly Language[];
  readonly themes: readonly Theme[];
  readonly history: readonly HistoryLine[];
  readonly offers: readonly OfferState[];
}

/** How a stage went, over the requests that have left it. */
export interface StageFigures {
  readonly stage: Stage;
  readonly urgency: Urgency;
  /** Requests that have left the stage. */
  readonly count: number;
  readonly inTime: number;
  /** Whole seconds; the lower middle of an even number. Null where there is none. */
  readonly medianSeconds: number | null;
  readonly allowedSeconds: number;
}

/** What was asked for and what was found, by language or theme. */
export interface Gap<Name extends string> {
  readonly name: Name;
  readonly requests: number;
  readonly seats: number;
  readonly filled: number;
}

/** Why requests ended without everybody they asked for. */
export const UNMET_REASONS = ['declined', 'stood-down', 'not-filled'] as const;
export type UnmetReason = (typeof UNMET_REASONS)[number];

export interface SurgeFigures {
  readonly requests: number;
  readonly seats: number;
  readonly filled: number;
  readonly stages: StageFigures[];
  readonly offers: Readonly<Record<OfferState, number>>;
  readonly byLanguage: Gap<Language>[];
  readonly byTheme: Gap<Theme>[];
  readonly unmet: { readonly reason: UnmetReason; readonly requests: string[] }[];
}

/** Figures of requests at an instant, in whole numbers, from their histories alone. Drafts do not count. */
export function surgeFigures(all: readonly RequestCase[], now: number): SurgeFigures {
  const cases = all.filter(({ state }) => state !== 'draft');
  return {
    requests: cases.length,
    seats: sum(cases, ({ seats }) => seats),
    filled: sum(cases, ({ filledSeats }) => filledSeats),
    stages: stageFigures(cases, now),
    offers: offerFigures(cases),
    byLanguage: gaps(cases, ({ languages }) => languages),
    byTheme: gaps(cases, ({ themes }) => themes),
    unmet: UNMET_REASONS.map((reason) => ({
      reason,
      requests: cases.filter((one) => unmetBecause(one) === reason).map(({ reference }) => reference),
    })),
  };
}

/** Null while there is still hope, and for whoever got everybody. */
export function unmetBecause({ state, seats, filledSeats }: Pick<RequestCase, 'state' | 'seats' | 'filledSeats'>): UnmetReason | null {
  if (state === 'declined' || state === 'stood-down') return state;
  return FINAL_STATES.includes(state) && filledSeats < seats ? 'not-filled' : null;
}

/** Whole seconds that a request has used in each stage that it has left, for a table of single requests. */
export function secondsByStage({ history, urgency }: Pick<RequestCase, 'history' | 'urgency'>, now: number): ReadonlyMap<Stage, number> {
  return new Map(
    readStages(history, urgency, now).flatMap(({ stage, state, usedSeconds }) => (state === 'done' ? [[stage, usedSeconds] as const] : [])),
  );
}

function stageFigures(cases: readonly RequestCase[], now: number): StageFigures[] {
  const read = cases.map((one) => ({ urgency: one.urgency, seconds: secondsByStage(one, now) }));
  const urgencies = [...new Set(cases.map(({ urgency }) => urgency))].sort();
  return urgencies.flatMap((urgency) =>
    STAGES.flatMap((stage) => {
      const used = read.flatMap((one) => (one.urgency === urgency ? (one.seconds.get(stage) ?? []) : [])).sort((a, b) => a - b);
      const allowedSeconds = stageSeconds(stage, urgency);
      const inTime = used.filter((seconds) => seconds <= allowedSeconds).length;
      return used.length === 0
        ? []
        : [{ stage, urgency, count: used.length, inTime, medianSeconds: used[Math.floor((used.length - 1) / 2)] ?? null, allowedSeconds }];
    }),
  );
}

function offerFigures(cases: readonly RequestCase[]): Record<OfferState, number> {
  const counts: Record<OfferState, number> = { sent: 0, accepted: 0, declined: 0, lapsed: 0, withdrawn: 0 };
  for (const { offers } of cases) for (const state of offers) counts[state] += 1;
  return counts;
}

/** The widest gap first, then the most asked, then by name, so that equal figures print equally. */
function gaps<Name extends string>(cases: readonly RequestCase[], names: (one: RequestCase) => readonly Name[]): Gap<Name>[] {
  const found = new Map<Name, { requests: number; seats: number; filled: number }>();
  for (const one of cases)
    for (const name of new Set(names(one))) {
      const gap = found.get(name) ?? { requests: 0, seats: 0, filled: 0 };
      found.set(name, { requests: gap.requests + 1, seats: gap.seats + one.seats, filled: gap.filled + one.filledSeats });
    }
  return [...found]
    .map(([name, gap]) => ({ name, ...gap }))
    .sort((a, b) => b.seats - b.filled - (a.seats - a.filled) || b.seats - a.seats || (a.name < b.name ? -1 : 1));
}

function sum<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((total, one) => total + value(one), 0);
}

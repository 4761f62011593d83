import { type ClockReading, type ClockTimes, readClock, type Severity, URGENCIES, type Urgency } from './surge.js';

/** Where an officer has put a request, with a reason: before all others, where the rule puts it, or behind all others. */
export const QUEUE_MOVES = ['first', 'as-ruled', 'last'] as const;
export type QueueMove = (typeof QUEUE_MOVES)[number];

/** What the place in the queue depends on, in the order in which it is compared. */
export const QUEUE_TERMS = ['move', 'urgency', 'severity', 'clock', 'waiting'] as const;
export type QueueTerm = (typeof QUEUE_TERMS)[number];

export interface QueueEntry extends ClockTimes {
  readonly reference: string;
  readonly severity: Severity;
  readonly move: QueueMove;
}

export interface QueuePlace<E extends QueueEntry> {
  /** 1 is next. */
  readonly place: number;
  readonly entry: E;
  readonly clock: ClockReading;
  /**
   * The numbers that were compared, larger first: move 2 (first) to 0 (last); urgency 3 (immediate) to 1 (planned); severity 5 to 1;
   * clock in thousandths used; waiting in whole seconds since submission. Equal in all: the smaller reference.
   */
  readonly terms: Readonly<Record<QueueTerm, number>>;
}

const MOVE_VALUE: Readonly<Record<QueueMove, number>> = { first: 2, 'as-ruled': 1, last: 0 };

/**
 * The stated rule: what an officer moved, then urgency, severity, the share of the clock used, the time waited, and last the
 * reference, so that no two requests ever tie. The same requests at the same instant give the same order on every machine.
 */
export function orderQueue<E extends QueueEntry>(entries: Iterable<E>, now: number): QueuePlace<E>[] {
  return [...entries]
    .map((entry) => {
      const clock = readClock(entry, now);
      return { entry, clock, terms: queueTerms(entry, clock, now) };
    })
    .sort(
      (a, b) =>
        compareTerms(a.terms, b.terms) || (a.entry.reference < b.entry.reference ? -1 : a.entry.reference > b.entry.reference ? 1 : 0),
    )
    .map((placed, index) => ({ place: index + 1, ...placed }));
}

function queueTerms(entry: QueueEntry, clock: ClockReading, now: number): Record<QueueTerm, number> {
  return {
    move: MOVE_VALUE[entry.move],
    urgency: URGENCIES.length - URGENCIES.indexOf(entry.urgency satisfies Urgency),
    severity: entry.severity,
    clock: clock.usedPermille,
    waiting: entry.submittedAt === null ? 0 : Math.max(0, Math.floor((now - Date.parse(entry.submittedAt)) / 1000)),
  };
}

function compareTerms(a: Readonly<Record<QueueTerm, number>>, b: Readonly<Record<QueueTerm, number>>): number {
  for (const term of QUEUE_TERMS) {
    if (a[term] !== b[term]) return b[term] - a[term];
  }
  return 0;
}

/** Mails that can wait: each when it comes, or all of a day together. Product rule "Notices: digest and quiet hours except for immediate requests". */
export const MAIL_PACES = ['at-once', 'daily'] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** Quiet hours begin at 20:00 and end at 07:00 by the reader's clock; what waited, and the mail of the day, leave when they end. */
export const QUIET_HOURS = { fromMinute: 20 * 60, toMinute: 7 * 60 } as const;

/** How somebody wants to be told what can wait. */
export interface MailHabits {
  readonly pace: MailPace;
  /** Whether what comes in quiet hours waits for their end. */
  readonly quietHours: boolean;
  /** IANA name, such as `Africa/Nairobi`. */
  readonly timeZone: string;
}

/** Minutes by which the reader's clock is ahead of UTC at an instant in milliseconds; it moves when clocks are set. */
export type OffsetAt = (instant: number) => number;

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

/**
 * When a mail may leave: now, or at the end of the quiet hours that the reader is in, or next morning with the others of the
 * day. Never before `now`. Urgent mails always leave now. Instants in milliseconds.
 */
export function leavesAt(
  mail: { readonly urgent: boolean },
  habits: Omit<MailHabits, 'timeZone'>,
  now: number,
  offsetAt: OffsetAt,
): number {
  if (mail.urgent) return now;
  if (habits.pace === 'daily') return nextMorning(now, offsetAt);
  return habits.quietHours && isQuiet(now, offsetAt) ? nextMorning(now, offsetAt) : now;
}

/** Whether an instant is within the quiet hours by the reader's clock. */
export function isQuiet(instant: number, offsetAt: OffsetAt): boolean {
  const minute = modulo(localMinute(instant, offsetAt), MINUTES_PER_DAY);
  return minute >= QUIET_HOURS.fromMinute || minute < QUIET_HOURS.toMinute;
}

/**
 * The first instant after `now` at which the reader's clock shows 07:00. Where clocks are set over 07:00, or a calendar day
 * is left out, the first instant after the gap.
 */
function nextMorning(now: number, offsetAt: OffsetAt): number {
  const today = Math.floor(localMinute(now, offsetAt) / MINUTES_PER_DAY);
  for (let day = today; ; day += 1) {
    const morning = instantOf(day * MINUTES_PER_DAY + QUIET_HOURS.toMinute, offsetAt);
    if (morning > now) return morning;
  }
}

/** The instant at which a local clock shows that many minutes since 1970; the later reading where the clock leaves it out. */
function instantOf(local: number, offsetAt: OffsetAt): number {
  const readings = [
    offsetAt(local * MS_PER_MINUTE - MINUTES_PER_DAY * MS_PER_MINUTE),
    offsetAt(local * MS_PER_MINUTE + MINUTES_PER_DAY * MS_PER_MINUTE),
  ].map((offset) => (local - offset) * MS_PER_MINUTE);
  const exact = readings.filter((instant) => localMinute(instant, offsetAt) === local);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...readings);
}

/** Minutes since 1970 that the reader's clock shows, whole. */
function localMinute(instant: number, offsetAt: OffsetAt): number {
  return Math.floor(instant / MS_PER_MINUTE) + offsetAt(instant);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

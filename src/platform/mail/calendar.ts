import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, dayOf, type Period } from '../../core/dates.js';

/** Days in a calendar: entered, moved or taken out by their `uid`. */
export interface MailCalendar {
  /** The same for every mail about the same days and person, so that a change replaces the entry instead of adding one. */
  readonly uid: string;
  /** `cancel` takes the entry out. Both ask for no answer: it was given on a page. */
  readonly kind: 'publish' | 'cancel';
  /** Seen by whoever shares the calendar: no place, no person, no country. */
  readonly summary: string;
  /** What else is said of the days; seen by the same people. */
  readonly text: string;
  /** First and last day; both belong to it. */
  readonly days: Period;
}

/** Sequences count seconds from here, so that they fit the format's 31 bits until 2088. */
const SEQUENCE_STARTS = Date.UTC(2020, 0, 1);

/**
 * The days as an iCalendar file (RFC 5545, RFC 5546): whole days without a time zone, the end exclusive as the format has
 * it, no alarm, no attendee. `writtenAt` in milliseconds becomes DTSTAMP and SEQUENCE: mails are
 * composed from the present state, so the one that is written last is the one that holds. `domain` completes the UID.
 */
export function calendarFile(calendar: MailCalendar, writtenAt: number, domain: string): string {
  const cancelled = calendar.kind === 'cancel';
  const file = new ICalCalendar({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    prodId: { company: 'HRA desk', product: 'HRA desk' },
  });
  file.createEvent({
    id: `${calendar.uid}@${domain}`,
    sequence: Math.floor((writtenAt - SEQUENCE_STARTS) / 1000),
    stamp: new Date(writtenAt),
    allDay: true,
    start: midnight(calendar.days.from),
    end: midnight(addDays(calendar.days.to, 1)),
    summary: calendar.summary,
    description: calendar.text,
    transparency: ICalEventTransparency.OPAQUE,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return file.toString();
}

function midnight(day: string): Date {
  return new Date(dayOf(day) * 86_400_000);
}

import ICAL from 'ical.js';
import { calendarFile, type MailCalendar } from './calendar.js';

const DAYS: MailCalendar = {
  uid: 'mission-r1-e1',
  kind: 'publish',
  summary: 'مهمة; Mission, SR-2026-0042',
  text: 'دون أيام السفر; without, the journey',
  days: { from: '2026-12-30', to: '2027-01-02' },
};
const NOW = Date.parse('2026-11-24T10:00:00Z');
const SEQUENCE = (NOW - Date.parse('2020-01-01T00:00:00Z')) / 1000;

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return { method: calendar.getFirstPropertyValue('method'), event, status: event.component.getFirstPropertyValue('status') };
}

describe('a calendar file', () => {
  it('holds whole days without a time zone, and ends on the day after the last', () => {
    const { method, event, status } = read(calendarFile(DAYS, NOW, 'desk.example'));
    expect([method, status, event.uid, event.sequence]).toEqual(['PUBLISH', 'CONFIRMED', 'mission-r1-e1@desk.example', SEQUENCE]);
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([true, '2026-12-30', '2027-01-03']);
    expect([event.summary, event.description]).toEqual([DAYS.summary, DAYS.text]);
    expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-24T10:00:00Z');
  });

  it('takes the same entry out again', () => {
    const { method, event, status } = read(calendarFile({ ...DAYS, kind: 'cancel' }, NOW + 1000, 'desk.example'));
    expect([method, status, event.uid, event.sequence]).toEqual(['CANCEL', 'CANCELLED', 'mission-r1-e1@desk.example', SEQUENCE + 1]);
  });

  it('invites nobody, reminds nobody and has lines that every program can read', () => {
    const file = calendarFile({ ...DAYS, summary: 'é'.repeat(200) }, NOW, 'desk.example');
    expect(file).not.toMatch(/ATTENDEE|ORGANIZER|VALARM|LOCATION|TZID/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

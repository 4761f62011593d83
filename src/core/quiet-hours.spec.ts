import fc from 'fast-check';
import { isQuiet, leavesAt, type MailHabits, type OffsetAt } from './quiet-hours.js';

/** Every zone of this machine, by Intl; the rule itself is given only the clock. */
const ZONES = Intl.supportedValuesOf('timeZone');
const clocks = new Map<string, OffsetAt>();
function clockOf(timeZone: string): OffsetAt {
  const known = clocks.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  const clock: OffsetAt = (instant) => {
    const minute = Math.floor(instant / 60_000) * 60_000;
    return Math.floor((Date.parse(`${format.format(minute).replace(' ', 'T')}Z`) - minute) / 60_000);
  };
  clocks.set(timeZone, clock);
  return clock;
}
const shown = (instant: number, clock: OffsetAt) => new Date(instant + clock(instant) * 60_000).toISOString().slice(11, 16);

const instant = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2032, 0, 1) });
const zone = fc.constantFrom(...ZONES).map(clockOf);
const habits = fc.record({ pace: fc.constantFrom('at-once', 'daily'), quietHours: fc.boolean() }) as fc.Arbitrary<MailHabits>;
const HOUR = 3_600_000;

describe('when a mail may leave', () => {
  it('is now for what is urgent, whatever was set', () => {
    fc.assert(fc.property(habits, instant, zone, (set, now, clock) => leavesAt({ urgent: true }, set, now, clock) === now));
  });

  it('is never in the past, and at most one day and one change of clocks ahead', () => {
    fc.assert(
      fc.property(habits, instant, zone, (set, now, clock) => {
        const at = leavesAt({ urgent: false }, set, now, clock);
        expect(at).toBeGreaterThanOrEqual(now);
        expect(at - now).toBeLessThanOrEqual(26 * HOUR);
      }),
    );
  });

  it('is now or at 07:00 on the reader’s own clock, in every time zone and on both sides of a change of clocks', () => {
    fc.assert(
      fc.property(habits, instant, zone, (set, now, clock) => {
        const at = leavesAt({ urgent: false }, set, now, clock);
        expect(at === now ? '07:00' : shown(at, clock)).toBe('07:00');
      }),
      { numRuns: 2000 },
    );
  });

  it('is never in quiet hours for who wants them', () => {
    fc.assert(
      fc.property(fc.constantFrom('at-once', 'daily') as fc.Arbitrary<MailHabits['pace']>, instant, zone, (pace, now, clock) =>
        expect(isQuiet(leavesAt({ urgent: false }, { pace, quietHours: true }, now, clock), clock)).toBe(false),
      ),
    );
  });

  it('keeps the order in which things happened', () => {
    fc.assert(
      fc.property(habits, instant, fc.integer({ min: 0, max: 72 * HOUR }), zone, (set, now, later, clock) => {
        const [first, second] = [now, now + later].map((when) => leavesAt({ urgent: false }, set, when, clock));
        expect(second).toBeGreaterThanOrEqual(first ?? Infinity);
      }),
    );
  });

  it('gathers all that comes between two mornings', () => {
    fc.assert(
      fc.property(instant, fc.double({ min: 0, max: 0.999, noNaN: true }), zone, (now, share, clock) => {
        const daily = { pace: 'daily', quietHours: false } as const;
        const morning = leavesAt({ urgent: false }, daily, now, clock);
        const between = now + Math.floor((morning - now) * share);
        expect(leavesAt({ urgent: false }, daily, between, clock)).toBe(morning);
      }),
    );
  });

  const at = (moment: string, timeZone: string, set: Omit<MailHabits, 'timeZone'>) =>
    new Date(leavesAt({ urgent: false }, set, Date.parse(moment), clockOf(timeZone))).toISOString();
  const QUIET = { pace: 'at-once', quietHours: true } as const;
  const DAILY = { pace: 'daily', quietHours: false } as const;

  it.each([
    ['2026-11-24T16:59:59.999Z', 'Africa/Nairobi', QUIET, '2026-11-24T16:59:59.999Z', '19:59 is not quiet yet'],
    ['2026-11-24T17:00:00.000Z', 'Africa/Nairobi', QUIET, '2026-11-25T04:00:00.000Z', '20:00 waits for 07:00'],
    ['2026-11-25T04:00:00.000Z', 'Africa/Nairobi', QUIET, '2026-11-25T04:00:00.000Z', '07:00 is not quiet any more'],
    ['2026-03-28T20:00:00.000Z', 'Europe/Zurich', QUIET, '2026-03-29T05:00:00.000Z', 'the night in which an hour is left out'],
    ['2026-10-24T20:00:00.000Z', 'Europe/Zurich', QUIET, '2026-10-25T06:00:00.000Z', 'the night in which an hour comes twice'],
    ['2026-11-24T20:00:00.000Z', 'Asia/Kathmandu', QUIET, '2026-11-25T01:15:00.000Z', 'a clock that differs by a quarter of an hour'],
    ['2011-12-29T20:00:00.000Z', 'Pacific/Apia', DAILY, '2011-12-30T17:00:00.000Z', 'a calendar day that never was'],
    ['2026-11-25T07:00:00.000Z', 'UTC', DAILY, '2026-11-26T07:00:00.000Z', 'the mail of the day has left; the next one takes it'],
    ['2026-11-25T12:00:00.000Z', 'UTC', { pace: 'at-once', quietHours: false } as const, '2026-11-25T12:00:00.000Z', 'at once'],
  ])('%s in %s with %j: %s (%s)', (moment, timeZone, set, expected, why) => {
    expect([why, at(moment, timeZone, set)]).toEqual([why, expected]);
  });
});

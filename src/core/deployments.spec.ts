import fc from 'fast-check';
import { addDays, isoDate, type Period } from './dates.js';
import {
  awayPeriod,
  conflictsWith,
  HOLDINGS,
  heldByOffer,
  LONGEST_MISSION_DAYS,
  missionPeriod,
  reservedDays,
  TRAVEL_DAYS,
} from './deployments.js';
import { DomainError } from './errors.js';

const period = fc
  .tuple(fc.integer({ min: 15_000, max: 16_000 }), fc.integer({ min: 0, max: 60 }))
  .map(([first, length]): Period => ({ from: isoDate(first), to: isoDate(first + length) }));

describe('missionPeriod', () => {
  it.each([
    ['2026-02-31', '2026-03-10', 'startsOn'],
    ['2026-03-10', '2026-02-31', 'endsOn'],
    ['2026-03-10', '2026-03-09', 'endsOn'],
    ['2026-03-10', '2029-03-10', 'endsOn'],
  ])('refuses %s to %s and points at %s', (from, to, field) => {
    expect(() => missionPeriod(from, to)).toThrow(
      expect.objectContaining({ code: 'input.invalid', fields: [expect.objectContaining({ field })] }),
    );
  });

  it('accepts a mission of one day and one of the longest length', () => {
    expect(missionPeriod('2026-11-24', '2026-11-24')).toEqual({ from: '2026-11-24', to: '2026-11-24' });
    expect(() =>
      missionPeriod('2026-01-01', isoDate(reservedDays({ from: '2026-01-01', to: '2026-01-01' }).fromDay + LONGEST_MISSION_DAYS - 1)),
    ).not.toThrow(DomainError);
  });
});

describe('the days away', () => {
  const mission = { startsOn: '2026-12-07', endsOn: '2026-12-27', travelBefore: 1, travelAfter: 1 };

  it('are the mission and the travel at both ends, also over the turn of a year and 29 February', () => {
    expect(awayPeriod(mission)).toEqual({ from: '2026-12-06', to: '2026-12-28' });
    expect(awayPeriod({ ...mission, startsOn: '2027-01-01', travelBefore: 2 }).from).toBe('2026-12-30');
    expect(awayPeriod({ ...mission, endsOn: '2028-02-28', travelAfter: 2 }).to).toBe('2028-03-01');
    expect(awayPeriod({ ...mission, travelBefore: 0, travelAfter: 0 })).toEqual({ from: '2026-12-07', to: '2026-12-27' });
  });

  it('leave the next mission room exactly from the day after, whatever travel both need', () => {
    const travel = fc.integer({ min: 0, max: TRAVEL_DAYS.most });
    fc.assert(
      fc.property(period, travel, travel, travel, fc.integer({ min: -3, max: 3 }), (one, before, after, next, gap) => {
        const first = awayPeriod({ startsOn: one.from, endsOn: one.to, travelBefore: before, travelAfter: after });
        const startsOn = addDays(one.to, after + next + 1 + gap);
        const second = awayPeriod({ startsOn, endsOn: addDays(startsOn, 5), travelBefore: next, travelAfter: 0 });
        // Further back than its own length it would lie before the first one.
        fc.pre(second.to >= first.from);
        expect(conflictsWith(second, [first]).length === 0).toBe(gap >= 0);
      }),
    );
  });

  it('are held on offer only where the request says so', () => {
    expect(HOLDINGS.map(heldByOffer)).toEqual([undefined, 'noted', 'held']);
  });
});

describe('conflictsWith', () => {
  it('lets a mission start on the day after another ends, and not on the day itself', () => {
    const taken = [{ from: '2026-12-01', to: '2026-12-10' }];
    expect(conflictsWith({ from: '2026-12-11', to: '2026-12-20' }, taken)).toEqual([]);
    expect(conflictsWith({ from: '2026-12-10', to: '2026-12-20' }, taken)).toEqual(taken);
  });

  it('agrees with a comparison of the integers that the database makes', () => {
    fc.assert(
      fc.property(period, fc.array(period, { maxLength: 8 }), (wanted, taken) => {
        const days = reservedDays(wanted);
        const expected = taken.filter((one) => reservedDays(one).fromDay <= days.toDay && days.fromDay <= reservedDays(one).toDay);
        expect(new Set(conflictsWith(wanted, taken))).toEqual(new Set(expected));
      }),
    );
  });
});

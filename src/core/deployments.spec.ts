import fc from 'fast-check';
import { isoDate, type Period } from './dates.js';
import { conflictsWith, LONGEST_MISSION_DAYS, missionPeriod, reservedDays } from './deployments.js';
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

import fc from 'fast-check';
import { aDay, aPartialDate } from '../../test/support/arbitraries.js';
import {
  addDays,
  dayOf,
  dayOfInstant,
  daysOfYears,
  earliestDay,
  endOf,
  epochDay,
  isIsoDate,
  isoDate,
  isPartialDate,
  latestDay,
  overlaps,
  precisionOf,
  startOf,
} from './dates.js';

describe('a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-24', 20_781],
  ])('%s is number %i', (date, day) => {
    expect([epochDay(date), isoDate(day)]).toEqual([day, date]);
  });

  it.each([
    '2026-02-31',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '24.11.2026',
    '1899-12-31',
    '2201-01-01',
    '2026-11-24T00:00:00Z',
    '',
  ])('%p is none', (text) => {
    expect([epochDay(text), isIsoDate(text)]).toEqual([undefined, false]);
    expect(() => dayOf(text)).toThrow(RangeError);
  });

  it('comes back from its number, and follows the day before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 84_000 }), (day) => {
        expect(dayOf(isoDate(day))).toBe(day);
        expect(addDays(isoDate(day), 1) > isoDate(day)).toBe(true);
      }),
    );
  });

  it('changes at midnight in UTC', () => {
    expect(isoDate(dayOfInstant(Date.parse('2026-11-24T23:59:59.999Z')))).toBe('2026-11-24');
    expect(isoDate(dayOfInstant(Date.parse('2026-11-25T00:00:00Z')))).toBe('2026-11-25');
    expect(dayOfInstant(-1)).toBe(-1);
  });
});

describe('a date without its day or month', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-12', '2019-12-01', '2019-12-31'],
    ['2019-03-07', '2019-03-07', '2019-03-07'],
  ])('%s means %s to %s', (partial, first, last) => {
    expect([earliestDay(partial), latestDay(partial)]).toEqual([first, last]);
  });

  it.each(['2019-13', '19', 'March 2019', '2019-02-30'])('%s means nothing', (partial) => {
    expect([earliestDay(partial), latestDay(partial), isPartialDate(partial)]).toEqual([undefined, undefined, false]);
    expect(() => dayOf(startOf(partial))).toThrow(RangeError);
    expect(() => dayOf(endOf(partial))).toThrow(RangeError);
  });

  it.each([
    ['2019', 'year'],
    ['2020-02', 'month'],
    ['2019-03-07', 'day'],
  ] as const)('%s says the %s and no more', (partial, precision) => {
    expect([isPartialDate(partial), precisionOf(partial)]).toEqual([true, precision]);
  });

  it('begins where it begins and ends where it ends: no day that it can mean lies outside', () => {
    fc.assert(
      fc.property(aPartialDate, aDay, (partial, day) => {
        const within = startOf(partial) <= day && day <= endOf(partial);
        expect(within).toBe(day.startsWith(partial));
        expect(startOf(partial).startsWith(partial) && endOf(partial).startsWith(partial)).toBe(true);
      }),
    );
  });
});

it('years ask for whole days that calendar years always have', () => {
  expect([1, 2, 4, 10].map(daysOfYears)).toEqual([365, 730, 1461, 3652]);
});

it('periods overlap when they share a day, and not when one follows the other', () => {
  const june = { from: '2027-06-01', to: '2027-06-30' };
  expect(overlaps(june, { from: '2027-06-30', to: '2027-07-31' })).toBe(true);
  expect(overlaps(june, { from: '2027-07-01', to: '2027-07-31' })).toBe(false);
  expect(overlaps({ from: '2027-05-01', to: '2027-05-31' }, june)).toBe(false);
});

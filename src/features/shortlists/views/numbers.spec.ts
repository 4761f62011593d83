import fc from 'fast-check';
import { counted, exactText, valueText, yearsText } from './numbers.js';

describe('numbers on a shortlist', () => {
  it('shows exact points and values by their own digits', () => {
    expect(exactText(871_234)).toBe('87.1234');
    expect(exactText(7)).toBe('0.0007');
    expect(valueText(10_000)).toBe('100.00');
    expect(valueText(5)).toBe('0.05');
  });

  it('never loses or adds a digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (points) => {
        expect(Number(exactText(points).replace('.', ''))).toBe(points);
      }),
    );
  });

  it.each([
    [0, 'none'],
    [12, 'less than a month'],
    [31, '1 month'],
    [365, '1 year'],
    [3651, '9 years 11 months'],
    [3652, '10 years'],
    [400, '1 year 1 month'],
  ])('%d days are %s', (days, text) => {
    expect(yearsText(days)).toBe(text);
  });

  it('counts calendar years as full, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (years) => {
        expect(yearsText(Math.floor(years * 365.25))).toBe(counted(years, 'year'));
      }),
    );
  });
});

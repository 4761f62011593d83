import { isProfessionalLevel, minimumDays } from './grades.js';

describe('professional levels', () => {
  it.each([
    '',
    'P-1',
    'P-5',
    'p4',
    'D-1',
    'ASG',
    'USG',
    'NO-A',
    'NOC',
    'FS-4',
    'FS-7',
    'GS-6',
    'G-7',
    'S-5',
    'TC-6',
    'LT-1',
    'UNV-1',
    'IPSA-10',
    ' P-3 ',
  ])('include %p', (level) => {
    expect(isProfessionalLevel(level)).toBe(true);
  });

  it.each(['GS-5', 'G-1', 'FS-3', 'S-4', 'TC-5', 'P-0', 'P-10', 'NO-F', 'intern'])('leave out %p', (level) => {
    expect(isProfessionalLevel(level)).toBe(false);
  });
});

it('the minimum of each level is in whole days', () => {
  expect((['P-2', 'P-3', 'P-4', 'P-5'] as const).map(minimumDays)).toEqual([730, 1826, 2556, 3652]);
});

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isProfessionalLevel, LEVEL_FAMILIES, levelClass, minimumDays } from './grades.js';

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

describe('the table of levels', () => {
  it('says of each family where its rule stands', () => {
    for (const { source, counts } of LEVEL_FAMILIES) expect(source.length * counts.length).toBeGreaterThan(0);
  });

  it.each(['P-O', 'MGM-7', 'SPEC-4', 'TR3', 'R3', 'IN1', 'IA2', 'COR', 'Other', 'anything'])(
    'knows no rule for %p, and says so',
    (level) => {
      expect(levelClass(level)).toBe('unknown');
    },
  );
});

/** Where the grades of the UN common system lie as they were published; the project does not contain them. */
const FILE = join(resolve(process.env.HRA_HR_CODES_FOLDER ?? join('..', 'shared', 'data', 'hr-codes')), 'GRADE.csv');
const published = existsSync(FILE);
const describePublished = published ? describe : describe.skip;

describePublished(published ? 'every published grade' : 'every published grade [skipped: the file of grades is not here]', () => {
  const rows = published
    ? readFileSync(FILE, 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','))
    : [];

  it('is classified, or unknown because no rule names it', () => {
    expect(rows.length).toBeGreaterThan(80);
    const unknown = rows.filter(([, grade = '']) => levelClass(grade) === 'unknown').map(([, grade]) => grade);
    expect(unknown).toEqual([
      ...['COR', 'DEP', 'DIR', 'IA1', 'IA2', 'IA3', 'IN1', 'IN2', 'P-O', 'P-0', 'TR1', 'TR2', 'TR3', 'TR4', 'TR5', 'R3', 'IOM_UG'],
      ...['ADM-3', 'ADM-4', 'MGM-7', 'MGM-8', 'MGM-9', 'MGM-10', 'MGM-11', 'SPEC-4', 'SPEC-5', 'SPEC-6', 'SPEC-7', 'Other'],
    ]);
  });

  it('of the international group counts, unless it is unknown', () => {
    const international = rows.filter(([, , group]) => group === 'International Professional').map(([, grade = '']) => levelClass(grade));
    expect(international).not.toContain('not-professional');
  });

  it('of field, general and security service counts from the level that the manual names', () => {
    const counting = rows
      .map(([, grade = '']) => grade)
      .filter((grade) => /^(FS|G|S-|TC)/.test(grade) && levelClass(grade) === 'professional');
    expect(counting.sort()).toEqual(['FS4', 'FS5', 'FS6', 'FS7', 'G10', 'G6', 'G7', 'G8', 'G9', 'S-5', 'S-6', 'S-7', 'TC6', 'TC7', 'TC8']);
  });
});

it('the minimum of each level is in whole days', () => {
  expect((['P-2', 'P-3', 'P-4', 'P-5'] as const).map(minimumDays)).toEqual([730, 1826, 2556, 3652]);
});

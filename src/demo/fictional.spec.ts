import { aRequirement } from '../../test/support/experts.js';
import { isIsoDate } from '../core/dates.js';
import type { ExpertProfile } from '../core/expert.js';
import { explain, type GateName } from '../core/matching/index.js';
import { ROSTER_COLUMNS, readRow } from '../core/roster-csv.js';
import { fictionalExperts, type Row } from './fictional.js';
import { Random } from './random.js';

const FICTION = { seed: 2012, asOf: '2026-11-24' } as const;
const many: readonly Row[] = [...fictionalExperts({ ...FICTION, count: 2_000 })];

describe('fictional experts', () => {
  it('are the same for the same seed and day, whatever their number', () => {
    expect([...fictionalExperts({ ...FICTION, count: 50 })]).toEqual(many.slice(0, 50));
    expect([...fictionalExperts({ ...FICTION, seed: 2013, count: 50 })]).not.toEqual(many.slice(0, 50));
  });

  it('say that they are fictional and cannot be reached', () => {
    for (const row of many)
      expect([row.fictional, row.email]).toEqual(['yes', expect.stringMatching(/^[a-z]+\.[a-z]+\.\d+@example\.org$/)]);
    expect(new Set(many.map(({ email }) => email)).size).toBe(many.length);
  });

  it('fill the columns of the import and no others', () => {
    for (const row of many) expect(Object.keys(row)).toEqual([...ROSTER_COLUMNS]);
  });

  it('are different people', () => {
    expect(new Set(many.map((row) => `${row.family_name}/${row.given_name}/${row.born_on}`)).size).toBe(many.length);
    expect(new Set(many.map(({ nationality }) => nationality)).size).toBeGreaterThan(80);
  });

  it('never started to work before they were 23, nor will they start after the as-of day', () => {
    const impossible = many.filter((row) =>
      row.experience.split('; ').some((job) => {
        const [from = '', to = ''] = (job.split('|')[0] ?? '').split('/');
        const first = from.length === 7 ? `${from}-01` : from;
        const inOrder = isIsoDate(first) && first < FICTION.asOf && (to === '' || from <= to);
        return !inOrder || Number(first.slice(0, 4)) - Number(row.born_on.slice(0, 4)) < 23;
      }),
    );
    expect(impossible).toEqual([]);
  });

  it('include part-time, internships, people on both rosters, pending, expired and unavailable ones', () => {
    const with_ = (found: (row: Row) => boolean) => many.filter(found).length;
    expect(with_((row) => /\|(?:20|25|40|50|60|75|80)\|/.test(row.experience))).toBeGreaterThan(200);
    expect(with_((row) => row.experience.includes('|internship|'))).toBeGreaterThan(200);
    expect(with_((row) => row.memberships.includes('; '))).toBeGreaterThan(100);
    expect(with_((row) => /applied|under-vetting/.test(row.memberships))).toBeGreaterThan(50);
    expect(
      with_(
        (row) =>
          /\/(20\d\d-\d\d-\d\d)/.exec(row.memberships)?.[1] !== undefined &&
          (/\/(20\d\d-\d\d-\d\d)/.exec(row.memberships)?.[1] ?? '') < FICTION.asOf,
      ),
    ).toBeGreaterThan(40);
    expect(with_((row) => row.unavailable !== '')).toBeGreaterThan(200);
  });
});

describe('a roster of 2,000 fictional experts', () => {
  const read = many.map((row) =>
    readRow(
      ROSTER_COLUMNS,
      ROSTER_COLUMNS.map((column) => row[column]),
      { today: FICTION.asOf, isCountry: () => true },
    ),
  );

  it('has no row that the import would refuse', () => {
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('is a realistic mix: about 40 in 100 meet every gate of a P-5 post that works in English', () => {
    const explained = read.map(({ draft }, index) =>
      explain({ ...draft, id: `expert-${index + 1}`, number: index + 1 } as ExpertProfile, aRequirement('P-5', { asOf: FICTION.asOf })),
    );
    const unmet = new Map<GateName, number>();
    for (const { gates } of explained) for (const gate of gates) if (!gate.met) unmet.set(gate.gate, (unmet.get(gate.gate) ?? 0) + 1);
    const eligible = explained.filter((one) => one.eligible).length / 20;
    expect(eligible).toBeGreaterThan(34);
    expect(eligible).toBeLessThan(46);
    expect([...unmet.keys()].sort()).toEqual([
      'development-programming',
      'education',
      'experience',
      'languages',
      'machinery',
      'mandates',
      'roster',
    ]);
  });
});

describe('the generator of random numbers', () => {
  it('stays within its range and reaches both ends', () => {
    const random = new Random(7);
    const drawn = Array.from({ length: 2_000 }, () => random.int(1, 6));
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([1, 6]);
  });

  it('draws by share', () => {
    const random = new Random(7);
    const drawn = Array.from({ length: 10_000 }, () => random.weighted({ rare: 10, common: 90, never: 0 }));
    expect(drawn.filter((one) => one === 'rare').length / 100).toBeCloseTo(10, -1);
    expect(drawn).not.toContain('never');
  });

  it('takes a sample without repeating anything', () => {
    const sample = new Random(7).sample([1, 2, 3, 4, 5], 4);
    expect(new Set(sample).size).toBe(4);
  });
});

import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Actor } from '../../src/core/access.js';
import { themeWeights } from '../../src/core/needs.js';
import { Needs, NeedsImport, type UprSource } from '../../src/features/needs/index.js';
import { Audit, AuditEntry } from '../../src/platform/audit/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';

const FIXTURE = join('test', 'fixtures', 'upr', 'cr-mac-roman.csv');
const RECRUITER: Actor = { accountId: 'account-1', role: 'recruiter', name: 'A recruiter', country: null, agency: null };

const HEADER = 'To,Text,Response,Action,Issue,Session';
const file = (name: string, ...rows: string[]): UprSource => ({ name, bytes: Readable.from([Buffer.from([HEADER, ...rows].join('\r'))]) });
const KENYA_8 = ['Kenya,a,Accepted,5,Justice,8', 'Kenya,b,Accepted,5,"Justice,Detention",8', 'Kenya,c,Noted,,General,8'];
const KENYA_21 = ['Kenya,d,Accepted,4,Elections,21'];
const NIGER_10 = ['Niger,a,Accepted,5,Poverty,10', 'Niger,b,Noted,5,Justice,10'];

function deskOf(database: Database) {
  const clock = FixedClock.at('2026-11-24T10:00:00Z');
  const audit = new Audit(clock);
  return { needs: new Needs(database, audit, clock), imports: new NeedsImport(database, audit, clock) };
}

onEveryDatabase((open) => {
  describe('importing UPR files', () => {
    it('computes the needs of each country, with its terms', async () => {
      const { needs, imports } = deskOf((await open()).database);
      const report = await imports.importFiles([file('a.csv', ...KENYA_8, ...NIGER_10), file('b.csv', ...KENYA_21)], RECRUITER);
      expect(report).toEqual({
        imported: true,
        rows: 6,
        recommendations: 6,
        repeated: 0,
        rejected: 0,
        countries: 2,
        reviews: 3,
        newestSession: 21,
        problems: [],
        replaced: [],
        recognised: [],
      });

      const kenya = await needs.of('KEN');
      expect(kenya).toMatchObject({
        source: 'upr',
        recommendations: 4,
        sessions: [8, 21],
        newestSession: 21,
        highestPoints: 64,
        computedAt: '2026-11-24T10:00:00.000Z',
      });
      // Session 8 lies 13 sessions back (2 points), session 21 is the newest (4 points).
      expect(kenya.themes.map(({ theme, count, points, weight }) => [theme, count, points, weight])).toEqual([
        ['justice', 2, 64, 100],
        ['elections', 1, 48, 75],
        ['detention', 1, 32, 50],
        ['general', 1, 2, 0],
      ]);
      expect(kenya.themes[0]?.terms).toEqual([{ response: 'accepted', action: 5, recency: 'under-24', count: 2 }]);
      expect(themeWeights(kenya)).toEqual({ justice: 100, elections: 75, detention: 50 });
      expect(kenya.languages).toEqual({ required: [{ language: 'en', level: 3 }], desired: [{ language: 'sw', level: 3 }] });
    });

    it('takes later sessions by rule, and reports each name that it read as another and each issue that it does not know', async () => {
      const { needs, imports } = deskOf((await open()).database);
      const later = [
        'State under Review;Position;Action category;Issues;Session',
        'Swaziland;Supported;5 - Specific action;"Human trafficking,Climate change";39',
        'Eswatini;Noted;3;Justice;39',
        'Turkey;Supported;4;Climate change;35',
      ].join('\n');
      const report = await imports.importFiles([{ name: 'later.csv', bytes: Readable.from([Buffer.from(later)]) }], RECRUITER);
      expect(report).toMatchObject({
        imported: true,
        recommendations: 3,
        reviews: 2,
        newestSession: 39,
        problems: [{ kind: 'unknown-issue', value: 'Climate change', count: 2 }],
        recognised: [
          { column: 'To', value: 'Swaziland', country: 'SWZ', count: 1 },
          { column: 'To', value: 'Turkey', country: 'TUR', count: 1 },
          { column: 'Issue', value: 'Human trafficking', theme: 'trafficking', count: 1 },
        ],
      });
      expect((await needs.of('SWZ')).themes.map(({ theme, weight }) => [theme, weight])).toEqual([
        ['trafficking', 100],
        ['justice', 13],
        ['other', 0],
      ]);
    });

    it('again changes nothing, and any order and grouping of the files gives the same', async () => {
      const results = [];
      for (const groups of [[['a', 'b', 'c']], [['c', 'a'], ['b']], [['b'], ['c'], ['a'], ['b', 'b']]]) {
        const { database } = await open();
        const { needs, imports } = deskOf(database);
        const files = { a: KENYA_8, b: KENYA_21, c: NIGER_10 };
        for (const group of groups)
          await imports.importFiles(
            group.map((name) => file(`${name}.csv`, ...files[name as keyof typeof files])),
            'system',
          );
        results.push([await needs.of('KEN'), await needs.of('NER'), await needs.list(RECRUITER)]);
      }
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    });

    it('makes one review of rows spread over files, and counts a row that stands in two files once', async () => {
      const { needs, imports } = deskOf((await open()).database);
      const [first = '', ...others] = KENYA_8;
      await imports.importFiles([file('whole.csv', ...KENYA_8)], RECRUITER);
      const whole = await needs.of('KEN');
      const split = await imports.importFiles([file('one.csv', first), file('two.csv', ...others)], RECRUITER);
      expect(split).toMatchObject({ recommendations: 3, repeated: 0, replaced: [{ country: 'KEN', session: 8, before: 3, after: 3 }] });
      expect(await needs.of('KEN')).toEqual(whole);
      expect(await imports.importFiles([file('one.csv', ...KENYA_8), file('two.csv', ...KENYA_8)], RECRUITER)).toMatchObject({
        rows: 6,
        recommendations: 3,
        repeated: 3,
      });
      expect(await needs.of('KEN')).toEqual(whole);
    });

    it('counts the same words twice in one file as two recommendations', async () => {
      const { needs, imports } = deskOf((await open()).database);
      await imports.importFiles([file('a.csv', ...NIGER_10, ...NIGER_10)], RECRUITER);
      expect(await needs.of('NER')).toMatchObject({ recommendations: 4 });
    });

    it('replaces the reviews it contains and leaves the others', async () => {
      const { needs, imports } = deskOf((await open()).database);
      await imports.importFiles([file('a.csv', ...KENYA_8, ...KENYA_21, ...NIGER_10)], RECRUITER);
      const report = await imports.importFiles([file('corrected.csv', 'Kenya,z,Noted,1,Corruption,8')], RECRUITER);
      expect(report.replaced).toEqual([{ country: 'KEN', session: 8, before: 3, after: 1 }]);
      expect((await needs.of('KEN')).themes.map(({ theme, points }) => [theme, points])).toEqual([
        ['elections', 48],
        ['corruption', 2],
      ]);
      expect((await needs.of('NER')).recommendations).toBe(2);
    });

    it('makes every country older when a newer session comes', async () => {
      const { needs, imports } = deskOf((await open()).database);
      await imports.importFiles([file('a.csv', ...NIGER_10)], RECRUITER);
      expect(await needs.of('NER')).toMatchObject({ highestPoints: 64, newestSession: 10 });
      await imports.importFiles([file('b.csv', 'Kenya,a,Accepted,5,Justice,34')], RECRUITER);
      expect(await needs.of('NER')).toMatchObject({ highestPoints: 16, newestSession: 34 });
    });

    it('imports nothing while rows cannot be read, and says which', async () => {
      const { database } = await open();
      const { needs, imports } = deskOf(database);
      const bad = ['Ruritania,a,Accepted,5,Justice,8', 'Ruritania,b,Accepted,5,"Justice,Dragons",8', 'Kenya,c,Maybe,9,Justice,8'];
      const report = await imports.importFiles([file('bad.csv', ...KENYA_8, ...bad)], RECRUITER);
      expect(report).toMatchObject({ imported: false, rows: 6, recommendations: 3, rejected: 3, newestSession: null });
      expect(report.problems).toEqual([
        { kind: 'bad-action', column: 'Action', value: '9', count: 1, lines: [{ file: 'bad.csv', line: 7 }] },
        {
          kind: 'unknown-country',
          column: 'To',
          value: 'Ruritania',
          count: 2,
          lines: [
            { file: 'bad.csv', line: 5 },
            { file: 'bad.csv', line: 6 },
          ],
        },
        { kind: 'unknown-issue', column: 'Issue', value: 'Dragons', count: 1, lines: [{ file: 'bad.csv', line: 6 }] },
        { kind: 'unknown-response', column: 'Response', value: 'Maybe', count: 1, lines: [{ file: 'bad.csv', line: 7 }] },
      ]);
      expect(await needs.list(RECRUITER)).toEqual([]);
      expect(await database.read.getRepository(AuditEntry).count()).toBe(0);

      const partial = await imports.importFiles([file('bad.csv', ...KENYA_8, ...bad)], RECRUITER, { allowPartial: true });
      expect(partial).toMatchObject({ imported: true, recommendations: 3, rejected: 3 });
      expect((await needs.of('KEN')).recommendations).toBe(3);
    });

    it('takes a file of session 40 with issues, names and wordings that the first files did not have', async () => {
      const { needs, imports } = deskOf((await open()).database);
      const later = [
        'Türkiye,a,Supported,5,"Justice,Climate change",40',
        'Eswatini,b,Supported,4,Digital rights,40',
        'North Macedonia,c,Noted,,Elections,40',
      ];
      const report = await imports.importFiles(
        [file('first.csv', 'Turkey,z,Accepted,5,Poverty,8', 'Swaziland,y,Noted,5,Justice,12'), file('s40.csv', ...later)],
        RECRUITER,
      );
      expect(report).toMatchObject({ imported: true, recommendations: 5, rejected: 0, countries: 3, newestSession: 40 });
      expect(report.problems).toEqual([
        { kind: 'unknown-issue', column: 'Issue', value: 'Climate change', count: 1, lines: [{ file: 's40.csv', line: 2 }] },
        { kind: 'unknown-issue', column: 'Issue', value: 'Digital rights', count: 1, lines: [{ file: 's40.csv', line: 3 }] },
      ]);
      // What was said in session 8 lies 32 sessions back and counts once; the old name and the new one are one country.
      expect((await needs.of('TUR')).themes.map(({ theme, points, weight }) => [theme, points, weight])).toEqual([
        ['justice', 64, 100],
        ['poverty', 16, 25],
        ['other', 64, 0],
      ]);
      expect(await needs.of('SWZ')).toMatchObject({
        sessions: [12, 40],
        themes: [
          { theme: 'justice', weight: 100 },
          { theme: 'other', weight: 0 },
        ],
      });
      expect((await needs.of('MKD')).recommendations).toBe(1);
    });

    it('changes nothing when one of the files is no UPR file', async () => {
      const { needs, imports } = deskOf((await open()).database);
      const other: UprSource = { name: 'other.csv', bytes: Readable.from([Buffer.from('name,email\n')]) };
      await expect(imports.importFiles([file('a.csv', ...KENYA_8), other], RECRUITER)).rejects.toMatchObject({
        code: 'needs.file-refused',
      });
      expect(await needs.list(RECRUITER)).toEqual([]);
    });

    it('leaves no trace when the database gives up half-way', async () => {
      const { database } = await open();
      const { needs, imports } = deskOf(database);
      await imports.importFiles([file('a.csv', ...NIGER_10)], RECRUITER);
      const before = await needs.of('NER');
      jest.spyOn(Audit.prototype, 'record').mockRejectedValueOnce(new Error('lost'));
      await expect(imports.importFiles([file('b.csv', ...KENYA_21, 'Niger,z,Noted,1,Corruption,10')], RECRUITER)).rejects.toThrow('lost');
      expect(await needs.of('NER')).toEqual(before);
      expect((await needs.of('KEN')).source).toBe('none');
    });

    it('survives two imports at once', async () => {
      const { needs, imports } = deskOf((await open()).database);
      await Promise.all([
        imports.importFiles([file('a.csv', ...KENYA_8)], RECRUITER),
        imports.importFiles([file('a.csv', ...KENYA_8, ...KENYA_21)], RECRUITER),
      ]);
      expect(await needs.of('KEN')).toMatchObject({ recommendations: 4, newestSession: 21 });
    });

    it('reads a file by its path, and records who imported', async () => {
      const { database } = await open();
      const { needs, imports } = deskOf(database);
      expect(await imports.importFiles([FIXTURE], RECRUITER)).toMatchObject({ imported: true, rows: 5, countries: 5, newestSession: 12 });
      expect((await needs.list(RECRUITER)).map(({ country, top }) => [country, top[0]?.theme])).toEqual([
        ['BIH', 'detention'],
        ['CIV', 'justice'],
        ['PRK', 'death-penalty'],
        ['SWZ', 'rights-of-the-child'],
        ['MKD', 'minorities'],
      ]);
      expect(await database.read.getRepository(AuditEntry).find()).toMatchObject([
        { actorId: 'account-1', action: 'needs.imported', details: { rows: 5, recommendations: 5 } },
      ]);
    });
  });
});

import { readFileSync } from 'node:fs';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import type { ImportProgress } from '../../src/features/roster/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { csvSource, manyRows, RECRUITER, rosterDesk } from '../support/roster-desk.js';

const EXAMPLE = readFileSync('docs/examples/experts.csv');
const HEAD = 'family_name,given_name,email,gender,nationality,born_on';
const row = (name: string, more = '') => `${name},Given,${name.toLowerCase()}@example.org,male,KEN,${more}`;

onEveryDatabase((open) => {
  const desk = async () => rosterDesk((await open()).database);
  const count = (d: Awaited<ReturnType<typeof desk>>) => d.database.read.getRepository(ExpertEntity).count();

  it('imports the documented example with everything that it says', async () => {
    const d = await desk();
    const report = await d.importer.run(csvSource(EXAMPLE, 7), { actor: RECRUITER });
    expect(report).toEqual({ rowsRead: 2, rowsGood: 2, rowsBad: 0, rowsImported: 2, problems: [], problemCount: 0, importable: true });
    const { experts } = await d.search.search({}, RECRUITER);
    expect(experts.map(({ number, familyName, givenName, fictional }) => [number, familyName, givenName, fictional])).toEqual([
      [1, 'Okello', 'Amara', true],
      [2, 'Îleana', 'Ștefan', true],
    ]);
    const amara = await d.profiles.view(experts[0]?.id ?? '', RECRUITER);
    expect(amara.experience.map(({ id: _, ...job }) => job)).toEqual([
      {
        status: 'verified',
        from: '1998-01',
        to: '2004-06',
        kinds: ['human-rights', 'development'],
        percentage: 100,
        level: 'P-3',
        engagement: 'staff',
        title: 'Human Rights Officer',
        employer: 'OHCHR',
        countries: ['KEN', 'UGA'],
      },
      {
        status: 'self-declared',
        from: '2004-07-01',
        to: null,
        kinds: ['human-rights', 'development'],
        percentage: 100,
        level: 'P-4',
        engagement: 'staff',
        title: 'Programme Specialist, Rule of Law',
        employer: 'UNDP',
        countries: ['NPL'],
      },
    ]);
    expect(amara).toMatchObject({
      bornOn: '1971-04-02',
      language: 'en',
      version: 1,
      memberships: [{ roster: 'interagency', agency: 'UNDP', state: 'active', since: '2012-01-01', until: '2014-12-31' }],
    });
    const stefan = await d.profiles.view(experts[1]?.id ?? '', RECRUITER);
    expect(stefan.experience[1]).toMatchObject({
      title: 'Consultant | trainer',
      from: '2002',
      to: '2011',
      countries: ['COD', 'RWA'],
      level: '',
    });
    expect(stefan.memberships).toEqual([{ roster: 'external', agency: null, state: 'under-vetting', since: '2012-02-01', until: null }]);
  });

  it('only looks when asked to, and tells the same', async () => {
    const d = await desk();
    expect(await d.importer.run(csvSource(EXAMPLE), { actor: RECRUITER, dryRun: true })).toMatchObject({ rowsGood: 2, rowsImported: 0 });
    expect(await count(d)).toBe(0);
    expect(await d.pool.revision()).toBe(0);
  });

  it('imports nothing when a row is bad, and names it by line and column', async () => {
    const d = await desk();
    const text = [HEAD, row('One'), '', row('Two', '1971-02-31'), row('Three')].join('\r\n');
    const report = await d.importer.run(csvSource(text, 3), { actor: RECRUITER });
    expect(report).toMatchObject({ rowsRead: 3, rowsGood: 2, rowsBad: 1, rowsImported: 0 });
    expect(report.problems).toEqual([{ line: 4, column: 'born_on', reason: expect.stringContaining('not a day of the calendar') }]);
    expect(await count(d)).toBe(0);
  });

  it('imports the good rows when asked to', async () => {
    const d = await desk();
    const text = [HEAD, row('One'), row('Two', '1971-02-31'), row('Three')].join('\n');
    expect(await d.importer.run(csvSource(text), { actor: RECRUITER, partial: true })).toMatchObject({ rowsBad: 1, rowsImported: 2 });
    const { experts } = await d.search.search({}, RECRUITER);
    expect(experts.map(({ number, familyName }) => [number, familyName])).toEqual([
      [1, 'One'],
      [2, 'Three'],
    ]);
  });

  it('imports nothing of a file that cannot be read to its end, even the good rows', async () => {
    const d = await desk();
    const text = [HEAD, row('One'), row('Two').replace('Given', '"Given'), row('Three')].join('\r');
    const report = await d.importer.run(csvSource(text), { actor: RECRUITER, partial: true });
    expect(report).toMatchObject({
      rowsImported: 0,
      problems: [{ line: 3, column: 'given_name', reason: expect.stringContaining('never closed') }],
    });
    expect(await count(d)).toBe(0);
  });

  it('refuses a cell of 5 MB by line and column, without reading all of it', async () => {
    const d = await desk();
    let taken = 0;
    const source = async function* () {
      yield Buffer.from(`${HEAD}\n${row('One')}\nTwo,"`);
      for (let at = 0; at < 80; at += 1) {
        taken += 65_536;
        yield Buffer.alloc(65_536, 'x');
      }
      yield Buffer.from('",two@example.org,male,KEN,\n');
    };
    const report = await d.importer.run(source, { actor: RECRUITER });
    expect(report.problems).toEqual([{ line: 3, column: 'given_name', reason: expect.stringContaining('200000 characters') }]);
    expect(taken).toBeLessThan(2_000_000);
    expect(await count(d)).toBe(0);
  });

  it('finds a person who is in the file twice, or on the roster already, without naming anybody', async () => {
    const d = await desk();
    const text = [
      HEAD,
      'Ångström,Zoë,zoe@example.org,female,KEN,1970-01-01',
      row('Two'),
      'ANGSTROM,Zoe,other@example.org,female,KEN,1970-01-01',
      row('Two'),
    ].join('\n');
    const report = await d.importer.run(csvSource(text), { actor: RECRUITER });
    expect(report.problems.map(({ line, column }) => [line, column])).toEqual([
      [4, 'family_name'],
      [5, 'email'],
    ]);
    expect(report.problems[0]?.reason).toContain('line 2');
    await d.importer.run(csvSource([HEAD, row('Two')].join('\n')), { actor: RECRUITER });
    const again = await d.importer.run(csvSource([HEAD, row('One'), row('Two')].join('\n')), { actor: RECRUITER });
    expect(again).toMatchObject({
      rowsImported: 0,
      problems: [{ line: 3, column: 'email', reason: expect.stringContaining('on the roster already') }],
    });
    expect(JSON.stringify([report, again])).not.toMatch(/zoe|two@/i);
    expect(await count(d)).toBe(1);
  });

  it('keeps cells that look like formulas as text', async () => {
    const d = await desk();
    await d.importer.run(csvSource(`${HEAD}\n"=HYPERLINK(""http://x"")A",+cmd,a@example.org,male,KEN,`), { actor: RECRUITER });
    expect((await d.search.search({}, RECRUITER)).experts[0]).toMatchObject({ familyName: '=HYPERLINK("http://x")A', givenName: '+cmd' });
  });

  it('takes 10,000 rows, never far ahead of what is written, and says how far it is', async () => {
    const d = await desk();
    const seen: ImportProgress[] = [];
    let given = 0;
    let lead = 0;
    const counted = async function* () {
      given = -1;
      for await (const piece of manyRows(10_000)()) {
        given += 1;
        lead = Math.max(lead, given - ((seen.at(-1)?.rowsRead ?? 0) % 10_000));
        yield piece;
      }
    };
    const report = await d.importer.run(counted, { actor: RECRUITER, onProgress: (progress) => void seen.push(progress) });
    expect(report).toMatchObject({ rowsImported: 10_000, problemCount: 0 });
    expect(lead).toBeLessThanOrEqual(400);
    expect(seen.filter(({ phase }) => phase === 'checking').map(({ rowsRead }) => rowsRead)).toEqual(
      Array.from({ length: 50 }, (_, index) => (index + 1) * 200),
    );
    expect(seen.at(-1)).toMatchObject({ phase: 'importing', rowsRead: 10_000 });
    expect((await d.pool.current()).pool.size).toBe(10_000);
  }, 120_000);
});

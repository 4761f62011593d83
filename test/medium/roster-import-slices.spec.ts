import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { ImportTrail } from '../../src/features/roster/import/import-trail.js';
import type { ImportSource } from '../../src/features/roster/index.js';
import { RosterImportEntity } from '../../src/features/roster/roster.entity.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { csvSource, newExpert, RECRUITER, rosterDesk } from '../support/roster-desk.js';

const HEAD = 'family_name,given_name,email,gender,nationality,born_on';
const ROWS = 1_050;
/** The 300th row is bad and the 900th stands there twice. */
const TEXT = [
  HEAD,
  ...Array.from(
    { length: ROWS },
    (_, row) => `Family${row},Given,person${row === 899 ? 5 : row}@example.org,male,KEN,${row === 299 ? '1971-02-31' : ''}`,
  ),
].join('\n');
const SIZE = TEXT.length;

/** Passes the file on and breaks off behind so many bytes of the second time that it is read to be written. */
function breaking(bytes: number, opened: { times: number }, at: number): ImportSource {
  return async function* () {
    opened.times += 1;
    let given = 0;
    for await (const piece of csvSource(TEXT, 1_000)()) {
      if (opened.times === at && given >= bytes) throw new Error('the disk went away');
      given += piece.byteLength;
      yield piece;
    }
  };
}

const HOW = { actor: RECRUITER, partial: true, trail: 'by-content' } as const;

onEveryDatabase((open) => {
  const desk = async () => rosterDesk((await open()).database);
  type Desk = Awaited<ReturnType<typeof desk>>;
  const people = (d: Desk) =>
    d.database.read.getRepository(ExpertEntity).find({ order: { number: 'ASC' }, select: { id: false, number: true, email: true } });

  it('goes on where it died, wherever that was, with the roster and the report of one that did not', async () => {
    const straight = await desk();
    const report = await straight.importer.run(csvSource(TEXT), HOW);
    expect(report).toMatchObject({ rowsRead: ROWS, rowsBad: 2, rowsImported: ROWS - 2, problemCount: 2 });
    const wanted = (await people(straight)).map(({ number, email }) => [number, email]);
    for (const part of [0, 0.2, 0.55, 0.99]) {
      const d = await desk();
      // Opened to know it by its content, to check it, and to write it.
      const opened = { times: 0 };
      await expect(d.importer.run(breaking(part * SIZE, opened, 3), HOW)).rejects.toThrow('disk');
      const inside = await d.database.read.getRepository(ExpertEntity).count();
      expect(inside).toBeLessThan(ROWS - 2);
      expect(await d.importer.run(csvSource(TEXT), HOW)).toEqual(report);
      expect((await people(d)).map(({ number, email }) => [number, email])).toEqual(wanted);
      expect(await d.database.read.getRepository(AuditEntry).countBy({ action: 'roster.imported' })).toBe(1);
      expect(await d.database.read.getRepository(RosterImportEntity).find()).toMatchObject([{ state: 'imported', rowsImported: ROWS - 2 }]);
    }
  }, 60_000);

  it('lets others read and write between its slices, and leaves out whom they entered meanwhile', async () => {
    const d = await desk();
    const seen: number[] = [];
    const report = await d.importer.run(csvSource(TEXT), {
      actor: RECRUITER,
      partial: true,
      onProgress: async ({ phase }) => {
        if (phase !== 'importing') return;
        seen.push((await d.search.search({}, RECRUITER)).total);
        if (seen.length === 2) await d.profiles.create(newExpert({ email: 'person700@example.org' }), RECRUITER);
      },
    });
    expect(seen).toEqual([200, 399, 600, 799, 998, 1_048]);
    expect(report).toMatchObject({ rowsRead: ROWS, rowsBad: 3, rowsImported: ROWS - 3 });
    expect(report.problems.map(({ line, column }) => [line, column])).toEqual([
      [301, 'born_on'],
      [702, 'email'],
      [901, 'email'],
    ]);
  });

  it('is done by one of two that go on at once; the other leaves nothing', async () => {
    const d = await desk();
    const runs = await Promise.allSettled([1, 2].map(() => d.importer.run(csvSource(TEXT), HOW)));
    expect(runs.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await d.database.read.getRepository(ExpertEntity).count()).toBe(ROWS - 2);
  });

  it('begins anew with a file that was imported before, and checks it like any other', async () => {
    const d = await desk();
    await d.importer.run(csvSource(TEXT), HOW);
    expect(await d.importer.run(csvSource(TEXT), HOW)).toMatchObject({ rowsBad: ROWS, rowsImported: 0 });
    const trail = await ImportTrail.ofContent(csvSource(TEXT), RECRUITER, d.database, d.clock);
    expect(trail.before).toBeUndefined();
  });

  it('is not begun once more by a run that was still checking when another had done all of it', async () => {
    const d = await desk();
    const row = await ImportTrail.ofContent(csvSource(TEXT), RECRUITER, d.database, d.clock);
    await row.begin();
    const handedIn = await d.database.read.getRepository(RosterImportEntity).findOneByOrFail({});
    const trail = () => ImportTrail.of({ ...handedIn, state: 'waiting' }, d.database, d.clock);
    let report: object | undefined;
    const slow = d.importer.run(csvSource(TEXT), {
      ...HOW,
      trail: trail(),
      onProgress: async () => {
        report ??= await d.importer.run(csvSource(TEXT), { ...HOW, trail: trail() });
      },
    });
    await expect(slow).rejects.toThrow('another run');
    const kept = await d.database.read.getRepository(RosterImportEntity).findOneByOrFail({});
    expect(report).toMatchObject({ rowsBad: 2, rowsImported: ROWS - 2 });
    expect(kept).toMatchObject({ state: 'imported', rowsBad: 2, rowsImported: ROWS - 2 });
  });
});

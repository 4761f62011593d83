import { importCommand } from './import-command.js';
import type { ImportReport } from './import-report.js';
import type { ImportOptions, RosterImporter } from './importer.service.js';

/** An importer that found this, and remembers what it was asked. */
function importer(found: Partial<ImportReport>) {
  const asked: ImportOptions[] = [];
  const report = { rowsRead: 2, rowsGood: 2, rowsBad: 0, rowsImported: 0, problems: [], problemCount: 0, importable: true, ...found };
  const run: RosterImporter['run'] = async (_, options) => {
    asked.push(options);
    for (const rowsRead of [200, 1000, 1200]) await options.onProgress?.({ phase: 'checking', rowsRead, bytesDone: 1 });
    return report;
  };
  return { asked, service: { run } as RosterImporter };
}

async function told(found: Partial<ImportReport>, flags: { dryRun?: boolean; partial?: boolean } = {}, file = 'docs/examples/experts.csv') {
  const lines: string[] = [];
  const { asked, service } = importer(found);
  const code = await importCommand(service, { file, ...flags }, (line) => lines.push(line));
  return { code, text: lines.join('\n'), asked: asked[0] };
}

describe('hra import', () => {
  it('says how far it is and what came out', async () => {
    const { code, text, asked } = await told({ rowsImported: 2 });
    expect([code, text]).toEqual([0, 'Checked 1,000 rows …\n2 rows read, 2 good, 0 bad, 2 imported.']);
    expect(asked).toMatchObject({ dryRun: false, partial: false, actor: 'system' });
  });

  it('lists what is wrong by line and column, and fails when nothing was imported', async () => {
    const problems = [{ line: 4, column: 'born_on', reason: 'That is no day.' }];
    const { code, text } = await told({ rowsGood: 1, rowsBad: 1, problems, problemCount: 3 });
    expect(code).toBe(1);
    expect(text).toContain('Line 4, column born_on: That is no day.\n… and 2 more.');
    expect(text).toContain('Nothing was imported.');
  });

  it('says so when there is no such file', async () => {
    expect(await told({}, {}, 'no-such-file.csv')).toMatchObject({
      code: 1,
      text: 'There is no file no-such-file.csv, or it may not be read.',
      asked: undefined,
    });
  });

  it('is content with good rows when told to be, and with a clean look', async () => {
    expect(await told({ rowsBad: 1, problemCount: 1, rowsImported: 1 }, { partial: true })).toMatchObject({
      code: 0,
      asked: { partial: true },
    });
    expect(await told({}, { dryRun: true })).toMatchObject({ code: 0, asked: { dryRun: true } });
    expect(await told({ rowsBad: 1, problemCount: 1 }, { dryRun: true })).toMatchObject({ code: 1 });
  });
});

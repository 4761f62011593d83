import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { RosterImporter } from '../../features/roster/index.js';
import { must } from '../demo-failure.js';
import { writeFictionalRoster } from '../roster-file.js';
import { player, type Stage, service } from '../stage.js';

/** Everybody watching the same demo sees the same people. */
const SEED = 2012;

/** Writes fictional experts into a file and imports the file as anybody would. */
export async function loadRoster(stage: Stage, count: number): Promise<void> {
  const { terminal, folder, today } = stage;
  terminal.chapter('Both rosters are loaded');
  const file = join(folder, 'fictional-experts.csv');
  await writeFictionalRoster(file, { count, seed: SEED, asOf: today });
  terminal.say(
    `${number(count)} fictional experts were written to ${file} (${number(Math.round(statSync(file).size / 1024))} KB). Nobody in it exists: names are put together by chance, addresses lie in example.org. The file now goes through the same import as a real one: everything is checked first; then it is written a slice at a time, so that others get their turn, and an import that breaks off goes on where it stopped.`,
  );
  const report = await service(stage, RosterImporter).run(() => createReadStream(file), {
    actor: player(stage, 'recruiter').actor,
    onProgress: ({ phase, rowsRead }) => {
      if (rowsRead % 1000 === 0 || rowsRead === count) terminal.say(`  ${phase}: ${number(rowsRead)} of ${number(count)} rows`);
    },
  });
  must(
    report.rowsImported === count,
    `Of ${count} rows ${report.rowsImported} were imported; the first problem: ${report.problems[0]?.reason ?? 'none is named'}`,
  );
  terminal.done(`${number(report.rowsImported)} experts imported, ${report.rowsBad} rows refused.`);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

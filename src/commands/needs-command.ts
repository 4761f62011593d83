import type { INestApplicationContext } from '@nestjs/common';
import { THEMES } from '../core/themes.js';
import { Needs, NeedsImport, type NeedsImportReport } from '../features/needs/index.js';
import { countryName, findCountry } from '../platform/reference-data/index.js';

/** Imports UPR recommendation files together and tells what was found. Exit code 1 when nothing was imported. */
export async function importNeeds(desk: INestApplicationContext, files: readonly string[], allowPartial: boolean): Promise<number> {
  const report = await desk.get(NeedsImport).importFiles(files, 'system', { allowPartial });
  for (const line of reportLines(report)) console.log(line);
  return report.imported ? 0 : 1;
}

/** Shows the needs of a country, heaviest theme first: weight, points and count. */
export async function showNeeds(desk: INestApplicationContext, country: string): Promise<number> {
  const code = findCountry(country) ?? country.toUpperCase();
  const need = await desk.get(Needs).of(code);
  console.log(`${'theme'.padEnd(48)}${'weight'.padStart(8)}${'points'.padStart(8)}${'count'.padStart(8)}`);
  for (const { theme, weight, points, count } of need.themes) {
    console.log(`${theme.padEnd(48)}${String(weight).padStart(8)}${String(points).padStart(8)}${String(count).padStart(8)}`);
  }
  return 0;
}

function* reportLines(report: NeedsImportReport): Generator<string> {
  for (const { kind, value, count, lines } of report.problems) {
    const where = lines.map(({ file, line }) => `${file}:${line}`).join(', ');
    yield `${kind} "${value}" in ${count} ${count === 1 ? 'row' : 'rows'}: ${where}${count > lines.length ? ', …' : ''}`;
  }
  for (const name of report.recognised) {
    const now = 'country' in name ? countryName(name.country) : THEMES[name.theme];
    yield `"${name.value}" was read as ${now} in ${name.count} ${name.count === 1 ? 'row' : 'rows'}.`;
  }
  yield `${report.rows} rows: ${report.recommendations} recommendations in ${report.reviews} reviews of ${report.countries} countries, ${report.repeated} repeated, ${report.rejected} rejected.`;
  yield report.imported
    ? `Imported. The newest session known is ${report.newestSession ?? 'none'}; ${report.replaced.length} reviews were known before and have been replaced.`
    : 'Nothing was imported. Correct the rows above, or leave them out with --partial.';
}

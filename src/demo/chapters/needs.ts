import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { THEMES, type Theme } from '../../core/themes.js';
import { Needs, NeedsImport } from '../../features/needs/index.js';
import { countryName } from '../../platform/reference-data/index.js';
import { must } from '../demo-failure.js';
import { player, type Stage, service } from '../stage.js';
import { COUNTRY } from './accounts.js';

/** Where there are no files, somebody states needs by hand, as after a needs assessment. These are invented for the demo. */
const INVENTED: Readonly<Partial<Record<Theme, number>>> = {
  'human-rights-violations-by-state-agents': 100,
  impunity: 90,
  justice: 85,
  'womens-rights': 80,
  'internally-displaced-persons': 70,
  'public-security': 60,
  minorities: 45,
  'right-to-land': 40,
};
const INVENTED_REASON = 'Invented for the demonstration; no real assessment stands behind it.';

/** Computes the needs of countries from UPR recommendations, or enters those of one country by hand. */
export async function stateNeeds(stage: Stage): Promise<void> {
  const { terminal, uprFolder } = stage;
  terminal.chapter(`What ${countryName(COUNTRY)} needs`);
  if (uprFolder) await importFiles(stage, uprFolder);
  else await enterByHand(stage);
  const need = await service(stage, Needs).of(COUNTRY);
  const themes = need.themes.filter(({ weight }) => weight > 0).slice(0, 8);
  must(themes.length > 0, `${countryName(COUNTRY)} has no needs although some were just stated.`);
  if (uprFolder)
    terminal.table(
      ['Theme', 'Weight', 'Recommendations', 'Points'],
      themes.map(({ theme, weight, count, points }) => [THEMES[theme], String(weight), String(count), String(points)]),
    );
  else
    terminal.table(
      ['Theme', 'Weight'],
      themes.map(({ theme, weight }) => [THEMES[theme], String(weight)]),
    );
}

async function importFiles(stage: Stage, folder: string): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name));
  must(files.length > 0, `There are no .csv files in ${folder}.`);
  const report = await service(stage, NeedsImport).importFiles(files, player(stage, 'recruiter').actor, { allowPartial: true });
  must(report.imported, `Nothing was imported from ${folder}: ${report.rejected} of ${report.rows} rows were refused.`);
  stage.terminal.done(
    `${report.recommendations.toLocaleString('en-US')} recommendations to ${report.countries} countries in ${files.length} files; ${report.rejected} rows refused.`,
  );
  stage.terminal.say(
    `The weights follow the stated formula (response × action × recency, newest session ${report.newestSession ?? 'unknown'}).`,
  );
}

async function enterByHand(stage: Stage): Promise<void> {
  const { actor } = player(stage, 'recruiter');
  for (const [theme, weight] of Object.entries(INVENTED))
    await service(stage, Needs).override(COUNTRY, theme as Theme, weight, INVENTED_REASON, actor);
  stage.terminal.say(
    'No folder of UPR recommendations was given (--upr FOLDER, or HRA_UPR_FOLDER), so the needs were entered by hand, each with its reason:',
  );
  stage.terminal.quote(INVENTED_REASON);
}

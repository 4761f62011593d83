import { once } from 'node:events';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { Clock } from '../platform/clock.js';
import { Settings, settingsFrom, settle } from '../platform/config/index.js';
import { makeAccounts, showAccounts } from './chapters/accounts.js';
import { acceptMission, showLedger } from './chapters/answer.js';
import { stateNeeds } from './chapters/needs.js';
import { ratePanel } from './chapters/panel.js';
import { fillPost, type Run } from './chapters/post.js';
import { defendRun } from './chapters/record.js';
import { releaseExpert } from './chapters/release.js';
import { loadRoster } from './chapters/roster.js';
import { offerMission } from './chapters/surge.js';
import { freshDemoFolder } from './demo-folder.js';
import type { Stage } from './stage.js';
import { Terminal } from './terminal.js';

export interface DemoOptions {
  /** Ends after the story instead of serving the pages. */
  readonly once?: boolean;
  /** Port on 127.0.0.1; left out, the system chooses a free one. */
  readonly port?: number;
  /** A folder with UPR recommendation files (.csv). Left out: HRA_UPR_FOLDER, or needs entered by hand. */
  readonly upr?: string;
  /** Data folder, replaced each time. Left out: `demo` in the data folder of the desk, `./data/demo`. */
  readonly folder?: string;
  /** How many fictional experts; 2,400 when left out. */
  readonly experts?: number;
}

const EXPERTS = 2_400;

/**
 * Shows the whole job on a fresh SQLite file with fictional people: rosters, needs, a shortlist that is replayed and rated by a
 * panel, a surge request, the offer, its acceptance and the release by the agency. Everything runs through the real services and
 * over HTTP. Throws a DemoFailure with a sentence as soon as something is not as it should be. Without `once` it serves the pages
 * until it is interrupted.
 */
export async function runDemo(options: DemoOptions = {}): Promise<void> {
  const terminal = new Terminal();
  const folder = freshDemoFolder(options.folder ?? join(process.env['DATA_FOLDER'] || './data', 'demo'));
  terminal.say('HRA desk: a demonstration with fictional people only.');
  // As in tests, nothing is logged between the lines of the story; whatever goes wrong is found by its expectations.
  const app = await createApp(
    settle(settingsFrom({ DATA_FOLDER: folder, NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(options.port ?? 0) })),
  );
  try {
    const { port, host } = app.get(Settings);
    await app.listen(port, host);
    const stage = await setStage(app, terminal, options);
    const run = await tell(stage, options.experts ?? EXPERTS);
    if (options.once)
      terminal.done('The story ends here, and everything in it was as it should be. Without --once the pages are served now.');
    else await serve(stage, run);
  } finally {
    await app.close();
  }
}

async function setStage(app: NestFastifyApplication, terminal: Terminal, options: DemoOptions): Promise<Stage> {
  const settings = app.get(Settings);
  const url = await app.getUrl();
  // Links in mails need an address, and which port it has is known only now.
  settings.publicUrl = url;
  terminal.chapter('A fresh desk');
  terminal.say(
    `A new SQLite file was made and migrated in ${settings.dataFolder}. The desk answers at ${url}. There is no mail server, so mails are written as files.`,
  );
  const players = await makeAccounts(app, url);
  terminal.done(`${players.size} demo accounts, each signed in.`);
  const uprFolder = options.upr ?? (process.env['HRA_UPR_FOLDER'] || undefined);
  return { app, url, folder: settings.dataFolder, terminal, today: app.get(Clock, { strict: false }).today(), players, uprFolder };
}

async function tell(stage: Stage, experts: number): Promise<Run> {
  await loadRoster(stage, experts);
  await stateNeeds(stage);
  const run = await fillPost(stage);
  await defendRun(stage, run);
  await ratePanel(stage, run);
  const offered = await offerMission(stage);
  await acceptMission(stage, offered);
  await releaseExpert(stage, offered);
  await showLedger(stage, offered);
  return run;
}

async function serve({ terminal, url, players }: Stage, { runId }: Run): Promise<void> {
  terminal.chapter('Now it is your turn');
  terminal.say(
    `Open ${url} and sign in as anybody below. The shortlist of the story is at ${url}/shortlists/${runId}. Everything here is fictional, and the next demo replaces it.`,
  );
  showAccounts(terminal, players);
  terminal.say('Ctrl-C ends the demo.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

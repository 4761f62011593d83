/**
 * The surge queue and the pages of what is over, with 100 past requests and with 100,000: `node build/bench/test/bench/queue-page.js`
 * after the build of `npm run bench`. On SQLite in a folder of its own; with DATABASE_URL on that PostgreSQL database, which must be
 * empty. What counts is the ratio within one run: the median of the many over the median of the few.
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../src/core/access.js';
import { ENTITIES } from '../../src/entities.js';
import { AccountNames } from '../../src/features/accounts/index.js';
import { SurgeQueueReader } from '../../src/features/surge/index.js';
import { MIGRATIONS } from '../../src/migrations/index.js';
import { Clock } from '../../src/platform/clock.js';
import { settingsFrom } from '../../src/platform/config/index.js';
import { Database, migrate, openDataSource } from '../../src/platform/database/index.js';
import { addPastRequests } from '../support/past-requests.js';

const FEW = 100;
const MANY = 100_000;
const ROUNDS = 60;
const OFFICER: Actor = { accountId: 'bench', role: 'surge-officer', name: 'Bench', country: null, agency: null };
const SCHEMA = { entities: ENTITIES, migrations: MIGRATIONS };

const dataFolder = mkdtempSync(join(tmpdir(), 'hra-queue-'));
const url = process.env['DATABASE_URL'];
const settings = settingsFrom({
  NODE_ENV: 'test',
  APP_SECRET: 'a secret of the bench with more than 32 characters',
  DATA_FOLDER: dataFolder,
  ...(url ? { DATABASE_URL: url } : {}),
});
const dataSource = await openDataSource(settings, SCHEMA);
await migrate(dataSource);
const database = new Database(dataSource);
const reader = new SurgeQueueReader(database, new Clock(), new AccountNames(database));

await measured(FEW, 0); // so that the few are not measured with a cold engine
const few = await measured(FEW, FEW);
const many = await measured(MANY, FEW);
for (const name of Object.keys(few) as (keyof typeof few)[])
  console.log(
    `${name.padEnd(12)} ${few[name].toFixed(2)} ms of ${FEW}, ${many[name].toFixed(2)} ms of ${MANY}: ratio ${(many[name] / few[name]).toFixed(2)}`,
  );
await dataSource.destroy();
rmSync(dataFolder, { recursive: true, force: true });

async function measured(count: number, already: number) {
  await addPastRequests(database, count, already);
  const mark = (await reader.past(undefined, OFFICER)).next ?? undefined;
  return {
    queue: await median(() => reader.lines({}, OFFICER)),
    newest: await median(() => reader.past(undefined, OFFICER)),
    older: await median(() => reader.past(mark, OFFICER)),
  };
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
}

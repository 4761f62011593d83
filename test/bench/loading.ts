/**
 * How long the roster takes from SQLite into a pool, by the code of the service: `npm run bench:loading`, or with sizes of
 * your own. What is packing and not reading is told apart.
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExpertProfile } from '../../src/core/expert.js';
import type { ExpertDraft } from '../../src/core/expert-draft.js';
import { Pool } from '../../src/core/matching/index.js';
import { insertExperts } from '../../src/features/roster/expert-store.js';
import { writeRoster } from '../../src/features/roster/roster-changes.js';
import { settingsFrom } from '../../src/platform/config/index.js';
import { Database, migrate, openDataSource } from '../../src/platform/database/index.js';
import { AS_OF } from '../support/experts.js';
import { rosterDesk } from '../support/roster-desk.js';
import { WHOLE_SCHEMA } from '../support/schema.js';
import { fictionalRoster } from './roster.js';

const DEFAULT_SIZES = [1_000, 10_000];
const AT_ONCE = 1_000;

for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : DEFAULT_SIZES) await load(size);

async function load(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hra-desk-loading-'));
  const settings = settingsFrom({
    NODE_ENV: 'test',
    DATA_FOLDER: folder,
    APP_SECRET: 'a secret of the bench with more than 32 characters',
  });
  const dataSource = await openDataSource(settings, WHOLE_SCHEMA);
  await migrate(dataSource);
  try {
    const { database, pool } = rosterDesk(new Database(dataSource));
    const profiles = [...fictionalRoster(size)];
    for (let first = 0; first < size; first += AT_ONCE) {
      const drafts = profiles.slice(first, first + AT_ONCE).map(draftOf);
      await database.transaction(async (tx) => {
        const number = await writeRoster(tx, { newcomers: drafts.length });
        await insertExperts(tx, drafts, number, `${AS_OF}T00:00:00.000Z`);
      });
    }
    const start = performance.now();
    const { pool: loaded } = await pool.asOf(AS_OF);
    const whole = performance.now() - start;
    const packed = performance.now();
    Pool.of(loaded.profiles, AS_OF);
    const packing = performance.now() - packed;
    console.log(
      `${size} profiles from SQLite: ${Math.round(whole)} ms in all, ${Math.round((1000 * whole) / size)} µs a profile, ` +
        `${Math.round((100 * packing) / whole)} % of it packing; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB in the process.`,
    );
  } finally {
    await dataSource.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

function draftOf(profile: ExpertProfile): ExpertDraft {
  const { number } = profile;
  return {
    ...profile,
    familyName: `Family ${number}`,
    givenName: `Given ${number}`,
    email: `expert-${number}@example.org`,
    bornOn: null,
    language: 'en',
    fictional: true,
  };
}

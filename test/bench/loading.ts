/**
 * The roster from SQLite into a pool, and one changed profile after it, by the code of the service: how long, how many
 * rows a second, how much memory. `npm run bench:loading`, or with sizes of your own: `npm run bench:loading -- 1000000`.
 * Other work on the machine makes times longer; times of the processor and ratios within one run suffer less.
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DataSource } from 'typeorm';
import { Pool, rank } from '../../src/core/matching/index.js';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { RosterPool } from '../../src/features/roster/index.js';
import { PART_TABLES } from '../../src/features/roster/profile-parts.js';
import { writeRoster } from '../../src/features/roster/roster-changes.js';
import { settingsFrom } from '../../src/platform/config/index.js';
import { Database, migrate, openDataSource } from '../../src/platform/database/index.js';
import { AS_OF } from '../support/experts.js';
import { rosterDesk } from '../support/roster-desk.js';
import { WHOLE_SCHEMA } from '../support/schema.js';
import { median, TOP } from './contest.js';
import { fill } from './filling.js';
import { differentRequests } from './requests.js';
import { fictionalRoster } from './roster.js';

const DEFAULT_SIZES = [1_000, 10_000];
const RANKINGS = 200;
const CHANGES = 15;

for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : DEFAULT_SIZES) await load(size);

async function load(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hra-desk-loading-'));
  const settings = settingsFrom({
    NODE_ENV: 'test',
    DATA_FOLDER: folder,
    APP_SECRET: 'a secret of the bench with more than 32 characters',
  });
  const open = () => openDataSource(settings, WHOLE_SCHEMA);
  let dataSource = await open();
  try {
    await migrate(dataSource);
    const source = dataSource;
    const filled = await timed(async () => fill(source, fictionalRoster(size)));
    await dataSource.destroy();
    dataSource = await open();
    const rows = filled.result;
    console.log(`${count(size)} profiles, ${count(rows)} rows, filled in ${seconds(filled)}.`);
    const bare = await timed(async () => readBarely(dataSource));
    await measure(dataSource, size, rows, bare);
  } finally {
    await dataSource.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(dataSource: DataSource, size: number, rows: number, bare: Timed<number>): Promise<void> {
  const desk = rosterDesk(new Database(dataSource));
  const before = heap();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const loaded = await timed(() => desk.pool.asOf(AS_OF));
  delay.disable();
  const { pool } = loaded.result;
  const kept = heap() - before;
  const packing = await timed(() => Pool.gradually(pool.profiles, AS_OF, async () => undefined));
  const packed = pool.parts({ countUnpaid: false, countInternships: false, countGeneralService: false })[0]?.table.size ?? 0;
  console.log(
    `  loaded in ${seconds(loaded)}: ${Math.round(loaded.cpu / (size / 1000))} µs a profile, ${count(Math.round(rows / (loaded.wall / 1000)))} rows a second, ` +
      `${(loaded.cpu / bare.cpu).toFixed(1)} times the driver's bare rows; ${Math.round((100 * packing.cpu) / loaded.cpu)} % of it packing. ` +
      `Nobody else waited longer than ${Math.round(delay.max / 1e6)} ms, ${Math.round(delay.percentile(99) / 1e6)} ms at the 99th percentile.`,
  );
  console.log(
    `  memory: ${count(Math.round(kept / size))} bytes a profile as objects, ${Math.round(packed / size)} packed; ` +
      `${count(Math.round(process.resourceUsage().maxRSS / 1024))} MB at the highest.`,
  );
  await change(desk.pool, desk.database, size);
}

/** One profile after another is changed; what counts is how much later everybody ranks with it. */
async function change(roster: RosterPool, database: Database, size: number): Promise<void> {
  const requests = differentRequests(RANKINGS);
  const ranking = (pool: Pool, index: number) => elapsed(() => rank(pool, requests[index] as (typeof requests)[0], TOP));
  const rankings = (pool: Pool) => median(requests.map((_, index) => ranking(pool, index)));
  const { pool } = await roster.asOf(AS_OF);
  rankings(pool);
  const usual = rankings(pool);
  const [follows, firsts, later]: [number[], number[], number[]] = [[], [], []];
  for (let number = 1; number <= CHANGES; number += 1) {
    const { id = '' } = pool.profile(number * Math.floor(size / CHANGES)) ?? {};
    await database.transaction(async (tx) => {
      await writeRoster(tx, { experts: [id] });
      await tx.getRepository(ExpertEntity).update({ id }, { nationality: 'CHE' });
    });
    const start = performance.now();
    const { pool: changed } = await roster.asOf(AS_OF);
    follows.push(performance.now() - start);
    firsts.push(ranking(changed, number));
    later.push(rankings(changed));
  }
  const ratio = (times: readonly number[]) => `${(median(times) / usual).toFixed(1)} times`;
  console.log(
    `  one changed profile is in the pool after ${median(follows).toFixed(2)} ms, ${ratio(follows)} a ranking (${usual.toFixed(2)} ms); ` +
      `with 1 to ${CHANGES} beside the packed the first ranking takes ${ratio(firsts)}, each other ${ratio(later)} as long as one without.`,
  );
}

/** All rows as the driver hands them out, kept nowhere: what no reading can do without. */
function readBarely(dataSource: DataSource): number {
  const { databaseConnection } = dataSource.driver as unknown as {
    databaseConnection: { prepare(statement: string): { raw(): { iterate(): Iterable<unknown> } } };
  };
  let rows = 0;
  for (const entity of [ExpertEntity, ...Object.values(PART_TABLES)]) {
    const { tableName } = dataSource.getMetadata(entity);
    for (const _ of databaseConnection.prepare(`SELECT * FROM "${tableName}"`).raw().iterate()) rows += 1;
  }
  return rows;
}

interface Timed<T> {
  readonly result: T;
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of the processor, the collector of garbage included. */
  readonly cpu: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, wall: performance.now() - start, cpu: (user + system) / 1000 };
}

function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Bytes that are in use when nothing superfluous is kept; the npm script lets the collector be called. */
function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function seconds({ wall, cpu }: Timed<unknown>): string {
  return `${(wall / 1000).toFixed(1)} s (${(cpu / 1000).toFixed(1)} s of the processor)`;
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}

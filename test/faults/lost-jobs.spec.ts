import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Queue } from 'bullmq';
import { Platform1764000000000 } from '../../src/migrations/1764000000000-platform.js';
import { HandOverTimes1764000102000 } from '../../src/migrations/1764000102000-hand-over-times.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Clock } from '../../src/platform/clock.js';
import { type Settings, SettingsModule } from '../../src/platform/config/index.js';
import { Database, DatabaseModule } from '../../src/platform/database/index.js';
import { defineJob, Handles, Jobs, OutboxJob, OutboxModule } from '../../src/platform/outbox/index.js';
import type { Bundle } from '../../src/platform/queue/bundles.js';
import { QueueModule } from '../../src/platform/queue/index.js';
import { QUEUE_NAME } from '../../src/platform/queue/redis.js';
import { openDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import { LedgerProcess, ledger } from '../support/ledger-process.js';
import { withRedis } from '../support/redis.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const entry = defineJob<{ number: number }>('test.entry');
const SCHEMA = { entities: [OutboxJob, AuditEntry], migrations: [Platform1764000000000, HandOverTimes1764000102000] };
const BUILT = join(__dirname, '..', '..', 'dist', 'platform', 'outbox', 'index.js');
/** A dropped job is believed to be running until its lease is over, then it is handed over again. */
const RECOVERY_MS = 60_000;

class NeverHere {
  @Handles(entry)
  async write(): Promise<void> {
    throw new Error('This process only writes jobs down; the processes of the test run them.');
  }
}

/** A process that takes requests and hands jobs to Redis, in this process. */
async function startApi(settings: Settings): Promise<INestApplicationContext> {
  @Module({
    imports: [SettingsModule.of(settings), DatabaseModule.of(SCHEMA), OutboxModule, QueueModule.of('api')],
    providers: [NeverHere],
  })
  class House {}
  return NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
}

async function enqueue(database: Database, jobs: Jobs, count: number): Promise<void> {
  await database.transaction(async (tx) => {
    for (let number = 0; number < count; number += 1) await jobs.enqueue(tx, entry, { number });
  });
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

beforeAll(() => {
  if (!existsSync(BUILT)) throw new Error('These tests run the built files; build first with `npm run build`.');
});

describeWith('POSTGRES', 'on PostgreSQL', () => {
  withRedis('with Redis', (redis) => {
    let test: TestDatabase;
    let settings: Settings;
    let api: INestApplicationContext;
    let processes: LedgerProcess[];

    beforeEach(async () => {
      await redis().flush();
      test = await openDatabaseOf(SCHEMA, 'postgres');
      settings = Object.assign(test.settings, { redisUrl: redis().url, jobLeaseSeconds: 3 });
      api = await startApi(settings);
      processes = [];
    });
    afterEach(async () => {
      for (const process of processes) await process.end('SIGTERM');
      await api.close();
      await test.close();
    });

    const file = (): string => join(settings.dataFolder, 'ledger');
    const pending = (): Promise<number> => test.database.read.getRepository(OutboxJob).countBy({ state: 'pending' });
    async function worker(milliseconds: number): Promise<LedgerProcess> {
      const process = await LedgerProcess.start(settings, file(), { milliseconds, kind: 'worker' });
      processes.push(process);
      return process;
    }

    it('loses none of 1,000 pending jobs when Redis forgets everything', async () => {
      await enqueue(api.get(Database), api.get(Jobs), 1000);
      const queue = new Queue<Bundle>(QUEUE_NAME, { connection: { url: settings.redisUrl } });
      const lying = async () => (await queue.getWaiting()).flatMap(({ data }) => data.ids);
      await waitFor('all jobs to lie in Redis', async () => new Set(await lying()).size === 1000);
      await redis().flush();
      expect(await queue.getWaitingCount()).toBe(0);
      await queue.close();
      await worker(0);
      await waitFor('all jobs to be done', async () => (await pending()) === 0, RECOVERY_MS);
      const done = ledger(file(), 'done');
      expect(distinct(done)).toEqual(upTo(1000));
      expect(done).toHaveLength(1000);
    }, 90_000);

    it('loses no job when a worker is killed in the middle of ten', async () => {
      const victim = await worker(500);
      await enqueue(api.get(Database), api.get(Jobs), 40);
      await waitFor('ten jobs to be running', () => ledger(file(), 'began').length >= 10);
      await victim.end('SIGKILL');
      const before = ledger(file(), 'done').length;
      expect(before).toBeLessThan(40);
      await worker(0);
      await waitFor('all jobs to be done', async () => (await pending()) === 0, RECOVERY_MS);
      expect(distinct(ledger(file(), 'done'))).toEqual(upTo(40));
      expect(ledger(file(), 'began').length - 40).toBeLessThanOrEqual(40); // only those that the kill cut off ran again
    }, 90_000);
  });
});

describe('on SQLite, without Redis', () => {
  it('loses no job when the only process is killed in the middle of them', async () => {
    const test = await openDatabaseOf(SCHEMA, 'sqlite');
    test.settings.jobLeaseSeconds = 3;
    const file = join(test.settings.dataFolder, 'ledger');
    await enqueue(test.database, new Jobs(new Clock()), 20);
    const victim = await LedgerProcess.start(test.settings, file, { milliseconds: 300, kind: 'api' });
    await waitFor('some jobs to be running', () => ledger(file, 'began').length >= 4);
    await victim.end('SIGKILL');
    expect(ledger(file, 'done').length).toBeLessThan(20);
    const heir = await LedgerProcess.start(test.settings, file, { milliseconds: 0, kind: 'api' });
    await waitFor(
      'all jobs to be done',
      async () => (await test.database.read.getRepository(OutboxJob).countBy({ state: 'pending' })) === 0,
      RECOVERY_MS,
    );
    expect(distinct(ledger(file, 'done'))).toEqual(upTo(20));
    await heir.end('SIGTERM');
    await test.close();
  }, 90_000);
});

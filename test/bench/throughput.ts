/**
 * Jobs from a transaction through the outbox and BullMQ to their handler, against bare BullMQ with the same payloads on the
 * same Redis: `npm run bench:throughput`, or with a number of jobs of your own, `npm run bench:throughput -- 20000`. On
 * PostgreSQL. What is printed are ratios within one run; both take turns, and the median of the rounds counts.
 */
import 'reflect-metadata';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { Platform1764000000000 } from '../../src/migrations/1764000000000-platform.js';
import { HandOverTimes1764000102000 } from '../../src/migrations/1764000102000-hand-over-times.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { SettingsModule } from '../../src/platform/config/index.js';
import { Database, DatabaseModule } from '../../src/platform/database/index.js';
import { defineJob, Handles, Jobs, OutboxJob, OutboxModule } from '../../src/platform/outbox/index.js';
import { QueueModule } from '../../src/platform/queue/index.js';
import { newLocation } from '../support/locations.js';

/** How many jobs follow from one transaction, and go to bare BullMQ at once. */
const TOGETHER = 100;
const ROUNDS = 5;
/** How many jobs bare BullMQ works on at once; more did not make it quicker. */
const CONCURRENCY = 200;

const SCHEMA = { entities: [OutboxJob, AuditEntry], migrations: [Platform1764000000000, HandOverTimes1764000102000] };
const step = defineJob<{ missionId: string }>('bench.step');

/** Counts what arrives, and says when all of a round has. */
@Injectable()
class Arrivals {
  private left = 0;
  private allHere: () => void = () => undefined;

  expect(count: number): Promise<void> {
    this.left = count;
    return new Promise((resolve) => {
      this.allHere = resolve;
    });
  }

  @Handles(step)
  async arrive(): Promise<void> {
    this.left -= 1;
    if (this.left === 0) this.allHere();
  }
}

interface Contestant {
  readonly name: string;
  /** Jobs per second from the first that is asked for to the last that was handled, and taken off every list. */
  round(payloads: readonly { missionId: string }[]): Promise<number>;
  close(): Promise<void>;
}

interface Service {
  stop(): Promise<void>;
}

const setup = (file: string) => import(pathToFileURL(resolve('test/support/setup', file)).href);

async function startRedis(): Promise<{ url: string } & Service> {
  const { keep, freePort, untilAnswering } = await setup('service.js');
  const program: string | undefined = process.env['HRA_TEST_REDIS_PROGRAM'];
  if (!program) throw new Error('The bench needs redis-server or valkey-server on the PATH.');
  const port: number = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'];
  const kept = keep({ command: program, args, stopSignal: 'SIGTERM', folder: process.env['HRA_TEST_FOLDER'] });
  const url = `redis://127.0.0.1:${port}`;
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  await untilAnswering('Redis', kept, () => redis.ping());
  redis.disconnect();
  return { url, stop: kept.stop };
}

function bare(url: string): Contestant {
  const arrivals = new Arrivals();
  const options = { connection: { url }, skipVersionCheck: true };
  const queue = new Queue('bare', { ...options, defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true } });
  const worker = new Worker('bare', () => arrivals.arrive(), {
    ...options,
    connection: { url, maxRetriesPerRequest: null },
    concurrency: CONCURRENCY,
  });
  return {
    name: 'bare BullMQ',
    async round(payloads) {
      const done = arrivals.expect(payloads.length);
      return perSecond(payloads.length, async () => {
        for (const part of parts(payloads)) await queue.addBulk(part.map((data) => ({ name: 'step', data })));
        await done;
        while ((await queue.getActiveCount()) > 0);
      });
    },
    async close() {
      await worker.close();
      await queue.close();
    },
  };
}

async function throughOutbox(settings: Awaited<ReturnType<typeof newLocation>>['settings'], redisUrl: string): Promise<Contestant> {
  Object.assign(settings, { redisUrl });
  @Module({
    imports: [SettingsModule.of(settings), DatabaseModule.of(SCHEMA), OutboxModule, QueueModule.of('worker')],
    providers: [Arrivals],
  })
  class House {}
  const house: INestApplicationContext = await NestFactory.createApplicationContext(House, { logger: ['error'] });
  const database = house.get(Database);
  const jobs = house.get(Jobs);
  const arrivals = house.get(Arrivals);
  return {
    name: 'outbox, BullMQ, handler',
    async round(payloads) {
      const done = arrivals.expect(payloads.length);
      return perSecond(payloads.length, async () => {
        for (const part of parts(payloads)) await database.transaction((tx) => jobs.enqueueAll(tx, step, part));
        await done;
        while ((await database.read.getRepository(OutboxJob).countBy({ state: 'pending' })) > 0);
      });
    },
    close: () => house.close(),
  };
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return count / ((performance.now() - began) / 1000);
}

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, at) => all.slice(at * TOGETHER, (at + 1) * TOGETHER));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const count = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(count) || count < TOGETHER) throw new Error(`Give the number of jobs as a whole number from ${TOGETHER}.`);
const services = await setup('services.js');
await services.default();
const redis = await startRedis();
const location = await newLocation('postgres', SCHEMA);
const contestants = [bare(redis.url), await throughOutbox(location.settings, redis.url)];
try {
  const rates = contestants.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    const payloads = Array.from({ length: count }, (_, number) => ({
      missionId: `0190aaaa-bbbb-7ccc-8ddd-${String(number).padStart(12, '0')}`,
    }));
    for (const turn of contestants.keys()) {
      const index = (round + turn) % contestants.length;
      const rate = (await contestants[index]?.round(payloads)) ?? 0;
      if (round > 0) rates[index]?.push(rate); // the first round warms up
    }
  }
  const ratios = (rates[1] ?? []).map((rate, round) => rate / (rates[0]?.[round] ?? 1));
  console.table(contestants.map(({ name }, index) => ({ contestant: name, 'jobs per second': Math.round(median(rates[index] ?? [])) })));
  console.log(
    `${count} jobs, ${TOGETHER} at a time, ${ROUNDS} rounds: through the outbox ${median(ratios).toFixed(2)} × as many as bare BullMQ (goal: at least 0.50).`,
  );
} finally {
  for (const contestant of contestants) await contestant.close();
  await location.remove();
  await redis.stop();
  await services.stopServices();
}

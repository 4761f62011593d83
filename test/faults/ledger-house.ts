import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Platform1764000000000 } from '../../src/migrations/1764000000000-platform.js';
import { HandOverTimes1764000102000 } from '../../src/migrations/1764000102000-hand-over-times.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Clock, FixedClock } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/index.js';
import { defineJob, Jobs, OutboxJob } from '../../src/platform/outbox/index.js';
import { openDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import { type LedgerOptions, LedgerProcess, ledgerLines } from '../support/ledger-process.js';
import type { Dialect } from '../support/locations.js';
import { service } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const entry = defineJob<{ number: number }>('test.entry');
const SCHEMA = { entities: [OutboxJob, AuditEntry], migrations: [Platform1764000000000, HandOverTimes1764000102000] };
const BUILT = join(__dirname, '..', '..', 'dist', 'platform', 'outbox', 'index.js');

/** Everything is right again this long after a fault has ended, without anybody touching it. */
export const RECOVERY_MS = 60_000;

/** A database, a ledger and real processes that work on them: what a fault is done to. */
export class LedgerHouse {
  private readonly processes: LedgerProcess[] = [];
  private jobs = new Jobs(new Clock());
  private asked = 0;

  private constructor(private readonly test: TestDatabase) {}

  /** `leaseSeconds` is shorter than in production, so that a test need not wait. */
  static async open(dialect: Dialect, redisUrl?: string, leaseSeconds = 3): Promise<LedgerHouse> {
    if (!existsSync(BUILT)) throw new Error('These tests run the built files; build first with `npm run build`.');
    const test = await openDatabaseOf(SCHEMA, dialect);
    Object.assign(test.settings, { redisUrl, jobLeaseSeconds: leaseSeconds });
    return new LedgerHouse(test);
  }

  get database(): Database {
    return this.test.database;
  }

  get databaseUrl(): string {
    return this.test.settings.databaseUrl ?? '';
  }

  get file(): string {
    return join(this.test.settings.dataFolder, 'ledger');
  }

  async start(kind: LedgerOptions['kind'], milliseconds = 0, more: Partial<LedgerOptions> = {}): Promise<LedgerProcess> {
    const process = await LedgerProcess.start(this.test.settings, this.file, { kind, milliseconds, ...more });
    this.processes.push(process);
    return process;
  }

  /** Asks for so many more jobs, numbered on, in one transaction; `at` is when they are due. */
  async ask(count: number, at?: string): Promise<void> {
    const first = this.asked;
    this.asked += count;
    await this.database.transaction(async (tx) => {
      for (let number = first; number < this.asked; number += 1)
        await this.jobs.enqueue(tx, entry, { number }, { key: `entry ${number}`, ...(at ? { at } : {}) });
    });
  }

  /** Asks for jobs as a process whose clock says so would: due at that moment, or else at once by that clock. */
  async askByClock(count: number, now: string, at?: string): Promise<void> {
    const { jobs } = this;
    this.jobs = new Jobs(FixedClock.at(now));
    await this.ask(count, at);
    this.jobs = jobs;
  }

  /** The same through a database that comes and goes: asked again until it is written down, which the key lets happen once. */
  async askPatiently(count: number): Promise<void> {
    const first = this.asked;
    await waitFor('the jobs to be written down', async () => {
      this.asked = first;
      await this.ask(count);
      return true;
    });
  }

  pending(): Promise<number> {
    return this.database.read.getRepository(OutboxJob).countBy({ state: 'pending' });
  }

  /** How many of the processes have ended, on their own or by a signal. */
  ended(): number {
    return this.processes.filter((process) => process.hasEnded).length;
  }

  /** How many jobs this process has begun and not ended. */
  running(pid: number): number {
    const lines = ledgerLines(this.file).filter((line) => line.pid === pid);
    return lines.filter(({ what }) => what === 'began').length - lines.filter(({ what }) => what === 'done').length;
  }

  /** Resolves with the milliseconds until nothing is left to do. */
  async finished(): Promise<number> {
    const since = Date.now();
    await waitFor('all jobs to be done', async () => (await this.pending()) === 0, RECOVERY_MS);
    return Date.now() - since;
  }

  /** What the ledger says: how many jobs were lost, done more than once, and begun more than once. */
  counts(): { asked: number; done: number; lost: number; doubled: number; mostOften: number; begunAgain: number } {
    const times = { began: new Array<number>(this.asked).fill(0), done: new Array<number>(this.asked).fill(0) };
    for (const { what, number } of ledgerLines(this.file)) times[what][number] = (times[what][number] ?? 0) + 1;
    const { began, done } = times;
    return {
      asked: this.asked,
      done: done.filter((count) => count > 0).length,
      lost: done.filter((count) => count === 0).length,
      doubled: done.filter((count) => count > 1).length,
      mostOften: Math.max(...done),
      begunAgain: began.filter((count) => count > 1).length,
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.end('SIGKILL')));
    await this.test.close();
  }
}

/** Says in the output of the run what a fault did, as a row of the table of faults. */
export function report(fault: string, counts: Readonly<Record<string, number>>): void {
  process.stdout.write(
    `FAULT ${fault}: ${Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}\n`,
  );
}

/** A suite that needs a PostgreSQL, and a Redis of its own that it may stop; else skipped by name. */
export function describeWithOwnRedis(title: string, tests: () => void): void {
  const missing =
    service('POSTGRES').missing ?? service('REDIS').missing ?? (service('REDIS').program ? undefined : 'the Redis is not ours to stop');
  if (missing) describe.skip(`${title} [skipped: ${missing}]`, tests);
  else describe(title, tests);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Notice } from '../../src/features/notices/index.js';
import { deliverNotice } from '../../src/features/notices/notices.jobs.js';
import { Clock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/database/index.js';
import { Jobs, OutboxJob } from '../../src/platform/outbox/index.js';
import { openDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import type { Dialect } from '../support/locations.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { NOTICE_SCHEMA } from '../support/notice-desk.js';
import { withRedis } from '../support/redis.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';
import { RECOVERY_MS, report } from './ledger-house.js';

const FIXTURE = join(__dirname, 'fixtures', 'notice-worker.mjs');
const BUILT = join(__dirname, '..', '..', 'dist', 'features', 'notices', 'index.js');
/** How many processes are killed, each with as many mails as it sends at once between the server's yes and the mark. */
const KILLS = 50;
const MAILS_EACH = 4;
const MAILS = KILLS * MAILS_EACH;
/** Longer than all the dying takes, so that no mail is cut twice. */
const LEASE_SECONDS = 600;

beforeAll(() => {
  if (!existsSync(BUILT)) throw new Error('These tests run the built files; build first with `npm run build`.');
});

/** A real process that sends notices; see the fixture. */
async function start(test: TestDatabase, server: MailServer, kind: 'cut' | 'send', redisUrl?: string) {
  const variables = {
    DATABASE_URL: test.settings.databaseUrl,
    DATA_FOLDER: test.settings.dataFolder,
    APP_SECRET: test.settings.secret,
    REDIS_URL: redisUrl,
    SMTP_URL: server.url,
    MAILS_PER_MINUTE: '10000',
    JOB_LEASE_SECONDS: String(LEASE_SECONDS),
    NODE_ENV: 'test',
  };
  const child: ChildProcess = spawn(process.execPath, [FIXTURE, kind, redisUrl ? 'worker' : 'api'], {
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await waitFor('the process to be ready', () => output.includes('ready') || child.exitCode !== null);
  expect(child.exitCode).toBeNull();
  return {
    accepted: () => output.split('accepted').length - 1,
    async end(signal: 'SIGKILL' | 'SIGTERM') {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function expectMails(test: TestDatabase): Promise<void> {
  const jobs = new Jobs(new Clock());
  await test.database.transaction(async (tx) => {
    for (let n = 0; n < MAILS_EACH; n += 1) {
      const id = newId();
      const now = new Date().toISOString();
      const row = { reason: 'test.greeting', recipientKind: 'expert', recipientId: id, subjectId: 'subject', detailId: null } as const;
      const fresh = { state: 'expected', attempts: 0, createdAt: now, dueAt: now } as const;
      await tx.getRepository(Notice).insert({ id, key: id, ...row, ...fresh });
      await jobs.enqueue(tx, deliverNotice, { noticeId: id });
    }
  });
}

/** The kills are real, the waiting until the leases of the dead are over is not. */
async function leasesEnd(test: TestDatabase): Promise<void> {
  const over = new Date(Date.now() - 1000).toISOString();
  await test.database.read.getRepository(OutboxJob).update({ state: 'pending' }, { lockedUntil: over, handAt: over });
}

async function killAndHeal(dialect: Dialect, redisUrl?: string): Promise<void> {
  const server = await startMailServer();
  const test = await openDatabaseOf(NOTICE_SCHEMA, dialect);
  const sent = () => test.database.read.getRepository(Notice).countBy({ state: 'sent' });
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await expectMails(test);
      const victim = await start(test, server, 'cut', redisUrl);
      await waitFor('every mail of this life to be accepted', () => victim.accepted() === MAILS_EACH);
      await victim.end('SIGKILL');
    }
    expect([server.mails.length, await sent()]).toEqual([MAILS, 0]);
    await leasesEnd(test);
    const since = Date.now();
    const heir = await start(test, server, 'send', redisUrl);
    await waitFor('every notice to be marked as sent', async () => (await sent()) === MAILS, RECOVERY_MS);
    const recoveredMs = Date.now() - since;
    await heir.end('SIGTERM');
    const times = new Map<string, number>();
    for (const { messageId = '' } of server.mails) times.set(messageId, (times.get(messageId) ?? 0) + 1);
    const arrivals = [...times.values()];
    const [repeatedOnce, repeatedMore] = [2, 3].map((least) => arrivals.filter((count) => count >= least).length);
    const counts = {
      mails: MAILS,
      lost: MAILS - times.size,
      repeatedOnce: repeatedOnce ?? 0,
      repeatedMore: repeatedMore ?? 0,
      recoveredMs,
    };
    report(`${KILLS} kills between the mail server's yes and the mark, ${dialect}`, counts);
    expect(arrivals).toEqual(Array(MAILS).fill(2));
    const notices = await test.database.read.getRepository(Notice).find();
    expect(new Set(notices.map(({ messageId }) => messageId))).toEqual(new Set(times.keys()));
  } finally {
    await test.close();
    await server.close();
  }
}

describe(`${KILLS} processes that die between the mail server’s yes and writing it down`, () => {
  it('on SQLite: each mail is repeated once, under the same Message-ID, and none is lost', () => killAndHeal('sqlite'), 300_000);

  describeWith('POSTGRES', 'on PostgreSQL', () => {
    withRedis('with Redis', (redis) => {
      it('each mail is repeated once, under the same Message-ID, and none is lost', () => killAndHeal('postgres', redis().url), 300_000);
    });
  });
});

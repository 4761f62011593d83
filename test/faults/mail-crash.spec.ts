import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Notice } from '../../src/features/notices/index.js';
import { deliverNotice } from '../../src/features/notices/notices.jobs.js';
import { Clock } from '../../src/platform/clock.js';
import { newId } from '../../src/platform/database/index.js';
import { Jobs } from '../../src/platform/outbox/index.js';
import { openDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import type { Dialect } from '../support/locations.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { NOTICE_SCHEMA } from '../support/notice-desk.js';
import { withRedis } from '../support/redis.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const FIXTURE = join(__dirname, 'fixtures', 'notice-worker.mjs');
const BUILT = join(__dirname, '..', '..', 'dist', 'features', 'notices', 'index.js');
/** Each process dies with as many mails as it sends at once between the server's yes and the mark: 13 × 4 = 52. */
const PROCESSES = 13;
const MAILS_EACH = 4;
/** Longer than all the dying takes, so that no mail is cut twice; then the heirs begin. */
const LEASE_SECONDS = 45;

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

async function killAndHeal(dialect: Dialect, redisUrl?: string): Promise<void> {
  const server = await startMailServer();
  const test = await openDatabaseOf(NOTICE_SCHEMA, dialect);
  const sent = () => test.database.read.getRepository(Notice).countBy({ state: 'sent' });
  try {
    for (let round = 0; round < PROCESSES; round += 1) {
      await expectMails(test);
      const victim = await start(test, server, 'cut', redisUrl);
      await waitFor('every mail of the round to be accepted', () => victim.accepted() === MAILS_EACH);
      await victim.end('SIGKILL');
    }
    expect([server.mails.length, await sent()]).toEqual([PROCESSES * MAILS_EACH, 0]);
    const heir = await start(test, server, 'send', redisUrl);
    await waitFor('every notice to be marked as sent', async () => (await sent()) === PROCESSES * MAILS_EACH, 90_000);
    await heir.end('SIGTERM');
    const arrivals = new Map<string, number>();
    for (const { messageId = '' } of server.mails) arrivals.set(messageId, (arrivals.get(messageId) ?? 0) + 1);
    expect([...arrivals.values()]).toEqual(Array(PROCESSES * MAILS_EACH).fill(2));
    const notices = await test.database.read.getRepository(Notice).find();
    expect(new Set(notices.map(({ messageId }) => messageId))).toEqual(new Set(arrivals.keys()));
  } finally {
    await test.close();
    await server.close();
  }
}

describe('a process that dies between the mail server’s yes and writing it down, 52 mails', () => {
  it('on SQLite: each is repeated once, under the same Message-ID, and none is lost', () => killAndHeal('sqlite'), 200_000);

  describeWith('POSTGRES', 'on PostgreSQL', () => {
    withRedis('with Redis', (redis) => {
      it('each is repeated once, under the same Message-ID, and none is lost', () => killAndHeal('postgres', redis().url), 200_000);
    });
  });
});

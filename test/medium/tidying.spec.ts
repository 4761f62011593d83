import { Tidying } from '../../src/features/operations/tidying.service.js';
import { FixedClock } from '../../src/platform/clock.js';
import { type Database, newId } from '../../src/platform/database/index.js';
import { MailTurn } from '../../src/platform/mail/index.js';
import { Jobs, OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabaseOf } from '../support/databases-of.js';
import { NOTICE_SCHEMA } from '../support/notice-desk.js';

const NOW = '2026-11-24T10:00:00.000Z';
const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
/** Two statements and a bit. */
const MANY = 1100;

onEveryDatabaseOf(NOTICE_SCHEMA, (open) => {
  let database: Database;
  let tidying: Tidying;
  beforeEach(async () => {
    const test = await open();
    database = test.database;
    const clock = FixedClock.at(NOW);
    tidying = new Tidying(database, clock, Object.assign(test.settings, { jobsKeptDays: 7 }), new Jobs(clock));
  });

  async function plant(count: number, values: Partial<OutboxJob>): Promise<void> {
    const times = { createdAt: daysAgo(100), dueAt: daysAgo(100), handAt: null, lockedUntil: null, finishedAt: null, failure: null };
    const row = { name: 'test.over', payload: {}, key: null, state: 'done' as const, attempts: 1, handovers: 1, ...times, ...values };
    for (let from = 0; from < count; from += 100)
      await database.read
        .getRepository(OutboxJob)
        .insert(Array.from({ length: Math.min(100, count - from) }, () => ({ ...row, id: newId() })));
  }
  const names = async () => (await database.read.getRepository(OutboxJob).find({ order: { name: 'ASC' } })).map(({ name }) => name);

  it('deletes what was done before the days for which it is kept, and nothing else', async () => {
    await plant(MANY, { finishedAt: daysAgo(8) });
    await plant(1, { name: 'done lately', dueAt: daysAgo(6), finishedAt: daysAgo(6) });
    await plant(1, { name: 'done at last', finishedAt: daysAgo(6) });
    await plant(1, { name: 'given up', state: 'dead', finishedAt: daysAgo(99) });
    await plant(1, { name: 'waiting', state: 'pending' });
    expect(await tidying.tidy()).toEqual({ againAt: '2026-11-24T11:00:00.000Z' });
    expect(await names()).toEqual(['done at last', 'done lately', 'given up', 'waiting']);
  });

  it('forgets to which domains mails went, an hour after their turn', async () => {
    const minute = Date.parse(NOW) / 60_000;
    const turns = [60, 61].map((ago) => ({ domain: `left ${ago} minutes ago`, minute: minute - ago, taken: 1 }));
    await database.read.getRepository(MailTurn).insert(turns);
    await tidying.tidy();
    expect((await database.read.getRepository(MailTurn).find()).map(({ domain }) => domain)).toEqual(['left 60 minutes ago']);
  });

  it('goes on soon when more is left than one run deletes', async () => {
    await plant(10_001, { finishedAt: daysAgo(8) });
    expect(await tidying.tidy()).toEqual({ againAt: '2026-11-24T10:00:01.000Z' });
    expect(await names()).toHaveLength(1);
  });

  it('is one job, however many processes start', async () => {
    await Promise.all([tidying.onApplicationBootstrap(), tidying.onApplicationBootstrap()]);
    expect(await names()).toEqual(['operations.tidy-up']);
  });
});

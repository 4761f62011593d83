import { Platform1764000000000 } from '../../src/migrations/1764000000000-platform.js';
import { HandOverTimes1764000102000 } from '../../src/migrations/1764000102000-hand-over-times.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import type { Settings } from '../../src/platform/config/index.js';
import { type Database, newId } from '../../src/platform/database/index.js';
import { defineJob, OutboxJob } from '../../src/platform/outbox/index.js';
import { JobStore } from '../../src/platform/outbox/job-store.js';
import { DueJobs } from '../../src/platform/queue/due-jobs.js';
import { onEveryDatabaseOf } from '../support/databases-of.js';

const SCHEMA = { entities: [OutboxJob, AuditEntry], migrations: [Platform1764000000000, HandOverTimes1764000102000] };
const planned = defineJob('test.planned');
const NOW = '2026-11-24T10:00:00.000Z';
const at = (minutes: number, seconds = 0): string => new Date(Date.parse(NOW) + (minutes * 60 + seconds) * 1000).toISOString();

onEveryDatabaseOf(SCHEMA, (open) => {
  let database: Database;
  let clock: FixedClock;
  let due: DueJobs;
  let settings: Settings;
  beforeEach(async () => {
    const test = await open();
    database = test.database;
    clock = FixedClock.at(NOW);
    settings = test.settings;
    due = new DueJobs(database, clock, settings);
  });

  async function plant(values: Partial<OutboxJob>): Promise<string> {
    const id = newId();
    const row = { id, name: 'test.planted', payload: {}, key: null, state: 'pending' as const, attempts: 0, handovers: 0 };
    const times = { createdAt: at(-60), dueAt: at(-1), handAt: at(-1), lockedUntil: null, finishedAt: null, failure: null };
    await database.read.getRepository(OutboxJob).insert({ ...row, ...times, ...values });
    return id;
  }
  const ids = async (most = 10, idleOnly = false): Promise<string[]> => (await due.take(most, idleOnly)).map(({ id }) => id);
  const row = (id: string): Promise<OutboxJob> => database.read.getRepository(OutboxJob).findOneByOrFail({ id });

  it('takes what is due, longest waiting first, once, and again when it gave no sign of life', async () => {
    const second = await plant({ handAt: at(-1) });
    const first = await plant({ handAt: at(-2) });
    await plant({ dueAt: at(1), handAt: at(1) });
    expect(await ids(1)).toEqual([first]);
    expect(await ids()).toEqual([second]);
    expect(await ids()).toEqual([]);
    clock.advance(24_999);
    expect(await ids()).toEqual([]);
    clock.advance(1);
    expect((await ids()).sort()).toEqual([first, second].sort());
  });

  it('shares the jobs out among relays that look at the same time', async () => {
    const planted = await Promise.all(Array.from({ length: 40 }, () => plant({})));
    const taken = await Promise.all([1, 2, 3, 4].map(() => ids(10)));
    expect(new Set(taken.flat()).size).toBe(taken.flat().length);
    const rest = await ids(40);
    expect([...taken.flat(), ...rest].sort()).toEqual(planted.sort());
  });

  it('leaves alone what somebody may be running, for as long as it is told to', async () => {
    const waiting = await plant({});
    const running = await plant({ lockedUntil: at(-1) });
    expect(await ids(10, true)).toEqual([waiting]);
    expect(await ids(10, false)).toEqual([running]);
  });

  it('gives back what was not delivered', async () => {
    const planted = await plant({});
    await ids();
    await due.giveBack([planted]);
    expect(await ids()).toEqual([planted]);
  });

  it('go back as if never begun when a worker stops first, except those that another has taken over', async () => {
    const store = new JobStore(database, clock, settings);
    const planted = [await plant({ name: planned.name }), await plant({ name: planned.name, attempts: 2 })];
    const lost = await plant({ name: planned.name });
    await ids();
    const claimed = [...(await store.claim([...planted, lost])).values()];
    await database.read.getRepository(OutboxJob).update({ id: lost }, { attempts: 2 });
    await store.giveBack(claimed);
    expect((await ids()).sort()).toEqual([...planted].sort());
    expect((await Promise.all(planted.map(row))).map(({ attempts, lockedUntil }) => [attempts, lockedUntil])).toEqual([
      [0, null],
      [2, null],
    ]);
    expect(await row(lost)).toMatchObject({ attempts: 2, lockedUntil: expect.any(String) });
  });

  it('are begun by a worker whose clock is behind, but not before the relay says so', async () => {
    const behind = new JobStore(database, FixedClock.at(at(-5)), settings);
    const planted = await plant({ name: planned.name });
    const retried = await plant({ name: planned.name, dueAt: at(1), handAt: at(1) });
    await ids();
    expect([...(await behind.claim([planted, retried])).keys()]).toEqual([planted]);
  });

  describe('after a clock that ran an hour ahead was put back', () => {
    it('frees what was asked for at once', async () => {
      const planted = await plant({ createdAt: at(60), dueAt: at(60), handAt: at(60) });
      await due.repair(false);
      expect(await row(planted)).toMatchObject({ dueAt: NOW, handAt: NOW });
    });

    it('frees what lies in a queue that may have lost it', async () => {
      const planted = await plant({ handAt: at(60, 25) });
      await due.repair(false);
      expect(await row(planted)).toMatchObject({ dueAt: at(-1), handAt: NOW });
    });

    it('ends waits for another try', async () => {
      const planted = await plant({ attempts: 1, dueAt: at(60, 1), handAt: at(60, 1) });
      await due.repair(false);
      expect(await row(planted)).toMatchObject({ dueAt: NOW });
    });

    it('leaves a deadline where it is, and the hand-over of a moment ago', async () => {
      const deadline = await plant({ dueAt: at(30), handAt: at(30) });
      const handed = await plant({ handAt: at(0, 25) });
      await due.repair(true);
      expect(await row(deadline)).toMatchObject({ dueAt: at(30), handAt: at(30) });
      expect(await row(handed)).toMatchObject({ handAt: at(0, 25) });
    });
  });

  it('ends short waits for another try only when it is known that the clock was put back', async () => {
    const planted = await plant({ attempts: 1, dueAt: at(10), handAt: at(10) });
    await due.repair(false);
    expect(await row(planted)).toMatchObject({ dueAt: at(10) });
    await due.repair(true);
    expect(await row(planted)).toMatchObject({ dueAt: NOW });
  });
});

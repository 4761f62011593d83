import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Platform1764000000000 } from '../../src/migrations/1764000000000-platform.js';
import { HandOverTimes1764000102000 } from '../../src/migrations/1764000102000-hand-over-times.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { SettingsModule } from '../../src/platform/config/index.js';
import { Database, DatabaseModule, newId } from '../../src/platform/database/index.js';
import { defineJob, Handles, Jobs, OutboxJob, OutboxModule, type RunAgain } from '../../src/platform/outbox/index.js';
import { QueueModule } from '../../src/platform/queue/index.js';
import { onEveryDatabaseOf, type TestDatabase } from '../support/databases-of.js';
import { waitFor } from '../support/wait-for.js';

const task = defineJob<{ taskId: string }>('test.task', { attempts: 3 });
const SCHEMA = { entities: [OutboxJob, AuditEntry], migrations: [Platform1764000000000, HandOverTimes1764000102000] };
const LONG_AGO = '2020-01-01T00:00:00.000Z';

interface Run {
  end(again?: RunAgain): void;
  fail(): void;
}

/** Runs that end when the test says so. */
@Injectable()
class Workshop {
  readonly runs: Run[] = [];

  @Handles(task)
  work(): Promise<RunAgain | undefined> {
    return new Promise((resolve, reject) => this.runs.push({ end: resolve, fail: () => reject(new Error('on purpose')) }));
  }
}

onEveryDatabaseOf(SCHEMA, (open) =>
  describe('a job', () => {
    let test: TestDatabase;
    let app: INestApplicationContext;
    beforeEach(async () => {
      test = await open();
      const { settings } = test;
      @Module({
        imports: [SettingsModule.of(settings), DatabaseModule.of(SCHEMA), OutboxModule, QueueModule.of('api')],
        providers: [Workshop],
      })
      class House {}
      app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
    });
    afterEach(async () => {
      for (const run of app.get(Workshop).runs) run.end();
      await app.close();
    });

    const runs = (): Run[] => app.get(Workshop).runs;
    const database = (): Database => test.database;
    const rows = (): Promise<OutboxJob[]> =>
      database()
        .read.getRepository(OutboxJob)
        .find({ order: { id: 'ASC' } });
    const change = (values: Partial<Omit<OutboxJob, 'payload'>>) =>
      database().read.createQueryBuilder().update(OutboxJob).set(values).execute();
    const ask = (count = 1): Promise<void> =>
      app.get(Database).transaction(async (tx) => {
        for (let number = 0; number < count; number += 1) await app.get(Jobs).enqueue(tx, task, { taskId: String(number) });
      });
    const begun = (count: number) => waitFor(`${count} runs`, () => runs().length === count);
    const plant = (values: Partial<OutboxJob>): Promise<unknown> => {
      const row = { id: newId(), name: task.name, payload: {}, key: null, state: 'pending' as const, dueAt: LONG_AGO, handAt: LONG_AGO };
      return database()
        .read.getRepository(OutboxJob)
        .insert({ ...row, attempts: 0, handovers: 0, lockedUntil: null, failure: null, finishedAt: null, createdAt: LONG_AGO, ...values });
    };

    /** As when the database was away for longer than the lease, and another process took the job over. */
    async function takenOver(): Promise<void> {
      await ask();
      await begun(1);
      await change({ lockedUntil: LONG_AGO, handAt: LONG_AGO });
      await begun(2);
    }

    it('does not let a run that was taken over from end the lease of its heir', async () => {
      await takenOver();
      const [before] = await rows();
      runs()[0]?.fail();
      await ask();
      await begun(3); // by now the failure of the first run has been written, or passed by
      expect((await rows())[0]).toMatchObject({ attempts: 2, dueAt: before?.dueAt, failure: null, state: 'pending' });
      expect((await rows())[0]?.lockedUntil).not.toBeNull();
    });

    it('takes the success of a run that was taken over from for what it is', async () => {
      await takenOver();
      runs()[0]?.end();
      await waitFor('the job to be done', async () => (await rows())[0]?.state === 'done');
      runs()[1]?.fail();
      await ask();
      await begun(3);
      expect((await rows())[0]).toMatchObject({ state: 'done', failure: null });
    });

    it('has one row for as long as it asks to be run again, with all its tries', async () => {
      await ask();
      await begun(1);
      const [first] = await rows();
      runs()[0]?.end({ againAt: new Date(Date.now() + 86_400_000).toISOString() });
      await waitFor('the job to be put off', async () => (await rows())[0]?.lockedUntil === null);
      const [second] = await rows();
      expect([await rows(), second?.id === first?.id]).toMatchObject([[{ state: 'pending', attempts: 0, handovers: 0 }], false]);
      expect(second?.dueAt).toBe(second?.handAt);
      await change({ dueAt: LONG_AGO, handAt: LONG_AGO });
      await begun(2);
      runs()[1]?.end();
      await waitFor('the job to be done', async () => (await rows())[0]?.state === 'done');
      expect(await rows()).toHaveLength(1);
    });

    it('is not put off by a run that was taken over from', async () => {
      await takenOver();
      runs()[0]?.end({ againAt: LONG_AGO });
      await ask();
      await begun(3);
      expect((await rows())[0]).toMatchObject({ attempts: 2, lockedUntil: expect.any(String) });
    });

    it('writes a success down when the database is back, instead of doing it again', async () => {
      await ask();
      await begun(1);
      const away = jest.spyOn(Database.prototype, 'read', 'get').mockImplementation(() => {
        throw new Error('The database is away');
      });
      runs()[0]?.end();
      await waitFor('an attempt to write', () => away.mock.calls.length > 2);
      away.mockRestore();
      await waitFor('the job to be done', async () => (await rows())[0]?.state === 'done');
      expect((await rows())[0]).toMatchObject({ attempts: 1, failure: null });
      expect(runs()).toHaveLength(1);
    });

    it('leaves a job that only a newer version knows to that version', async () => {
      await plant({ name: 'test.from-the-future' });
      await ask();
      await begun(1);
      expect((await rows()).find(({ name }) => name === 'test.from-the-future')).toMatchObject({ state: 'pending', attempts: 0 });
    });

    it('gives up a job that has taken its process down again and again', async () => {
      await plant({ attempts: 9, lockedUntil: LONG_AGO });
      await waitFor('the job to be given up', async () => (await rows())[0]?.state === 'dead');
      expect((await rows())[0]).toMatchObject({ failure: 'ProcessDied', handAt: null });
      expect(runs()).toHaveLength(0);
    });

    it('runs what it has begun to its end when it stops, and leaves the rest for the next process at once', async () => {
      await ask(20);
      await begun(4);
      const stopped = app.close();
      for (const run of [...runs()]) run.end();
      await stopped;
      expect(runs()).toHaveLength(4);
      const left = await rows();
      expect(left.filter(({ state }) => state === 'done')).toHaveLength(4);
      for (const { handAt } of left.filter(({ state }) => state === 'pending'))
        expect(Date.parse(handAt ?? '')).toBeLessThanOrEqual(Date.now());
    });
  }),
);

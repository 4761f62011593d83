import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Platform1764000000000 } from '../../src/migrations/1764000000000-platform.js';
import { HandOverTimes1764000102000 } from '../../src/migrations/1764000102000-hand-over-times.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { SettingsModule } from '../../src/platform/config/index.js';
import { Database, DatabaseModule } from '../../src/platform/database/index.js';
import { defineJob, Handles, JobRunner, Jobs, OutboxJob, OutboxModule, PermanentFailure } from '../../src/platform/outbox/index.js';
import { QueueModule } from '../../src/platform/queue/index.js';
import { onEveryDatabaseOf } from '../support/databases-of.js';
import { waitFor } from '../support/wait-for.js';

const note = defineJob<{ noteId: string }>('test.note', { attempts: 3 });
const SCHEMA = { entities: [OutboxJob, AuditEntry], migrations: [Platform1764000000000, HandOverTimes1764000102000] };

@Injectable()
class Notebook {
  readonly written: string[] = [];
  behaviour: (noteId: string) => Promise<void> = () => Promise.resolve();

  @Handles(note)
  async write({ noteId }: { noteId: string }): Promise<void> {
    await this.behaviour(noteId);
    this.written.push(noteId);
  }
}

@Injectable()
class SecondNotebook {
  @Handles(note)
  async write(): Promise<void> {}
}

onEveryDatabaseOf(SCHEMA, (open) => {
  let app: INestApplicationContext;

  async function start(notebooks: readonly (new () => object)[] = [Notebook]): Promise<void> {
    const { settings } = await open();
    const imports = [SettingsModule.of(settings), DatabaseModule.of(SCHEMA), OutboxModule, QueueModule.of('api')];
    @Module({ imports, providers: [...notebooks] })
    class House {}
    app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
  }
  afterEach(() => app?.close());

  const notebook = (): Notebook => app.get(Notebook);
  const rows = (): Promise<OutboxJob[]> =>
    app
      .get(Database)
      .read.getRepository(OutboxJob)
      .find({ order: { id: 'ASC' } });
  const ask = (noteId: string, options?: { at?: string; key?: string }): Promise<void> =>
    app.get(Database).transaction((tx) => app.get(Jobs).enqueue(tx, note, { noteId }, options));
  const allAre = (state: string) => () => rows().then((all) => all.length > 0 && all.every((row) => row.state === state));

  it('runs what was committed, and nothing that was rolled back', async () => {
    await start();
    const failing = app.get(Database).transaction(async (tx) => {
      await app.get(Jobs).enqueue(tx, note, { noteId: 'rolled back' });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    await ask('committed');
    await waitFor('the job to be done', allAre('done'));
    expect(notebook().written).toEqual(['committed']);
  });

  it('writes a job with a key once, also when it is asked for at the same time', async () => {
    await start();
    await Promise.all(Array.from({ length: 10 }, (_, number) => ask(`note ${number}`, { key: 'once' })));
    await waitFor('the job to be done', allAre('done'));
    expect(await rows()).toHaveLength(1);
    expect(notebook().written).toHaveLength(1);
  });

  it('writes many at once, and runs each', async () => {
    await start();
    const noteIds = Array.from({ length: 1001 }, (_, number) => ({ noteId: String(number) }));
    await app.get(Database).transaction((tx) => app.get(Jobs).enqueueAll(tx, note, noteIds));
    await waitFor('the jobs to be done', allAre('done'));
    expect(notebook().written.sort()).toEqual(noteIds.map(({ noteId }) => noteId).sort());
  });

  it('leaves a job alone until it is due', async () => {
    await start();
    await ask('tomorrow', { at: new Date(Date.now() + 86_400_000).toISOString() });
    await ask('now');
    await waitFor('the due job', () => notebook().written.includes('now'));
    const [tomorrow] = await rows();
    await app.get(JobRunner).run(tomorrow?.id ?? '');
    expect(notebook().written).toEqual(['now']);
  });

  it('tries again after an outage', async () => {
    await start();
    let outages = 1;
    notebook().behaviour = async () => {
      if (outages-- > 0) throw new Error('Ms. Example cannot be reached');
    };
    await ask('stubborn');
    await waitFor('the job to be done', allAre('done'));
    expect(notebook().written).toEqual(['stubborn']);
    expect((await rows())[0]).toMatchObject({ attempts: 2, failure: null });
  });

  it('gives up at once when another try would not help, and keeps no text of the error', async () => {
    await start();
    notebook().behaviour = async () => {
      throw new PermanentFailure('Ms. Example has no address');
    };
    await ask('hopeless');
    await waitFor('the job to be dead', allAre('dead'));
    expect((await rows())[0]).toMatchObject({ attempts: 1, failure: 'PermanentFailure' });
  });

  it('gives up after the last try', async () => {
    await start();
    notebook().behaviour = async () => {
      throw new TypeError('always');
    };
    await ask('hopeless');
    await waitFor('the job to be dead', allAre('dead'));
    expect((await rows())[0]).toMatchObject({ attempts: 3, failure: 'TypeError' });
  });

  it('runs a job once when it is delivered twice', async () => {
    await start();
    let finish: () => void = () => undefined;
    notebook().behaviour = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    await ask('delivered twice');
    const row = await waitFor('the job to be running', async () => (await rows()).find(({ lockedUntil }) => lockedUntil));
    await app.get(JobRunner).run(row.id);
    expect(notebook().written).toEqual([]);
    finish();
    await waitFor('the job to be done', allAre('done'));
    await app.get(JobRunner).run(row.id);
    expect(notebook().written).toEqual(['delivered twice']);
  });

  it('does not start without exactly one handler for each job', async () => {
    await expect(start([])).rejects.toThrow('No handler for the job test.note');
    await expect(start([Notebook, SecondNotebook])).rejects.toThrow('The job test.note has two handlers');
  });
});

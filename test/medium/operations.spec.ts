import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database, newId } from '../../src/platform/database/index.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const LONG_AGO = '2020-01-01T00:00:00.000Z';
/** An id that stands in payloads only, and must not come out. */
const SECRET_ID = '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000';

const suite = (dialect: 'sqlite' | 'postgres') => (): void => {
  let app: RunningApp;
  let administrator: string;
  beforeEach(async () => {
    app = await startApp({ dialect });
    administrator = await sessionOf(app, 'administrator');
  });
  afterEach(() => app.close());

  const outbox = () => app.module.get(Database, { strict: false }).read.getRepository(OutboxJob);
  async function dead(failure: string, name = 'surge.offer-lapse'): Promise<string> {
    const id = newId();
    const job = { id, name, payload: { offerId: SECRET_ID }, key: null, state: 'dead' as const, attempts: 8, handovers: 8, failure };
    await outbox().insert({ ...job, dueAt: LONG_AGO, handAt: null, lockedUntil: null, createdAt: LONG_AGO, finishedAt: LONG_AGO });
    return id;
  }
  const call = (path: string, cookie = administrator, body?: object): Promise<Response> =>
    fetch(`${app.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'manual',
    });
  const state = async (id: string): Promise<string> => (await outbox().findOneByOrFail({ id })).state;

  it('counts jobs by state and kind of failure, without what they are about', async () => {
    const id = await dead('QueryFailedError 57P01');
    await dead('Error ECONNREFUSED');
    const view = await call('/api/v1/operations');
    expect(await view.json()).toMatchObject({
      health: { ready: true, deadJobs: 2, alarms: ['jobs-dead'] },
      jobs: expect.arrayContaining([
        expect.objectContaining({ name: 'operations.tidy-up', scheduled: 1, dead: 0 }),
        expect.objectContaining({ name: 'surge.offer-lapse', due: 0, scheduled: 0, dead: 2, done: 0 }),
      ]),
      lag: 0,
      queue: { workers: 1 },
    });
    const kinds = await (await call('/api/v1/operations/dead-kinds')).json();
    expect(kinds).toMatchObject([
      { name: 'surge.offer-lapse', failure: 'Error ECONNREFUSED', count: 1 },
      { name: 'surge.offer-lapse', failure: 'QueryFailedError 57P01', count: 1, latest: LONG_AGO },
    ]);
    const list = await (await call('/api/v1/operations/dead-jobs')).text();
    expect(list).toContain(id);
    expect(list).not.toContain(SECRET_ID);
    const html = await (await call('/operations')).text();
    expect(html).toContain('QueryFailedError 57P01');
    expect(html).toContain('Jobs were given up.');
    expect(html).not.toContain(SECRET_ID);
  });

  it('runs one again, once, and writes down who asked for it', async () => {
    const id = await dead('Error ECONNREFUSED');
    expect((await call(`/api/v1/operations/dead-jobs/${id}/replay`, administrator, {})).status).toBe(202);
    await waitFor('the job to be done', async () => (await state(id)) === 'done');
    const second = await call(`/api/v1/operations/dead-jobs/${id}/replay`, administrator, {});
    expect([second.status, await second.json()]).toMatchObject([409, { code: 'job.not-dead' }]);
    const audit = await app.module.get(Database, { strict: false }).read.getRepository(AuditEntry).findBy({ action: 'job.replayed' });
    expect(audit).toMatchObject([{ subjectId: id, details: { job: 'surge.offer-lapse', failure: 'Error ECONNREFUSED', attempts: 8 } }]);
    expect(audit[0]?.actorId).not.toBe('system');
  });

  it('runs all of a kind again, and no other', async () => {
    const same = [await dead('Error ECONNREFUSED'), await dead('Error ECONNREFUSED')];
    const other = await dead('TypeError');
    const kind = { name: 'surge.offer-lapse', failure: 'Error ECONNREFUSED' };
    const answer = await call('/api/v1/operations/dead-kinds/replay', administrator, kind);
    expect([answer.status, await answer.json()]).toEqual([202, { replayed: 2 }]);
    await waitFor('both to be done', async () => (await Promise.all(same.map(state))).every((now) => now === 'done'));
    expect(await state(other)).toBe('dead');
    expect((await call('/api/v1/operations/dead-kinds/replay', administrator, kind)).status).toBe(404);
  });

  it('is for administrators', async () => {
    const id = await dead('TypeError');
    for (const role of ['surge-officer', 'auditor', 'recruiter'] as const) {
      const session = await sessionOf(app, role);
      const answers = [
        await call('/operations', session),
        await call('/api/v1/operations', session),
        await call('/api/v1/operations/dead-jobs', session),
        await call(`/api/v1/operations/dead-jobs/${id}/replay`, session, {}),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    }
    expect(await state(id)).toBe('dead');
  });
};

describe('operations, on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'operations, on PostgreSQL', suite('postgres'));

import { Database, newId } from '../../src/platform/database/index.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const LONG_AGO = '2020-01-01T00:00:00.000Z';
const TOKEN = 'a token of the tests';

const metrics = (app: RunningApp, headers: Record<string, string> = {}): Promise<Response> => fetch(`${app.url}/metrics`, { headers });

describe('metrics', () => {
  let app: RunningApp;
  afterEach(() => app.close());

  it('count jobs, runs, requests by pattern, and say nothing about anybody', async () => {
    app = await startApp();
    const administrator = await sessionOf(app, 'administrator');
    const outbox = app.module.get(Database, { strict: false }).read.getRepository(OutboxJob);
    const plant = (state: 'dead' | 'pending', dueAt: string) =>
      outbox.insert({
        ...{ id: newId(), name: 'surge.offer-lapse', payload: { offerId: 'secret' }, key: null, state, attempts: 0, handovers: 0, dueAt },
        ...{ handAt: state === 'pending' ? dueAt : null, lockedUntil: null, failure: null, createdAt: LONG_AGO, finishedAt: null },
      });
    await plant('dead', LONG_AGO);
    await plant('pending', LONG_AGO);
    await plant('pending', '2999-01-01T00:00:00.000Z');
    await fetch(`${app.url}/api/v1/operations/dead-jobs/${newId()}/replay`, { method: 'POST', headers: { cookie: administrator } });
    const text = await waitFor('the run to be counted', async () => {
      const read = await (await metrics(app)).text();
      return read.includes('hra_job_duration_seconds_count{job="surge.offer-lapse",outcome="done"} 1') && read;
    });
    expect(text).toContain('hra_jobs{job="surge.offer-lapse",state="dead"} 1');
    expect(text).toContain('hra_jobs{job="surge.offer-lapse",state="scheduled"} 1');
    expect(text).toMatch(
      /hra_http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/operations\/dead-jobs\/:id\/replay",status="404"\} 1/,
    );
    expect(text).toContain('hra_alarm{alarm="jobs-dead"} 1');
    expect(text).toMatch(/hra_relay_silence_seconds \d/);
    expect(text).toMatch(/hra_outbox_lag_seconds 0/);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|@example|secret|Fictional/);
  });

  it('look like no address to whoever comes through a proxy', async () => {
    app = await startApp();
    expect((await metrics(app)).status).toBe(200);
    expect((await metrics(app, { 'x-forwarded-for': '10.0.0.7' })).status).toBe(404);
  });

  it('ask for the token where one is set', async () => {
    app = await startApp({ variables: { METRICS_TOKEN: TOKEN } });
    expect((await metrics(app)).status).toBe(404);
    expect((await metrics(app, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  });

  describeWith('POSTGRES', 'on PostgreSQL', () => {
    it('show the connections, and are there also while the database is not', async () => {
      app = await startApp({ dialect: 'postgres' });
      expect(await (await metrics(app)).text()).toMatch(/hra_database_connections\{state="total"\} [1-9]/);
      jest.spyOn(Database.prototype, 'read', 'get').mockImplementation(() => {
        throw new Error('away');
      });
      const answer = await metrics(app);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('hra_alarm{alarm="database-away"} 1');
    });
  });
});

import type { Role } from '../../src/core/access.js';
import { SurgeOffer, SurgeRequest } from '../../src/features/surge/index.js';
import { Database, newId } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { addPastRequests } from '../support/past-requests.js';
import { sessionOf } from '../support/people.js';
import { describeWith } from '../support/services.js';

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  let app: RunningApp;
  const sessions = new Map<Role, string>();
  beforeAll(async () => {
    app = await startApp({ dialect });
    for (const role of ['fund-manager', 'auditor', 'recruiter', 'surge-officer'] as const) sessions.set(role, await sessionOf(app, role));
  });
  afterAll(() => app?.close());
  const get = (role: Role, path: string) => fetch(`${app.url}${path}`, { headers: { cookie: sessions.get(role) ?? '' } });

  it('is where a fund manager starts, and shows both views of the plan', async () => {
    expect(await (await get('fund-manager', '/')).text()).toContain('href="/funding"');
    const page = await (await get('fund-manager', '/funding')).text();
    for (const money of ['US$ 7,300,000', 'US$ 5,000,000', 'US$ 3,750,000', 'US$ 6,050,000']) expect(page).toContain(money);
    expect(page).toContain('No request was made in');
  });

  it('counts what a year asked of each source, and names no request and no country', async () => {
    const database = app.module.get(Database, { strict: false });
    await addPastRequests(database, 40);
    const requests = await database.read.getRepository(SurgeRequest).find({ order: { reference: 'ASC' }, take: 3 });
    const offer = (requestId: string, more: Partial<SurgeOffer>): SurgeOffer => ({
      ...{ id: newId(), requestId, expertId: newId(), expertNumber: 1, state: 'accepted', tokenHash: newId(), nonce: 'n', total: 0 },
      ...{ deadline: '', sentAt: '', sentBy: '', firmAt: '2016-01-02T00:00:00.000Z', answeredAt: null, answerReason: null },
      ...more,
    });
    const [first = '', second = '', other = ''] = requests.map(({ id }) => id);
    await database.read
      .getRepository(SurgeOffer)
      .insert([
        ...[offer(first, {}), offer(first, {}), offer(second, {}), offer(other, {})],
        ...[offer(second, { firmAt: null }), offer(second, { state: 'withdrawn' })],
      ]);
    await database.read.getRepository(SurgeRequest).update({ id: other }, { reference: 'SR-2017-000001' });
    const year = 2016;
    const answer = await get('auditor', `/api/v1/funding?year=${year}`);
    const { asked } = (await answer.json()) as { asked: { requests: number; filled: number }[] };
    expect(asked.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(0);
    expect(asked.map((source) => source.filled).reduce((sum, places) => sum + places, 0)).toBe(3);
    const page = await (await get('fund-manager', `/funding?year=${year}`)).text();
    expect(page).toContain('Not decided yet');
    expect(page).not.toMatch(/SR-\d{4}-/);
  });

  it.each(['recruiter', 'surge-officer'] as const)('is not there for the %s', async (role) => {
    expect([(await get(role, '/funding')).status, (await get(role, '/api/v1/funding')).status]).toEqual([403, 403]);
    expect(await (await get(role, '/')).text()).not.toContain('href="/funding"');
  });
};

describe('funding on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'funding on PostgreSQL', suite('postgres'));

import type { Role } from '../../src/core/access.js';
import { SurgeRequest } from '../../src/features/surge/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { addPastRequests } from '../support/past-requests.js';
import { sessionOf } from '../support/people.js';

describe('funding', () => {
  let app: RunningApp;
  const sessions = new Map<Role, string>();
  beforeAll(async () => {
    app = await startApp({ dialect: 'sqlite' });
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
    const [one] = await database.read.getRepository(SurgeRequest).find({ take: 1 });
    const year = one?.reference.slice(3, 7);
    const answer = await get('auditor', `/api/v1/funding?year=${year}`);
    const { asked } = (await answer.json()) as { asked: { source: string; requests: number; places: number }[] };
    expect(asked.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(0);
    const page = await (await get('fund-manager', `/funding?year=${year}`)).text();
    expect(page).toContain('Not decided yet');
    expect(page).not.toMatch(/SR-\d{4}-/);
  });

  it.each(['recruiter', 'surge-officer'] as const)('is not there for the %s', async (role) => {
    expect([(await get(role, '/funding')).status, (await get(role, '/api/v1/funding')).status]).toEqual([403, 403]);
    expect(await (await get(role, '/')).text()).not.toContain('href="/funding"');
  });
});

import { addDays } from '../../src/core/dates.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';

const TODAY = new Date().toISOString().slice(0, 10);
const ASK = {
  urgency: 'immediate',
  urgencyReason: 'The vote is near.',
  severity: 4,
  situation: 'Mass arrests before the vote.',
  tasks: 'Monitor detention.',
  startsOn: addDays(TODAY, 10),
  endsOn: addDays(TODAY, 30),
  seats: 2,
  level: 'P-4',
  languages: [{ language: 'fr', level: 3 }],
  themes: ['detention'],
  hosting: '',
  security: '',
  fundingSource: 'undecided',
  submit: true,
};

describe('figures over HTTP', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const ask = (path: string, session: string, body?: unknown): Promise<Response> =>
    fetch(`${app.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: session, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });

  it('count what is asked and not met, for the desk all and for an office its own', async () => {
    const kenya = await sessionOf(app, 'resident-coordinator', 'KEN');
    const officer = await sessionOf(app, 'surge-officer');
    const recruiter = await sessionOf(app, 'recruiter');
    const asked = await ask('/api/v1/surge-requests', kenya, ASK);
    expect([asked.status, asked.status === 201 ? '' : await asked.text()]).toEqual([201, '']);
    const figures = (await (await ask('/api/v1/figures', officer)).json()) as { requests: number; byLanguage: unknown };
    expect(figures).toMatchObject({ requests: 1, seats: 2, filled: 0, byLanguage: [{ name: 'fr', requests: 1, seats: 2, filled: 0 }] });
    expect(await (await ask('/api/v1/figures?year=2019', officer)).json()).toMatchObject({ requests: 0 });
    expect(await (await ask('/api/v1/figures', kenya)).json()).toMatchObject({ requests: 1 });
    expect((await ask('/api/v1/figures', recruiter)).status).toBe(403);
    expect((await ask('/api/v1/figures?year=abc', officer)).status).toBe(422);
    const csv = await (await ask('/api/v1/figures/requests.csv', officer)).text();
    expect(csv.split('\r\n')[1]).toMatch(/^"SR-\d{4}-0001","KEN","immediate","submitted","2","0"/);
    const page = await (await ask('/figures', officer)).text();
    expect(page).toContain('Surge in figures');
    expect(page).toContain('French');
  });
});

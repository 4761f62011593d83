import type { Role } from '../../src/core/access.js';
import { minimumDays, POST_LEVELS } from '../../src/core/grades.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';

describe('the rules over HTTP', () => {
  let app: RunningApp;
  const sessions = new Map<Role, string>();

  beforeAll(async () => {
    app = await startApp();
    for (const role of ['administrator', 'recruiter', 'fund-manager'] as const) sessions.set(role, await sessionOf(app, role));
  });
  afterAll(() => app?.close());

  const headers = (role: Role | null) => ({ cookie: role ? (sessions.get(role) ?? '') : '' });
  const get = async (role: Role | null, path: string) => fetch(`${app.url}${path}`, { headers: headers(role), redirect: 'manual' });
  const change = (role: Role, body: object) =>
    fetch(`${app.url}/api/v1/rules/degree-terms`, {
      method: 'POST',
      headers: { ...headers(role), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const proposal = async (title: string) =>
    (await get('recruiter', `/api/v1/rules/degree-proposal?title=${encodeURIComponent(title)}`)).json();

  it('are for everybody who has signed in, with number and source', async () => {
    const page = await (await get('fund-manager', '/rules')).text();
    for (const level of POST_LEVELS) expect(page).toContain(`= ${minimumDays(level).toLocaleString('en-US')} days`);
    expect(page).toContain('UN Secretariat staff selection manual, Annex I');
    expect(page).toContain('ST/AI/1999/9');
    expect((await get(null, '/rules')).status).toBe(303);
    const groups = (await (await get('recruiter', '/api/v1/rules')).json()) as { rules: { source: string; number: string }[] }[];
    for (const { source, number } of groups.flatMap(({ rules }) => rules)) expect(source.length * number.length).toBeGreaterThan(0);
  });

  it('let an administrator change how a degree is read, with history, and nobody else', async () => {
    expect(await proposal('Maîtrise de droit public')).toMatchObject({ level: 'first', field: 'public-law', completed: true });
    const asked = { list: 'level', term: 'Maîtrise', value: 'masters', reason: 'Five years by the transcripts we saw.' };
    expect((await change('recruiter', asked)).status).toBe(403);
    expect((await change('administrator', asked)).status).toBe(201);
    expect(await proposal('Maîtrise de droit public')).toMatchObject({ level: 'masters' });
    const { history } = (await (await get('recruiter', '/api/v1/rules/degree-terms')).json()) as { history: object[] };
    expect(history).toMatchObject([
      { number: 1, term: 'maitrise', from: 'first', to: 'masters', byName: 'Fictional administrator', reason: asked.reason },
    ]);
    expect(await app.module.get(Database).read.getRepository(AuditEntry).countBy({ action: 'degree-term.changed' })).toBe(1);
    const page = await (await get('recruiter', '/rules/degrees?title=Ma%C3%AEtrise')).text();
    expect(page).toContain('Because of “maitrise”');
    expect(page).not.toContain('Change the list');
  });

  it('show the form again with what is wrong, filled in', async () => {
    const answer = await fetch(`${app.url}/rules/degrees`, {
      method: 'POST',
      headers: { ...headers('administrator'), 'content-type': 'application/x-www-form-urlencoded', origin: app.url },
      body: new URLSearchParams({ list: 'level', term: 'Kandidat', value: 'public-law', reason: 'Why.' }),
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Choose one of secondary, first, masters, doctorate.');
    expect(page).toContain('value="Kandidat"');
  });

  it('refuse a change of nothing', async () => {
    const answer = await change('administrator', { list: 'level', term: 'phd', value: 'doctorate', reason: 'Why.' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'input.invalid', errors: [{ field: 'value' }] });
  });
});

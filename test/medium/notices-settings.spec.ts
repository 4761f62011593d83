import { AccountsService } from '../../src/features/accounts/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';

describe('how somebody is told', () => {
  let app: RunningApp;
  let cookie: string;
  beforeAll(async () => {
    app = await startApp();
    cookie = await sessionOf(app, 'surge-officer');
  });
  afterAll(() => app?.close());

  const api = (method: string, body?: object, session = cookie) =>
    fetch(`${app.url}/api/v1/mail-settings`, {
      method,
      headers: { cookie: session, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const form = (fields: Record<string, string>) =>
    fetch(`${app.url}/how-you-are-told`, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields), redirect: 'manual' });
  const SETTINGS = { language: 'ar', mailPace: 'daily', quietHours: true, timeZone: 'Africa/Nairobi' };

  it('is set by themselves, for themselves', async () => {
    expect(await (await api('GET')).json()).toEqual({ language: 'en', mailPace: 'at-once', quietHours: false, timeZone: 'UTC' });
    expect((await api('PUT', SETTINGS)).status).toBe(200);
    expect(await (await api('GET')).json()).toEqual(SETTINGS);
    const other = await sessionOf(app, 'auditor');
    expect(await (await api('GET', undefined, other)).json()).toMatchObject({ language: 'en' });
    const accounts = await app.module.get(AccountsService, { strict: false }).list();
    expect(accounts.find(({ role }) => role === 'surge-officer')).toMatchObject(SETTINGS);
  });

  it('is a page that shows what is set, and says when it is saved', async () => {
    const saved = await form({ language: 'fr', mailPace: 'at-once', timeZone: 'Europe/Zurich' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/how-you-are-told?saved=yes']);
    expect(await (await api('GET')).json()).toEqual({ language: 'fr', mailPace: 'at-once', quietHours: false, timeZone: 'Europe/Zurich' });
    const html = await (await fetch(`${app.url}/how-you-are-told?saved=yes`, { headers: { cookie } })).text();
    expect(html).toContain('Saved.');
    expect(html).toMatch(/<option value="Europe\/Zurich" selected/);
    expect(html).toMatch(/<option value="fr" selected/);
  });

  it.each([
    ['language', 'de'],
    ['mailPace', 'weekly'],
    ['timeZone', 'Mars/Olympus'],
  ])('refuses %s %s with a sentence', async (field, value) => {
    const answer = await form({ language: 'fr', mailPace: 'at-once', timeZone: 'UTC', [field]: value });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Choose');
    expect((await api('PUT', { ...SETTINGS, [field]: value })).status).toBe(422);
  });

  it('begins in the language that the account was made with', async () => {
    const account = { email: 'rc@example.org', name: 'Fictional', role: 'resident-coordinator', country: 'COD', language: 'fr' } as const;
    const made = await app.module.get(AccountsService, { strict: false }).add({ ...account, password: 'a quiet long password' }, 'system');
    expect(made.account).toMatchObject({ language: 'fr', mailPace: 'at-once' });
  });

  it('is nothing for strangers', async () => {
    expect((await api('GET', undefined, '')).status).toBe(401);
    expect((await fetch(`${app.url}/how-you-are-told`, { redirect: 'manual' })).status).not.toBe(200);
  });
});

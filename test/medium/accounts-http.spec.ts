import { Account } from '../../src/features/accounts/account.entity.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { Session } from '../../src/features/accounts/sign-in/session.entity.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';

const PASSWORD = 'a quiet long password';
const HOUR = 3_600_000;

describe('signing in over HTTP', () => {
  const clock = FixedClock.at('2026-11-24T10:00:00Z');
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ clock });
    await accounts().add({ email: 'Desk@Example.org', name: 'Desk Officer', role: 'surge-officer', password: PASSWORD }, 'system');
    await accounts().add({ email: 'admin@example.org', name: 'Administrator', role: 'administrator', password: PASSWORD }, 'system');
  });
  afterAll(() => app.close());
  const accounts = () => app.module.get(AccountsService, { strict: false });
  const db = () => app.module.get(Database, { strict: false }).read;

  const send = (path: string, init: RequestInit = {}) => fetch(`${app.url}${path}`, { redirect: 'manual', ...init });
  const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  const json = (path: string, body: object, headers: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  const signIn = (email = 'desk@example.org', password = PASSWORD, headers = {}) => json('/api/v1/session', { email, password }, headers);
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const whoAmI = async (cookie: string) => (await send('/api/v1/session', { headers: { cookie } })).status;

  it('answers who one is, with a cookie that scripts and other sites cannot use', async () => {
    const answer = await signIn(' DESK@example.org ');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ role: 'surge-officer', name: 'Desk Officer', country: null });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^session=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await whoAmI(cookieOf(answer))).toBe(200);
  });

  it('keeps no token in the database', async () => {
    const token = cookieOf(await signIn()).split('=')[1] as string;
    expect(JSON.stringify(await db().getRepository(Session).find())).not.toContain(token);
  });

  it('says the same of a wrong password, an unknown address and an account that is switched off', async () => {
    const { account } = await accounts().add({ email: 'off@example.org', name: 'Off', role: 'auditor', password: PASSWORD }, 'system');
    await db().getRepository(Account).update({ id: account.id }, { disabled: true });
    const answers = await Promise.all([signIn('desk@example.org', 'wrong'), signIn('nobody@example.org'), signIn('off@example.org')]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401]);
    expect(new Set(texts).size).toBe(1);
    expect(JSON.parse(texts[0] as string)).toMatchObject({ code: 'access.wrong-credentials' });
  });

  it('records signing in and failing without an address or a name', async () => {
    await signIn();
    await signIn('nobody@example.org');
    const entries = await db()
      .getRepository(AuditEntry)
      .find({ order: { id: 'DESC' }, take: 2 });
    expect(entries.map(({ action, subjectId }) => [action, subjectId === 'unknown'])).toEqual([
      ['account.sign-in-failed', true],
      ['account.signed-in', false],
    ]);
    expect(JSON.stringify(await db().getRepository(AuditEntry).find())).not.toMatch(/example\.org|Officer/);
  });

  it('makes a new session each time and ends the one before it', async () => {
    const first = cookieOf(await signIn());
    const second = cookieOf(await signIn('desk@example.org', PASSWORD, { cookie: first }));
    expect(second).not.toBe(first);
    expect([await whoAmI(first), await whoAmI(second)]).toEqual([401, 200]);
  });

  it('ends a session when one signs out, and takes the cookie away', async () => {
    const cookie = cookieOf(await signIn());
    const answer = await form('/sign-out', {}, { cookie });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^session=; Max-Age=0;/);
    expect(await whoAmI(cookie)).toBe(401);
  });

  it('ends a session that is not used for eight hours, and any after a day', async () => {
    const idle = cookieOf(await signIn());
    const used = cookieOf(await signIn());
    clock.advance(7 * HOUR);
    expect(await whoAmI(used)).toBe(200);
    clock.advance(HOUR);
    expect([await whoAmI(idle), await whoAmI(used)]).toEqual([401, 200]);
    clock.advance(7 * HOUR);
    expect(await whoAmI(used)).toBe(200);
    clock.advance(7 * HOUR);
    expect(await whoAmI(used)).toBe(200);
    clock.advance(2 * HOUR);
    expect(await whoAmI(used)).toBe(401);
  });

  it('puts somebody who is switched off out at once', async () => {
    const { account } = await accounts().add(
      { email: 'leaver@example.org', name: 'Leaver', role: 'recruiter', password: PASSWORD },
      'system',
    );
    const [leaver, admin] = [cookieOf(await signIn('leaver@example.org')), cookieOf(await signIn('admin@example.org'))];
    expect((await form(`/accounts/${account.id}/disable`, {}, { cookie: admin })).status).toBe(303);
    expect(await whoAmI(leaver)).toBe(401);
    expect((await signIn('leaver@example.org')).status).toBe(401);
  });

  it('refuses what other sites send, whatever the cookie', async () => {
    const cookie = cookieOf(await signIn());
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const answer = await json('/api/v1/session', { email: 'desk@example.org', password: PASSWORD }, { cookie, ...headers });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'access.cross-site']);
    }
    expect((await json('/api/v1/session', { email: 'desk@example.org', password: PASSWORD }, { origin: app.url })).status).toBe(200);
  });

  it('shows the sign-in page again, filled in, without the password', async () => {
    const answer = await form('/sign-in', { email: 'desk@example.org', password: 'wrong password', next: '/surge/1' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="desk@example.org"');
    expect(html).toContain('<input type="hidden" name="next" value="/surge/1"/>');
    expect(html).not.toContain('wrong password');
    expect(html).toContain('The e-mail address or the password is wrong.');
  });

  it('asks strangers to sign in and brings them to the page they wanted', async () => {
    const asked = await send('/accounts');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccounts']);
    const answer = await form('/sign-in', { email: 'admin@example.org', password: PASSWORD, next: '/accounts' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/accounts']);
    const page = await send('/accounts', { headers: { cookie: cookieOf(answer) } });
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])('never leads to %s', async (next) => {
    const answer = await form('/sign-in', { email: 'desk@example.org', password: PASSWORD, next });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });

  it('answers a missing permission with 403, as a page and as a problem', async () => {
    const cookie = cookieOf(await signIn());
    const page = await send('/accounts', { headers: { cookie } });
    expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    const api = await send('/api/v1/accounts', { headers: { cookie } });
    expect([api.status, api.headers.get('content-type')]).toEqual([403, expect.stringContaining('application/problem+json')]);
  });

  it('shows a password that was made once, and that one signs in with it', async () => {
    const cookie = cookieOf(await signIn('admin@example.org'));
    const answer = await form(
      '/accounts',
      { email: 'rc@example.org', name: '<i>Coordinator', role: 'resident-coordinator', country: 'KEN' },
      { cookie },
    );
    const html = await answer.text();
    const password = /class="secret">([\w-]+)</.exec(html)?.[1] as string;
    expect(html).toContain('&lt;i>Coordinator');
    expect(html).toContain('Kenya');
    expect(await (await send('/accounts', { headers: { cookie } })).text()).not.toContain(password);
    expect(await (await signIn('rc@example.org', password)).json()).toMatchObject({ country: 'KEN' });
  });

  it('says beside the field what is wrong with an account, and adds nothing', async () => {
    const cookie = cookieOf(await signIn('admin@example.org'));
    const before = (await accounts().list()).length;
    const wrong: Record<string, string>[] = [
      { email: 'x', name: 'X', role: 'auditor' },
      { email: 'y@example.org', name: 'Y', role: 'auditor', country: 'KEN' },
      { email: 'admin@example.org', name: 'Z', role: 'auditor' },
      { email: 'z@example.org', name: 'Z', role: 'auditor', password: 'short' },
    ];
    for (const [at, field] of ['email', 'country', 'email', 'password'].entries()) {
      const answer = await form('/accounts', wrong[at] ?? {}, { cookie });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(`id="f-${field}-problem"`);
    }
    expect((await accounts().list()).length).toBe(before);
    expect((await json('/api/v1/accounts', { email: 'admin@example.org', name: 'Z', role: 'auditor' }, { cookie })).status).toBe(409);
  });

  it('sends style packed and for ever, and only under its present name', async () => {
    const html = await (await send('/sign-in')).text();
    const path = /href="(\/assets\/desk\.[^"]+)"/.exec(html)?.[1] as string;
    const answer = await send(path, { headers: { 'accept-encoding': 'br' } });
    expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('cache-control')]).toEqual([
      200,
      'br',
      'public, max-age=31536000, immutable',
    ]);
    expect((await send('/assets/desk.css')).status).toBe(404);
  });
});

describe('guessing', () => {
  it('is slowed down by account and address, for a stranger’s account as well, and forgotten after a quarter of an hour', async () => {
    const clock = FixedClock.at('2026-11-24T10:00:00Z');
    const app = await startApp({ clock });
    try {
      await app.module
        .get(AccountsService, { strict: false })
        .add({ email: 'a@example.org', name: 'A', role: 'auditor', password: PASSWORD }, 'system');
      const attempt = (email: string, password: string) =>
        fetch(`${app.url}/api/v1/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email, password }),
        }).then((answer) => answer.status);
      for (const email of ['a@example.org', 'unknown@example.org']) {
        const statuses = await Promise.all(Array.from({ length: 14 }, () => attempt(email, 'wrong')));
        expect(statuses.toSorted()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
      }
      expect(await attempt('a@example.org', PASSWORD)).toBe(429);
      clock.advance(15 * 60_000);
      expect(await attempt('a@example.org', PASSWORD)).toBe(200);
      expect(await attempt('a@example.org', 'wrong')).toBe(401);
    } finally {
      await app.close();
    }
  });
});

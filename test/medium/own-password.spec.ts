import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { AccountsService } from '../../src/features/accounts/index.js';
import { PASSWORD_WORDS } from '../../src/features/accounts/password/password-words.js';
import { LIMITS } from '../../src/features/accounts/sign-in/attempts.service.js';
import { Passwords } from '../../src/features/accounts/sign-in/passwords.js';
import { Notice } from '../../src/features/notices/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const OLD = 'a quiet long password';
const NEW = 'another quiet password';

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  let app: RunningApp;
  let people = 0;
  beforeAll(async () => {
    app = await startApp({ dialect });
  });
  afterAll(() => app?.close());

  const signIn = async (email: string, password: string) => {
    const answer = await fetch(`${app.url}/api/v1/session`, {
      method: 'POST',
      body: JSON.stringify({ email, password }),
      headers: { 'content-type': 'application/json' },
    });
    return { status: answer.status, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };
  const isIn = async (cookie: string) => (await fetch(`${app.url}/api/v1/session`, { headers: { cookie } })).status === 200;
  async function somebody() {
    people += 1;
    const email = `person${people}@example.org`;
    const { account } = await app.module
      .get(AccountsService, { strict: false })
      .add({ email, name: 'Somebody', role: 'fund-manager', password: OLD }, 'system');
    return { id: account.id, email, here: (await signIn(email, OLD)).cookie, there: (await signIn(email, OLD)).cookie };
  }
  const change = (cookie: string, body: object) =>
    fetch(`${app.url}/api/v1/password`, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { cookie, 'content-type': 'application/json' },
    });
  const read = () => app.module.get(Database, { strict: false }).read;
  const mails = () => {
    const folder = join(app.settings.dataFolder, 'mail');
    return Promise.all(readdirSync(folder).map(async (file) => simpleParser(readFileSync(join(folder, file)))));
  };
  const audited = (id: string) =>
    read()
      .getRepository(AuditEntry)
      .find({ where: { subjectId: id, actorId: id }, order: { id: 'ASC' } });

  it('is changed by whoever knows the present one; others are signed out, and a mail says so', async () => {
    const { id, email, here, there } = await somebody();
    expect((await change(here, { currentPassword: OLD, newPassword: NEW })).status).toBe(204);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect([(await signIn(email, OLD)).status, (await signIn(email, NEW)).status]).toEqual([401, 200]);
    expect((await audited(id)).map(({ action }) => action)).toContain('account.password-changed');
    const told = await waitFor('the mail to leave', async () => {
      const [notice] = await read().getRepository(Notice).findBy({ subjectId: id });
      return notice?.state === 'sent' && notice;
    });
    expect(told).toMatchObject({ reason: 'account.password-changed', recipientId: id });
    expect(JSON.stringify(await audited(id))).not.toContain('quiet');
  });

  it.each([
    ['a wrong present password', { currentPassword: 'something else entirely', newPassword: NEW }, 'currentPassword'],
    ['no present password', { newPassword: NEW }, 'currentPassword'],
    ['a short one', { currentPassword: OLD, newPassword: 'short' }, 'newPassword'],
    ['the same one', { currentPassword: OLD, newPassword: OLD }, 'newPassword'],
    ['spaces at its ends', { currentPassword: OLD, newPassword: ` ${NEW}` }, 'newPassword'],
  ])('is not changed with %s', async (_, body, field) => {
    const { email, here, there } = await somebody();
    const refused = await change(here, body);
    expect([refused.status, await refused.json()]).toEqual([
      422,
      expect.objectContaining({ errors: [expect.objectContaining({ field })] }),
    ]);
    expect([await isIn(here), await isIn(there), (await signIn(email, OLD)).status]).toEqual([true, true, 200]);
  });

  it('is not the e-mail address', async () => {
    const { email, here } = await somebody();
    expect((await change(here, { currentPassword: OLD, newPassword: email.toUpperCase() })).status).toBe(422);
  });

  it('cannot be guessed at from an open browser: wrong ones count as wrong sign-ins', async () => {
    const { id, here } = await somebody();
    for (let at = 0; at < LIMITS.pair; at += 1)
      expect((await change(here, { currentPassword: `guess ${at}`, newPassword: NEW })).status).toBe(422);
    const refused = await change(here, { currentPassword: OLD, newPassword: NEW });
    expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining({ code: 'input.too-many-requests' })]);
    expect((await audited(id)).filter(({ action }) => action === 'account.password-change-refused')).toHaveLength(LIMITS.pair);
  });

  it('is changed on a page, typed twice, and never shown again', async () => {
    const { here, there } = await somebody();
    const send = (fields: Record<string, string>) =>
      fetch(`${app.url}/password`, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie: here }, redirect: 'manual' });
    expect(await (await fetch(`${app.url}/`, { headers: { cookie: here } })).text()).toContain('href="/password"');
    const differ = await send({ currentPassword: OLD, newPassword: NEW, again: 'mistyped it here' });
    const html = await differ.text();
    expect([differ.status, html]).toEqual([422, expect.stringContaining('The two new passwords are not the same.')]);
    expect(html).not.toContain(OLD);
    const done = await send({ currentPassword: OLD, newPassword: NEW, again: NEW });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/password?changed=yes']);
    expect(await (await fetch(`${app.url}/password?changed=yes`, { headers: { cookie: here } })).text()).toContain(
      'Your password was changed.',
    );
    expect(await isIn(there)).toBe(false);
  });

  describe('while an administrator makes a new one', () => {
    afterEach(() => jest.restoreAllMocks());
    const reset = async (id: string) => {
      const by = { accountId: 'admin', role: 'administrator', name: 'A', country: null, agency: null } as const;
      return (await app.module.get(AccountsService, { strict: false }).resetPassword(id, by)).password;
    };
    const passwords = () => app.module.get(Passwords, { strict: false });

    it('is told to whoever has it, at once and without the password', async () => {
      const { id, here } = await somebody();
      const made = await reset(id);
      expect(await isIn(here)).toBe(false);
      const told = await waitFor('the mail to leave', async () => {
        const [notice] = await read().getRepository(Notice).findBy({ subjectId: id });
        return notice?.state === 'sent' && notice;
      });
      expect(told).toMatchObject({ reason: 'account.password-reset', recipientKind: 'account', recipientId: id });
      const [mail, ...others] = (await mails()).filter(({ subject }) => subject === PASSWORD_WORDS.en.reset.subject);
      expect([mail?.text, others]).toEqual([expect.stringContaining('An administrator made a new password'), []]);
      expect(`${mail?.text} ${mail?.html}`).not.toContain(made);
      expect(JSON.stringify(told)).not.toContain(made);
    });

    it('is not changed: the new one of the administrator stays', async () => {
      const { id, email, here } = await somebody();
      let made = '';
      const hash = passwords().hash.bind(passwords());
      jest.spyOn(passwords(), 'hash').mockImplementationOnce(async (password) => {
        made = await reset(id);
        return hash(password);
      });
      const refused = await change(here, { currentPassword: OLD, newPassword: NEW });
      expect([refused.status, await refused.json()]).toEqual([
        422,
        expect.objectContaining({ errors: [expect.objectContaining({ field: 'currentPassword' })] }),
      ]);
      expect([(await signIn(email, NEW)).status, (await signIn(email, made)).status]).toEqual([401, 200]);
    });

    it('lets nobody in with the old one, however late the check of it ends', async () => {
      const { id, email } = await somebody();
      const matches = passwords().matches.bind(passwords());
      jest.spyOn(passwords(), 'matches').mockImplementationOnce(async (known, password) => {
        const right = await matches(known, password);
        await reset(id);
        return right;
      });
      expect((await signIn(email, OLD)).status).toBe(401);
    });
  });

  it('does not count as a wrong one when only the new one is refused', async () => {
    const { here } = await somebody();
    for (let at = 0; at <= LIMITS.pair; at += 1) expect((await change(here, { currentPassword: OLD, newPassword: OLD })).status).toBe(422);
  });

  it('needs somebody who is signed in', async () => {
    expect((await change('', { currentPassword: OLD, newPassword: NEW })).status).toBe(401);
  });
};

describe('the own password on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'the own password on PostgreSQL', suite('postgres'));

it.each(['changed', 'reset'] as const)('that was %s is told in every language, each in its own words', (which) => {
  const texts = Object.values(PASSWORD_WORDS).map((words) =>
    [words[which].subject, words[which].happened('X'), ...words[which].advice].join(' '),
  );
  expect(new Set(texts).size).toBe(4);
  for (const text of texts) expect(text).toMatch(/X/);
});

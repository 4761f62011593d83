import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { AccountRecipients } from '../../src/features/accounts/account-recipients.js';
import { AccountRecord } from '../../src/features/accounts/account-record.js';
import { AccountsService, type AccountView, type NewAccount } from '../../src/features/accounts/accounts.service.js';
import { PasswordNews } from '../../src/features/accounts/password/password-news.service.js';
import { Attempts, LIMITS, WINDOW_MS } from '../../src/features/accounts/sign-in/attempts.service.js';
import { Passwords } from '../../src/features/accounts/sign-in/passwords.js';
import { Session } from '../../src/features/accounts/sign-in/session.entity.js';
import { Sessions } from '../../src/features/accounts/sign-in/sessions.service.js';
import { SignIn } from '../../src/features/accounts/sign-in/sign-in.service.js';
import { SignInAttempt } from '../../src/features/accounts/sign-in/sign-in-attempt.entity.js';
import { Notices } from '../../src/features/notices/index.js';
import { Recipients } from '../../src/features/notices/recipients.service.js';
import { Audit, AuditEntry } from '../../src/platform/audit/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Jobs } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';

const PASSWORD = 'a quiet long password';

onEveryDatabase((open) => {
  async function desk() {
    const { database, settings } = await open();
    const clock = FixedClock.at('2026-11-24T10:00:00Z');
    const [passwords, sessions, attempts, audit] = [
      new Passwords(),
      new Sessions(database, clock, settings),
      new Attempts(database, clock, settings),
      new Audit(clock),
    ];
    await passwords.onModuleInit();
    const jobs = new Jobs(clock);
    const notices = new Notices(database, audit, jobs, new Recipients(new DiscoveryService(new ModulesContainer())), clock);
    const record = new AccountRecord(audit, jobs, new PasswordNews(audit, notices, clock));
    const accounts = new AccountsService(database, passwords, sessions, record, clock);
    const signIn = new SignIn(database, passwords, sessions, attempts, audit);
    const add = async (more: Partial<NewAccount> = {}): Promise<AccountView> =>
      (await accounts.add({ email: 'a@example.org', name: 'A', role: 'auditor', password: PASSWORD, ...more }, 'system')).account;
    return { database, clock, sessions, attempts, accounts, signIn, add, recipients: new AccountRecipients(database) };
  }
  const credentials = { email: 'a@example.org', password: PASSWORD, address: '192.0.2.1' };
  const withCookie = (token: string) => ({ headers: { cookie: `session=${token}` } });

  it('has one account for an address, whatever its letters and however many ask at once', async () => {
    const { accounts, add } = await desk();
    const answers = await Promise.allSettled(['a@example.org', 'A@Example.org', ' a@EXAMPLE.org '].map((email) => add({ email })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'account.email-taken', fields: [{ field: 'email' }] });
    expect((await accounts.list()).map(({ email }) => email)).toEqual(['a@example.org']);
  });

  it('adds nothing whose limits do not fit the role, and never shows a hash', async () => {
    const { accounts, add, database } = await desk();
    await expect(add({ role: 'resident-coordinator' })).rejects.toMatchObject({ fields: [{ field: 'country' }] });
    await expect(add({ password: 'elevenchars' })).rejects.toMatchObject({ fields: [{ field: 'password' }] });
    await add({ role: 'resident-coordinator', country: 'KEN' });
    expect(await accounts.list()).toEqual([expect.not.objectContaining({ passwordHash: expect.anything() })]);
    expect(await database.read.getRepository(AuditEntry).count()).toBe(1);
  });

  it('writes an agency in one way, whoever adds the account and however it was typed', async () => {
    const { add } = await desk();
    expect(await add({ role: 'agency-focal-point', agency: ' unicef ' })).toMatchObject({ agency: 'UNICEF' });
    for (const agency of ['UN/DP', 'u', '  '])
      await expect(add({ email: 'b@example.org', role: 'agency-focal-point', agency })).rejects.toMatchObject({
        fields: [{ field: 'agency' }],
      });
  });

  it('knows the actor of a session until the account is switched off', async () => {
    const { accounts, add, signIn, sessions } = await desk();
    const admin = await add({ email: 'admin@example.org', role: 'administrator' });
    const me = { accountId: admin.id, role: admin.role, name: admin.name, country: null, agency: null };
    const account = await add();
    const { token, actor } = await signIn.signIn(credentials);
    expect(await sessions.actorOfRequest(withCookie(token))).toEqual(actor);
    expect(await accounts.actor(account.id)).toEqual(actor);
    await accounts.disable(account.id, me);
    expect(await sessions.actorOfRequest(withCookie(token))).toBeNull();
    expect(await accounts.actor(account.id)).toBeNull();
    await accounts.enable(account.id, me);
    expect(await sessions.actorOfRequest(withCookie(token))).toBeNull();
    await expect(accounts.disable(admin.id, me)).rejects.toMatchObject({ code: 'account.own' });
    await expect(accounts.disable('nobody', me)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lets only a new password in after a reset', async () => {
    const { accounts, add, signIn, sessions } = await desk();
    const { id } = await add();
    const { token } = await signIn.signIn(credentials);
    const { password } = await accounts.resetPassword(id, {
      accountId: 'x',
      role: 'administrator',
      name: 'X',
      country: null,
      agency: null,
    });
    expect(await sessions.actorOfRequest(withCookie(token))).toBeNull();
    await expect(signIn.signIn(credentials)).rejects.toMatchObject({ code: 'access.wrong-credentials' });
    await expect(signIn.signIn({ ...credentials, password })).resolves.toMatchObject({ actor: { accountId: id } });
  });

  it('removes sessions that have run out when the next one starts', async () => {
    const { add, clock, signIn, database } = await desk();
    await add();
    await signIn.signIn(credentials);
    clock.advance(9 * 3_600_000);
    await signIn.signIn(credentials);
    expect(await database.read.getRepository(Session).count()).toBe(1);
  });

  it('counts attempts exactly when they come at once', async () => {
    const { attempts } = await desk();
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, () => attempts.begin({ email: 'a@example.org', address: '192.0.2.1' })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(LIMITS.pair);
  });

  it('counts an account from everywhere and an address over all accounts, and forgets', async () => {
    const { attempts, clock, database } = await desk();
    for (let at = 0; at < LIMITS.account; at += 1) await attempts.begin({ email: 'a@example.org', address: `192.0.2.${at}` });
    await expect(attempts.begin({ email: 'a@example.org', address: '198.51.100.1' })).rejects.toMatchObject({
      code: 'input.too-many-requests',
    });
    for (let at = 0; at < LIMITS.address; at += 1) await attempts.begin({ email: `${at}@example.org`, address: '203.0.113.1' });
    await expect(attempts.begin({ email: 'new@example.org', address: '203.0.113.1' })).rejects.toMatchObject({
      code: 'input.too-many-requests',
    });
    const rows = await database.read.getRepository(SignInAttempt).find();
    expect(JSON.stringify(rows)).not.toMatch(/example|203\.0/);
    clock.advance(WINDOW_MS);
    await attempts.begin({ email: 'a@example.org', address: '203.0.113.1' });
    expect(await database.read.getRepository(SignInAttempt).count()).toBe(3);
  });

  it('gives a success back, so that an office behind one address is not locked out', async () => {
    const { add, signIn, database } = await desk();
    await add();
    for (let at = 0; at < LIMITS.pair + 2; at += 1) await signIn.signIn(credentials);
    const rows = await database.read.getRepository(SignInAttempt).find();
    expect(rows.map(({ attempts }) => attempts)).toEqual([0, 0]);
  });

  it('writes to the accounts of a role that can sign in', async () => {
    const { database, add, recipients, accounts } = await desk();
    const one = await add({ role: 'surge-officer' });
    const off = await add({ email: 'off@example.org', role: 'surge-officer' });
    await add({ email: 'c@example.org' });
    await accounts.disable(off.id, { accountId: 'x', role: 'administrator', name: 'X', country: null, agency: null });
    expect(await database.transaction((tx) => recipients.withRole(tx, 'surge-officer'))).toEqual([one.id]);
    const habits = { pace: 'at-once', quietHours: false, timeZone: 'UTC' };
    expect(await recipients.addressees([one.id, off.id, 'nobody'])).toEqual(
      new Map([[one.id, { name: 'A', email: 'a@example.org', language: 'en', habits }]]),
    );
  });
});

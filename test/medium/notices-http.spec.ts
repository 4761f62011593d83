import type { Role } from '../../src/core/access.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { Notice } from '../../src/features/notices/index.js';
import { Database, newId } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';

const PASSWORD = 'a password of the tests';
const SUBJECT = newId();

describe('notices through the whole app', () => {
  let app: RunningApp;
  let failedId: string;
  let officerId: string;
  const cookies = new Map<Role, string>();

  const ask = (role: Role, path: string, method = 'GET') =>
    fetch(`${app.url}${path}`, { method, headers: { cookie: cookies.get(role) ?? '' }, redirect: 'manual' });

  beforeAll(async () => {
    app = await startApp();
    for (const role of ['surge-officer', 'administrator', 'recruiter', 'auditor'] as const) {
      const { account } = await app.module
        .get(AccountsService, { strict: false })
        .add({ email: `${role}@desk.example`, name: `The ${role}`, role, password: PASSWORD }, 'system');
      if (role === 'surge-officer') officerId = account.id;
      const answer = await fetch(`${app.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: account.email, password: PASSWORD }),
      });
      cookies.set(
        role,
        answer.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
      );
    }
    failedId = newId();
    const row = {
      reason: 'test.unknown',
      recipientKind: 'account' as const,
      recipientId: officerId,
      subjectId: SUBJECT,
      detailId: null,
      attempts: 1,
      createdAt: '2026-11-24T10:00:00.000Z',
      dueAt: '2026-11-24T10:00:00.000Z',
      gatheredIn: null,
      serverReply: null,
    };
    await app.module
      .get(Database, { strict: false })
      .read.getRepository(Notice)
      .insert([
        { ...row, id: failedId, key: 'a', state: 'failed', sentAt: null, messageId: null, failure: 'smtp-550' },
        { ...row, id: newId(), key: 'b', state: 'sent', sentAt: '2026-11-24T10:00:01.000Z', messageId: '<b@desk.example>', failure: null },
      ]);
  });
  afterAll(() => app?.close());

  it('are a page for those who may read them', async () => {
    const shown = await ask('surge-officer', `/notices?state=failed&subjectId=${SUBJECT}`);
    const html = await shown.text();
    expect(shown.status).toBe(200);
    expect(html).toContain('The surge-officer');
    expect(html).toContain('One notice failed');
    expect(html).toContain(`/notices/${failedId}/resend`);
    expect(await (await ask('auditor', '/notices?state=')).text()).not.toContain('/resend');
    expect((await ask('recruiter', '/notices')).status).toBe(403);
    expect((await fetch(`${app.url}/notices`, { redirect: 'manual' })).status).not.toBe(200);
  });

  it('are a list for programs, filtered by state and subject', async () => {
    expect(await (await ask('auditor', `/api/v1/notices?state=sent&subjectId=${SUBJECT}`)).json()).toMatchObject({
      total: 1,
      failed: 1,
      late: 0,
      lines: [{ state: 'sent', recipient: 'The surge-officer' }],
    });
    expect((await ask('recruiter', '/api/v1/notices')).status).toBe(403);
  });

  it.each(['?state=lost', '?page=0', '?page=x', '?subjectId=1%27', '?other=1'])('refuse the question %s with a sentence', async (query) => {
    const answer = await ask('auditor', `/api/v1/notices${query}`);
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'input.invalid']);
  });

  it('raise an alarm on the health page while one is late, and no longer', async () => {
    const alarms = async (): Promise<readonly string[]> =>
      ((await (await fetch(`${app.url}/health/ready`)).json()) as { alarms: string[] }).alarms;
    const notices = app.module.get(Database, { strict: false }).read.getRepository(Notice);
    expect(await alarms()).not.toContain('notices-late');
    await notices.update({ key: 'b' }, { state: 'queued', dueAt: '2020-11-24T10:00:00.000Z' });
    expect(await alarms()).toContain('notices-late');
    expect((await (await ask('auditor', '/api/v1/notices?late=yes')).json()).lines).toHaveLength(1);
    await notices.update({ key: 'b' }, { state: 'sent' });
    expect(await alarms()).not.toContain('notices-late');
  });

  it('are sent again by those who may, when they failed, and by nobody else', async () => {
    expect((await ask('auditor', `/api/v1/notices/${failedId}/resend`, 'POST')).status).toBe(403);
    expect((await ask('administrator', `/api/v1/notices/${newId()}/resend`, 'POST')).status).toBe(404);
    const answer = await ask('surge-officer', `/notices/${failedId}/resend`, 'POST');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/notices']);
    expect((await ask('surge-officer', `/api/v1/notices/${failedId}/resend`, 'POST')).status).toBe(409);
  });
});

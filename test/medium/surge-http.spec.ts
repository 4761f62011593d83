import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Role } from '../../src/core/access.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import type { SurgeRequestView } from '../../src/features/surge/index.js';
import { newId } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { ASK, surgeRoster } from '../support/surge-desk.js';
import { waitFor } from '../support/wait-for.js';

const PASSWORD = 'a password of the tests';

describe('surge through the whole app', () => {
  let app: RunningApp;
  const cookies = new Map<string, string>();
  let mission: SurgeRequestView;
  let link: string;

  const call = (who: string, method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie: cookies.get(who) ?? '', ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const form = (who: string, path: string, fields: Record<string, string>) =>
    fetch(`${app.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookies.get(who) ?? '', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
  const one = async (id: string) => (await (await call('officer', 'GET', `/api/v1/surge-requests/${id}`)).json()) as SurgeRequestView;
  const step = async (id: string, name: string, reason?: string) => {
    const { version } = (await one(id)).request;
    const answer = await call('officer', 'POST', `/api/v1/surge-requests/${id}/steps`, { step: name, reason, version });
    expect(answer.status).toBe(200);
  };

  /** Through the API, from the office's request to the link in the expert's mail. */
  beforeAll(async () => {
    app = await startApp();
    for (const [who, role, country] of [
      ['kenya', 'resident-coordinator', 'KEN'],
      ['uganda', 'resident-coordinator', 'UGA'],
      ['officer', 'surge-officer', undefined],
      ['auditor', 'auditor', undefined],
      ['recruiter', 'recruiter', undefined],
    ] as const) {
      const account = { email: `${who}@desk.example`, name: `Fictional ${who}`, role: role as Role, country, password: PASSWORD };
      await app.module.get(AccountsService, { strict: false }).add(account, 'system');
      const answer = await fetch(`${app.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: account.email, password: PASSWORD }),
      });
      cookies.set(
        who,
        answer.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
      );
    }
    await app.module.get(RosterImporter, { strict: false }).run(csvSource(surgeRoster(3)), { actor: RECRUITER });
    const created = await call('kenya', 'POST', '/api/v1/surge-requests', {
      ...ASK,
      startsOn: '2099-01-01',
      endsOn: '2099-01-20',
      submit: true,
    });
    expect(created.status).toBe(201);
    expect(await created.clone().text()).not.toContain('formKey');
    const { id } = ((await created.json()) as SurgeRequestView).request;
    await step(id, 'review');
    await step(id, 'approve', 'Grave and close.');
    await step(id, 'match');
    const proposal = (await (await call('officer', 'GET', `/api/v1/surge-requests/${id}/proposal`)).json()) as {
      proposed: { expertId: string }[];
    };
    const sent = await call('officer', 'POST', `/api/v1/surge-requests/${id}/offers`, {
      experts: [proposal.proposed[0]?.expertId],
      version: (await one(id)).request.version,
    });
    expect(sent.status).toBe(201);
    mission = await one(id);
    link = await waitFor('the mail with the link', linkInMail);
  });
  afterAll(() => app?.close());

  async function linkInMail(): Promise<string | undefined> {
    const folder = join(app.settings.dataFolder, 'mail');
    const mails = await Promise.all(
      readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => simpleParser(readFileSync(join(folder, name)))),
    );
    return mails.map(({ text }) => /\/offers\/\S+/.exec(text ?? '')?.[0]).find(Boolean);
  }

  it('makes one request of two calls with one Idempotency-Key', async () => {
    const key = newId();
    const twice = await Promise.all([1, 2].map(() => call('kenya', 'POST', '/api/v1/surge-requests', {}, { 'idempotency-key': key })));
    const ids = await Promise.all(twice.map(async (answer) => ((await answer.json()) as SurgeRequestView).request.id));
    expect(new Set(ids).size).toBe(1);
    expect(await codeOf(await call('kenya', 'POST', '/api/v1/surge-requests', {}, { 'idempotency-key': 'x'.repeat(101) }))).toEqual([
      422,
      'input.invalid',
    ]);
  });

  it.each([
    ['an unknown field', { ...ASK, seatz: 1 }, 'seatz'],
    ['31 February', { ...ASK, startsOn: '2027-02-31' }, 'startsOn'],
    ['an unknown language', { ...ASK, languages: [{ language: 'xx', level: 3 }] }, 'languages.0.language'],
    ['a level that is none', { ...ASK, languages: [{ language: 'fr', level: 5 }] }, 'languages.0.level'],
    [
      'a language twice',
      {
        ...ASK,
        languages: [
          { language: 'fr', level: 3 },
          { language: 'fr', level: 4 },
        ],
      },
      'languages',
    ],
    ['a theme without expertise', { ...ASK, themes: ['general'] }, 'themes'],
    ['an end before the start', { ...ASK, startsOn: '2099-02-01', endsOn: '2099-01-01', submit: true }, 'endsOn'],
    ['another country than the own', { ...ASK, country: 'UGA' }, 'country'],
    ['21 experts', { ...ASK, seats: 21 }, 'seats'],
  ])('refuses %s with a sentence at its field', async (_what, body, field) => {
    const answer = await call('kenya', 'POST', '/api/v1/surge-requests', body);
    const problem = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect(answer.status).toBe(422);
    expect(problem.errors.map((error) => error.field)).toEqual([field]);
    expect(problem.errors[0]?.message).toMatch(/^[A-Z].*\.$/s);
  });

  it('is closed to those who may not', async () => {
    const { id } = mission.request;
    expect(await codeOf(await call('uganda', 'GET', `/api/v1/surge-requests/${id}`))).toEqual([404, 'not-found']);
    expect(await codeOf(await call('recruiter', 'GET', '/api/v1/surge-requests'))).toEqual([403, 'access.not-allowed']);
    expect(await codeOf(await call('nobody', 'GET', '/api/v1/surge-requests'))).toEqual([401, 'access.sign-in-required']);
    expect(
      await codeOf(await call('auditor', 'POST', `/api/v1/surge-requests/${id}/steps`, { step: 'stand-down', reason: 'No.', version: 1 })),
    ).toEqual([403, 'access.not-allowed']);
    expect(await codeOf(await call('kenya', 'GET', `/api/v1/surge-requests/${id}/proposal`))).toEqual([403, 'access.not-allowed']);
    expect((await call('uganda', 'GET', `/surge/${id}`)).status).toBe(404);
    expect((await call('auditor', 'GET', `/surge/${id}`)).status).toBe(200);
  });

  it('says what is allowed when a step is not', async () => {
    const { id } = mission.request;
    const answer = await call('officer', 'POST', `/api/v1/surge-requests/${id}/steps`, {
      step: 'approve',
      reason: 'Again.',
      version: (await one(id)).request.version,
    });
    const problem = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, problem.code]).toEqual([409, 'surge.not-allowed']);
    expect(problem.detail).toContain('stand down');
    expect(
      await codeOf(await call('officer', 'POST', `/api/v1/surge-requests/${id}/steps`, { step: 'stand-down', reason: 'Old.', version: 1 })),
    ).toEqual([409, 'conflict.stale']);
  });

  it('shows the office the state without the names of who was asked', async () => {
    const page = await (await call('kenya', 'GET', `/surge/${mission.request.id}`)).text();
    expect(page).toContain('Offers out');
    expect(page).not.toMatch(/Family|expert1@/);
    expect(await (await call('officer', 'GET', `/surge/${mission.request.id}`)).text()).toContain('Given Familya');
  });

  it('keeps a form that was refused, with the sentence at its field', async () => {
    const answer = await form('kenya', '/surge', {
      formToken: newId(),
      submit: 'true',
      urgency: 'urgent',
      situation: 'Arrests in <b>two</b> towns.',
      startsOn: '2099-02-31',
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('Give a day that exists');
    expect(html).toContain('Arrests in &lt;b>two&lt;/b> towns.');
  });

  it('makes one request of a form that is sent twice', async () => {
    const fields = { formToken: newId(), urgency: 'planned', situation: 'A draft.' };
    const places = await Promise.all([form('kenya', '/surge', fields), form('kenya', '/surge', fields)]);
    expect(places.map(({ status }) => status)).toEqual([303, 303]);
    expect(places[0]?.headers.get('location')).toBe(places[1]?.headers.get('location'));
  });

  it.each(['/offers/nonsense', `/offers/${newId()}.${'A'.repeat(43)}`])(
    'answers the forged link %s with a clear page and a problem, and nothing else',
    async (path) => {
      const answer = await fetch(`${app.url}${path}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(await answer.text()).toContain('If you came by a link in a mail: copy the whole link');
      expect((await form('nobody', path, { answer: 'accept' })).status).toBe(404);
      expect(
        await codeOf(await call('nobody', 'POST', '/api/v1/offer-answers', { token: path.slice('/offers/'.length), answer: 'accept' })),
      ).toEqual([404, 'not-found']);
    },
  );

  it('opens the link of the mail without an account as often as one likes, and takes one answer', async () => {
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(`${app.url}${link}`, { method })).status).toBe(200);
    expect((await one(mission.request.id)).request.version).toBe(mission.request.version);
    expect((await form('nobody', link, { answer: 'perhaps' })).status).toBe(422);
    for (const _ of ['a click', 'a second click']) {
      const clicked = await form('nobody', link, { answer: 'accept' });
      expect([clicked.status, clicked.headers.get('location')]).toEqual([303, link]);
    }
    expect(await (await fetch(`${app.url}${link}`)).text()).toContain('You have accepted. Thank you.');
    const late = await form('nobody', link, { answer: 'decline', reason: '' });
    expect([late.status, (await late.text()).includes('This offer was accepted before')]).toEqual([422, true]);
    expect(
      await codeOf(await call('nobody', 'POST', '/api/v1/offer-answers', { token: link.slice('/offers/'.length), answer: 'decline' })),
    ).toEqual([409, 'offer.not-open']);
    expect((await one(mission.request.id)).request.state).toBe('filled');
  });
});

import { Readable } from 'node:stream';
import type { Role } from '../../src/core/access.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { NeedsImport } from '../../src/features/needs/index.js';
import { type RunningApp, startApp } from '../support/app.js';

const PASSWORD = 'a quiet long password';
const FILE = 'To,Response,Action,Issue,Session\nKenya,Accepted,5,Justice,8\nNiger,Noted,5,Poverty,8\n';

describe('the API of country needs', () => {
  let app: RunningApp;
  const cookies = new Map<Role, string>();

  beforeAll(async () => {
    app = await startApp();
    await app.module
      .get(NeedsImport, { strict: false })
      .importFiles([{ name: 'file.csv', bytes: Readable.from([Buffer.from(FILE)]) }], 'system');
    for (const role of ['recruiter', 'resident-coordinator', 'panel-member'] as const) {
      const account = { email: `${role}@example.org`, name: 'Fictional Person', role, password: PASSWORD };
      await app.module
        .get(AccountsService, { strict: false })
        .add({ ...account, ...(role === 'resident-coordinator' ? { country: 'KEN' } : {}) }, 'system');
      const answer = await fetch(`${app.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: account.email, password: PASSWORD }),
      });
      expect(answer.status).toBe(200);
      cookies.set(
        role,
        answer.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
      );
    }
  });
  afterAll(() => app?.close());

  async function call(role: Role | null, path: string, body?: object): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`${app.url}/api/v1/needs${path}`, {
      method: body ? 'PUT' : 'GET',
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(role ? { cookie: cookies.get(role) ?? '' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  }

  it('takes a country in lower case or by its name; a page leads to its own address', async () => {
    for (const typed of ['ken', 'Ken', 'kenya'])
      expect(await call('recruiter', `/${typed}`)).toMatchObject({ status: 200, body: { country: 'KEN' } });
    const page = (role: Role, path: string) =>
      fetch(`${app.url}/needs/${path}`, { headers: { cookie: cookies.get(role) ?? '' }, redirect: 'manual' });
    const led = await page('recruiter', 'ken');
    expect([led.status, led.headers.get('location')]).toEqual([303, '/needs/KEN']);
    expect((await page('recruiter', 'ken/context')).status).toBe(200);
    expect((await page('recruiter', 'nowhere')).status).toBe(404);
    expect((await page('resident-coordinator', 'ner')).status).toBe(404);
    expect((await call('resident-coordinator', '/ner')).status).toBe(404);
  });

  it('lists and shows what the role may see', async () => {
    expect(await call('recruiter', '')).toMatchObject({
      status: 200,
      body: [{ country: 'KEN', top: [{ theme: 'justice', weight: 100 }] }, { country: 'NER' }],
    });
    expect(await call('recruiter', '/NER')).toMatchObject({
      status: 200,
      body: { source: 'upr', themes: [{ theme: 'poverty', points: 16, weight: 100 }] },
    });
    expect((await call('resident-coordinator', '')).body).toMatchObject([{ country: 'KEN' }]);
    expect((await call('resident-coordinator', '/KEN')).status).toBe(200);
  });

  it('shows a country that may not be seen as one that does not exist', async () => {
    const hidden = await call('resident-coordinator', '/NER');
    expect(hidden).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await call('resident-coordinator', '/XXX')).toEqual(hidden);
  });

  it('asks who is there, and lets only a recruiter change anything', async () => {
    expect((await call(null, '')).status).toBe(401);
    expect((await call('panel-member', '')).status).toBe(403);
    expect((await call('resident-coordinator', '/KEN/overrides/justice', { weight: 1, reason: 'Because' })).status).toBe(403);
    expect((await call('resident-coordinator', '/KEN/context', { version: 0 })).status).toBe(403);
  });

  it('sets a weight, goes back to the computed one, and states the situation', async () => {
    expect(await call('recruiter', '/KEN/overrides/elections', { weight: 55, reason: 'Elections are due' })).toEqual({
      status: 204,
      body: null,
    });
    expect((await call('recruiter', '/KEN')).body).toMatchObject({
      themes: [{ theme: 'justice' }, { theme: 'elections', weight: 55, computed: 0 }],
    });
    expect((await call('recruiter', '/KEN/overrides/elections', { weight: null, reason: 'They were held' })).status).toBe(204);
    expect((await call('recruiter', '/KEN')).body).toMatchObject({ themes: [{ theme: 'justice' }] });
    expect(
      (await call('recruiter', '/KEN/context', { version: 0, flags: ['elections'], required: [{ language: 'en', level: 4 }] })).status,
    ).toBe(204);
    expect(await call('recruiter', '/KEN/context', { version: 0 })).toMatchObject({ status: 409, body: { code: 'conflict.stale' } });
  });

  it.each([
    ['/KEN/overrides/justice', { weight: 101, reason: 'Because' }, 422],
    ['/KEN/overrides/justice', { weight: '5', reason: 'Because' }, 422],
    ['/KEN/overrides/justice', { weight: 5, reason: ' ' }, 422],
    ['/KEN/overrides/justice', { weight: 5, reason: 'Because', more: 1 }, 422],
    ['/KEN/overrides/general', { weight: 5, reason: 'Because' }, 422],
    ['/KEN/overrides/dragons', { weight: 5, reason: 'Because' }, 404],
    ['/XXX/overrides/justice', { weight: 5, reason: 'Because' }, 404],
    ['/KEN/context', { version: 1, required: [null, null] }, 422],
    ['/KEN/context', { version: 1, flags: ['flood'] }, 422],
  ])('refuses %s %j with %i and a sentence', async (path, body, status) => {
    const answer = await call('recruiter', path, body);
    expect(answer).toMatchObject({ status, body: { status, detail: expect.stringMatching(/\.$/) } });
  });

  describe('imports', () => {
    const form = (...files: string[]): FormData => {
      const data = new FormData();
      for (const [index, text] of files.entries()) data.append('files', new Blob([text], { type: 'text/csv' }), `upr-${index}.csv`);
      return data;
    };
    const send = async (role: Role, body: FormData | string, { query = '', type }: { query?: string; type?: string } = {}) => {
      const headers = { cookie: cookies.get(role) ?? '', ...(type ? { 'content-type': type } : {}) };
      const answer = await fetch(`${app.url}/api/v1/needs/imports${query}`, { method: 'POST', headers, body });
      return { status: answer.status, body: await answer.json() };
    };
    const HEADER = 'To,Response,Action,Issue,Session\n';

    it('take several files of a form, or one as text/csv', async () => {
      expect(
        await send('recruiter', form(`${HEADER}Albania,Accepted,5,Justice,6\n`, `${HEADER}Rwanda,Noted,4,Poverty,10\n`)),
      ).toMatchObject({
        status: 200,
        body: { imported: true, rows: 2, countries: 2, newestSession: 10 },
      });
      expect(await send('recruiter', `${HEADER}Albania,Accepted,5,Corruption,6\n`, { type: 'text/csv' })).toMatchObject({
        status: 200,
        body: { imported: true, replaced: [{ country: 'ALB', session: 6, before: 1, after: 1 }] },
      });
      expect((await call('recruiter', '/ALB')).body).toMatchObject({ themes: [{ theme: 'corruption' }] });
    });

    it('change nothing while a row cannot be read, unless it is to be left out', async () => {
      const text = `${HEADER}Moldova,Accepted,5,Justice,12\nRuritania,Accepted,5,Justice,12\n`;
      expect(await send('recruiter', form(text))).toMatchObject({
        status: 200,
        body: {
          imported: false,
          rejected: 1,
          problems: [{ kind: 'unknown-country', value: 'Ruritania', lines: [{ file: 'File 1', line: 3 }] }],
        },
      });
      expect((await call('recruiter', '/MDA')).body).toMatchObject({ source: 'none' });
      expect((await send('recruiter', form(text), { query: '?partial=true' })).body).toMatchObject({ imported: true, recommendations: 1 });
      expect((await call('recruiter', '/MDA')).body).toMatchObject({ source: 'upr' });
    });

    it.each([
      ['a file of another kind', form('name,email\n'), {}, 'needs.file-refused'],
      ['a large file of another kind', form(`name,email\n${'x,y\n'.repeat(2_000_000)}`), {}, 'needs.file-refused'],
      ['a large text/csv of another kind', `name,email\n${'x,y\n'.repeat(2_000_000)}`, { type: 'text/csv' }, 'needs.file-refused'],
      ['a second file of another kind', form(`${HEADER}Kenya,Accepted,5,Poverty,8\n`, 'name\n'), {}, 'needs.file-refused'],
      ['a form without a file', form(), {}, 'input.invalid'],
      ['more than 20 MB', form(`${HEADER}${`${' '.repeat(90_000)}\n`.repeat(230)}`), {}, 'input.too-large'],
      ['JSON', '{}', { type: 'application/json' }, 'input.malformed'],
      ['an unknown way', form(HEADER), { query: '?partial=maybe' }, 'input.invalid'],
    ])('refuse %s with a sentence', async (_, body, options, code) => {
      const before = await call('recruiter', '/KEN');
      expect(await send('recruiter', body, options)).toMatchObject({ body: { code, detail: expect.stringMatching(/\.$/) } });
      expect(await call('recruiter', '/KEN')).toEqual(before);
    });

    it('are for recruiters only', async () => {
      expect((await send('resident-coordinator', form(HEADER))).status).toBe(403);
    });
  });

  it('sets several weights at once, or none', async () => {
    const weights = [
      { theme: 'migrants', weight: 70 },
      { theme: 'labour', weight: 30 },
    ];
    expect((await call('resident-coordinator', '/KEN/overrides', { weights, reason: 'Because' })).status).toBe(403);
    expect((await call('recruiter', '/UGA/overrides', { weights: [...weights, weights[0]], reason: 'Because' })).status).toBe(422);
    expect((await call('recruiter', '/UGA/overrides', { weights: [], reason: 'Because' })).status).toBe(422);
    expect(await call('recruiter', '/UGA/overrides', { weights: [...weights, { theme: 'nhri' }], reason: 'Because' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'weights.2.weight' }] },
    });
    expect((await call('recruiter', '/UGA/overrides', { weights, reason: 'Because' })).status).toBe(204);
    expect((await call('recruiter', '/UGA')).body).toMatchObject({ source: 'hand', themes: weights });
  });
});

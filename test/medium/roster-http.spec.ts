import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../src/core/access.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { ImportFiles } from '../../src/features/roster/import/import-files.js';
import { RosterImportWorker } from '../../src/features/roster/import/import.worker.js';
import { RosterImportEntity } from '../../src/features/roster/roster.entity.js';
import { Database, newId } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const PASSWORD = 'a quiet long password';
const HEAD = 'family_name,given_name,email,gender,nationality,memberships';
const row = (name: string, membership = '') => `${name},Given,${name.toLowerCase()}@example.org,male,KEN,${membership}`;
const PERSON = { familyName: 'Okello', givenName: 'Amara', email: 'amara@example.org', gender: 'female', nationality: 'KEN' };

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  let app: RunningApp;
  const cookies = new Map<Role, string>();
  beforeAll(async () => {
    app = await startApp({ dialect });
    const people: [Role, string | null][] = [['recruiter', null], ['panel-member', null], ['agency-focal-point', 'UNDP'], ['fund-manager', null], ['surge-officer', null]];
    for (const [role, agency] of people) {
      await app.module.get(AccountsService, { strict: false }).add({ email: `${role}@example.org`, name: 'Somebody', role, password: PASSWORD, ...(agency ? { agency } : {}) }, 'system');
      const answer = await fetch(`${app.url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: `${role}@example.org`, password: PASSWORD }) });
      cookies.set(role, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
    }
  });
  afterAll(() => app?.close());

  const send = (role: Role, path: string, init: RequestInit = {}) => fetch(`${app.url}${path}`, { redirect: 'manual', ...init, headers: { cookie: cookies.get(role) ?? '', ...(init.headers as Record<string, string> | undefined) } });
  async function api(role: Role, method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await send(role, `/api/v1/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  }
  const csv = (path: string, body: BodyInit, role: Role = 'recruiter') => send(role, path, { method: 'POST', body, headers: { 'content-type': 'text/csv' }, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) } as RequestInit);
  const upload = (text: string, name = 'experts.csv') => {
    const form = new FormData();
    form.set('file', new Blob([text], { type: 'text/csv' }), name);
    return send('recruiter', '/roster/import', { method: 'POST', body: form });
  };
  const ended = (id: string, ...states: string[]) => waitFor(`import ${states.join(' or ')}`, async () => {
    const { body } = await api('recruiter', 'GET', `roster-imports/${id}`);
    return states.includes(String(body['state'])) && body;
  });
  const files = () => readdir(join(app.settings.dataFolder, 'imports')).catch(() => []);
  const total = async () => (await api('recruiter', 'GET', 'experts')).body['total'];

  it('creates, shows, changes and lists an expert', async () => {
    const made = await api('recruiter', 'POST', 'experts', { ...PERSON, languages: [{ language: 'fr', level: 3 }], memberships: [{ roster: 'external', reason: 'Applied by letter.' }] });
    expect(made).toMatchObject({ status: 201, body: { number: 1, version: 1, languages: [{ language: 'fr', level: 3, status: 'self-declared' }], memberships: [{ state: 'applied' }] } });
    const id = String(made.body['id']);
    expect(await api('recruiter', 'PUT', `experts/${id}`, { ...PERSON, givenName: 'Other', version: 1 })).toMatchObject({ status: 200, body: { version: 2, givenName: 'Other', languages: [] } });
    expect(await api('recruiter', 'PUT', `experts/${id}`, { ...PERSON, version: 1 })).toMatchObject({ status: 409, body: { code: 'conflict.stale' } });
    expect(await api('panel-member', 'POST', `experts/${id}/decisions`, { roster: 'external', to: 'under-vetting', reason: 'Complete.' })).toMatchObject({ status: 204 });
    expect(await api('recruiter', 'GET', 'experts?nationality=KEN&state=under-vetting')).toMatchObject({ status: 200, body: { total: 1, experts: [{ id, number: 1 }] } });
    expect(await api('recruiter', 'POST', 'experts', { ...PERSON, email: 'AMARA@example.org' })).toMatchObject({ status: 409, body: { code: 'roster.duplicate-person' } });
  });

  it.each([
    ['an unknown field', { ...PERSON, shoeSize: 44 }, 'shoeSize'],
    ['an unknown field inside', { ...PERSON, languages: [{ language: 'fr', level: 3, dialect: 'x' }] }, 'languages.0.dialect'],
    ['31 February', { ...PERSON, bornOn: '1971-02-31' }, 'bornOn'],
    ['an end before the start', { ...PERSON, unavailable: [{ from: '2013-02-02', to: '2013-02-01' }] }, 'unavailable.0.to'],
    ['130 per cent', { ...PERSON, experience: [{ from: '2010-01-01', percentage: 130, title: 'T', employer: 'E' }] }, 'experience.0.percentage'],
    ['an unknown language', { ...PERSON, languages: [{ language: 'xx', level: 3 }] }, 'languages.0.language'],
    ['a level as text', { ...PERSON, languages: [{ language: 'fr', level: '3' }] }, 'languages.0.level'],
    ['a theme that is no expertise', { ...PERSON, themes: [{ theme: 'general', level: 'good' }] }, 'themes.0.theme'],
    ['a NUL in a name', { ...PERSON, familyName: 'Oke\u0000llo' }, 'familyName'],
    ['a name that is no text', { ...PERSON, familyName: { $gt: '' } }, 'familyName'],
    ['null for a list', { ...PERSON, themes: null }, 'themes'],
    ['101 languages', { ...PERSON, languages: Array.from({ length: 101 }, () => ({ language: 'fr', level: 3 })) }, 'languages'],
    ['a country of a job that does not exist', { ...PERSON, experience: [{ from: '2010-01-01', title: 'T', employer: 'E', countries: ['XXX'] }] }, 'experience.0.countries.0'],
    ['no gender', { ...PERSON, gender: undefined }, 'gender'],
  ])('refuses %s by its field', async (_, body, field) => {
    const before = await total();
    const { status, body: problem } = await api('recruiter', 'POST', 'experts', { ...body, email: 'somebody-else@example.org' });
    expect([status, problem['code']]).toEqual([422, 'input.invalid']);
    const fields = (problem['fields'] ?? problem['errors']) as { field: string; message: string }[];
    expect(fields.map((one) => one.field)).toContain(field);
    for (const { message } of fields) expect(message).toMatch(/^[A-Z0-9].*[.?]$/);
    expect(await total()).toBe(before);
  });

  it.each([['language=xx'], ['page=0'], ['page=1e99'], ['languageLevel=9'], ['availableFrom=2013-02-30'], ['availableFrom=2013-02-02&availableTo=2013-02-01'], ['country=XXX'], ['sort=email'], ['text=a&text=b'], [`text=${'x'.repeat(101)}`]])('refuses the filter %s in the API and on the page', async (query) => {
    expect((await api('recruiter', 'GET', `experts?${query}`)).status).toBe(422);
    expect((await send('recruiter', `/roster?${query}`)).status).toBe(422);
  });

  it('shows to nobody what is outside their scope', async () => {
    const made = await api('recruiter', 'POST', 'experts', { ...PERSON, email: 'unicef@example.org', memberships: [{ roster: 'interagency', agency: 'UNICEF', reason: 'Proposed.' }] });
    const id = String(made.body['id']);
    for (const role of ['panel-member', 'agency-focal-point'] as const) {
      const hidden = await api(role, 'GET', `experts/${id}`);
      expect(hidden).toEqual({ ...(await api(role, 'GET', 'experts/019f0000-0000-7000-8000-000000000000')), body: expect.objectContaining({ code: 'not-found' }) });
      expect((await send(role, `/roster/experts/${id}`)).status).toBe(404);
      expect(JSON.stringify((await api(role, 'GET', 'experts')).body)).not.toContain(id);
      expect((await send(role, `/roster/experts/${id}/decisions`, { method: 'POST', body: new URLSearchParams({ roster: 'interagency', to: 'withdrawn', reason: 'Hidden' }) })).status).toBe(404);
    }
    expect((await api('fund-manager', 'GET', 'experts')).status).toBe(403);
    expect((await api('surge-officer', 'PUT', `experts/${id}`, { ...PERSON, version: 1 })).status).toBe(403);
    expect((await api('panel-member', 'GET', 'roster-imports')).status).toBe(403);
    expect((await send('panel-member', '/roster/import')).status).toBe(403);
  });

  it('imports by the page: checked first, imported when confirmed, and the file is gone', async () => {
    const before = Number(await total());
    const answer = await upload([HEAD, row('One'), row('Two')].join('\n'));
    expect(answer.status).toBe(303);
    const path = String(answer.headers.get('location'));
    const id = path.split('/').at(-1) ?? '';
    await ended(id, 'checked');
    expect(await total()).toBe(before);
    expect(await files()).toEqual([`${id}.csv`]);
    const page = await (await send('recruiter', path)).text();
    expect(page).toContain('No row is bad. Import 2 experts now?');
    expect((await send('recruiter', `${path}/confirm`, { method: 'POST', body: new URLSearchParams() })).headers.get('location')).toBe(path);
    expect(await ended(id, 'imported')).toMatchObject({ rowsRead: 2, rowsImported: 2, problems: [] });
    expect(await total()).toBe(before + 2);
    await waitFor('the file to be gone', async () => (await files()).length === 0);
    // A second click on the same button, from a page that is still open.
    expect((await send('recruiter', `${path}/confirm`, { method: 'POST', body: new URLSearchParams() })).status).toBe(422);
  });

  it('shows bad rows by line and column, and imports the good ones only when told to', async () => {
    const before = Number(await total());
    const id = String((await upload([HEAD, row('Three'), row('Four', 'external||active|2012-02-31/')].join('\n'))).headers.get('location')).split('/').at(-1) ?? '';
    expect(await ended(id, 'checked')).toMatchObject({ rowsGood: 1, rowsBad: 1, problems: [{ line: 3, column: 'memberships', reason: expect.stringContaining('not a day of the calendar') }] });
    const page = await (await send('recruiter', `/roster/import/${id}`)).text();
    expect(page).toContain('Import only 1 good row');
    expect((await api('recruiter', 'POST', `roster-imports/${id}/confirm`, {})).body).toMatchObject({ code: 'roster.import-refused' });
    expect(await total()).toBe(before);
    expect((await api('recruiter', 'POST', `roster-imports/${id}/confirm`, { partial: true })).status).toBe(202);
    expect(await ended(id, 'imported')).toMatchObject({ rowsImported: 1, rowsBad: 1 });
    expect(await total()).toBe(before + 1);
  });

  it('imports by the API in one go, or refuses all of it', async () => {
    const before = Number(await total());
    const good = (await (await csv('/api/v1/roster-imports?mode=import', [HEAD, row('Five')].join('\n'))).json()) as { id: string };
    expect(await ended(good.id, 'imported', 'refused', 'failed')).toMatchObject({ state: 'imported', rowsImported: 1 });
    const bad = (await (await csv('/api/v1/roster-imports?mode=import', [HEAD, row('Six'), row('Five')].join('\n'))).json()) as { id: string };
    expect(await ended(bad.id, 'imported', 'refused', 'failed')).toMatchObject({ state: 'refused', rowsImported: 0, problems: [{ line: 3, column: 'email' }] });
    const unreadable = (await (await csv('/api/v1/roster-imports?mode=import&partial=true', `${HEAD}\n${row('Six')}\n"Seven`)).json()) as { id: string };
    expect(await ended(unreadable.id, 'imported', 'refused', 'failed')).toMatchObject({ state: 'refused', rowsImported: 0, problems: [{ line: 3 }] });
    expect(await total()).toBe(before + 1);
    await waitFor('the files to be gone', async () => (await files()).length === 0);
  });

  it('takes files only, of a size that it states, and throws away what nobody wants', async () => {
    expect((await api('recruiter', 'POST', 'roster-imports', { not: 'a file' })).status).toBe(400);
    expect((await csv('/api/v1/roster-imports?mode=perhaps', HEAD)).status).toBe(422);
    // What a browser sends when no file was chosen.
    const empty = ['--x', 'Content-Disposition: form-data; name="file"; filename=""', 'Content-Type: application/octet-stream', '', '', '--x--', ''].join('\r\n');
    const again = await send('recruiter', '/roster/import', { method: 'POST', body: empty, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Choose a file.')]);
    const chunk = new Uint8Array(1_000_000).fill(97);
    let left = 60;
    const large = await csv('/api/v1/roster-imports', new ReadableStream({ pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()) }));
    expect([large.status, await large.json()]).toEqual([413, expect.objectContaining({ code: 'input.too-large' })]);
    const id = String((await upload([HEAD, row('Eight')].join('\n'))).headers.get('location')).split('/').at(-1) ?? '';
    await ended(id, 'checked');
    expect((await send('recruiter', `/roster/import/${id}/discard`, { method: 'POST', body: new URLSearchParams() })).status).toBe(303);
    expect(await ended(id, 'discarded')).toMatchObject({ rowsImported: 0 });
    expect(await files()).toEqual([]);
  });

  it('finishes an import that was cut off, fails one whose file is gone, and sweeps files that nobody knows', async () => {
    const database = app.module.get(Database, { strict: false });
    const worker = app.module.get(RosterImportWorker, { strict: false });
    const cut: RosterImportEntity = {
      id: newId(), state: 'importing', confirmed: true, partial: false, requestedBy: 'somebody', requestedAt: new Date().toISOString(), finishedAt: null, bytesTotal: 1,
      bytesDone: 0, rowsRead: 0, rowsGood: 0, rowsBad: 0, rowsImported: 0, problems: [],
    };
    const lost = { ...cut, id: newId() };
    await database.transaction((tx) => tx.getRepository(RosterImportEntity).insert([cut, lost]));
    await app.module.get(ImportFiles, { strict: false }).keep(cut.id, (async function* () { yield Buffer.from([HEAD, row('Nine')].join('\n')); })());
    const [orphan, fresh] = [newId(), newId()];
    await mkdir(join(app.settings.dataFolder, 'imports'), { recursive: true });
    for (const id of [orphan, fresh]) await writeFile(join(app.settings.dataFolder, 'imports', `${id}.csv`), 'left behind');
    await utimes(join(app.settings.dataFolder, 'imports', `${orphan}.csv`), new Date(0), new Date(0));
    const before = Number(await total());
    for (const { id } of [cut, cut, lost]) await worker.run({ importId: id }, { id: newId(), attempt: 1, last: false });
    expect(await ended(cut.id, 'imported')).toMatchObject({ rowsImported: 1 });
    expect(await ended(lost.id, 'failed')).toMatchObject({ rowsImported: 0 });
    expect(await total()).toBe(before + 1);
    expect(await files()).toEqual([`${fresh}.csv`]);
  });
};

describe('the roster over HTTP on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'the roster over HTTP on PostgreSQL', suite('postgres'));

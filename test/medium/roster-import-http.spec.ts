import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterImportWorker } from '../../src/features/roster/import/import.worker.js';
import { ImportFiles } from '../../src/features/roster/import/import-files.js';
import { NOTHING_READ } from '../../src/features/roster/import/import-trail.js';
import { RosterImports } from '../../src/features/roster/import/imports.service.js';
import { RosterImportEntity } from '../../src/features/roster/roster.entity.js';
import { Database, newId } from '../../src/platform/database/index.js';
import { RosterSite } from '../support/roster-site.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const HEAD = 'family_name,given_name,email,gender,nationality,memberships';
const row = (name: string, membership = '') => `${name},Given,${name.toLowerCase()}@example.org,male,KEN,${membership}`;

/** An import whose process died before it wrote anything. */
const unfinished = (): RosterImportEntity => ({
  ...NOTHING_READ,
  id: newId(),
  confirmed: true,
  partial: false,
  requestedBy: 'somebody',
  requestedAt: new Date().toISOString(),
  bytesTotal: 1,
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  let site: RosterSite;
  beforeAll(async () => {
    site = await RosterSite.open(dialect);
  });
  afterAll(() => site?.app.close());
  const send: RosterSite['send'] = (...request) => site.send(...request);
  const api: RosterSite['api'] = (...request) => site.api(...request);
  const total = () => site.total();
  const csv = (path: string, body: BodyInit, role: 'recruiter' = 'recruiter') =>
    send(role, path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/csv' },
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit);
  const upload = (text: string, name = 'experts.csv') => {
    const form = new FormData();
    form.set('file', new Blob([text], { type: 'text/csv' }), name);
    return send('recruiter', '/roster/import', { method: 'POST', body: form });
  };
  const ended = (id: string, ...states: string[]) =>
    waitFor(`import ${states.join(' or ')}`, async () => {
      const { body } = await api('recruiter', 'GET', `roster-imports/${id}`);
      return states.includes(String(body['state'])) && body;
    });
  const files = () => readdir(join(site.app.settings.dataFolder, 'imports')).catch(() => []);

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
    expect((await send('recruiter', `${path}/confirm`, { method: 'POST', body: new URLSearchParams() })).headers.get('location')).toBe(
      path,
    );
    expect(await ended(id, 'imported')).toMatchObject({ rowsRead: 2, rowsImported: 2, problems: [] });
    expect(await total()).toBe(before + 2);
    await waitFor('the file to be gone', async () => (await files()).length === 0);
    // A second click on the same button, from a page that is still open.
    expect((await send('recruiter', `${path}/confirm`, { method: 'POST', body: new URLSearchParams() })).status).toBe(422);
  });

  it('shows bad rows by line and column, and imports the good ones only when told to', async () => {
    const before = Number(await total());
    const id =
      String((await upload([HEAD, row('Three'), row('Four', 'external||active|2012-02-31/')].join('\n'))).headers.get('location'))
        .split('/')
        .at(-1) ?? '';
    expect(await ended(id, 'checked')).toMatchObject({
      rowsGood: 1,
      rowsBad: 1,
      problems: [{ line: 3, column: 'memberships', reason: expect.stringContaining('not a day of the calendar') }],
    });
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
    const bad = (await (await csv('/api/v1/roster-imports?mode=import', [HEAD, row('Six'), row('Five')].join('\n'))).json()) as {
      id: string;
    };
    expect(await ended(bad.id, 'imported', 'refused', 'failed')).toMatchObject({
      state: 'refused',
      rowsImported: 0,
      problems: [{ line: 3, column: 'email' }],
    });
    const unreadable = (await (await csv('/api/v1/roster-imports?mode=import&partial=true', `${HEAD}\n${row('Six')}\n"Seven`)).json()) as {
      id: string;
    };
    expect(await ended(unreadable.id, 'imported', 'refused', 'failed')).toMatchObject({
      state: 'refused',
      rowsImported: 0,
      problems: [{ line: 3 }],
    });
    expect(await total()).toBe(before + 1);
    await waitFor('the files to be gone', async () => (await files()).length === 0);
  });

  it('takes files only, of a size that it states, and throws away what nobody wants', async () => {
    expect((await api('recruiter', 'POST', 'roster-imports', { not: 'a file' })).status).toBe(400);
    expect((await csv('/api/v1/roster-imports?mode=perhaps', HEAD)).status).toBe(422);
    // What a browser sends when no file was chosen.
    const empty = [
      '--x',
      'Content-Disposition: form-data; name="file"; filename=""',
      'Content-Type: application/octet-stream',
      '',
      '',
      '--x--',
      '',
    ].join('\r\n');
    const again = await send('recruiter', '/roster/import', {
      method: 'POST',
      body: empty,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Choose a file.')]);
    const chunk = new Uint8Array(1_000_000).fill(97);
    let left = 60;
    const large = await csv(
      '/api/v1/roster-imports',
      new ReadableStream({ pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()) }),
    );
    expect([large.status, await large.json()]).toEqual([413, expect.objectContaining({ code: 'input.too-large' })]);
    const id =
      String((await upload([HEAD, row('Eight')].join('\n'))).headers.get('location'))
        .split('/')
        .at(-1) ?? '';
    await ended(id, 'checked');
    expect((await send('recruiter', `/roster/import/${id}/discard`, { method: 'POST', body: new URLSearchParams() })).status).toBe(303);
    expect(await ended(id, 'discarded')).toMatchObject({ rowsImported: 0 });
    expect(await files()).toEqual([]);
  });

  it('finishes an import that was cut off, fails one whose file is gone, and sweeps files that nobody knows', async () => {
    const database = site.app.module.get(Database, { strict: false });
    const worker = site.app.module.get(RosterImportWorker, { strict: false });
    const cut = unfinished();
    const lost = unfinished();
    await database.transaction((tx) => tx.getRepository(RosterImportEntity).insert([cut, lost]));
    await site.app.module.get(ImportFiles, { strict: false }).keep(cut.id, pieces([HEAD, row('Nine')].join('\n')));
    const [orphan, fresh] = [newId(), newId()];
    await mkdir(join(site.app.settings.dataFolder, 'imports'), { recursive: true });
    for (const id of [orphan, fresh]) await writeFile(join(site.app.settings.dataFolder, 'imports', `${id}.csv`), 'left behind');
    await utimes(join(site.app.settings.dataFolder, 'imports', `${orphan}.csv`), new Date(0), new Date(0));
    const before = Number(await total());
    for (const { id } of [cut, cut, lost]) await worker.run({ importId: id }, { id: newId(), attempt: 1, last: false });
    expect(await ended(cut.id, 'imported')).toMatchObject({ rowsImported: 1 });
    expect(await ended(lost.id, 'failed')).toMatchObject({ rowsImported: 0 });
    expect(await total()).toBe(before + 1);
    expect(await files()).toEqual([`${fresh}.csv`]);
  });

  it('keeps the file of an import that was confirmed while somebody threw it away', async () => {
    const imports = site.app.module.get(RosterImports, { strict: false });
    const kept = site.app.module.get(ImportFiles, { strict: false });
    const one = { ...unfinished(), state: 'checked' as const, confirmed: false, rowsGood: 1 };
    await site.app.module.get(Database, { strict: false }).transaction((tx) => tx.getRepository(RosterImportEntity).insert(one));
    await kept.keep(one.id, pieces([HEAD, row('Kept')].join('\n')));
    jest.spyOn(imports, 'one').mockImplementationOnce(async () => {
      await imports.confirm(one.id, false);
      return one;
    });
    await imports.discard(one.id);
    expect(await ended(one.id, 'imported', 'failed')).toMatchObject({ state: 'imported', rowsImported: 1 });
  });

  it.each(['looked for its file', 'opened its file'])('has not failed when another run did it before a slow last one %s', async (step) => {
    const worker = site.app.module.get(RosterImportWorker, { strict: false });
    const kept = site.app.module.get(ImportFiles, { strict: false });
    const one = unfinished();
    await site.app.module.get(Database, { strict: false }).transaction((tx) => tx.getRepository(RosterImportEntity).insert(one));
    await kept.keep(one.id, pieces([HEAD, row(`Slow${step.length}`)].join('\n')));
    const run = () => worker.run({ importId: one.id }, { id: newId(), attempt: 8, last: true });
    const [has, source] = [kept.has.bind(kept), kept.source.bind(kept)];
    if (step.startsWith('looked')) jest.spyOn(kept, 'has').mockImplementationOnce(async (id) => run().then(() => has(id)));
    else
      jest.spyOn(kept, 'source').mockImplementationOnce(
        (id) =>
          async function* () {
            await run();
            yield* source(id)();
          },
      );
    await run().catch(() => undefined);
    jest.restoreAllMocks();
    expect(await ended(one.id, 'imported', 'failed')).toMatchObject({ state: 'imported', rowsImported: 1, rowsBad: 0 });
  });
};

describe('importing over HTTP on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'importing over HTTP on PostgreSQL', suite('postgres'));

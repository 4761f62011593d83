import type { Role } from '../../src/core/access.js';
import { type FrozenRun, replay } from '../../src/core/matching/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';
import { RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster } from '../support/shortlist-desk.js';

const NOWHERE = '01890000-0000-7000-8000-000000000000';

describe('records of shortlists over HTTP', () => {
  let app: RunningApp;
  let run: string;
  const cookies = new Map<Role, string>();

  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    await app.module.get(RosterImporter, { strict: false }).run(fictionalRoster(120), { actor: RECRUITER });
    for (const role of ['recruiter', 'auditor', 'surge-officer', 'panel-member'] as const) cookies.set(role, await sessionOf(app, role));
    cookies.set('resident-coordinator', await sessionOf(app, 'resident-coordinator', 'KEN'));
    const post = (await json('recruiter', 'POST', '/posts', { country: 'KEN' })).body as { id: string };
    run = ((await json('recruiter', 'POST', `/posts/${post.id}/shortlists`, { size: 10 })).body as { id: string }).id;
  });
  afterAll(() => app?.close());

  function ask(as: Role, method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { cookie: cookies.get(as) ?? '', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return fetch(`${app.url}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
  async function json(as: Role, method: string, path: string, body?: unknown) {
    const answer = await ask(as, method, `/api/v1${path}`, body);
    return { status: answer.status, body: (await answer.json()) as unknown };
  }
  const READS = ['robustness', 'balance', 'preview', 'comparison?number=1&number=2', 'table.csv', 'table.xlsx', 'document', 'statements'];
  const PAGES = ['robustness', 'balance', 'weights', 'compare?number=1&number=2', 'report'];

  it.each(['surge-officer', 'panel-member', 'resident-coordinator'] as const)('are closed to a %s, by API and by page', async (role) => {
    for (const what of READS) expect((await ask(role, 'GET', `/api/v1/shortlists/${run}/${what}`)).status).toBe(403);
    for (const what of PAGES) expect((await ask(role, 'GET', `/shortlists/${run}/${what}`)).status).toBe(403);
    expect((await ask(role, 'POST', `/api/v1/shortlists/${run}/replay`)).status).toBe(403);
    expect((await ask(role, 'POST', `/api/v1/shortlists/${run}/sign-offs`, {})).status).toBe(403);
  });

  it('are open to an auditor, who may replay but not sign', async () => {
    for (const what of READS) expect((await ask('auditor', 'GET', `/api/v1/shortlists/${run}/${what}`)).status).toBe(200);
    for (const what of PAGES) expect((await ask('auditor', 'GET', `/shortlists/${run}/${what}`)).status).toBe(200);
    expect(await json('auditor', 'POST', `/shortlists/${run}/replay`)).toMatchObject({ status: 200, body: { equal: true } });
    expect((await ask('auditor', 'POST', `/api/v1/shortlists/${run}/sign-offs`, {})).status).toBe(403);
    const report = await (await ask('auditor', 'GET', `/shortlists/${run}/report`)).text();
    expect(report).not.toContain('Sign this list');
  });

  it('give how firm the ranks are among all eligible, and beside it among those listed alone', async () => {
    const { body } = await json('auditor', 'GET', `/shortlists/${run}/robustness?top=3&seed=4`);
    const same = { top: 3, seed: 4, weightings: 1_000 };
    expect(body).toMatchObject({ study: { ...same, eligible: expect.any(Number) }, within: { ...same, listed: 10 } });
    const { study, within } = body as { study: { candidates: object[] }; within: { candidates: object[] } };
    expect(within.candidates[0]).toEqual({
      ...{ number: expect.any(Number), expertId: expect.any(String), rank: 1, sensitiveTo: expect.any(Array), inTop: expect.any(Number) },
      varied: { best: expect.any(Number), worst: expect.any(Number) },
      random: expect.objectContaining({ low: expect.any(Number), median: expect.any(Number), high: expect.any(Number) }),
    });
    expect(within.candidates).toHaveLength(study.candidates.length);
  });

  it('leave as files that are never kept by a cache, and the document replays elsewhere', async () => {
    for (const [what, type] of [
      ['table.csv', 'text/csv; charset=utf-8'],
      ['table.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['document', 'application/json; charset=utf-8'],
    ] as const) {
      const answer = await ask('recruiter', 'GET', `/api/v1/shortlists/${run}/${what}`);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="shortlist\.(csv|xlsx|json)"$/);
      await answer.arrayBuffer();
    }
    const document = (await (await ask('auditor', 'GET', `/api/v1/shortlists/${run}/document`)).json()) as {
      run: FrozenRun;
      profiles: Parameters<typeof replay>[1];
    } & Pick<FrozenRun, 'ranked' | 'others'>;
    expect(replay({ ...document.run, ranked: document.ranked, others: document.others }, document.profiles).equal).toBe(true);
  });

  it.each([
    ['robustness?top=0', 'top'],
    ['robustness?seed=x', 'seed'],
    ['preview?themes=101', 'themes'],
    ['preview?themes=0', 'themes'],
    ['preview?salary=1', 'salary'],
    ['comparison', 'number'],
    ['comparison?number=1', 'number'],
    ['comparison?number=1&number=1', 'number'],
    ['comparison?number=1&number=2&number=3&number=4&number=5', 'number'],
    ['comparison?number=1&number=99999', 'number'],
  ])('refuse %s beside the field', async (what, field) => {
    const answer = await json('recruiter', 'GET', `/shortlists/${run}/${what}`);
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { field: string }[] }).errors.map((each) => each.field)).toContain(field);
    expect(
      (await ask('recruiter', 'GET', `/shortlists/${run}/${what.replace('preview', 'weights').replace('comparison', 'compare')}`)).status,
    ).toBe(422);
  });

  it('say that there is nothing where there is nothing', async () => {
    for (const what of ['robustness', `diff/${NOWHERE}`, 'table.csv', 'document'])
      expect(await json('recruiter', 'GET', `/shortlists/${NOWHERE}/${what}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await json('recruiter', 'GET', `/shortlists/${run}/diff/${NOWHERE}`)).status).toBe(404);
    expect((await json('recruiter', 'POST', `/shortlists/${NOWHERE}/replay`)).status).toBe(404);
  });

  it('take an analysis of a sentence at least, and one signature of each account', async () => {
    expect((await json('recruiter', 'POST', `/shortlists/${run}/analyses`, { text: 'short' })).status).toBe(422);
    expect(
      (await json('recruiter', 'POST', `/shortlists/${run}/analyses`, { text: 'Advertised twice; these are all who came.' })).status,
    ).toBe(201);
    expect((await json('recruiter', 'POST', `/shortlists/${run}/sign-offs`, {})).status).toBe(201);
    expect(await json('recruiter', 'POST', `/shortlists/${run}/sign-offs`, {})).toMatchObject({
      status: 409,
      body: { code: 'shortlist.signed' },
    });
    expect((await json('auditor', 'GET', `/shortlists/${run}/statements`)).body).toMatchObject([
      { kind: 'analysis' },
      { kind: 'sign-off' },
    ]);
  });
});

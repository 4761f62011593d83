import type { Role } from '../../src/core/access.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';
import { RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster } from '../support/shortlist-desk.js';

const NOWHERE = '01890000-0000-7000-8000-000000000000';
const WEIGHTS = {
  themes: 30,
  experience: 15,
  languages: 15,
  knowledge: 10,
  field: 10,
  country: 10,
  skills: 5,
  trainings: 5,
  education: 0,
  context: 0,
};

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & { id: string };
}

describe('posts and shortlists over HTTP', () => {
  let app: RunningApp;
  const cookies = new Map<Role, string>();

  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    await app.module.get(RosterImporter, { strict: false }).run(fictionalRoster(60), { actor: RECRUITER });
    for (const role of ['recruiter', 'auditor', 'surge-officer'] as const) cookies.set(role, await sessionOf(app, role));
    cookies.set('resident-coordinator', await sessionOf(app, 'resident-coordinator', 'KEN'));
  });
  afterAll(() => app?.close());

  async function api(as: Role, method: string, path: string, body?: unknown): Promise<Answer> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { cookie: cookies.get(as) ?? '', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${app.url}/api/v1${path}`, { method, headers, ...json });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }
  const page = (as: Role, path: string) => fetch(`${app.url}${path}`, { headers: { cookie: cookies.get(as) ?? '' }, redirect: 'manual' });
  const aPost = async () => (await api('recruiter', 'POST', '/posts', { country: 'KEN' })).body;

  it('goes from a country to a shortlist in two calls', async () => {
    const created = await api('recruiter', 'POST', '/posts', { country: 'KEN' });
    expect(created).toMatchObject({ status: 201, body: { state: 'draft', level: 'P-5', weights: WEIGHTS } });
    const run = await api('recruiter', 'POST', `/posts/${created.body.id}/shortlists`, {});
    expect(run).toMatchObject({ status: 201, body: { considered: 60, size: 50, asOf: '2026-11-24', postVersion: 1 } });
    const shown = await api('recruiter', 'GET', `/shortlists/${run.body.id}`);
    expect(shown).toMatchObject({ status: 200, body: { run: run.body, ineligible: { page: 1 } } });
    const { ineligible } = shown.body as unknown as { ineligible: { items: { number: number }[] } };
    expect(await api('recruiter', 'GET', `/shortlists/${run.body.id}/candidates/${ineligible.items[0]?.number}`)).toMatchObject({
      status: 200,
      body: { person: ineligible.items[0] },
    });
    expect(await api('recruiter', 'GET', `/posts/${created.body.id}/shortlists`)).toMatchObject({ status: 200, body: [run.body] });
  });

  it('runs without a body as with an empty one', async () => {
    const { id } = await aPost();
    expect(await api('recruiter', 'POST', `/posts/${id}/shortlists`)).toMatchObject({ status: 201, body: { size: 50 } });
  });

  it.each(['surge-officer', 'resident-coordinator'] as const)('shows neither posts nor shortlists to a %s', async (role) => {
    const { id } = await aPost();
    const run = (await api('recruiter', 'POST', `/posts/${id}/shortlists`, {})).body;
    for (const path of [
      '/posts',
      `/posts/${id}`,
      `/posts/${id}/shortlists`,
      `/shortlists/${run.id}`,
      `/shortlists/${run.id}/candidates/1`,
    ]) {
      expect(await api(role, 'GET', path)).toMatchObject({ status: 403, body: { code: 'access.not-allowed' } });
    }
    expect((await api(role, 'POST', `/posts/${id}/shortlists`, {})).status).toBe(403);
    for (const path of ['/posts', `/posts/${id}`, `/shortlists/${run.id}`]) expect((await page(role, path)).status).toBe(403);
  });

  it('lets an auditor read everything and change nothing', async () => {
    const { id } = await aPost();
    const run = (await api('recruiter', 'POST', `/posts/${id}/shortlists`, {})).body;
    expect((await api('auditor', 'GET', `/shortlists/${run.id}`)).status).toBe(200);
    for (const path of ['/posts', `/posts/${id}/publication`, `/posts/${id}/closure`, `/posts/${id}/shortlists`]) {
      expect((await api('auditor', 'POST', path, {})).status).toBe(403);
    }
    const html = await (await page('auditor', `/posts/${id}`)).text();
    expect(html).not.toMatch(/Run the shortlist|Change the draft|Publish: freeze/);
    expect(html).toContain('Shortlists of this post');
  });

  it.each<[string, unknown, string]>([
    ['weights that sum to 101', { weights: { ...WEIGHTS, themes: 31 } }, 'weights'],
    ['a weight that is no number', { weights: { ...WEIGHTS, themes: 'many' } }, 'weights.themes'],
    ['no weights', { weights: undefined }, 'weights'],
    ['no function', { functions: [] }, 'functions'],
    ['a function that the TOR does not have', { functions: ['9.9'] }, 'functions'],
    ['a level that a post cannot have', { level: 'D-2' }, 'level'],
    ['an unknown language', { requiredLanguages: [{ language: 'xx', level: 3 }] }, 'requiredLanguages.0.language'],
    ['a skill that is essential at no level', { essentialSkills: { advocacy: 'none' } }, 'essentialSkills.advocacy'],
    ['an essential part that nobody knows', { essentialParts: ['luck'] }, 'essentialParts'],
    ['a level above IV', { requiredLanguages: [{ language: 'en', level: 5 }] }, 'requiredLanguages.0.level'],
    ['31 February', { startsOn: '2027-02-31', endsOn: '2027-03-31' }, 'startsOn'],
    ['an end before the start', { startsOn: '2027-03-31', endsOn: '2027-03-01' }, 'endsOn'],
    ['a field that does not exist', { salary: 1 }, 'salary'],
  ])('refuses %s beside the field, and changes nothing', async (_, changes, field) => {
    const { id } = await aPost();
    const criteria = { level: 'P-5', functions: ['1.1'], weights: WEIGHTS, version: 1, ...(changes as object) };
    const answer = await api('recruiter', 'PUT', `/posts/${id}`, criteria);
    expect(answer.status).toBe(422);
    expect((answer.body['errors'] as { field: string }[]).map((each) => each.field)).toContain(field);
    expect((await api('recruiter', 'GET', `/posts/${id}`)).body['version']).toBe(1);
  });

  it.each<[string, unknown]>([
    ['a size of 0', { size: 0 }],
    ['a size of 501', { size: 501 }],
    ['a day that does not exist', { asOf: '2026-02-31' }],
    ['a field that does not exist', { top: 5 }],
  ])('refuses %s for a run', async (_, body) => {
    const { id } = await aPost();
    expect((await api('recruiter', 'POST', `/posts/${id}/shortlists`, body)).status).toBe(422);
    expect((await api('recruiter', 'GET', `/posts/${id}/shortlists`)).body).toEqual([]);
  });

  it('says that there is nothing where there is nothing', async () => {
    const { id } = await aPost();
    const run = (await api('recruiter', 'POST', `/posts/${id}/shortlists`, {})).body;
    for (const path of [
      `/posts/${NOWHERE}`,
      `/shortlists/${NOWHERE}`,
      `/shortlists/${run.id}/candidates/4000`,
      `/posts/${NOWHERE}/shortlists`,
    ]) {
      expect(await api('recruiter', 'GET', path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    for (const path of [
      '/posts/1',
      '/shortlists/x',
      `/shortlists/${run.id}/candidates/x`,
      `/shortlists/${run.id}/candidates/99999999999`,
    ]) {
      expect((await api('recruiter', 'GET', path)).status).toBeLessThan(500);
      expect((await page('recruiter', path)).status).toBeLessThan(500);
    }
    expect((await page('recruiter', `/shortlists/${run.id}?page=0`)).status).toBe(422);
  });

  it('answers a second publication and a change afterwards with what is possible instead', async () => {
    const { id } = await aPost();
    expect(await api('recruiter', 'POST', `/posts/${id}/publication`)).toMatchObject({
      status: 200,
      body: { state: 'published', version: 2 },
    });
    expect(await api('recruiter', 'POST', `/posts/${id}/publication`)).toMatchObject({ status: 409, body: { code: 'post.closed' } });
    const criteria = { level: 'P-4', functions: ['1.1'], weights: WEIGHTS, version: 2 };
    expect(await api('recruiter', 'PUT', `/posts/${id}`, criteria)).toMatchObject({ status: 409, body: { code: 'post.closed' } });
    expect(await api('recruiter', 'POST', `/posts/${id}/closure`)).toMatchObject({ status: 200, body: { state: 'closed' } });
    expect(await api('recruiter', 'POST', `/posts/${id}/shortlists`, {})).toMatchObject({ status: 409, body: { code: 'post.closed' } });
  });
});

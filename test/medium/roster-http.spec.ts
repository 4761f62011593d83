import { RosterSite } from '../support/roster-site.js';
import { describeWith } from '../support/services.js';

const PERSON = { familyName: 'Okello', givenName: 'Amara', email: 'amara@example.org', gender: 'female', nationality: 'KEN' };

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  let site: RosterSite;
  beforeAll(async () => {
    site = await RosterSite.open(dialect);
  });
  afterAll(() => site?.app.close());
  const send: RosterSite['send'] = (...request) => site.send(...request);
  const api: RosterSite['api'] = (...request) => site.api(...request);
  const total = () => site.total();

  it('creates, shows, changes and lists an expert', async () => {
    const made = await api('recruiter', 'POST', 'experts', {
      ...PERSON,
      languages: [{ language: 'fr', level: 3 }],
      memberships: [{ roster: 'external', reason: 'Applied by letter.' }],
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        number: 1,
        version: 1,
        languages: [{ language: 'fr', level: 3, status: 'self-declared' }],
        memberships: [{ state: 'applied' }],
      },
    });
    const id = String(made.body['id']);
    expect(await api('recruiter', 'PUT', `experts/${id}`, { ...PERSON, givenName: 'Other', version: 1 })).toMatchObject({
      status: 200,
      body: { version: 2, givenName: 'Other', languages: [] },
    });
    expect(await api('recruiter', 'PUT', `experts/${id}`, { ...PERSON, version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'conflict.stale' },
    });
    expect(
      await api('panel-member', 'POST', `experts/${id}/decisions`, { roster: 'external', to: 'under-vetting', reason: 'Complete.' }),
    ).toMatchObject({ status: 204 });
    expect(await api('recruiter', 'GET', 'experts?nationality=KEN&state=under-vetting')).toMatchObject({
      status: 200,
      body: { total: 1, experts: [{ id, number: 1 }] },
    });
    expect(await api('recruiter', 'POST', 'experts', { ...PERSON, email: 'AMARA@example.org' })).toMatchObject({
      status: 409,
      body: { code: 'roster.duplicate-person' },
    });
  });

  it('keeps months and years alone as they are given, also through a change of the profile', async () => {
    const made = await api('recruiter', 'POST', 'experts', {
      ...PERSON,
      email: 'months@example.org',
      givenName: 'Months',
      experience: [{ from: '2010', to: '2012-02', kinds: ['human-rights'], title: 'T', employer: 'E' }],
      degrees: [{ level: 'masters', field: 'public-law', title: 'T', institution: 'I', awardedOn: '2008' }],
      memberships: [{ roster: 'external', reason: 'Applied by letter.' }],
    });
    expect(made).toMatchObject({
      status: 201,
      body: { experience: [{ from: '2010', to: '2012-02' }], degrees: [{ awardedOn: '2008' }] },
    });
    const { id, experience, degrees } = made.body as { id: string; experience: object[]; degrees: object[] };
    const sentBack = { ...PERSON, email: 'months@example.org', givenName: 'Months', version: 1, experience, degrees };
    expect(await api('recruiter', 'PUT', `experts/${id}`, sentBack)).toMatchObject({ status: 200, body: { experience, degrees } });
    const page = await (await send('recruiter', `/roster/experts/${id}`)).text();
    expect(page).toContain(
      '<time class="nowrap" datetime="2010">2010</time> to <time class="nowrap" datetime="2012-02">February 2012</time>',
    );
    expect(page).not.toMatch(/1 Jan 2010|29 Feb 2012|31 Dec 2008/);
    expect(
      await api('recruiter', 'POST', 'experts', { ...PERSON, experience: [{ from: '2010-13', title: 'T', employer: 'E' }] }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'experience.0.from', message: expect.stringContaining('2026-02, 2026') }] },
    });
  });

  it.each([
    ['an unknown field', { ...PERSON, shoeSize: 44 }, 'shoeSize'],
    ['an unknown field inside', { ...PERSON, languages: [{ language: 'fr', level: 3, dialect: 'x' }] }, 'languages.0.dialect'],
    ['31 February', { ...PERSON, bornOn: '1971-02-31' }, 'bornOn'],
    ['an end before the start', { ...PERSON, unavailable: [{ from: '2013-02-02', to: '2013-02-01' }] }, 'unavailable.0.to'],
    [
      '130 per cent',
      { ...PERSON, experience: [{ from: '2010-01-01', percentage: 130, title: 'T', employer: 'E' }] },
      'experience.0.percentage',
    ],
    ['an unknown language', { ...PERSON, languages: [{ language: 'xx', level: 3 }] }, 'languages.0.language'],
    ['a level as text', { ...PERSON, languages: [{ language: 'fr', level: '3' }] }, 'languages.0.level'],
    ['a theme that is no expertise', { ...PERSON, themes: [{ theme: 'general', level: 'good' }] }, 'themes.0.theme'],
    ['a NUL in a name', { ...PERSON, familyName: 'Oke\u0000llo' }, 'familyName'],
    ['a name that is no text', { ...PERSON, familyName: { $gt: '' } }, 'familyName'],
    ['null for a list', { ...PERSON, themes: null }, 'themes'],
    ['101 languages', { ...PERSON, languages: Array.from({ length: 101 }, () => ({ language: 'fr', level: 3 })) }, 'languages'],
    [
      'a country of a job that does not exist',
      { ...PERSON, experience: [{ from: '2010-01-01', title: 'T', employer: 'E', countries: ['XXX'] }] },
      'experience.0.countries.0',
    ],
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

  it.each([
    ['language=xx'],
    ['page=0'],
    ['page=1e99'],
    ['languageLevel=9'],
    ['availableFrom=2013-02-30'],
    ['availableFrom=2013-02-02&availableTo=2013-02-01'],
    ['country=XXX'],
    ['sort=email'],
    ['text=a&text=b'],
    [`text=${'x'.repeat(101)}`],
  ])('refuses the filter %s in the API and on the page', async (query) => {
    expect((await api('recruiter', 'GET', `experts?${query}`)).status).toBe(422);
    expect((await send('recruiter', `/roster?${query}`)).status).toBe(422);
  });

  it('shows to nobody what is outside their scope', async () => {
    const made = await api('recruiter', 'POST', 'experts', {
      ...PERSON,
      email: 'unicef@example.org',
      memberships: [{ roster: 'interagency', agency: 'UNICEF', reason: 'Proposed.' }],
    });
    const id = String(made.body['id']);
    for (const role of ['panel-member', 'agency-focal-point'] as const) {
      const hidden = await api(role, 'GET', `experts/${id}`);
      expect(hidden).toEqual({
        ...(await api(role, 'GET', 'experts/019f0000-0000-7000-8000-000000000000')),
        body: expect.objectContaining({ code: 'not-found' }),
      });
      expect((await send(role, `/roster/experts/${id}`)).status).toBe(404);
      expect(JSON.stringify((await api(role, 'GET', 'experts')).body)).not.toContain(id);
      expect(
        (
          await send(role, `/roster/experts/${id}/decisions`, {
            method: 'POST',
            body: new URLSearchParams({ roster: 'interagency', to: 'withdrawn', reason: 'Hidden' }),
          })
        ).status,
      ).toBe(404);
    }
    expect((await api('fund-manager', 'GET', 'experts')).status).toBe(403);
    expect((await api('surge-officer', 'PUT', `experts/${id}`, { ...PERSON, version: 1 })).status).toBe(403);
    expect((await api('panel-member', 'GET', 'roster-imports')).status).toBe(403);
    expect((await send('panel-member', '/roster/import')).status).toBe(403);
  });
};

describe('the roster over HTTP on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'the roster over HTTP on PostgreSQL', suite('postgres'));

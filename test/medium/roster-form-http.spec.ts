import { rowsOf, type Values } from '../../src/features/roster/editing/form-rows.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import { fieldsOf } from '../support/form-fields.js';
import { RosterSite } from '../support/roster-site.js';
import { describeWith } from '../support/services.js';

type Fields = Record<string, string | readonly string[]>;

const PERSON: Fields = {
  familyName: 'Okello',
  givenName: 'Amara',
  email: 'amara@example.org',
  gender: 'female',
  nationality: 'KEN',
  language: 'en',
};
const CAREER: Fields = {
  'experience.0.title': 'Human Rights Officer',
  'experience.0.employer': 'OHCHR',
  'experience.0.from': '2010-03',
  'experience.0.to': '',
  'experience.0.kinds[]': ['human-rights', 'development'],
  'experience.0.engagement': 'staff',
  'experience.0.percentage': '80',
  'experience.0.countries': 'Kenya, uga',
  'languages.0.language': 'fr',
  'languages.0.level': '3',
  // A row that nobody filled in, apart from what the form says by itself.
  'experience.3.engagement': 'staff',
  'experience.3.percentage': '100',
  'experience.3.title': '',
  'themes.0.theme': '',
  'themes.0.level': '',
};
const JOINING: Fields = { 'memberships.0.roster': 'external', 'memberships.0.agency': '', 'memberships.0.reason': 'Applied by letter.' };

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  let site: RosterSite;
  beforeAll(async () => {
    site = await RosterSite.open(dialect);
  });
  afterAll(() => site?.app.close());

  async function post(role: Parameters<RosterSite['send']>[0], path: string, fields: Fields) {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)] as [string, string])),
    );
    const answer = await site.send(role, path, { method: 'POST', body });
    return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() };
  }
  const html = async (role: Parameters<RosterSite['send']>[0], path: string) => (await site.send(role, path)).text();
  let people = 0;
  async function entered(more: Fields = {}): Promise<string> {
    people += 1;
    const { status, location } = await post('recruiter', '/roster/experts/new', {
      ...PERSON,
      email: `p${people}@example.org`,
      ...CAREER,
      ...JOINING,
      ...more,
    });
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/roster\/experts\/[0-9a-f-]{36}$/)]);
    return location;
  }
  const stored = async (address: string) => (await site.api('recruiter', 'GET', `experts/${address.split('/').at(-1)}`)).body;

  it('enters an expert with everything that was filled in, and without the rows that were not', async () => {
    expect(await stored(await entered({ consentedOn: '2012-05-01' }))).toMatchObject({
      familyName: 'Okello',
      consentedOn: '2012-05-01',
      fictional: false,
      experience: [{ from: '2010-03', to: null, kinds: ['human-rights', 'development'], percentage: 80, countries: ['KEN', 'UGA'] }],
      languages: [{ language: 'fr', level: 3 }],
      themes: [],
      memberships: [{ roster: 'external', state: 'applied', agency: null }],
    });
  });

  it('keeps a fictional person fictional when the profile is changed', async () => {
    const address = await entered({ fictional: 'true' });
    const form = fieldsOf(await html('recruiter', `${address}/edit`));
    const { status } = await post('recruiter', `${address}/edit`, { ...form, familyName: 'Imagined' });
    expect([status, await stored(address)]).toEqual([303, expect.objectContaining({ familyName: 'Imagined', fictional: true })]);
  });

  it('shows what was typed again, with each sentence beside its field, and stores nothing', async () => {
    const before = await site.total();
    const answer = await post('recruiter', '/roster/experts/new', {
      ...CAREER,
      ...JOINING,
      familyName: '"Bobby" & Co',
      'experience.0.countries': 'Kenya, Atlantis',
      'experience.0.from': '2010-13',
      'languages.2.language': 'en',
    });
    expect(answer.status).toBe(422);
    const fields = fieldsOf(answer.html);
    expect(fields).toMatchObject({
      familyName: '"Bobby" & Co',
      'experience.0.countries': 'Kenya, Atlantis',
      'experience.0.from': '2010-13',
    });
    for (const [id, sentence] of [
      ['givenName', 'Give the given name.'],
      ['experience-0-from', 'Give a day that exists'],
      ['experience-0-countries', 'Give countries by their three-letter codes'],
      ['languages-1-level', 'Choose a level from 1 to 4.'],
    ])
      expect(new RegExp(`id="f-${id}-problem"[^>]*>.*?</p>`).exec(answer.html)?.[0]).toContain(sentence);
    expect(await site.total()).toBe(before);
  });

  it('adds and removes rows without saving anything', async () => {
    const added = await post('recruiter', '/roster/experts/new', { ...PERSON, ...CAREER, step: 'add:experience' });
    expect(added.status).toBe(200);
    const fields = fieldsOf(added.html);
    // The empty row of before, and the new one.
    expect(rowsOf(fields as Values, 'experience')).toHaveLength(3);
    expect(fields['experience.0.title']).toBe('Human Rights Officer');
    const removed = await post('recruiter', '/roster/experts/new', {
      ...(fields as Fields),
      'experience.1.title': 'Kept',
      step: 'remove:experience.0',
    });
    expect(rowsOf(fieldsOf(removed.html) as Values, 'experience').map(({ title }) => title)).toEqual(['Kept', '']);
    for (const step of ['add:nothing', 'remove:experience', 'take:email'])
      expect((await post('recruiter', '/roster/experts/new', { step })).status).toBe(step === 'take:email' ? 200 : 422);
  });

  it('changes a profile: what is sent back unchanged stays as it was, ids and all', async () => {
    const address = await entered({ bornOn: '1971-04-02' });
    const before = await stored(address);
    const fields = fieldsOf(await html('recruiter', `${address}/edit`)) as Fields;
    expect((await post('recruiter', `${address}/edit`, fields)).location).toBe(address);
    expect(await stored(address)).toEqual({ ...before, version: 2, updatedAt: expect.anything() });
    expect(
      (await post('recruiter', `${address}/edit`, { ...fields, version: '2', givenName: 'Amina', 'languages.0.level': '4' })).status,
    ).toBe(303);
    expect(await stored(address)).toMatchObject({
      version: 3,
      givenName: 'Amina',
      languages: [{ level: 4 }],
      experience: before['experience'],
    });
    const audited = await site.app.module
      .get(Database, { strict: false })
      .read.getRepository(AuditEntry)
      .find({ where: { subjectId: String(before['id']), action: 'roster.expert-changed' }, order: { id: 'ASC' } });
    expect(audited.map(({ details }) => details)).toEqual([
      { version: 2, changed: [] },
      { version: 3, changed: ['givenName', 'languages'] },
    ]);
  });

  it('says what somebody else changed meanwhile, loses nothing, and saves after a second look', async () => {
    const address = await entered();
    const mine = {
      ...(fieldsOf(await html('recruiter', `${address}/edit`)) as Fields),
      givenName: 'Mine',
      'experience.0.title': 'My title',
    };
    const theirs = {
      ...(await stored(address)),
      email: `theirs${people}@example.org`,
      languages: [
        { language: 'fr', level: 4 },
        { language: 'es', level: 2 },
      ],
    };
    const { id, number: _n, memberships: _m, decisions: _d, createdAt: _c, updatedAt: _u, ...profile } = theirs as Record<string, unknown>;
    expect((await site.api('recruiter', 'PUT', `experts/${id}`, profile)).status).toBe(200);

    const refused = await post('recruiter', `${address}/edit`, mine);
    expect(refused.status).toBe(409);
    for (const sentence of [
      'Somebody else changed this profile meanwhile',
      'E-mail address, Languages',
      `theirs${people}@example.org`,
      'Spanish: ',
      'Take theirs: Languages',
    ])
      expect(refused.html).toContain(sentence);
    expect(refused.html).not.toContain('Take theirs: Experience');
    const kept = fieldsOf(refused.html) as Fields;
    expect(kept).toEqual({ ...mine, version: '2' });

    const taken = await post('recruiter', `${address}/edit`, { ...kept, step: 'take:languages' });
    expect(rowsOf(fieldsOf(taken.html) as Values, 'languages').map(({ language }) => language)).toEqual(['fr', 'es']);
    const again = await post('recruiter', `${address}/edit`, { ...(fieldsOf(taken.html) as Fields), step: 'take:email' });
    expect((await post('recruiter', `${address}/edit`, fieldsOf(again.html) as Fields)).status).toBe(303);
    expect(await stored(address)).toMatchObject({
      version: 3,
      givenName: 'Mine',
      email: `theirs${people}@example.org`,
      languages: [
        { language: 'fr', level: 4 },
        { language: 'es', level: 2 },
      ],
      experience: [{ title: 'My title' }],
    });
  });

  it('says that somebody verified a claim meanwhile, so that it is not taken back unseen', async () => {
    const address = await entered();
    const mine = { ...(fieldsOf(await html('recruiter', `${address}/edit`)) as Fields), givenName: 'Mine' };
    const before = await stored(address);
    const [skill] = before['languages'] as { id: string }[];
    const verified = await site.api('recruiter', 'POST', `experts/${before['id']}/verifications`, {
      claims: [skill?.id],
      how: 'Test of the UN seen',
      version: before['version'],
    });
    expect(verified.status).toBe(200);
    const refused = await post('recruiter', `${address}/edit`, mine);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Take theirs: Languages');
    const taken = await post('recruiter', `${address}/edit`, { ...(fieldsOf(refused.html) as Fields), step: 'take:languages' });
    expect((await post('recruiter', `${address}/edit`, fieldsOf(taken.html) as Fields)).status).toBe(303);
    expect(await stored(address)).toMatchObject({ givenName: 'Mine', languages: [{ status: 'verified', backing: [{ as: 'recruiter' }] }] });
  });

  it('takes several hundred entries, and shows them again', async () => {
    const many: Record<string, string> = {};
    for (let row = 0; row < 100; row += 1) {
      Object.assign(many, {
        [`experience.${row}.title`]: `Job ${row}`,
        [`experience.${row}.from`]: String(1920 + row),
        [`experience.${row}.to`]: String(1920 + row),
        [`experience.${row}.engagement`]: 'staff',
        [`experience.${row}.percentage`]: '100',
      });
      Object.assign(many, {
        [`degrees.${row}.level`]: 'first',
        [`degrees.${row}.field`]: 'unrelated',
        [`degrees.${row}.title`]: `Degree ${row}`,
      });
      Object.assign(many, { [`trainings.${row}.kind`]: 'hrba', [`trainings.${row}.completedOn`]: '2010' });
      Object.assign(many, { [`unavailable.${row}.from`]: '2026-01-01', [`unavailable.${row}.to`]: '2026-01-02' });
    }
    const address = await entered(many);
    const fields = fieldsOf(await html('recruiter', `${address}/edit`)) as Fields;
    expect(rowsOf(fields as Values, 'experience')).toHaveLength(100);
    expect((await post('recruiter', `${address}/edit`, fields)).status).toBe(303);
    expect((await stored(address))['unavailable']).toHaveLength(100);
    expect((await post('recruiter', `${address}/edit`, { ...fields, version: '2', 'degrees.100.title': 'One more' })).status).toBe(422);
  });

  it('lets an agency propose its own staff, verify nothing and change nobody', async () => {
    const form = await html('agency-focal-point', '/roster/experts/new');
    expect(form).toContain('proposed by UNDP');
    expect(form).not.toContain('How far it is backed');
    const own = {
      ...PERSON,
      ...CAREER,
      email: 'staff@example.org',
      'memberships.0.roster': 'interagency',
      'memberships.0.agency': 'undp',
      'memberships.0.reason': 'Proposed by UNDP.',
    };
    expect((await post('agency-focal-point', '/roster/experts/new', { ...own, 'memberships.0.agency': 'UNICEF' })).status).toBe(422);
    expect((await post('agency-focal-point', '/roster/experts/new', { ...own, 'languages.0.status': 'verified' })).status).toBe(422);
    const { status, location } = await post('agency-focal-point', '/roster/experts/new', own);
    expect(status).toBe(303);
    expect(await stored(location)).toMatchObject({ memberships: [{ roster: 'interagency', agency: 'UNDP', state: 'active' }] });
    expect((await site.send('agency-focal-point', `${location}/edit`)).status).toBe(403);
    expect(await html('agency-focal-point', location)).not.toContain('Change the profile');
  });

  it('adds an expert to the other roster, with a reason', async () => {
    const address = await entered();
    expect(await html('recruiter', address)).toContain('Add to a roster');
    const wrong = await post('recruiter', `${address}/memberships`, { roster: 'interagency', agency: 'undp', reason: '' });
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('Give the reason')]);
    expect(
      (await post('recruiter', `${address}/memberships`, { roster: 'interagency', agency: 'undp', reason: 'Now staff.' })).location,
    ).toBe(address);
    expect(await stored(address)).toMatchObject({
      memberships: [{ roster: 'external' }, { roster: 'interagency', agency: 'UNDP', state: 'active' }],
    });
    expect(await html('recruiter', `${address}/memberships`)).toContain('no roster to which you could add');
  });

  it.each(['surge-officer', 'panel-member', 'fund-manager'] as const)('is not there for the %s', async (role) => {
    const address = await entered();
    for (const path of ['/roster/experts/new', `${address}/edit`, `${address}/memberships`]) {
      expect((await site.send(role, path)).status).toBe(403);
      expect((await post(role, path, PERSON)).status).toBe(403);
    }
    expect(await site.send('recruiter', '/roster/experts/018f0000-0000-7000-8000-000000000000/edit')).toMatchObject({ status: 404 });
  });
};

describe('the form of an expert on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'the form of an expert on PostgreSQL', suite('postgres'));

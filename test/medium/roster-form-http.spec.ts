import { rowsOf, type Values } from '../../src/features/roster/editing/form-rows.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import { fieldsOf } from '../support/form-fields.js';
import { CAREER, type Fields, JOINING, PERSON, type RosterForm, rosterForm } from '../support/roster-form.js';
import { describeWith } from '../support/services.js';

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  const the = rosterForm(dialect);

  const post: RosterForm['post'] = (...sent) => the().post(...sent);
  const html: RosterForm['html'] = (...asked) => the().html(...asked);
  const entered: RosterForm['entered'] = (more) => the().entered(more);
  const stored: RosterForm['stored'] = (address) => the().stored(address);

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
    const before = await the().site.total();
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
    expect(await the().site.total()).toBe(before);
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
    const audited = await the()
      .site.app.module.get(Database, { strict: false })
      .read.getRepository(AuditEntry)
      .find({ where: { subjectId: String(before['id']), action: 'roster.expert-changed' }, order: { id: 'ASC' } });
    expect(audited.map(({ details }) => details)).toEqual([
      { version: 2, changed: [] },
      { version: 3, changed: ['givenName', 'languages'] },
    ]);
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
    expect((await the().site.send('agency-focal-point', `${location}/edit`)).status).toBe(403);
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
      expect((await the().site.send(role, path)).status).toBe(403);
      expect((await post(role, path, PERSON)).status).toBe(403);
    }
    expect(await the().site.send('recruiter', '/roster/experts/018f0000-0000-7000-8000-000000000000/edit')).toMatchObject({ status: 404 });
  });
};

describe('the form of an expert on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'the form of an expert on PostgreSQL', suite('postgres'));

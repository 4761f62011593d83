import { rowsOf, type Values } from '../../src/features/roster/editing/form-rows.js';
import { fieldsOf } from '../support/form-fields.js';
import { type Fields, type RosterForm, rosterForm } from '../support/roster-form.js';
import { describeWith } from '../support/services.js';

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  const the = rosterForm(dialect);

  const post: RosterForm['post'] = (...sent) => the().post(...sent);
  const entered: RosterForm['entered'] = (more) => the().entered(more);
  const stored: RosterForm['stored'] = (address) => the().stored(address);

  it('says what somebody else changed meanwhile, loses nothing, and saves after a second look', async () => {
    const address = await entered();
    const mine = {
      ...(await the().fields(address)),
      givenName: 'Mine',
      'experience.0.title': 'My title',
    };
    const theirs = {
      ...(await stored(address)),
      email: `theirs${the().people}@example.org`,
      languages: [
        { language: 'fr', level: 4 },
        { language: 'es', level: 2 },
      ],
    };
    const { id, number: _n, memberships: _m, decisions: _d, createdAt: _c, updatedAt: _u, ...profile } = theirs as Record<string, unknown>;
    expect((await the().site.api('recruiter', 'PUT', `experts/${id}`, profile)).status).toBe(200);

    const refused = await post('recruiter', `${address}/edit`, mine);
    expect(refused.status).toBe(409);
    for (const sentence of [
      'Somebody else changed this profile meanwhile',
      'E-mail address, Languages',
      `theirs${the().people}@example.org`,
      'Spanish: ',
      'Take theirs: Languages',
    ])
      expect(refused.html).toContain(sentence);
    expect(refused.html).not.toContain('Take theirs: Experience');
    const kept = fieldsOf(refused.html) as Fields;
    expect(kept).toEqual({ ...mine, version: '2', since: '1' });

    const taken = await post('recruiter', `${address}/edit`, { ...kept, step: 'take:languages' });
    expect(rowsOf(fieldsOf(taken.html) as Values, 'languages').map(({ language }) => language)).toEqual(['fr', 'es']);
    for (const sentence of ['Theirs stands below now: Languages.', 'Take theirs: E-mail address']) expect(taken.html).toContain(sentence);
    expect(taken.html).not.toContain('Take theirs: Languages');
    const again = await post('recruiter', `${address}/edit`, { ...(fieldsOf(taken.html) as Fields), step: 'take:email' });
    expect(again.html).toContain('What they changed agrees with what stands below.');
    expect((await post('recruiter', `${address}/edit`, fieldsOf(again.html) as Fields)).status).toBe(303);
    expect(await stored(address)).toMatchObject({
      version: 3,
      givenName: 'Mine',
      email: `theirs${the().people}@example.org`,
      languages: [
        { language: 'fr', level: 4 },
        { language: 'es', level: 2 },
      ],
      experience: [{ title: 'My title' }],
    });
  });

  it('keeps what somebody else changed in sight while a row is added and while something is refused', async () => {
    const address = await entered();
    const mine = { ...(await the().fields(address)), givenName: 'Mine' };
    const theirs = { ...(await the().fields(address)), givenName: 'Theirs' };
    expect((await post('recruiter', `${address}/edit`, theirs)).status).toBe(303);
    const refused = await post('recruiter', `${address}/edit`, mine);
    const added = await post('recruiter', `${address}/edit`, { ...(fieldsOf(refused.html) as Fields), step: 'add:themes' });
    const wrong = await post('recruiter', `${address}/edit`, { ...(fieldsOf(added.html) as Fields), familyName: '' });
    expect([refused, added, wrong].map(({ status, html: shown }) => [status, shown.includes('Take theirs: Given name')])).toEqual([
      [409, true],
      [200, true],
      [422, true],
    ]);
    expect((await post('recruiter', `${address}/edit`, { ...(fieldsOf(wrong.html) as Fields), familyName: 'Okello' })).status).toBe(303);
    expect(await stored(address)).toMatchObject({ givenName: 'Mine', version: 3 });
  });

  it('tells two versions of one entry apart, and nothing of the entries that nobody changed', async () => {
    const address = await entered({
      'experience.1.title': 'Adviser',
      'experience.1.from': '2001',
      'experience.1.to': '2004',
      'experience.1.countries': 'Kenya',
      'experience.1.engagement': 'staff',
      'experience.1.percentage': '100',
    });
    const mine = { ...(await the().fields(address)), 'experience.0.percentage': '60' };
    const theirs = { ...(await the().fields(address)), 'experience.0.percentage': '90' };
    expect((await post('recruiter', `${address}/edit`, theirs)).status).toBe(303);
    const { html: shown } = await post('recruiter', `${address}/edit`, mine);
    const sides = /<dl class="terms">.*?<\/dl>/s.exec(shown)?.[0];
    expect(sides).toMatch(/Human Rights Officer, OHCHR, 2010-03 to today, Kenya, Uganda, 90 % of full time.*60 % of full time/s);
    expect(sides).not.toContain('Adviser');
  });

  it('says that somebody verified a claim meanwhile, so that it is not taken back unseen', async () => {
    const address = await entered();
    const mine = { ...(await the().fields(address)), givenName: 'Mine' };
    const before = await stored(address);
    const [skill] = before['languages'] as { id: string }[];
    const verified = await the().site.api('recruiter', 'POST', `experts/${before['id']}/verifications`, {
      claims: [skill?.id],
      how: 'Test of the UN seen',
      version: before['version'],
    });
    expect(verified.status).toBe(200);
    const refused = await post('recruiter', `${address}/edit`, mine);
    expect(refused.status).toBe(409);
    expect(refused.html).toMatch(/Take theirs: Languages/);
    expect(refused.html).toMatch(/French: III – working knowledge, verified.*French: III – working knowledge, self-declared/s);
    const taken = await post('recruiter', `${address}/edit`, { ...(fieldsOf(refused.html) as Fields), step: 'take:languages' });
    expect((await post('recruiter', `${address}/edit`, fieldsOf(taken.html) as Fields)).status).toBe(303);
    expect(await stored(address)).toMatchObject({ givenName: 'Mine', languages: [{ status: 'verified', backing: [{ as: 'recruiter' }] }] });
  });
};

describe('two people at the form of one expert on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'two people at the form of one expert on PostgreSQL', suite('postgres'));

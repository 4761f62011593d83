import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import { RosterSite } from '../support/roster-site.js';
import { describeWith } from '../support/services.js';

const PERSON = { familyName: 'Okello', givenName: 'Amara', gender: 'female', nationality: 'KEN' };

interface Claim {
  readonly id: string;
  readonly status: string;
  readonly backing?: readonly { as: string; on: string; how: string }[];
}
type Profile = { readonly id: string; readonly version: number; readonly languages: Claim[]; readonly knowledge: Claim[] };

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  let site: RosterSite;
  let count = 0;
  beforeAll(async () => {
    site = await RosterSite.open(dialect);
  });
  afterAll(() => site?.app.close());

  async function anExpert(more: object = {}): Promise<Profile> {
    count += 1;
    const { status, body } = await site.api('recruiter', 'POST', 'experts', {
      ...PERSON,
      email: `expert-${count}@example.org`,
      languages: [{ language: 'fr', level: 3 }],
      knowledge: [{ area: 'mandates', level: 'good' }],
      memberships: [{ roster: 'external', reason: 'Applied by letter.' }],
      ...more,
    });
    expect(status).toBe(201);
    return body as unknown as Profile;
  }
  const verify = (expert: Profile, body: object, role: 'recruiter' | 'panel-member' | 'surge-officer' = 'recruiter') =>
    site.api(role, 'POST', `experts/${expert.id}/verifications`, { claims: [], how: 'Diploma seen', version: expert.version, ...body });
  const put = (expert: Profile, body: object) =>
    site.api('recruiter', 'PUT', `experts/${expert.id}`, {
      ...PERSON,
      email: `expert-${count}@example.org`,
      version: expert.version,
      languages: expert.languages,
      knowledge: expert.knowledge,
      ...body,
    });

  it('records who verified a claim, when and how, and keeps it through a change that sends the profile back', async () => {
    const expert = await anExpert();
    const answer = await verify(expert, { claims: [expert.languages[0]?.id] }, 'panel-member');
    expect(answer).toMatchObject({
      status: 200,
      body: { version: 2, languages: [{ status: 'verified', backing: [{ as: 'panel-member', how: 'Diploma seen' }] }] },
    });
    const verified = answer.body as unknown as Profile;
    expect(verified.knowledge[0]).toEqual(expert.knowledge[0]);
    expect((await put(verified, {})).body['languages']).toEqual(verified.languages);
    const forged = verified.languages.map((skill) => ({ ...skill, backing: [{ status: 'verified', as: 'auditor' }] }));
    expect((await put({ ...verified, version: 3 }, { languages: forged })).body['languages']).toEqual(verified.languages);
    const page = await (await site.send('recruiter', `/roster/experts/${expert.id}`)).text();
    expect(page).toMatch(/French<\/strong>.*✓ Verified<\/span><small> by HRM panel member on \d+ \w+ \d{4}: Diploma seen/);
    const audit = site.app.module.get(Database, { strict: false }).read.getRepository(AuditEntry);
    expect(await audit.findBy({ subjectId: expert.id, action: 'roster.claims-verified' })).toMatchObject([
      { reason: 'Diploma seen', details: { version: 2, claims: [expert.languages[0]?.id] } },
    ]);
  });

  it('names whoever marks a claim as verified in a change, and nobody can make one panel-assessed', async () => {
    const expert = await anExpert({ languages: [{ language: 'fr', level: 3, status: 'verified' }] });
    expect(expert.languages[0]?.backing).toMatchObject([{ as: 'recruiter', how: '' }]);
    const assessed = expert.knowledge.map((claim) => ({ ...claim, status: 'panel-assessed' }));
    expect(await put(expert, { knowledge: assessed })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'knowledge.0.status', message: expect.stringContaining('Only the decision of a panel') }] },
    });
    const refused = await site.api('recruiter', 'POST', 'experts', {
      ...PERSON,
      email: 'x@example.org',
      knowledge: [{ area: 'mandates', level: 'good', status: 'panel-assessed' }],
    });
    expect(refused.status).toBe(422);
  });

  it('refuses claims that are backed already or not there, no reason, and a version that has moved on', async () => {
    const expert = await anExpert();
    const [{ id = '' } = {}] = expert.knowledge;
    expect((await verify(expert, { claims: [] })).status).toBe(422);
    expect((await verify(expert, { claims: [id], how: ' ' })).status).toBe(422);
    expect((await verify(expert, { claims: [id, 'nothing'] })).body).toMatchObject({ errors: [{ field: 'claims' }] });
    expect((await verify(expert, { claims: [id] }, 'surge-officer')).status).toBe(403);
    expect((await verify(expert, { claims: [id] })).status).toBe(200);
    expect((await verify(expert, { claims: [expert.languages[0]?.id] })).body).toMatchObject({ code: 'conflict.stale' });
    expect((await verify({ ...expert, version: 2 }, { claims: [id] })).body).toMatchObject({ errors: [{ field: 'claims' }] });
  });

  it('does the same on a page without a script', async () => {
    const expert = await anExpert();
    const path = `/roster/experts/${expert.id}/verification`;
    expect(await (await site.send('recruiter', `/roster/experts/${expert.id}`)).text()).toContain(path);
    expect(await (await site.send('recruiter', path)).text()).toContain('Knowledge: UN mandates, policies and guidelines, good');
    const send = (body: string) =>
      site.send('recruiter', path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    const refused = await send(`version=1&how=Seen`);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Choose at least one claim.')]);
    const done = await send(`version=1&how=Letter+seen&claims[]=${expert.knowledge[0]?.id}`);
    expect([done.status, done.headers.get('location')]).toEqual([303, `/roster/experts/${expert.id}`]);
    expect((await site.send('surge-officer', path)).status).toBe(403);
  });
};

describe('who backed a claim, on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'who backed a claim, on PostgreSQL', suite('postgres'));

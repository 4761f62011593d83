import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFictionalRoster } from '../../src/demo/roster-file.js';
import { RosterImporter, RosterProfiles } from '../../src/features/roster/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database, newId } from '../../src/platform/database/index.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { RosterSite } from '../support/roster-site.js';
import { describeWith } from '../support/services.js';

const AS_OF = '2026-11-24';
/** More than one set of rows, and people whose names a spreadsheet could take for formulas. */
const COUNT = 230;

async function rosterOf(site: RosterSite): Promise<unknown[]> {
  const read = site.app.module.get(Database, { strict: false }).read;
  const ids: { id: string }[] = await read.query('SELECT id FROM experts ORDER BY number');
  const profiles = site.app.module.get(RosterProfiles, { strict: false });
  const shown = await Promise.all(ids.map(({ id }) => profiles.view(id, RECRUITER)));
  const plain = JSON.stringify(shown, (key, value: unknown) =>
    ['id', 'createdAt', 'updatedAt', 'decisions'].includes(key) ? undefined : value,
  );
  return JSON.parse(plain) as unknown[];
}

const suite = (dialect: 'sqlite' | 'postgres') => () => {
  const sites: RosterSite[] = [];
  async function aSite(): Promise<RosterSite> {
    const site = await RosterSite.open(dialect);
    sites.push(site);
    return site;
  }
  afterAll(() => Promise.all(sites.map((site) => site.app.close())));
  const imports = (site: RosterSite, file: Buffer) =>
    site.app.module.get(RosterImporter, { strict: false }).run(csvSource(file), { actor: RECRUITER });

  it('gives back the roster as a file that another desk imports as the same experts', async () => {
    const [from, to] = [await aSite(), await aSite()];
    const path = join(tmpdir(), `${newId()}.csv`);
    await writeFictionalRoster(path, { count: COUNT, seed: 3, asOf: AS_OF });
    expect(await imports(from, await readFile(path))).toMatchObject({ rowsImported: COUNT, problems: [] });
    const odd = await from.api('recruiter', 'POST', 'experts', {
      familyName: '=HYPERLINK("x")',
      givenName: 'Îleana; | \\',
      email: 'odd@example.org',
      gender: 'other',
      nationality: 'ROU',
      experience: [{ from: '2010', to: '2012-03', kinds: ['human-rights'], title: '+1; chief | "x"', employer: '' }],
      degrees: [{ level: 'first', field: 'public-law', title: '', institution: '', awardedOn: '2004' }],
      memberships: [{ roster: 'external', reason: 'Applied by letter.' }],
    });
    expect(odd.status).toBe(201);

    const answer = await from.send('recruiter', '/api/v1/roster-export');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const file = Buffer.from(await answer.arrayBuffer());
    expect(file.toString()).toContain(`"'=HYPERLINK(""x"")"`);
    expect(await imports(to, file)).toMatchObject({ rowsImported: COUNT + 1, problems: [] });
    expect(await rosterOf(to)).toEqual(await rosterOf(from));
    expect(JSON.stringify(await rosterOf(to))).toContain('"from":"2010","to":"2012-03"');
    const audit = from.app.module.get(Database, { strict: false }).read.getRepository(AuditEntry);
    expect(await audit.countBy({ action: 'roster.exported' })).toBe(1);
  });

  it('is for those who may import', async () => {
    const site = sites[0] ?? (await aSite());
    for (const role of ['panel-member', 'agency-focal-point', 'surge-officer', 'fund-manager'] as const)
      expect((await site.send(role, '/api/v1/roster-export')).status).toBe(403);
    expect(await (await site.send('recruiter', '/roster')).text()).toContain('href="/api/v1/roster-export"');
    expect(await (await site.send('surge-officer', '/roster')).text()).not.toContain('roster-export');
  });
};

describe('the roster as a file, on SQLite', suite('sqlite'));
describeWith('POSTGRES', 'the roster as a file, on PostgreSQL', suite('postgres'));

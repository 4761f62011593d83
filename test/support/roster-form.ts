import { fieldsOf } from './form-fields.js';
import { RosterSite } from './roster-site.js';

export type Fields = Record<string, string | readonly string[]>;

export const PERSON: Fields = {
  familyName: 'Okello',
  givenName: 'Amara',
  email: 'amara@example.org',
  gender: 'female',
  nationality: 'KEN',
  language: 'en',
};
export const CAREER: Fields = {
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
export const JOINING: Fields = {
  'memberships.0.roster': 'external',
  'memberships.0.agency': '',
  'memberships.0.reason': 'Applied by letter.',
};

/** The form of an expert as a browser without a script fills it in and sends it. */
export class RosterForm {
  /** How many people were entered. */
  people = 0;

  constructor(readonly site: RosterSite) {}

  async post(role: Parameters<RosterSite['send']>[0], path: string, fields: Fields) {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)] as [string, string])),
    );
    const answer = await this.site.send(role, path, { method: 'POST', body });
    return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() };
  }

  async html(role: Parameters<RosterSite['send']>[0], path: string): Promise<string> {
    return (await this.site.send(role, path)).text();
  }

  /** The fields of the form of a profile, as they stand in it. */
  async fields(address: string): Promise<Fields> {
    return fieldsOf(await this.html('recruiter', `${address}/edit`));
  }

  /** The address of somebody new. */
  async entered(more: Fields = {}): Promise<string> {
    this.people += 1;
    const { status, location } = await this.post('recruiter', '/roster/experts/new', {
      ...PERSON,
      email: `p${this.people}@example.org`,
      ...CAREER,
      ...JOINING,
      ...more,
    });
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/roster\/experts\/[0-9a-f-]{36}$/)]);
    return location;
  }

  /** The profile at that address. */
  async stored(address: string): Promise<Record<string, unknown>> {
    return (await this.site.api('recruiter', 'GET', `experts/${address.split('/').at(-1)}`)).body;
  }
}

/** Opens the whole app on a database of its own for the tests of a suite, and closes it after them. */
export function rosterForm(dialect: 'sqlite' | 'postgres'): () => RosterForm {
  let opened: RosterForm | undefined;
  beforeAll(async () => {
    opened = new RosterForm(await RosterSite.open(dialect));
  });
  afterAll(() => opened?.site.app.close());
  return () => {
    if (!opened) throw new Error('The form is there only inside a test or a hook.');
    return opened;
  };
}

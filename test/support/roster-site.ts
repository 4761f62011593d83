import type { Role } from '../../src/core/access.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { type RunningApp, startApp } from './app.js';
import type { Dialect } from './locations.js';

const PASSWORD = 'a quiet long password';

/** Who is signed in at the site of a test; the focal point is UNDP's. */
const PEOPLE: readonly (readonly [Role, string | null])[] = [
  ['recruiter', null],
  ['panel-member', null],
  ['agency-focal-point', 'UNDP'],
  ['fund-manager', null],
  ['surge-officer', null],
];

/** What the API answered. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The whole app, with somebody of each role signed in to it. */
export class RosterSite {
  private readonly cookies = new Map<Role, string>();

  private constructor(readonly app: RunningApp) {}

  /** The caller closes `app`. */
  static async open(dialect: Dialect): Promise<RosterSite> {
    const site = new RosterSite(await startApp({ dialect }));
    const accounts = site.app.module.get(AccountsService, { strict: false });
    for (const [role, agency] of PEOPLE) {
      const email = `${role}@example.org`;
      await accounts.add({ email, name: 'Somebody', role, password: PASSWORD, ...(agency ? { agency } : {}) }, 'system');
      const answer = await fetch(`${site.app.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD }),
      });
      site.cookies.set(role, /session=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '');
    }
    return site;
  }

  /** The session of that role, for a browser. */
  session(role: Role): string {
    return this.cookies.get(role) ?? '';
  }

  send(role: Role, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: `session=${this.session(role)}`, ...(init.headers as Record<string, string> | undefined) };
    return fetch(`${this.app.url}${path}`, { redirect: 'manual', ...init, headers });
  }

  async api(role: Role, method: string, path: string, body?: unknown): Promise<Answer> {
    const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await this.send(role, `/api/v1/${path}`, { method, ...json });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  }

  /** How many experts there are. */
  async total(): Promise<number> {
    return Number((await this.api('recruiter', 'GET', 'experts')).body['total']);
  }
}

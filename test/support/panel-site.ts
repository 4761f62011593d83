import type { Role } from '../../src/core/access.js';
import { type FullScores, PANEL_CRITERIA, type Rating } from '../../src/core/panel.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { Needs } from '../../src/features/needs/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { startApp } from './app.js';
import type { Dialect } from './locations.js';
import { RECRUITER } from './roster-desk.js';
import { fictionalRoster, needsOfKenya } from './shortlist-desk.js';

const PASSWORD = 'a quiet long password';

/** Everybody around a panel of the Kenyan post: `desk` sets it up, `recruiter` also recruits, `ugandan` is another country's RC. */
export const PEOPLE = {
  desk: { role: 'recruiter', country: undefined },
  recruiter: { role: 'recruiter', country: undefined },
  vetter: { role: 'panel-member', country: undefined },
  coordinator: { role: 'resident-coordinator', country: 'KEN' },
  ugandan: { role: 'resident-coordinator', country: 'UGA' },
  outsider: { role: 'panel-member', country: undefined },
  auditor: { role: 'auditor', country: undefined },
} as const satisfies Record<string, { role: Role; country: string | undefined }>;
export type Somebody = keyof typeof PEOPLE;

/** The members of the panel that `newPanel` sets up; the first chairs. */
export const MEMBERS = ['vetter', 'recruiter', 'coordinator'] as const satisfies readonly Somebody[];

export interface Answer {
  readonly status: number;
  // The shape differs by route; tests compare it with what they expect.
  readonly body: Record<string, never> & { readonly id: string; readonly code: string };
}

/** The whole app with a roster, a post in Kenya with a run, and people who are signed in. */
export async function openPanelSite(dialect: Dialect = 'sqlite') {
  const app = await startApp({ dialect, clock: FixedClock.at('2026-11-24T10:00:00Z') });
  await app.module.get(RosterImporter, { strict: false }).run(fictionalRoster(120), { actor: RECRUITER });
  await needsOfKenya(app.module.get(Needs, { strict: false }));
  const cookies = new Map<Somebody, string>();
  const ids = new Map<Somebody, string>();
  for (const [somebody, { role, country }] of Object.entries(PEOPLE) as [Somebody, { role: Role; country: string | undefined }][]) {
    const email = `${somebody}@example.org`;
    const added = await app.module
      .get(AccountsService, { strict: false })
      .add({ email, name: `The ${somebody}`, role, country, password: PASSWORD }, 'system');
    const signedIn = await fetch(`${app.url}/api/v1/session`, {
      method: 'POST',
      body: JSON.stringify({ email, password: PASSWORD }),
      headers: { 'content-type': 'application/json' },
    });
    cookies.set(somebody, signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '');
    ids.set(somebody, added.account.id);
  }
  const cookie = (as: Somebody): string => cookies.get(as) ?? '';
  const id = (of: Somebody): string => ids.get(of) ?? '';

  async function api(as: Somebody, method: string, path: string, body?: unknown): Promise<Answer> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { cookie: cookie(as), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${app.url}/api/v1${path}`, { method, headers, ...json });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }
  const page = (as: Somebody, path: string) => fetch(`${app.url}${path}`, { headers: { cookie: cookie(as) }, redirect: 'manual' });

  /** Of a new post, because whoever rates on one panel is blind on every other about the same post. */
  async function newRun(): Promise<string> {
    const post = await api('desk', 'POST', '/posts', { country: 'KEN' });
    return (await api('desk', 'POST', `/posts/${post.body.id}/shortlists`, { size: 20 })).body.id;
  }
  /** A panel over the first candidates of a new run. */
  async function newPanel(candidates = 3, members: readonly Somebody[] = MEMBERS): Promise<{ id: string; runId: string }> {
    const runId = await newRun();
    const dto = { runId, candidates, members: members.map(id), chairId: id(members[0] ?? 'vetter') };
    const { status, body } = await api('desk', 'POST', '/panels', dto);
    if (status !== 201) throw new Error(`The panel was not set up: ${JSON.stringify(body)}`);
    return { id: (body as unknown as { panel: { id: string } }).panel.id, runId };
  }
  const declare = (as: Somebody, panel: string) => api(as, 'POST', `/panels/${panel}/declaration`, { conflict: 'none' });
  const handIn = (as: Somebody, panel: string, letter: string, rating: Rating = 3) =>
    api(as, 'PUT', `/panels/${panel}/candidates/${letter}/rating`, {
      scores: allRated(rating),
      comment: 'As the card shows.',
      handIn: true,
      version: 0,
    });
  /** Declared and rated by everybody, and agreed. `B` is rated best. */
  async function ratedPanel(candidates = 3): Promise<{ id: string; runId: string }> {
    const panel = await newPanel(candidates);
    for (const member of MEMBERS) {
      await declare(member, panel.id);
      for (const letter of letters(candidates)) await handIn(member, panel.id, letter, letter === 'B' ? 5 : 3);
    }
    return panel;
  }
  const agree = (panel: string, letter: string, rating: Rating) =>
    api('vetter', 'PUT', `/panels/${panel}/candidates/${letter}/consensus`, { scores: allRated(rating), reason: 'We discussed it.' });

  return { app, api, page, cookie, id, newRun, newPanel, declare, handIn, ratedPanel, agree, close: () => app.close() };
}

export type PanelSite = Awaited<ReturnType<typeof openPanelSite>>;

export const letters = (count: number): string[] => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].slice(0, count);

export const allRated = (rating: Rating): FullScores => Object.fromEntries(PANEL_CRITERIA.map((name) => [name, rating])) as FullScores;

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { RosterPool, RosterProfiles } from '../../src/features/roster/index.js';
import { countryName } from '../../src/platform/reference-data/index.js';
import { letters, MEMBERS, openPanelSite, type PanelSite, type Somebody } from '../support/panel-site.js';
import { RECRUITER } from '../support/roster-desk.js';
import { waitFor } from '../support/wait-for.js';

/** Half of those who are kept, so that a good part of the roster takes part. */
const CANDIDATES = 10;
/** Everybody here is a candidate for it, so that having been one says nothing. */
const POST_TITLE = 'Human Rights Adviser';
/** Keys of JSON that would tell who somebody is, or where they stood on the list. */
const TELLING_KEYS = [
  'number',
  'expertId',
  'runId',
  'seed',
  'machineRank',
  'rank',
  'position',
  'total',
  'employer',
  'institution',
  'title',
  'from',
  'to',
];

describe('the blind view', () => {
  let site: PanelSite;
  let panel: { id: string; runId: string };
  /** What identifies each candidate, by roster number. */
  let identifying: Map<number, Set<string>>;

  beforeAll(async () => {
    site = await openPanelSite();
    panel = await site.newPanel(CANDIDATES);
    identifying = await whoTheyAre();
  });
  afterAll(() => site?.close());

  /** Every value of the candidates' profiles that says who they are. The country of the post says nothing about them. */
  async function whoTheyAre(): Promise<Map<number, Set<string>>> {
    const view = (await site.api('desk', 'GET', `/shortlists/${panel.runId}`)).body as unknown as {
      top: { number: number; expertId: string }[];
    };
    const found = new Map<number, Set<string>>();
    for (const { number, expertId } of view.top.slice(0, CANDIDATES)) {
      const who = await site.app.module.get(RosterProfiles, { strict: false }).view(expertId, RECRUITER);
      const profile = await site.app.module.get(RosterPool, { strict: false }).profile(expertId);
      const countries = [who.nationality, ...who.experience.flatMap((job) => job.countries)].filter((code) => code !== 'KEN');
      const parts = [who.degrees, who.experience, who.knowledge, who.languages, who.themes, who.trainings, who.unavailable].flat();
      const values = [
        who.familyName,
        who.givenName,
        who.email,
        who.bornOn,
        who.gender,
        expertId,
        ...countries.flatMap((code) => [code, countryName(code)]),
        ...(profile?.memberships ?? []).flatMap(({ agency, since, until }) => [agency, since, until]),
        ...who.degrees.flatMap(({ title, institution, awardedOn }) => [title, institution, awardedOn]),
        ...who.experience.flatMap(({ title, employer, from, to, level }) => [title, employer, from, to, level === 'P-5' ? '' : level]),
        ...who.trainings.map(({ completedOn }) => completedOn),
        ...parts.map(({ id }) => id),
      ];
      found.set(number, new Set(values.flatMap((value) => (value && value !== POST_TITLE ? [value] : []))));
    }
    return found;
  }

  /** Identifying values that stand in a text as whole words. */
  function told(text: string, of: Iterable<string>): string[] {
    return [...of].filter((value) =>
      new RegExp(`(?<![\\p{L}\\d])${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u').test(text),
    );
  }
  const everybody = () => new Set([...identifying.values()].flatMap((values) => [...values]));

  function keysOf(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(keysOf);
    return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => [key, ...keysOf(item)]) : [];
  }

  const panelPaths = () => [
    '/panels',
    `/panels/${panel.id}`,
    ...letters(CANDIDATES).map((letter) => `/panels/${panel.id}/candidates/${letter}`),
    `/panels/${panel.id}/result`,
  ];
  const read = async (as: Somebody, path: string): Promise<{ status: number; text: string }> => {
    const answer = await site.page(as, path);
    return { status: answer.status, text: await answer.text() };
  };

  /** Every panel answer, of the API and of the pages, as one member gets it. */
  async function expectBlind(member: Somebody): Promise<void> {
    for (const path of panelPaths())
      for (const prefix of ['/api/v1', '']) {
        const { status, text } = await read(member, `${prefix}${path}`);
        expect(status).not.toBe(404);
        expect({ path, told: told(text, everybody()) }).toEqual({ path, told: [] });
        expect(text).not.toMatch(/\bNo\. \d/);
        if (prefix !== '' && status === 200) expect(keysOf(JSON.parse(text)).filter((key) => TELLING_KEYS.includes(key))).toEqual([]);
      }
  }

  it('would notice: whoever keeps the record finds names in the very same answers', async () => {
    const { text } = await read('desk', `/api/v1/panels/${panel.id}`);
    for (const values of identifying.values()) expect(told(text, values).length).toBeGreaterThan(0);
  });

  it('tells nothing before the declaration, nothing while it waits, and nothing until the rating is in', async () => {
    for (const member of MEMBERS) await expectBlind(member);
    await site.api('recruiter', 'POST', `/panels/${panel.id}/declaration`, {
      conflict: 'candidate',
      description: 'A cousin may have applied.',
    });
    await expectBlind('recruiter');
    await site.api('desk', 'POST', `/panels/${panel.id}/conflicts`, {
      accountId: site.id('recruiter'),
      letters: ['J'],
      resolution: 'It is J.',
    });
    for (const member of ['vetter', 'coordinator'] as const) await site.declare(member, panel.id);
    for (const member of MEMBERS) await expectBlind(member);
  });

  it('tells nothing when others have handed in, nothing on a kept draft, nothing on a refused form', async () => {
    for (const letter of letters(CANDIDATES)) await site.handIn('vetter', panel.id, letter);
    await site.api('coordinator', 'PUT', `/panels/${panel.id}/candidates/A/rating`, { scores: { languages: 4 }, version: 0 });
    await site.api('coordinator', 'PUT', `/panels/${panel.id}/candidates/A/rating`, { handIn: true, version: 1 });
    for (const member of ['coordinator', 'recruiter'] as const) await expectBlind(member);
  });

  it('hides every shortlist of the post from whoever still rates, exports too', async () => {
    const { paths } = (await (await fetch(`${site.app.url}/api/openapi.json`)).json()) as { paths: Record<string, { get?: unknown }> };
    const api = Object.entries(paths)
      .filter(([path, methods]) => path.startsWith('/api/v1/shortlists/{id}') && methods.get)
      .map(([path]) => path);
    expect(api.length).toBeGreaterThan(8);
    const pages = ['', '/diff/{other}', '/robustness', '/balance', '/weights', '/compare', '/report', '/candidates/{number}'].map(
      (path) => `/shortlists/{id}${path}`,
    );
    const [number] = identifying.keys();
    const at = (path: string) => path.replace('{id}', panel.runId).replace('{other}', panel.runId).replace('{number}', String(number));
    for (const path of [...api, ...pages].map(at)) {
      const hidden = await read('recruiter', path);
      expect({ path, told: told(hidden.text, everybody()) }).toEqual({ path, told: [] });
      // What lacks a parameter is refused for that first; nothing is ever answered.
      expect([404, 422]).toContain(hidden.status);
    }
    expect((await read('recruiter', `/shortlists/${panel.runId}`)).status).toBe(404);
    expect((await read('recruiter', `/api/v1/shortlists/${panel.runId}/document`)).status).toBe(404);
    expect((await read('desk', `/shortlists/${panel.runId}`)).status).toBe(200);
    expect((await site.page('recruiter', `/panels/new?run=${panel.runId}`)).status).toBe(404);
  });

  it('opens one candidate with the own rating, and only that one', async () => {
    await site.handIn('coordinator', panel.id, 'B');
    const opened = await read('coordinator', `/api/v1/panels/${panel.id}/candidates/B`);
    const { person } = JSON.parse(opened.text) as { person: { number: number; name: string } };
    const others = [...identifying].filter(([number]) => number !== person.number).flatMap(([, values]) => [...values]);
    const own = identifying.get(person.number) ?? new Set<string>();
    expect(told(opened.text, own).length).toBeGreaterThan(0);
    const strangers = others.filter((value) => !own.has(value));
    for (const path of panelPaths())
      expect({ path, told: told((await read('coordinator', path)).text, strangers) }).toEqual({ path, told: [] });
  });

  it('gives the shortlists back when everything is handed in, or the panel is dissolved', async () => {
    for (const letter of letters(CANDIDATES - 1)) await site.handIn('recruiter', panel.id, letter);
    expect((await read('recruiter', `/shortlists/${panel.runId}`)).status).toBe(200);
    const second = await site.newPanel(2);
    expect((await read('recruiter', `/shortlists/${second.runId}`)).status).toBe(404);
    const why = { reason: 'The post was frozen.', version: 1 };
    expect((await site.api('recruiter', 'POST', `/panels/${second.id}/dissolution`, why)).status).toBe(404);
    expect((await site.api('desk', 'POST', `/panels/${second.id}/dissolution`, why)).status).toBe(200);
    expect((await read('recruiter', `/shortlists/${second.runId}`)).status).toBe(200);
    expect((await site.declare('vetter', second.id)).status).toBe(409);
  });

  it('tells nobody in the mails that invite', async () => {
    const folder = join(site.app.settings.dataFolder, 'mail');
    const mails = async () =>
      Promise.all(
        readdirSync(folder).map(
          async (file) => (await simpleParser(readFileSync(join(folder, file)))) as { text?: string; subject?: string },
        ),
      );
    const invitations = await waitFor('the three invitations', async () => {
      const about = (await mails()).filter(({ text }) => text?.includes(`/panels/${panel.id}`) && text.includes('invited to rate'));
      return about.length === MEMBERS.length ? about : undefined;
    });
    for (const { text = '', subject = '' } of invitations) {
      expect(told(`${subject} ${text}`, everybody())).toEqual([]);
      expect(subject).toBe('You are invited to a selection panel');
    }
  });
});

import { RosterImporter } from '../../src/features/roster/index.js';
import { ShortlistRun } from '../../src/features/shortlists/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';
import { RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster } from '../support/shortlist-desk.js';

describe('pages about a run', () => {
  let app: RunningApp;
  let run: string;
  let cookie: string;

  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    await app.module.get(RosterImporter, { strict: false }).run(fictionalRoster(150), { actor: RECRUITER });
    cookie = await sessionOf(app, 'recruiter');
    const post = await created('/posts', { country: 'KEN' });
    run = await created(`/posts/${post}/shortlists`, { size: 10 });
  });
  afterAll(() => app?.close());

  async function created(path: string, body: unknown): Promise<string> {
    const answer = await fetch(`${app.url}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { id: string }).id;
  }
  async function open(what: string): Promise<{ status: number; html: string }> {
    const answer = await fetch(`${app.url}/shortlists/${run}/${what}`, { headers: { cookie }, redirect: 'manual' });
    return { status: answer.status, html: await answer.text() };
  }
  async function numbersOf(from: number, to: number): Promise<number[]> {
    const answer = await fetch(`${app.url}/api/v1/shortlists/${run}/robustness`, { headers: { cookie } });
    const { study } = (await answer.json()) as { study: { candidates: { number: number }[] } };
    return study.candidates.slice(from, to).map(({ number }) => number);
  }

  it.each([
    ['robustness?top=0&seed=17', 'Give a whole number of places from 1 to 50.', 'f-top', ['value="0"', 'value="17"', 'Rank ranges']],
    ['robustness?seed=x', 'Give a whole number from 0 to 2,147,483,647.', 'f-seed', ['value="x"', 'Rank ranges']],
    ['robustness?number=99999', 'Nobody with the roster number 99999 was considered', 'f-number', ['value="99999"', 'Rank ranges']],
    ['weights?themes=101&field=7', 'Give a whole number from 0 to 100.', 'f-themes', ['value="101"', 'value="7"', 'People in this order']],
    ['weights?themes=0', 'Give at least one criterion some weight.', 'f-themes', ['value="0"', 'People in this order']],
    ['compare', 'Choose two to four different people.', 'f-number', ['People on the list']],
    ['compare?number=1', 'Choose two to four different people.', 'f-number', ['People on the list']],
    ['compare?number=x&number=2', 'Give roster numbers.', 'f-number', ['People on the list']],
    ['compare?number=1&number=99999', 'Nobody with the roster number 99999 was considered', 'f-number', ['People on the list']],
  ])('%s comes back filled in, with the sentence beside the field', async (what, sentence, field, shown) => {
    const { status, html } = await open(what);
    expect(status).toBe(422);
    expect(html).toContain(`<a href="#${field}">${sentence}`);
    expect(html).toMatch(new RegExp(`id="${field}-problem"[^>]*><span class="unseen">Error: </span>${sentence}`));
    for (const text of shown) expect(html).toContain(text);
  });

  it('ticks again whoever was ticked when there were too few of them', async () => {
    const [first] = await numbersOf(0, 1);
    const { html } = await open(`compare?number=${first}`);
    expect(html).toMatch(new RegExp(`<input type="checkbox" name="number\\[\\]" value="${first}" checked`));
    expect(html.match(/ checked/g)).toHaveLength(1);
  });

  it('compares whom the page offers, by the names of its own form and of the list', async () => {
    const [one, other] = await numbersOf(0, 2);
    for (const query of [`number[]=${one}&number[]=${other}`, `number=${one}&number=${other}`]) {
      const { status, html } = await open(`compare?${query}`);
      expect(status).toBe(200);
      expect(html).toContain('Criteria side by side');
      expect(html).toContain('Compare others');
    }
  });

  it('says what would bring in anybody behind the top, what is missing of whoever is not eligible, and that nothing is needed', async () => {
    const [first, , , ninth] = await numbersOf(0, 10).then((all) => [all[0], all[1], all[2], all[8]]);
    const behind = await open(`robustness?top=2&number=${ninth}`);
    expect(behind.status).toBe(200);
    expect(behind.html).toContain(`What would bring No. ${ninth} into the first 2`);
    expect(behind.html).toContain(`Rank 9, No. ${ninth}`);
    expect(behind.html).toMatch(/As they are, the smallest change of a weight|No other weight of a single criterion brings them in/);
    expect((await open(`robustness?top=2&number=${first}`)).html).toContain(`Nothing is needed: No. ${first} is among the first 2.`);
    const list = await fetch(`${app.url}/api/v1/shortlists/${run}`, { headers: { cookie } });
    const [outsider] = ((await list.json()) as { ineligible: { items: { number: number }[] } }).ineligible.items;
    expect((await open(`robustness?number=${outsider?.number}`)).html).toContain(`Not eligible, No. ${outsider?.number}`);
  });

  it('leads there from the page of anybody who was considered', async () => {
    const [ninth] = await numbersOf(8, 9);
    const { html } = await open(`candidates/${ninth}`);
    expect(html).toContain(`href="/shortlists/${run}/robustness?number=${ninth}#asked"`);
  });

  it('offers nothing that would compute, where the run was made by other rules, and says why', async () => {
    const database = app.module.get(Database, { strict: false });
    const rules = (rubricVersion: string) =>
      database.transaction((tx) => tx.getRepository(ShortlistRun).update({ id: run }, { rubricVersion }));
    const { rubricVersion } = (await database.read.getRepository(ShortlistRun).findOneByOrFail({ id: run })) as ShortlistRun;
    await rules('2026.1');
    try {
      const list = await fetch(`${app.url}/shortlists/${run}`, { headers: { cookie } }).then((answer) => answer.text());
      expect(list).toContain('This run was made by rules 2026.1');
      for (const offer of ['/robustness', '/weights', '/replay', '/compare', '/diff'])
        expect(list).not.toContain(`/shortlists/${run}${offer}`);
      for (const still of ['/balance', '/report', '/table.csv', '/document']) expect(list).toContain(`/shortlists/${run}${still}`);
      for (const still of ['balance', 'report']) expect((await open(still)).status).toBe(200);
      for (const refused of ['robustness', 'weights', 'compare?number=1&number=2', 'robustness?top=0']) {
        const { status, html } = await open(refused);
        expect([refused, status]).toEqual([refused, 409]);
        expect(html).toContain('needs a version of the desk with rules 2026.1');
      }
    } finally {
      await rules(rubricVersion);
    }
  });

  it('prints points that sum to the total, digit for digit', async () => {
    const { html } = await open('report');
    const rows = html
      .split('<tr role="row">')
      .map((row) =>
        [...row.matchAll(/<td[^>]*class="number"[^>]*>(?:<[^>]*>)*(\d+)\.(\d{4})\b/g)].map(([, whole, part]) => Number(`${whole}${part}`)),
      )
      .filter((numbers) => numbers.length > 2);
    expect(rows).toHaveLength(10);
    for (const [total, ...points] of rows) expect(points.reduce((sum, one) => sum + one, 0)).toBe(total);
  });
});

import type { BrowserContextOptions, Page } from 'playwright-core';
import { Mission, MissionLinks } from '../../src/features/missions/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { OfferTokens, SurgeOffer } from '../../src/features/surge/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { barriersOn, bytesOf, DESKTOP, HEAVIEST, PHONE, sessionOf, sidewaysBy, visiting } from '../support/people.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { ASK, surgeRoster } from '../support/surge-desk.js';
import { waitFor } from '../support/wait-for.js';

/** Where the pictures go; none are taken without it. */
const PICTURES = process.env['HRA_PICTURES'];
type Who = 'officer' | 'office' | 'auditor' | 'nobody';

inBrowser('missions and figures', (browser) => {
  let app: RunningApp;
  let sessions: Record<Exclude<Who, 'nobody'>, string>;
  let missions: Mission[];

  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    sessions = {
      officer: await sessionOf(app, 'surge-officer'),
      office: await sessionOf(app, 'resident-coordinator', 'KEN'),
      auditor: await sessionOf(app, 'auditor'),
    };
    await app.module.get(RosterImporter, { strict: false }).run(csvSource(surgeRoster(4)), { actor: RECRUITER });
    missions = await twoMissions();
  });
  afterAll(() => app?.close());

  const read = () => app.module.get(Database, { strict: false }).read;
  const call = async (who: Exclude<Who, 'nobody'>, path: string, body: object) => {
    const answer = await fetch(`${app.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', cookie: sessions[who] },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text === '' ? undefined : JSON.parse(text);
  };

  /** A request with two firm places, and the missions that came from it. */
  async function twoMissions(): Promise<Mission[]> {
    let view = await call('office', '/api/v1/surge-requests', { ...ASK, seats: 2, submit: true });
    const { id } = view.request;
    for (const step of ['review', 'approve', 'match'])
      view = await call('officer', `/api/v1/surge-requests/${id}/steps`, {
        step,
        version: view.request.version,
        reason: 'Grave and close.',
      });
    await call('officer', `/api/v1/surge-requests/${id}/offers`, { wave: 2, version: view.request.version });
    for (const { id: offerId, nonce } of await read()
      .getRepository(SurgeOffer)
      .find({ order: { id: 'ASC' } })) {
      const token = app.module.get(OfferTokens, { strict: false }).tokenFor(offerId, nonce);
      await fetch(`${app.url}/api/v1/offer-answers`, {
        method: 'POST',
        body: JSON.stringify({ token, answer: 'accept' }),
        headers: { 'content-type': 'application/json' },
      });
    }
    const born = () =>
      read()
        .getRepository(Mission)
        .find({ order: { id: 'ASC' } });
    await waitFor('two missions', async () => (await born()).length === 2);
    return born();
  }

  const withPage = <T>(who: Who, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> =>
    visiting(browser(), app, who === 'nobody' ? null : sessions[who], options, work);

  const first = () => `/missions/${missions[0]?.id}`;
  const link = () => `/mission-reports/${app.module.get(MissionLinks, { strict: false }).tokenFor(missions[0]?.id ?? '')}`;

  it('keeps the filter of the list, and takes "every state" for what it says', async () => {
    await withPage('officer', { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto('/missions');
      expect(await page.getByRole('rowheader').count()).toBe(2);
      await page.getByRole('button', { name: 'Filter' }).click();
      expect(await page.getByRole('rowheader').count()).toBe(2);
      await page.getByLabel('State').selectOption('deployed');
      await page.getByRole('button', { name: 'Filter' }).click();
      expect([await page.getByRole('rowheader').count(), await page.getByLabel('State').inputValue()]).toEqual([0, 'deployed']);
    });
  });

  it('lives a mission from the briefing to its end, on a phone without a script', async () => {
    const phone = { viewport: PHONE, javaScriptEnabled: false };
    await withPage('nobody', phone, async (page) => {
      await page.goto(link());
      expect(await page.getByText('Your mission has not begun yet.').count()).toBe(1);
    });
    await withPage('officer', phone, async (page) => {
      await page.goto(first());
      await page.getByRole('button', { name: 'Record the briefing' }).click();
      await page.getByLabel('Day').fill('2026-11-24');
      await page.getByRole('button', { name: 'Record the arrival' }).click();
      expect(await page.getByText('On the ground', { exact: true }).count()).toBe(1);
      await page.getByRole('button', { name: 'Extend' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Give a reason');
      await page.getByLabel('Day').fill('2027-01-05');
      await page.getByLabel('Reason').fill('The vote was put off.');
      expect(await page.getByRole('button', { name: 'Complete' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Extend' }).click();
      expect(await page.getByText('The vote was put off.').count()).toBe(1);
    });
    await withPage('nobody', phone, async (page) => {
      await page.goto(link());
      await page.getByLabel('What was achieved').fill('Forty people were visited.\n<b>Three</b> were freed.');
      await page.getByRole('button', { name: 'Hand in the report' }).click();
      expect(await page.getByText('Your report has been handed in.').count()).toBe(1);
    });
    await withPage('office', phone, async (page) => {
      await page.goto(first());
      await page.getByLabel('Rating').selectOption('5');
      await page.getByLabel('What it achieved').fill('It changed the week.');
      await page.getByRole('button', { name: 'Save the rating' }).click();
      expect([await page.getByLabel('Rating').inputValue(), await page.getByLabel('What it achieved').inputValue()]).toEqual([
        '5',
        'It changed the week.',
      ]);
      expect(await page.getByText('<b>Three</b> were freed.').count()).toBe(1);
    });
  });

  it.each([PHONE, DESKTOP])('keeps nobody out and stays light at $width pixels', async (viewport) => {
    const looks: readonly (readonly [Who, string, string])[] = [
      ['officer', '/missions', 'missions'],
      ['officer', first(), 'mission-officer'],
      ['office', first(), 'mission-office'],
      ['auditor', first(), 'mission-auditor'],
      ['officer', `/missions/${missions[1]?.id}`, 'mission-confirmed'],
      ['nobody', link(), 'mission-report'],
      ['officer', '/figures', 'figures'],
      ['officer', '/figures?year=2020', 'figures-empty'],
    ];
    for (const [who, path, name] of looks) {
      await withPage(who, { viewport }, async (page) => {
        expect([name, (await bytesOf(page, path)) <= HEAVIEST]).toEqual([name, true]);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('Sign in');
        if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${viewport.width}.png`, fullPage: true });
        expect([name, await barriersOn(page), await sidewaysBy(page), await smallTargets(page)]).toEqual([name, [], 0, []]);
      });
    }
  });

  it('shows an auditor everything and lets them change nothing, and thanks the expert when it is closed', async () => {
    await withPage('auditor', { viewport: DESKTOP }, async (page) => {
      await page.goto(first());
      expect(await page.getByText('It changed the week.').count()).toBe(1);
      expect(await page.getByRole('heading', { name: 'Notices' }).count()).toBe(1);
      expect(await page.locator('main form').count()).toBe(0);
    });
    await withPage('officer', { viewport: PHONE }, async (page) => {
      await page.goto(first());
      await page.getByLabel('Day').fill('2026-12-10');
      await page.getByLabel('Reason').fill('It is calm.');
      await page.getByRole('button', { name: 'End early' }).click();
      await page.getByRole('button', { name: 'Close' }).click();
    });
    await withPage('nobody', { viewport: PHONE }, async (page) => {
      await page.goto(link());
      expect(await page.getByText('This mission is closed').count()).toBe(1);
      expect(await page.locator('main form').count()).toBe(0);
    });
  });
});

/** What a finger has to hit and is lower than 44 pixels. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main button, main select, main input:not([type=hidden]), main a.button')]
      .filter((one) => one.getBoundingClientRect().height < 44)
      .map((one) => one.outerHTML),
  );
}

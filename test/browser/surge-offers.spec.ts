import type { BrowserContextOptions, Page } from 'playwright-core';
import { RosterImporter } from '../../src/features/roster/index.js';
import { OfferTokens, SurgeOffer } from '../../src/features/surge/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, barriersOn, bytesOf, sessionOf, sidewaysBy } from '../support/people.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { ASK, surgeRoster } from '../support/surge-desk.js';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
/** All that a first view may transfer, in bytes. */
const HEAVIEST = 50 * 1_024;
/** Where the pictures go; none are taken without it. */
const PICTURES = process.env['HRA_PICTURES'];
type Who = 'officer' | 'agency' | 'office' | 'nobody';

inBrowser('offers and releases', (browser) => {
  let app: RunningApp;
  let sessions: Record<Exclude<Who, 'nobody'>, string>;
  let paths: { unmatched: string; matched: string };

  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    sessions = {
      officer: await sessionOf(app, 'surge-officer'),
      agency: await sessionOf(app, 'agency-focal-point'),
      office: await sessionOf(app, 'resident-coordinator', 'KEN'),
    };
    const roster = surgeRoster(4).replaceAll('external||active', 'interagency|UNDP|active');
    await app.module.get(RosterImporter, { strict: false }).run(csvSource(roster), { actor: RECRUITER });
    paths = { unmatched: await matching({ languages: [{ language: 'sw', level: 3 }] }), matched: await matching({}) };
  });
  afterAll(() => app?.close());

  const call = async (who: keyof typeof sessions, path: string, body: object) => {
    const answer = await fetch(`${app.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', cookie: sessions[who] },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return JSON.parse(text);
  };

  /** A request of the office that is being matched; its page. */
  async function matching(ask: Partial<typeof ASK>): Promise<string> {
    let view = await call('office', '/api/v1/surge-requests', { ...ASK, ...ask, submit: true });
    for (const step of ['review', 'approve', 'match'])
      view = await call('officer', `/api/v1/surge-requests/${view.request.id}/steps`, {
        step,
        version: view.request.version,
        ...(step === 'approve' ? { reason: 'Grave and close.' } : {}),
      });
    return `/surge/${view.request.id}`;
  }

  async function withPage<T>(who: Who, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser().newContext({ baseURL: app.url, ...options });
    try {
      if (who !== 'nobody') await context.addCookies([asBrowserCookie(app, sessions[who])]);
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${page.viewportSize()?.width}.png`, fullPage: true });
  }

  /** The page behind the link of the newest offer. */
  async function newestLink(): Promise<string> {
    const [offer] = await app.module
      .get(Database, { strict: false })
      .read.getRepository(SurgeOffer)
      .find({ order: { id: 'DESC' }, take: 1 });
    return `/offers/${app.module.get(OfferTokens, { strict: false }).tokenFor(offer?.id ?? '', offer?.nonce ?? '')}`;
  }

  it('goes from no match to a wave, a question, an acceptance and a release, on a phone without a script', async () => {
    const phone = { viewport: PHONE, javaScriptEnabled: false };
    await withPage('officer', phone, async (page) => {
      await page.goto(paths.unmatched);
      expect(await page.getByText('Nobody matches now.').count()).toBe(1);
      expect(await page.getByRole('rowheader', { name: 'Required languages' }).count()).toBe(1);
      await page.goto(paths.matched);
      expect(await page.getByText('UNDP has to release').first().isVisible()).toBe(true);
      await page.getByLabel('Or a wave: ask the first').fill('1');
      await page.getByRole('button', { name: 'Send the offers' }).click();
      expect(await page.getByText('Waiting for an answer').count()).toBe(1);
      expect(await page.getByText('Release asked', { exact: true }).count()).toBe(1);
    });
    const link = await newestLink();
    await withPage('nobody', phone, async (page) => {
      await page.goto(link);
      expect(await page.getByText('12 hours').count()).toBe(1);
      await page.getByLabel('Ask the surge desk').fill('Is there a car?');
      await page.getByRole('button', { name: 'Send the question' }).click();
      expect(await page.getByText('The surge desk has your question').count()).toBe(1);
    });
    await withPage('officer', phone, async (page) => {
      await page.goto(paths.matched);
      await page.getByRole('button', { name: 'Send the answer' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Write an answer.');
      await page.getByLabel('Answer to the expert').fill('Yes, with a driver.');
      await page.getByRole('button', { name: 'Send the answer' }).click();
      expect(await page.getByText('Yes, with a driver.').count()).toBe(1);
    });
    await withPage('nobody', phone, async (page) => {
      await page.goto(link);
      expect(await page.getByText('Yes, with a driver.').count()).toBe(1);
      await page.getByRole('button', { name: 'Accept the mission' }).click();
      expect(await page.getByText('Your place and your days are held for you.').count()).toBe(1);
    });
    await withPage('agency', phone, async (page) => {
      await page.goto('/releases');
      await page.getByRole('rowheader').getByRole('link').first().click();
      await page.getByRole('button', { name: 'Refuse' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Say why the release is refused');
      await page.getByRole('button', { name: 'Release', exact: true }).click();
      expect(await page.getByText('Released', { exact: true }).count()).toBe(1);
    });
    await withPage('officer', phone, async (page) => {
      await page.goto(paths.matched);
      expect(await page.getByText('All places filled').first().isVisible()).toBe(true);
    });
  });

  it.each([PHONE, DESKTOP])('keeps nobody out and stays light at $width pixels', async (viewport) => {
    const release = await withPage('agency', { viewport }, async (page) => {
      await page.goto('/releases');
      return (await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')) ?? '';
    });
    const looks: readonly (readonly [Who, string, string])[] = [
      ['officer', paths.unmatched, 'no-match'],
      ['officer', paths.matched, 'offers'],
      ['nobody', await newestLink(), 'offer-released'],
      ['agency', '/releases', 'releases'],
      ['agency', release, 'release'],
    ];
    for (const [who, path, name] of looks) {
      await withPage(who, { viewport }, async (page) => {
        expect(await bytesOf(page, path)).toBeLessThanOrEqual(HEAVIEST);
        expect([name, await barriersOn(page), await sidewaysBy(page)]).toEqual([name, [], 0]);
        await picture(page, name);
      });
    }
  });
});

import type { BrowserContextOptions, Page } from 'playwright-core';
import { CRITERIA } from '../../src/core/requirement.js';
import { Needs } from '../../src/features/needs/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, barriersOn, bytesOf, sessionOf, sidewaysBy } from '../support/people.js';
import { RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster, needsOfKenya } from '../support/shortlist-desk.js';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const SIZES = [
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
] as const;
/** All that a first view may transfer, in bytes. */
const HEAVIEST = 50 * 1_024;
/** Where the pictures go; none are taken without it. */
const PICTURES = process.env['HRA_PICTURES'];

inBrowser('posts and shortlists', (browser) => {
  let app: RunningApp;
  let session: string;
  /** Pages of one run that was made by hand below: post, shortlist, a ranked person, one who is not eligible. */
  let paths: { post: string; shortlist: string; ranked: string; ineligible: string };

  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    session = await sessionOf(app, 'recruiter');
    await app.module.get(RosterImporter, { strict: false }).run(fictionalRoster(300), { actor: RECRUITER });
    await needsOfKenya(app.module.get(Needs, { strict: false }));
    paths = await withPage({ javaScriptEnabled: false }, firstRun);
  });
  afterAll(() => app?.close());

  /** From nothing to a shortlist, as a recruiter does it. */
  async function firstRun(page: Page): Promise<typeof paths> {
    await page.goto('/posts/new?country=KEN');
    await page.getByLabel('First day of the post').fill('2027-01-01');
    await page.getByLabel('Last day').fill('2027-12-31');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.waitForURL(/\/posts\/[\w-]{36}$/);
    const post = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Run the shortlist' }).click();
    await page.waitForURL(/\/shortlists\//);
    const shortlist = new URL(page.url()).pathname;
    const people = await page
      .getByRole('rowheader')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    return { post, shortlist, ranked: people[0] ?? '', ineligible: people.at(-1) ?? '' };
  }

  async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser().newContext({ baseURL: app.url, ...options });
    try {
      await context.addCookies([asBrowserCookie(app, session)]);
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it.each(SIZES)('go from an empty form to a score that is opened, on %s without a script', (_, viewport) =>
    withPage({ viewport, javaScriptEnabled: false }, async (page) => {
      await page.goto('/posts');
      await page.getByRole('link', { name: 'Write a new post' }).click();
      await page.getByLabel('Country of the post').selectOption({ label: 'Kenya' });
      await page.getByRole('button', { name: 'Continue' }).click();

      await page.getByLabel('Themes of the country').fill('33');
      await page.getByLabel('First day of the post').fill('2027-01-01');
      await page.getByRole('button', { name: 'Save the draft' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('The weights sum to 103, and they must sum to 100. Take away 3.');
      expect(await page.getByRole('alert').textContent()).toContain('Give both the first and the last day, or neither.');
      expect(await page.getByLabel('Themes of the country').inputValue()).toBe('33');

      await page.getByLabel('Themes of the country').fill('30');
      await page.getByLabel('Last day').fill('2027-12-31');
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await page.waitForURL(/\/posts\/[\w-]{36}$/);
      expect(await page.getByText('Specialist knowledge of the international human rights machinery and treaties.').count()).toBe(1);
      expect(await page.getByText('None has been run yet.').count()).toBe(1);

      await page.getByLabel('Keep the best').fill('501');
      await page.getByRole('button', { name: 'Run the shortlist' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Give a whole number of candidates from 1 to 500.');
      await page.getByLabel('Keep the best').fill('10');
      await page.getByRole('button', { name: 'Run the shortlist' }).click();
      await page.waitForURL(/\/shortlists\//);
      expect(await page.getByText('A machine orders, a human decides.').count()).toBe(1);
      expect(await page.getByRole('table', { name: 'Eligible people in order' }).getByRole('rowheader').count()).toBe(10);

      await page.getByRole('table', { name: 'Eligible people in order' }).getByRole('link').first().click();
      expect(await page.getByRole('heading', { name: 'Gates: all met' }).count()).toBe(1);
      const parts = (await page.locator('.criterion .number strong').allTextContents()).map((text) => Number(text.replace('.', '')));
      const total = /sum to (\d+\.\d{4})/.exec((await page.textContent('main')) ?? '')?.[1] ?? '';
      expect(parts).toHaveLength(CRITERIA.length);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(total.replace('.', '')));

      await page.goBack();
      await page.getByRole('link', { name: 'Next' }).click();
      expect(await page.getByText('Page 2 of').count()).toBe(1);
      expect(await page.getByRole('table', { name: 'Eligible people in order' }).count()).toBe(0);
    }),
  );

  it('let a draft be changed, published and closed, and say why not afterwards', () =>
    withPage({ viewport: DESKTOP, javaScriptEnabled: false }, async (page) => {
      await page.goto('/posts/new?country=NER');
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await page.waitForURL(/\/posts\/[\w-]{36}$/);
      const post = page.url();
      await page.getByRole('link', { name: 'Change the draft' }).click();
      const before = await page.context().newPage();
      await before.goto(`${post}/edit`);
      await page.getByLabel('Post level').selectOption('P-4');
      await page.getByRole('checkbox', { name: /^Education in lieu/ }).check();
      await page.getByRole('button', { name: 'Save the changes' }).click();
      await page.waitForURL(post);
      expect(await page.getByText('P-4: 7 years = 2,556 days of human-rights experience').count()).toBe(1);
      expect(await page.getByText('The in-lieu policy is on: ').count()).toBe(1);

      await before.getByRole('button', { name: 'Save the changes' }).click();
      expect(await before.getByRole('alert').textContent()).toContain('Load it again and repeat your changes.');

      await page.getByRole('button', { name: 'Publish: freeze the criteria' }).click();
      expect(await page.getByRole('link', { name: 'Change the draft' }).count()).toBe(0);
      await page.goto(`${post}/edit`);
      await page.getByRole('button', { name: 'Save the changes' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('its criteria cannot change any more');
      await page.goto(post);
      await page.getByRole('button', { name: 'Close the post' }).click();
      expect(await page.getByRole('button', { name: 'Run the shortlist' }).count()).toBe(0);
    }));

  it.each(
    SIZES.flatMap(([name, viewport]) =>
      (['post', 'shortlist', 'ranked', 'ineligible', 'list', 'choose', 'form'] as const).map((what) => [what, name, viewport] as const),
    ),
  )('keep nobody out of %s on %s', (what, name, viewport) =>
    withPage({ viewport }, async (page) => {
      const path = { ...paths, list: '/posts', choose: '/posts/new', form: '/posts/new?country=KEN' }[what];
      await page.goto(path);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${what}-${name.replace('a ', '')}.png`, fullPage: true });
      expect(await barriersOn(page)).toEqual([]);
      expect(await sidewaysBy(page)).toBe(0);
    }),
  );

  it.each(['post', 'shortlist', 'ranked'] as const)('send at most 50 KB for the first view of %s', (what) =>
    withPage({}, async (page) => {
      const total = await bytesOf(page, paths[what]);
      expect(total).toBeGreaterThan(1_000);
      expect(total).toBeLessThanOrEqual(HEAVIEST);
    }),
  );
});

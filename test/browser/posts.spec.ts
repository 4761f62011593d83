import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Needs } from '../../src/features/needs/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, barriersOn, bytesOf, sessionOf, sidewaysBy } from '../support/people.js';

const SIZES = [
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1280, height: 800 }],
] as const;
const HEAVIEST = 50 * 1_024;
const PICTURES = process.env['HRA_PICTURES'];
const RECRUITER = { accountId: 'account-1', role: 'recruiter', name: 'Fictional Recruiter', country: null, agency: null } as const;

inBrowser('posts and rules', (browser) => {
  let app: RunningApp;
  let session: string;

  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    session = await sessionOf(app, 'recruiter');
    const needs = app.module.get(Needs, { strict: false });
    const { languages, version } = await needs.of('KEN');
    const context = { flags: ['humanitarian-emergency', 'elections'] as const, languages, regionalCapacity: '', assessment: '', version };
    await needs.setContext('KEN', context, RECRUITER);
  }, 120_000);
  afterAll(() => app?.close());

  it.each(SIZES)('a situation is accepted, the post published and corrected, on a %s without a script', (device, viewport) =>
    asRecruiter(browser(), { viewport, javaScriptEnabled: false }, async (page) => {
      await page.goto('/posts/new?country=KEN');
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await page.getByRole('link', { name: 'Look at Humanitarian emergency and accept' }).click();
      expect(await page.getByRole('spinbutton', { name: "The country's situation" }).inputValue()).toBe('10');
      await picture(page, `post-form-${device}`);
      const form = page.url();
      await page.getByRole('checkbox', { name: 'Training in the human rights-based approach', exact: true }).check();
      await page.getByRole('combobox', { name: 'Cultural and gender sensitivity' }).selectOption({ label: 'essential: good or higher' });
      await page.getByRole('button', { name: 'Save the changes' }).click();
      expect(await page.getByText('Essential on this post, so each is a gate: Additional qualifications; Cultural').isVisible()).toBe(true);
      expect(await page.getByText('Accepted: these count').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Publish: freeze the criteria' }).click();
      await page.getByRole('link', { name: 'Correct the published post' }).click();
      await page.getByRole('group', { name: 'Desirable on this post' }).getByLabel('Advanced university degree').check();
      await page.getByRole('button', { name: 'Make the corrected version' }).click();
      expect(await page.getByText('why the post is corrected').first().isVisible()).toBe(true);
      await page.getByLabel('Reason for the correction').fill('The degree is no bar in this country.');
      await page.getByRole('button', { name: 'Make the corrected version' }).click();
      expect(await page.getByText('Corrected: essential or desirable').isVisible()).toBe(true);
      await picture(page, `post-${device}`);
      for (const path of [page.url(), form.replace('edit?accept=humanitarian-emergency', 'correction')]) await accessible(path, viewport);
    }),
  );

  it.each(SIZES.flatMap(([device, viewport]) => ['/rules', '/rules/degrees'].map((path) => [path, device, viewport] as const)))(
    '%s opens to everybody on a %s, and is light',
    (path, device, viewport) =>
      asRecruiter(browser(), { viewport }, async (page) => {
        expect(await bytesOf(page, path)).toBeLessThan(HEAVIEST);
        expect(await barriersOn(page)).toEqual([]);
        expect(await sidewaysBy(page)).toBe(0);
        await picture(page, `${path.slice(1).replace('/', '-')}-${device}`);
      }),
  );

  it('the filter of the list takes all states for what it says', () =>
    asRecruiter(browser(), { javaScriptEnabled: false }, async (page) => {
      const heading = async () => page.getByRole('heading', { level: 1 }).textContent();
      await page.goto('/posts');
      const before = await heading();
      await page.getByRole('button', { name: 'Filter' }).click();
      expect([await heading(), await page.getByLabel('State').count()]).toEqual([before, 1]);
    }));

  it('the form of a post is light', () =>
    asRecruiter(browser(), {}, async (page) => {
      expect(await bytesOf(page, '/posts/new?country=KEN')).toBeLessThan(HEAVIEST);
    }));

  /** Axe itself is a script, so it looks at the page in a window of its own. */
  function accessible(path: string, viewport: { width: number; height: number }): Promise<void> {
    return asRecruiter(browser(), { viewport }, async (page) => {
      await page.goto(path);
      expect(await barriersOn(page)).toEqual([]);
      expect(await sidewaysBy(page)).toBe(0);
    });
  }

  async function asRecruiter(chromium: Browser, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await chromium.newContext({ baseURL: app.url, ...options });
    await context.addCookies([asBrowserCookie(app, session)]);
    context.setDefaultTimeout(15_000);
    await work(await context.newPage()).finally(() => context.close());
  }
});

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

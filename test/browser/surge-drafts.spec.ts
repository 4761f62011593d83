import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SurgeQueueReader } from '../../src/features/surge/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, barriersOn, bytesOf, sessionOf, sidewaysBy } from '../support/people.js';

const HEAVIEST = 50 * 1_024;
const KENYA = { accountId: 'x', role: 'resident-coordinator', name: 'x', country: 'KEN', agency: null } as const;

inBrowser('a draft is kept while somebody types', (browser) => {
  let app: RunningApp;
  let session: string;
  beforeAll(async () => {
    app = await startApp();
    session = await sessionOf(app, 'resident-coordinator', 'KEN');
  });
  afterAll(() => app?.close());

  async function inContext(work: (context: BrowserContext) => Promise<void>, options = {}): Promise<void> {
    const context = await (browser() as Browser).newContext({ baseURL: app.url, ...options });
    try {
      await context.addCookies([asBrowserCookie(app, session)]);
      await work(context);
    } finally {
      await context.close();
    }
  }

  const situation = (page: Page) => page.getByRole('textbox', { name: 'Situation' });
  const kept = (page: Page) => page.getByText(/^Kept as a draft/).waitFor({ timeout: 20_000 });
  const drafts = () => app.module.get(SurgeQueueReader, { strict: false }).drafts(KENYA);

  it('keeps it through a lost connection, as one draft', () =>
    inContext(async (context) => {
      const page = await context.newPage();
      await page.goto('/surge/new');
      await situation(page).fill('Mass arrests.');
      await kept(page);
      await context.setOffline(true);
      const failed = page.waitForEvent('requestfailed');
      await situation(page).fill('Mass arrests before the vote.');
      await page.getByRole('textbox', { name: 'What the expert would do' }).fill('Monitor detention.');
      await failed;
      expect((await drafts())[0]?.situation).toBe('Mass arrests.');
      const saved = page.waitForResponse((response) => response.url().endsWith('/surge/drafts'));
      await context.setOffline(false); // nothing more is typed
      await saved;
      const [draft, ...others] = await drafts();
      expect(others).toEqual([]);
      expect(draft).toMatchObject({ situation: 'Mass arrests before the vote.', tasks: 'Monitor detention.' });
      await page.goto('/surge/new');
      await page.getByRole('link', { name: draft?.reference ?? '' }).click();
      expect(await situation(page).inputValue()).toBe('Mass arrests before the vote.');
    }));

  it('tells the second of two windows, and keeps what the first wrote', () =>
    inContext(async (context) => {
      const [draft] = await drafts();
      const [first, second] = [await context.newPage(), await context.newPage()];
      for (const page of [first, second]) await page.goto(`/surge/${draft?.id}/edit`);
      await situation(first).fill('Written in the first window.');
      await kept(first);
      await situation(second).fill('Written in the second window.');
      await second.getByText('changed in another window').waitFor({ timeout: 20_000 });
      await second.getByRole('button', { name: 'Keep as a draft' }).click();
      expect(await second.getByRole('alert').textContent()).toContain('changed in another window');
      expect(await situation(second).inputValue()).toBe('Written in the second window.');
      await situation(first).fill('Written in the first window, again.');
      await first.waitForResponse((response) => response.url().endsWith('/drafts'));
      expect((await drafts())[0]?.situation).toBe('Written in the first window, again.');
    }));

  it('says why something cannot be kept, and what submits afterwards is the same request', () =>
    inContext(async (context) => {
      const page = await context.newPage();
      await page.goto('/surge/new');
      await page.getByLabel('How many experts').fill('50');
      await page.getByText('Not kept: Ask for 1 to 20 experts.').waitFor({ timeout: 20_000 });
      await page.getByLabel('How many experts').fill('2');
      await kept(page);
      const reference = await page.locator('#kept a').textContent();
      await page.getByRole('button', { name: 'Keep as a draft' }).click();
      await page.waitForURL(/\/surge\/[0-9a-f-]{36}$/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(reference ?? 'no reference');
    }));

  it.each([390, 1280])('keeps nobody out and stays light at %i pixels', (width) =>
    inContext(
      async (context) => {
        const page = await context.newPage();
        expect(await bytesOf(page, '/surge/new')).toBeLessThanOrEqual(HEAVIEST);
        expect(await barriersOn(page)).toEqual([]);
        expect(await sidewaysBy(page)).toBe(0);
        const folder = process.env['HRA_PICTURES'];
        if (folder) await page.screenshot({ path: `${folder}/surge-new-${width}.png`, fullPage: true });
      },
      { viewport: { width, height: 844 } },
    ),
  );
});

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { AccountsService } from '../../src/features/accounts/index.js';
import { Needs, NeedsImport } from '../../src/features/needs/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';

const PASSWORD = 'a quiet long password';
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1280, height: 800 }],
] as const;
const HEAVIEST = 50 * 1_024;
const PICTURES = process.env['HRA_PICTURES'];
/** The published files make the longest pages there can be; without them the small ones of this project do. */
const PUBLISHED = resolve(process.env['HRA_UPR_FOLDER'] ?? join('..', 'shared', 'data', 'upr'));
const FILES = existsSync(PUBLISHED)
  ? ['sessions-1-5.csv', 'sessions-6-9.csv', 'sessions-10-13.csv'].map((name) => join(PUBLISHED, name))
  : [join('test', 'fixtures', 'upr', 'cr-mac-roman.csv')];
/** A country that is in both. */
const COUNTRY = 'CIV';

inBrowser('country needs', (browser) => {
  let app: RunningApp;
  let cookies: Awaited<ReturnType<BrowserContext['cookies']>>;

  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    const get = <T>(type: abstract new (...args: never[]) => T) => app.module.get<T>(type as never, { strict: false });
    const account = { email: 'recruiter@example.org', name: 'Fictional Recruiter', role: 'recruiter', password: PASSWORD } as const;
    await get(AccountsService).add(account, 'system');
    await get(NeedsImport).importFiles(FILES, 'system');
    const recruiter = { accountId: 'account-1', role: 'recruiter', name: 'Fictional Recruiter', country: null, agency: null } as const;
    await get(Needs).override(COUNTRY, 'elections', 60, 'Elections are due within the year', recruiter);
    const context = await browser().newContext({ baseURL: app.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(account.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    cookies = await context.cookies();
    await context.close();
  }, 120_000);
  afterAll(() => app?.close());

  async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser().newContext({ baseURL: app.url, ...options });
    try {
      await context.addCookies(cookies);
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it.each(SIZES)('are found, read and corrected on a %s without a script', (_, viewport) =>
    withPage({ viewport, javaScriptEnabled: false }, async (page) => {
      await page.goto('/needs');
      await page.getByRole('searchbox').fill('ivoire');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: "Côte d'Ivoire" }).click();
      await page.getByRole('link', { name: 'Set weights by hand' }).click();
      await page.getByRole('combobox', { name: 'Theme 1' }).selectOption({ label: 'Corruption' });
      await page.getByLabel('Weight 1').fill('101');
      await page.getByRole('button', { name: 'Save the weights' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Give a whole number from 0 to 100.');
      expect(await page.getByRole('combobox', { name: 'Theme 1' }).inputValue()).toBe('corruption');
      await page.getByLabel('Weight 1').fill('77');
      await page.getByLabel('Reason').fill('The assessment mission was told so');
      await page.getByRole('button', { name: 'Save the weights' }).click();
      await page.waitForURL(/\/needs\/CIV$/);
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Corruption' }) });
      expect(await row.textContent()).toMatch(/77.*Set by hand.*The assessment mission was told so/);

      await page.getByRole('link', { name: 'Edit the situation' }).click();
      await page.getByRole('checkbox', { name: 'Post-conflict' }).setChecked(true);
      await page.getByRole('button', { name: 'Save the situation' }).click();
      await page.waitForURL(/\/needs\/CIV$/);
      expect(await page.getByText('French (III – working knowledge)').count()).toBe(1);
    }),
  );

  it('are imported from a file on the page, and rows that cannot be read are named', () =>
    withPage({ javaScriptEnabled: false }, async (page) => {
      const csv = (text: string) => ({
        name: 'upr.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`To,Response,Action,Issue,Session\r${text}`),
      });
      await page.goto('/needs');
      await page.getByRole('link', { name: 'Import UPR files' }).click();
      const text = 'Tuvalu,Accepted,5,Environment,3\rRuritania,Accepted,5,Justice,3';
      await page.getByLabel('CSV files').setInputFiles(csv(text));
      await page.getByRole('button', { name: 'Import the files' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Nothing was imported, because a row cannot be read.');
      expect(await page.getByRole('row').filter({ hasText: 'Ruritania' }).textContent()).toContain('No country is called so');

      await page.getByRole('link', { name: 'Hand in other files' }).click();
      await page.getByLabel('CSV files').setInputFiles(csv(text));
      await page.getByRole('button', { name: 'leaving out rows' }).click();
      expect(await page.getByText('1 recommendation to 1 country was imported.').count()).toBe(1);

      await page.goto('/needs/import');
      await page.getByLabel('CSV files').setInputFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('Hello') });
      await page.getByRole('button', { name: 'Import the files' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('is not a file of UPR recommendations');
    }));

  it.each(
    SIZES.flatMap(([name, viewport]) =>
      (['/needs', '/needs/import', `/needs/${COUNTRY}`, `/needs/${COUNTRY}/weights`, `/needs/${COUNTRY}/context`] as const).map(
        (path) => [path, name, viewport] as const,
      ),
    ),
  )('keep nobody out of %s on a %s, in at most 50 KB', (path, name, viewport) =>
    withPage({ viewport }, async (page) => {
      const sizes: Promise<number>[] = [];
      page.on('requestfinished', (request) => sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize)));
      await page.goto(path, { waitUntil: 'networkidle' });
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(1_000);
      expect(total).toBeLessThanOrEqual(HEAVIEST);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${path.slice(1).replaceAll('/', '-')}-${name}.png`, fullPage: true });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }),
  );
});

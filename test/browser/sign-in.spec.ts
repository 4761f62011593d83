import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { AccountsService } from '../../src/features/accounts/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { gallery } from './gallery.js';

const PASSWORD = 'a quiet long password';
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [
  ['a phone', { width: 390, height: 844 }],
  ['a desktop', { width: 1280, height: 800 }],
] as const;
/** All that a first view may transfer, in bytes: page, style, script and mark. */
const HEAVIEST = 50 * 1_024;

inBrowser('signing in', (browser) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
    await app.module
      .get(AccountsService, { strict: false })
      .add({ email: 'admin@example.org', name: 'Fictional Administrator', role: 'administrator', password: PASSWORD }, 'system');
  });
  afterAll(() => app?.close());

  async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await (browser() as Browser).newContext({ baseURL: app.url, ...options });
    try {
      await context.route('**/gallery', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: gallery() }));
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent ?? '');
  const sidewaysBy = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  /** Tabs until an element is focused, as somebody without a mouse would. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press('Tab');
      if ((await focused(page)).startsWith(name)) return;
    }
    throw new Error(`The keyboard does not reach ${name}.`);
  }

  it.each(SIZES)('works on %s without a script, by keyboard alone', (_, viewport) =>
    withPage({ viewport, javaScriptEnabled: false }, async (page) => {
      await page.goto('/accounts');
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to the content');

      await tabTo(page, 'email');
      await page.keyboard.type('admin@example.org');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('password');
      await page.keyboard.type('not the password');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('alert').textContent()).toContain('The e-mail address or the password is wrong.');
      expect(await page.getByLabel('E-mail address').inputValue()).toBe('admin@example.org');
      expect(await page.getByLabel('Password').inputValue()).toBe('');

      await tabTo(page, 'password');
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/accounts');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Accounts');
      expect(await sidewaysBy(page)).toBe(0);

      if (viewport.width < 1_000) {
        await tabTo(page, 'Menu');
        await page.keyboard.press('Enter');
      }
      await tabTo(page, 'Sign out');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/sign-in');
      await page.goto('/accounts');
      expect(new URL(page.url()).pathname).toBe('/sign-in');
    }),
  );

  it.each(SIZES.flatMap(([name, viewport]) => ['/sign-in', '/gallery', '/no-such-page'].map((path) => [path, name, viewport] as const)))(
    'has nothing on %s that keeps people out, on %s',
    (path, _, viewport) =>
      withPage({ viewport }, async (page) => {
        await page.goto(path);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        expect(violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await sidewaysBy(page)).toBe(0);
      }),
  );

  it('has targets of 44 pixels for fingers', () =>
    withPage({ viewport: SIZES[0][1] }, async (page) => {
      await page.goto('/gallery');
      const small = await page
        .locator(
          'button:visible, .button:visible, input:visible:not([type=checkbox], [type=radio]), select:visible, label.choice:visible, summary:visible',
        )
        .evaluateAll((targets) => targets.filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.outerHTML));
      expect(small).toEqual([]);
    }));

  it.each(['/sign-in', '/gallery'])('sends at most 50 KB for the first view of %s', (path) =>
    withPage({}, async (page) => {
      const sizes: Promise<number>[] = [];
      page.on('requestfinished', (request) => sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize)));
      await page.goto(path, { waitUntil: 'networkidle' });
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(sizes.length).toBeGreaterThanOrEqual(2);
      expect(total).toBeGreaterThan(1_000);
      expect(total).toBeLessThanOrEqual(HEAVIEST);
    }),
  );

  it('keeps the pages under a policy that runs nothing inline', async () => {
    const answer = await fetch(`${app.url}/sign-in`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await answer.text()).not.toMatch(/<script(?! src="\/assets\/)|\son\w+=|style=/);
  });
});

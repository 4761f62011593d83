import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { simpleParser } from 'mailparser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../src/core/access.js';
import { AccountsService } from '../../src/features/accounts/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { surgeRoster } from '../support/surge-desk.js';
import { waitFor } from '../support/wait-for.js';

const PASSWORD = 'a quiet long password';
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const HEAVIEST = 50 * 1_024;

inBrowser('surge, from the office to the expert', (browser) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
    for (const [who, role, country] of [
      ['kenya', 'resident-coordinator', 'KEN'],
      ['officer', 'surge-officer', undefined],
    ] as const) {
      await app.module
        .get(AccountsService, { strict: false })
        .add({ email: `${who}@desk.example`, name: `Fictional ${who}`, role: role as Role, country, password: PASSWORD }, 'system');
    }
    await app.module.get(RosterImporter, { strict: false }).run(csvSource(surgeRoster(4)), { actor: RECRUITER });
  });
  afterAll(() => app?.close());

  async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await (browser() as Browser).newContext({ baseURL: app.url, ...options });
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  async function signIn(page: Page, who: string): Promise<void> {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(`${who}@desk.example`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  const sidewaysBy = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  /** Pictures for people who look at them: set HRA_PICTURES to a folder. */
  async function picture(page: Page, name: string): Promise<void> {
    const folder = process.env['HRA_PICTURES'];
    if (folder) await page.screenshot({ path: join(folder, `${name}-${page.viewportSize()?.width}.png`), fullPage: true });
  }

  async function linkInMail(): Promise<string | undefined> {
    const folder = join(app.settings.dataFolder, 'mail');
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    const mails = await Promise.all(files.map((name) => simpleParser(readFileSync(join(folder, name)))));
    return mails.map(({ text }) => /\/offers\/\S+/.exec(text ?? '')?.[0]).find(Boolean);
  }

  it('is asked, decided, offered and accepted on a phone without a script', async () => {
    let address = '';
    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await signIn(page, 'kenya');
      await page.goto('/surge');
      await page.getByRole('link', { name: 'New request' }).click();
      await picture(page, 'surge-new');
      await page.getByLabel('Immediate: on the ground within 72 hours').check();
      await page.getByRole('textbox', { name: 'Situation' }).fill('Mass arrests before the vote.');
      await page.getByRole('button', { name: 'Submit to the surge desk' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('answers need another look');
      expect(await page.getByRole('textbox', { name: 'Situation' }).inputValue()).toBe('Mass arrests before the vote.');
      expect(await sidewaysBy(page)).toBe(0);
      await picture(page, 'surge-new-refused');

      await page.getByLabel('Why is it that urgent?').fill('The vote is in nine days and arrests have begun.');
      await page.getByLabel('What the expert would do').fill('Monitor detention and advise the country team.');
      await page.getByLabel('First day').fill('2099-01-05');
      await page.getByLabel('Last day').fill('2099-01-25');
      await page.getByLabel('Language 1').selectOption('fr');
      await page.getByLabel('At least').first().selectOption('3');
      await page.getByRole('button', { name: 'Submit to the surge desk' }).click();
      await page.waitForURL(/\/surge\/[0-9a-f-]{36}$/);
      address = new URL(page.url()).pathname;
      expect(await page.getByText('An officer of the surge desk takes it under review.').count()).toBe(1);
      expect(await sidewaysBy(page)).toBe(0);
      await picture(page, 'surge-request-office');
    });

    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await signIn(page, 'officer');
      await page.goto('/surge');
      await page.getByRole('link', { name: /SR-\d{4}-0001/ }).click();
      await page.getByRole('button', { name: 'Take under review' }).click();
      await page.getByRole('button', { name: 'Approve' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Give a reason');
      await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('Grave and close.');
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByRole('button', { name: 'Start matching' }).click();
      await page.getByRole('checkbox').first().check();
      await picture(page, 'surge-proposal');
      await page.getByRole('button', { name: 'Send the offers' }).click();
      expect(await page.getByText('Waiting for an answer').count()).toBe(1);
      expect(await sidewaysBy(page)).toBe(0);
      await picture(page, 'surge-offered');
    });

    const link = (await waitFor('the mail with the link', linkInMail)) as string;
    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(link);
      expect(await page.getByText('Monitor detention and advise the country team.').count()).toBe(1);
      expect(await sidewaysBy(page)).toBe(0);
      await picture(page, 'offer');
      await page.getByRole('button', { name: 'Accept the mission' }).click();
      expect(await page.getByText('You have accepted. Thank you.').count()).toBe(1);
      await picture(page, 'offer-accepted');
    });

    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await signIn(page, 'kenya');
      await page.goto(address);
      expect(await page.getByText('All places filled').first().isVisible()).toBe(true);
      expect(await page.getByText('Given Familya').count()).toBe(1);
    });
  });

  it.each([PHONE, { width: 1280, height: 800 }])('keeps nobody out and stays light at $width pixels', (viewport) =>
    withPage({ viewport }, async (page) => {
      await signIn(page, 'officer');
      const sizes = new Map<string, Promise<number>>();
      for (const path of ['/surge', '/surge/past', await newestRequest(page)]) {
        sizes.clear();
        page.removeAllListeners('requestfinished');
        page.on('requestfinished', (request) =>
          sizes.set(
            request.url(),
            request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize),
          ),
        );
        await page.goto(path, { waitUntil: 'networkidle' });
        const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
        expect(total).toBeLessThanOrEqual(HEAVIEST);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await sidewaysBy(page)).toBe(0);
        await picture(page, `surge-${path === '/surge' ? 'queue' : path === '/surge/past' ? 'past' : 'request'}`);
      }
    }),
  );

  async function newestRequest(page: Page): Promise<string> {
    await page.goto('/surge');
    return (await page.getByRole('link', { name: /SR-\d{4}-0001/ }).getAttribute('href')) ?? '';
  }

  it.each([PHONE, { width: 1280, height: 800 }])('keeps nobody out who asks, at $width pixels', (viewport) =>
    withPage({ viewport }, async (page) => {
      await signIn(page, 'kenya');
      for (const path of ['/surge/new', (await waitFor('the mail with the link', linkInMail)) as string]) {
        await page.goto(path);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(await sidewaysBy(page)).toBe(0);
      }
    }),
  );
});

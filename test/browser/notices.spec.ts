import type { Browser, Page } from 'playwright-core';
import { Notice } from '../../src/features/notices/index.js';
import { Database, newId } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, barriersOn, bytesOf, sessionOf, sidewaysBy } from '../support/people.js';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const HEAVIEST = 50 * 1_024;

inBrowser('notices', (browser) => {
  let app: RunningApp;
  let session: string;
  beforeAll(async () => {
    app = await startApp();
    session = await sessionOf(app, 'surge-officer');
    const row = { reason: 'surge.seat-taken', recipientKind: 'account', recipientId: newId(), subjectId: newId(), detailId: null } as const;
    const moments = { createdAt: '2020-11-24T10:00:00.000Z', dueAt: '2020-11-24T10:00:00.000Z', attempts: 1 };
    const states: Partial<Notice>[] = [
      { state: 'sent', sentAt: '2020-11-24T10:00:01.000Z', serverReply: 250 },
      { state: 'sent', sentAt: '2020-11-24T10:00:01.000Z' },
      { state: 'queued', dueAt: '2999-01-01T07:00:00.000Z', gatheredIn: newId() },
      { state: 'failed', failure: 'smtp-550' },
      { state: 'failed', failure: 'attempts-used-up' },
      { state: 'expected' },
      { state: 'cancelled' },
    ];
    for (const state of states)
      await app.module
        .get(Database, { strict: false })
        .read.getRepository(Notice)
        .insert({ ...row, ...moments, ...state, id: newId(), key: newId() });
  });
  afterAll(() => app?.close());

  async function withPage(viewport: typeof PHONE, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await (browser() as Browser).newContext({ baseURL: app.url, viewport });
    await context.addCookies([asBrowserCookie(app, session)]);
    try {
      await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it.each([
    ['/notices', PHONE],
    ['/notices', DESKTOP],
    ['/how-you-are-told', PHONE],
    ['/how-you-are-told', DESKTOP],
  ])('%s has no barriers, fits and is light at %j', async (path, viewport) => {
    await withPage(viewport, async (page) => {
      expect(await bytesOf(page, path)).toBeLessThanOrEqual(HEAVIEST);
      expect(await sidewaysBy(page)).toBe(0);
      expect(await barriersOn(page)).toEqual([]);
    });
  });

  it('says in the ledger what is late and what each state means', async () => {
    await withPage(DESKTOP, async (page) => {
      await page.goto('/notices');
      expect(await page.getByText('One notice due for more than ten minutes, but not sent.').count()).toBe(1);
      for (const words of ['Accepted by the server', 'Written as a file', 'Queued', 'Bounced', 'Due, but not sent'])
        expect(await page.locator('table').getByText(words, { exact: true }).count()).toBe(1);
      expect(await page.getByRole('button', { name: 'Send again' }).first().isVisible()).toBe(true);
      expect(
        await page.locator('table').evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0)),
      ).toBeLessThanOrEqual(0);
      await page.getByText('What the states mean').click();
      expect(await page.getByText('Reports that it sends later by mail are not read here').isVisible()).toBe(true);
      await page.getByRole('link', { name: 'One notice due' }).click();
      expect(await page.locator('tbody tr').count()).toBe(1);
    });
  });

  it('lets people choose language, pace and quiet hours with the keyboard alone', async () => {
    await withPage(PHONE, async (page) => {
      await page.goto('/');
      await page.getByText('Menu', { exact: true }).press('Enter');
      await page.getByRole('link', { name: 'Your mails' }).press('Enter');
      await page.waitForURL('**/how-you-are-told');
      await page.getByLabel('Language of the mails').selectOption('fr');
      await page.getByLabel('One mail a day').focus();
      await page.keyboard.press('Space');
      await page.getByLabel('Quiet hours').press('Space');
      await page.getByLabel('Your time zone').selectOption('Africa/Nairobi');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await page.getByText('Saved.').waitFor();
      expect(await page.getByLabel('One mail a day').isChecked()).toBe(true);
      expect(await page.getByLabel('Quiet hours').isChecked()).toBe(true);
      expect(await page.getByLabel('Your time zone').inputValue()).toBe('Africa/Nairobi');
    });
  });
});

import type { Page } from 'playwright-core';
import { Database, newId } from '../../src/platform/database/index.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, barriersOn, bytesOf, sessionOf, sidewaysBy } from '../support/people.js';

inBrowser('the page of operations', (browser) => {
  let app: RunningApp;
  let page: Page;
  beforeEach(async () => {
    app = await startApp();
    const context = await browser().newContext({ baseURL: app.url });
    await context.addCookies([asBrowserCookie(app, await sessionOf(app, 'administrator'))]);
    page = await context.newPage();
    const at = '2026-11-24T06:12:00.000Z';
    const rows = ['Error ECONNREFUSED', 'Error ECONNREFUSED', 'QueryFailedError 57P01'].map((failure) => ({
      ...{ id: newId(), name: 'surge.offer-lapse', payload: {}, key: null, state: 'dead' as const, attempts: 8, handovers: 8, failure },
      ...{ dueAt: at, handAt: null, lockedUntil: null, createdAt: at, finishedAt: at },
    }));
    await app.module.get(Database, { strict: false }).read.getRepository(OutboxJob).insert(rows);
  });
  afterEach(() => app.close());

  it.each([390, 1280])('keeps nobody out at %s pixels, and fits', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    expect(await bytesOf(page, '/operations')).toBeLessThan(50_000);
    expect(await barriersOn(page)).toEqual([]);
    expect(await sidewaysBy(page)).toBe(0);
  });

  it('gives all of a kind another chance at the press of a button', async () => {
    await page.goto('/operations');
    await page.getByRole('row', { name: 'surge.offer-lapse Error ECONNREFUSED 2' }).getByRole('button', { name: 'Run all again' }).click();
    await page.getByRole('row', { name: 'surge.offer-lapse Error ECONNREFUSED 2' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('row', { name: 'surge.offer-lapse QueryFailedError 57P01 1' }).count()).toBe(1);
  });
});

import type { Browser } from 'playwright-core';
import { type RunningApp, startApp } from '../support/app.js';
import { openBrowser } from '../support/browser.js';
import { asBrowserCookie, sessionOf } from '../support/people.js';
import { withRedis } from '../support/redis.js';
import { describeWith } from '../support/services.js';

describeWith('POSTGRES', 'the board of the queue, on PostgreSQL', () => {
  withRedis('with Redis', (redis) => {
    let app: RunningApp;
    let browser: Browser;
    beforeAll(async () => {
      app = await startApp({ dialect: 'postgres', redisUrl: redis().url });
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await app?.close();
    });

    it('shows the queue to an administrator, loads nothing from elsewhere, and changes nothing', async () => {
      const context = await browser.newContext({ baseURL: app.url });
      const session = await sessionOf(app, 'administrator');
      await context.addCookies([asBrowserCookie(app, session)]);
      const page = await context.newPage();
      const elsewhere: string[] = [];
      page.on('response', (response) => {
        if (!response.url().startsWith(app.url)) elsewhere.push(response.url());
      });
      await page.goto('/operations');
      await page.getByRole('link', { name: 'Look into Redis' }).click();
      await page.getByText('hra-desk').first().waitFor();
      expect(elsewhere).toEqual([]);
      const pause = await fetch(`${app.url}/operations/queue/api/queues/hra-desk/pause`, { method: 'PUT', headers: { cookie: session } });
      expect(pause.status).toBe(404);
    });

    it('is not for others', async () => {
      const session = await sessionOf(app, 'surge-officer');
      for (const path of ['', '/api/queues', '/static/js/main.js'])
        expect((await fetch(`${app.url}/operations/queue${path}`, { headers: { cookie: session } })).status).toBe(403);
      const stranger = await fetch(`${app.url}/operations/queue/api/queues`, { redirect: 'manual' });
      expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/sign-in?next=%2Foperations%2Fqueue%2Fapi%2Fqueues']);
    });
  });
});

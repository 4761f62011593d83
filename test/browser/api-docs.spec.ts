import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, sessionOf } from '../support/people.js';

inBrowser('the documentation of the API', (browser) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  it('lists every route for people who are signed in, and loads nothing that the security policy refuses', async () => {
    const context = await browser().newContext({ baseURL: app.url });
    await context.addCookies([asBrowserCookie(app, await sessionOf(app, 'auditor'))]);
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto('/api/docs');
    await page.getByText('/api/v1/surge-requests', { exact: false }).first().waitFor();
    const shown = await page.locator('.opblock').count();
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as { paths: Record<string, object> };
    expect(shown).toBe(Object.values(document.paths).flatMap((operations) => Object.keys(operations)).length);
    expect(refused).toEqual([]);
    await context.close();
  });

  it('is closed to everybody else', async () => {
    for (const path of ['/api/docs', '/api/docs/start.js'])
      expect((await fetch(app.url + path, { redirect: 'manual' })).status).not.toBe(200);
  });
});

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { AccountsService } from '../../src/features/accounts/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import type { SurgeRequestView } from '../../src/features/surge/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, barriersOn, bytesOf, sessionOf, sidewaysBy } from '../support/people.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { ASK, surgeRoster } from '../support/surge-desk.js';

const HEAVIEST = 50 * 1_024;
const LONG_AGO = '2026-11-01T00:00:00.000Z';

inBrowser('the surge desk', (browser) => {
  let app: RunningApp;
  const cookies: Record<string, string> = {};
  const ids: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    cookies['kenya'] = await sessionOf(app, 'resident-coordinator', 'KEN');
    cookies['officer'] = await sessionOf(app, 'surge-officer');
    await app.module
      .get(AccountsService, { strict: false })
      .add(
        { email: 'second@example.org', name: 'Fictional second officer', role: 'surge-officer', password: 'a quiet long password' },
        'system',
      );
    await app.module.get(RosterImporter, { strict: false }).run(csvSource(surgeRoster(4)), { actor: RECRUITER });
    for (const [urgency, seats] of [
      ['immediate', 1],
      ['urgent', 3],
      ['planned', 1],
      ['urgent', 1],
    ] as const) {
      const body = { ...ASK, urgency, seats, startsOn: '2099-01-01', endsOn: '2099-01-20', submit: true };
      ids.push(((await call('kenya', '', body)) as SurgeRequestView).request.id);
    }
    await step('officer', 1, 'review');
    await step('officer', 1, 'approve', 'Grave, and the office can host three.');
    await step('officer', 2, 'review');
    await step('officer', 2, 'ask', 'Which prisons would the expert visit?\n\nIs there a list?');
    await call('kenya', `/${ids[2]}/messages`, { message: 'We are asking the ministry.' });
    // The first has been waiting for weeks.
    const database = app.module.get(Database, { strict: false });
    await database.read.query(`UPDATE surge_events SET at = '${LONG_AGO}' WHERE request_id = '${ids[0]}'`);
    await database.read.query(`UPDATE surge_requests SET submitted_at = '${LONG_AGO}' WHERE id = '${ids[0]}'`);
  });
  afterAll(() => app?.close());

  async function call(who: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${app.url}/api/v1/surge-requests${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: cookies[who] ?? '', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return answer.json();
  }

  async function step(who: string, index: number, name: string, reason?: string): Promise<void> {
    const { version } = ((await call(who, `/${ids[index]}`)) as SurgeRequestView).request;
    await call(who, `/${ids[index]}/steps`, { step: name, reason, version });
  }

  async function asWho(who: string, width: number, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await (browser() as Browser).newContext({ baseURL: app.url, viewport: { width, height: 844 } });
    try {
      await context.addCookies([asBrowserCookie(app, cookies[who] ?? '')]);
      await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** Pictures for people who look at them: set HRA_PICTURES to a folder. */
  async function picture(page: Page, name: string): Promise<void> {
    const folder = process.env['HRA_PICTURES'];
    if (folder) await page.screenshot({ path: join(folder, `${name}-${page.viewportSize()?.width}.png`), fullPage: true });
  }

  it.each([390, 1280])('keeps nobody out and stays light at %i pixels', async (width) => {
    for (const [who, path, name] of [
      ['officer', '/surge', 'desk-queue'],
      ['officer', '/surge?view=board', 'desk-board'],
      ['officer', `/surge/${ids[0]}`, 'desk-late'],
      ['officer', `/surge/${ids[1]}`, 'desk-confirming'],
      ['kenya', `/surge/${ids[2]}`, 'desk-asked'],
    ] as const) {
      await asWho(who, width, async (page) => {
        expect(await bytesOf(page, path)).toBeLessThanOrEqual(HEAVIEST);
        await picture(page, name);
        for (const fold of await page.locator('details:not(.menu) > summary').all()) await fold.click();
        expect(await barriersOn(page)).toEqual([]);
        expect(await sidewaysBy(page)).toBe(0);
      });
    }
  });

  it('shows what is late in both ways of looking', () =>
    asWho('officer', 1280, async (page) => {
      await page.goto('/surge?view=board&late=true');
      expect(await page.getByRole('link', { name: /^SR-/ }).count()).toBe(1);
      expect(await page.getByRole('heading', { name: 'Triage 1, 1 late' }).count()).toBe(1);
      await page.getByRole('link', { name: 'As a list' }).click();
      expect(await page.getByRole('link', { name: /^SR-/ }).count()).toBe(1);
      expect(await page.getByText('Late', { exact: true }).first().isVisible()).toBe(true);
    }));

  it('takes, hands over and answers with the keyboard of a page alone', async () => {
    await asWho('officer', 390, async (page) => {
      await page.goto(`/surge/${ids[3]}`);
      await page.getByRole('button', { name: 'Take it' }).click();
      await page.getByText('Hand it over').click();
      await page.getByLabel('To', { exact: true }).selectOption({ label: 'Fictional second officer' });
      await page.getByRole('button', { name: 'Hand over' }).click();
      expect(await page.getByText('To Fictional second officer.').count()).toBe(1);
    });
    await asWho('kenya', 390, async (page) => {
      await page.goto(`/surge/${ids[2]}`);
      await page.getByLabel('Answer or reason').fill('The two central prisons.');
      await page.getByRole('button', { name: 'Send the answer' }).click();
      expect(await page.getByText('The two central prisons.').first().isVisible()).toBe(true);
    });
    expect(((await call('officer', `/${ids[2]}`)) as SurgeRequestView).stages[1]).toMatchObject({ stage: 'decision', state: 'running' });
  });
});

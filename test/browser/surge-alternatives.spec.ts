import type { BrowserContextOptions, Page } from 'playwright-core';
import type { SurgeRequestView } from '../../src/features/surge/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { barriersOn, bytesOf, DESKTOP, HEAVIEST, PHONE, sessionOf, sidewaysBy, visiting } from '../support/people.js';
import { ASK } from '../support/surge-desk.js';

/** Where the pictures go; none are taken without it. */
const PICTURES = process.env['HRA_PICTURES'];

inBrowser('what is offered instead of a mission', (browser) => {
  let app: RunningApp;
  const sessions: Record<'officer' | 'office', string> = { officer: '', office: '' };
  let id = '';

  beforeAll(async () => {
    app = await startApp();
    sessions.officer = await sessionOf(app, 'surge-officer');
    sessions.office = await sessionOf(app, 'resident-coordinator', 'KEN');
    let view = await call('office', '', { ...ASK, startsOn: '2099-01-01', endsOn: '2099-01-20', submit: true });
    id = view.request.id;
    view = await call('officer', `/${id}/steps`, { step: 'review', version: view.request.version });
    await call('officer', `/${id}/steps`, {
      step: 'decline',
      reason: 'The regional adviser is on the way already.',
      alternatives: ['regional-adviser', 'remote-support', 'technical-mission'],
      version: view.request.version,
    });
  });
  afterAll(() => app?.close());

  const call = async (who: 'officer' | 'office', path: string, body: object) => {
    const answer = await fetch(`${app.url}/api/v1/surge-requests${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', cookie: sessions[who] },
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as SurgeRequestView;
  };
  const as = <T>(who: 'officer' | 'office', options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> =>
    visiting(browser(), app, sessions[who], options, work);
  const phone = { viewport: PHONE, javaScriptEnabled: false };
  const instead = (page: Page, name: string) => page.locator('section section').filter({ has: page.getByRole('heading', { name }) });

  async function look(name: string, who: 'officer' | 'office', path: string): Promise<void> {
    for (const viewport of [PHONE, DESKTOP])
      await as(who, { viewport }, async (page) => {
        expect([name, (await bytesOf(page, path)) <= HEAVIEST]).toEqual([name, true]);
        if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${viewport.width}.png`, fullPage: true });
        expect([name, await barriersOn(page), await sidewaysBy(page)]).toEqual([name, [], 0]);
      });
  }

  it('keeps nobody out and stays light before anything is answered', async () => {
    await look('declined-office', 'office', `/surge/${id}`);
    await look('declined-officer', 'officer', `/surge/${id}`);
    await look('answer-office', 'office', `/surge/${id}/alternatives/remote-support`);
    await as('officer', phone, async (page) => {
      await page.goto(`/surge/${id}/alternatives/remote-support`);
      expect(await page.getByText('When the office takes it up, the desk arranges who supports it').count()).toBe(1);
    });
  });

  it('is taken up with a click, turned down with a word, and becomes a draft or an arrangement, on a phone without a script', async () => {
    await as('office', phone, async (page) => {
      await page.goto(`/surge/${id}`);
      const said = (await page.locator('main').textContent()) ?? '';
      expect(said).toMatch(
        /What comes next: The requesting office answers what is offered instead\. .*Why it was declined:The regional adviser is on/,
      );
      await page.getByRole('button', { name: 'Take it up (Support from a distance)' }).click();
      expect(await instead(page, 'Support from a distance').getByRole('button').allTextContents()).toEqual([
        'Turn it down after all (Support from a distance)',
      ]);
      await instead(page, 'The regional adviser helps').getByRole('link', { name: 'Answer with a word' }).click();
      await page.getByLabel('What the desk should know').fill('She was here last week.');
      await page.getByRole('button', { name: 'No, thank you' }).click();
      expect(await page.getByText('She was here last week.').count()).toBeGreaterThan(0);
      await instead(page, 'A technical mission').getByRole('button', { name: 'Take it up' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Go on with a draft');
      expect(await page.getByRole('textbox', { name: 'Situation' }).inputValue()).toBe(ASK.situation);
      await page.getByRole('button', { name: 'Submit to the surge desk' }).click();
      await page.getByRole('link', { name: /^Follows SR-/ }).click();
      expect(await instead(page, 'A technical mission').textContent()).toContain('submitted');
    });
    await look('to-arrange', 'officer', '/surge');
    await as('officer', phone, async (page) => {
      await page.goto('/surge');
      const table = page.getByRole('table', { name: 'Support to arrange' });
      expect(await table.textContent()).toContain('8 h 0 min');
      await table.getByRole('link').click();
      await instead(page, 'Support from a distance').getByRole('link', { name: 'Record who helps' }).click();
      await page.getByRole('button', { name: 'Record who helps' }).click();
      expect((await page.getByRole('alert').getByRole('link').allTextContents()).length).toBe(2);
      await page.getByLabel('Who helps').fill('Regional office in Nairobi');
      await page.getByLabel('Until').fill('2099-02-01');
      await page.getByRole('button', { name: 'Record who helps' }).click();
      await page.goto('/surge');
      expect(await page.getByRole('table', { name: 'Support to arrange' }).count()).toBe(0);
    });
    await as('office', phone, async (page) => {
      await page.goto(`/surge/${id}`);
      expect(await instead(page, 'Support from a distance').textContent()).toContain('Regional office in Nairobi');
    });
  });

  it('keeps nobody out and stays light afterwards', async () => {
    await look('answered-office', 'office', `/surge/${id}`);
    await look('arrange', 'officer', `/surge/${id}/alternatives/remote-support`);
    await look('status', 'office', `/surge/${id}/status`);
  });

  it('leads to what is wrong with a new request: the focus is on the summary, with a script and without', async () => {
    for (const javaScriptEnabled of [true, false])
      await as('office', { viewport: PHONE, javaScriptEnabled }, async (page) => {
        await page.goto('/surge/new');
        await page.getByRole('textbox', { name: 'Situation' }).fill('Mass arrests before the vote.');
        await page.getByLabel('How many experts').fill('50');
        await page.getByRole('button', { name: 'Submit to the surge desk' }).click();
        await page.getByRole('alert').waitFor();
        expect(await page.locator('.summary:focus').count()).toBe(1);
        expect(await page.getByRole('textbox', { name: 'Situation' }).inputValue()).toBe('Mass arrests before the vote.');
        expect(await page.getByRole('alert').getByRole('link').count()).toBeGreaterThanOrEqual(4);
        if (PICTURES)
          await page.screenshot({ path: `${PICTURES}/surge-new-wrong-${javaScriptEnabled ? 'script' : 'plain'}.png`, fullPage: true });
      });
  });
});

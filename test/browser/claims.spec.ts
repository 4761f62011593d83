import type { BrowserContextOptions, Page } from 'playwright-core';
import { inBrowser } from '../support/browser.js';
import { letters, openPanelSite, type PanelSite, type Somebody } from '../support/panel-site.js';
import { asBrowserCookie, barriersOn, bytesOf, sidewaysBy } from '../support/people.js';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
/** All that a first view may transfer, in bytes. */
const HEAVIEST = 50 * 1_024;
/** Where the pictures go; none are taken without it. */
const PICTURES = process.env['HRA_PICTURES'];

inBrowser('claims', (browser) => {
  let site: PanelSite;
  /** A panel that has decided, one of whose candidates is on record; and an expert who remembers years only. */
  let places: Readonly<Record<'result' | 'findings' | 'recorded' | 'expert' | 'verification', string>>;

  async function decided(): Promise<string> {
    const { id } = await site.ratedPanel();
    for (const letter of letters(3)) await site.agree(id, letter, letter === 'B' ? 5 : 3);
    await site.api('vetter', 'POST', `/panels/${id}/decision`, {
      outcomes: letters(3).map((letter) => ({ letter, outcome: 'reserve', reason: 'Substantially equal.' })),
      analysis: 'The field was thin.',
      version: 1,
    });
    await site.api('coordinator', 'POST', `/panels/${id}/confirmation`, { version: 2 });
    return id;
  }

  beforeAll(async () => {
    site = await openPanelSite();
    const id = await decided();
    const how = 'Rated by three members, then discussed';
    const recorded = await site.api('desk', 'POST', `/panels/${id}/candidates/B/findings`, { criteria: ['mandates', 'experience'], how });
    expect(recorded.status).toBe(200);
    const expert = await site.api('desk', 'POST', '/experts', {
      familyName: 'Okello',
      givenName: 'Amara',
      email: 'amara@example.org',
      gender: 'female',
      nationality: 'KEN',
      fictional: true,
      experience: [
        { from: '2014', to: '2016-03', kinds: ['human-rights'], title: 'Human Rights Officer', employer: 'UNDP' },
        { from: '2016-04-01', to: null, kinds: ['development'], title: 'Programme Specialist', employer: 'UNDP', status: 'verified' },
      ],
      degrees: [{ level: 'masters', field: 'public-law', title: 'LL.M.', institution: 'Makerere', awardedOn: '2008' }],
      languages: [{ language: 'en', level: 4 }],
      memberships: [{ roster: 'external', reason: 'Applied by letter.' }],
    });
    places = {
      result: `/panels/${id}/result`,
      findings: `/panels/${id}/candidates/A/findings`,
      recorded: `/panels/${id}/candidates/B/findings`,
      expert: `/roster/experts/${expert.body.id}`,
      verification: `/roster/experts/${expert.body.id}/verification`,
    };
  });
  afterAll(() => site?.close());

  async function as<T>(somebody: Somebody, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser().newContext({ baseURL: site.app.url, ...options });
    try {
      await context.addCookies([asBrowserCookie(site.app, site.cookie(somebody))]);
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it('of a panel go on the expert’s record by a deliberate act, on a phone without a script', async () => {
    const id = await decided();
    await as('desk', { javaScriptEnabled: false, viewport: PHONE }, async (page) => {
      await page.goto(`/panels/${id}/result`);
      await page.getByRole('link', { name: 'Put what the panel found out about B on record' }).click();
      const table = page.getByRole('table', { name: 'Claims by criterion' });
      expect(await table.getByRole('row').filter({ hasText: 'Development programming' }).textContent()).toContain('specialist');
      await page.getByRole('button', { name: 'Record as assessed by the panel' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Write how the panel came to it');
      await page.getByRole('checkbox', { name: 'Education' }).uncheck();
      await page.getByLabel('How the panel came to it').fill('Rated by three members, then discussed');
      await page.getByRole('button', { name: 'Record as assessed by the panel' }).click();
      expect(await page.getByText('is on the expert’s record since').count()).toBe(1);
      expect(await page.getByRole('button', { name: /^Record/ }).count()).toBe(0);
      await page.goto(`/panels/${id}/result`);
      expect(await page.getByRole('link', { name: 'Put what the panel found out about B on record' }).count()).toBe(0);
      expect(await page.getByText('put what the panel found out on the expert’s record (candidate B)').count()).toBe(1);
    });
  });

  it('are verified by somebody who says how, and dates are shown as exactly as they are known', () =>
    as('desk', { javaScriptEnabled: false, viewport: PHONE }, async (page) => {
      await page.goto(places.expert);
      expect(await page.getByText('2014 to March 2016').count()).toBe(1);
      await page.getByRole('link', { name: 'Record what was checked' }).click();
      await page.getByRole('checkbox', { name: /LL\.M\./ }).check();
      await page.getByLabel('How it was checked').fill('Diploma seen');
      await page.getByRole('button', { name: 'Record as verified' }).click();
      await page.waitForURL(places.expert);
      expect(await page.getByRole('row').filter({ hasText: 'LL.M.' }).textContent()).toMatch(
        /2008.*✓ Verified by Recruiter on 24 Nov 2026: Diploma seen/,
      );
    }));

  it.each(
    (['result', 'findings', 'recorded', 'expert', 'verification'] as const).flatMap((what) =>
      [PHONE, DESKTOP].map((viewport) => [what, viewport.width, viewport] as const),
    ),
  )('keep nobody out of %s at %i px, and weigh at most 50 KB', (what, width, viewport) =>
    as('desk', { viewport }, async (page) => {
      const answer = await page.goto(places[what]);
      expect(answer?.status()).toBe(200);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/claims-${what}-${width}.png`, fullPage: true });
      expect(await barriersOn(page)).toEqual([]);
      expect(await sidewaysBy(page)).toBe(0);
      expect(await bytesOf(page, places[what])).toBeLessThanOrEqual(HEAVIEST);
    }),
  );
});

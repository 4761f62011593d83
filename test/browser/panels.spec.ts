import type { BrowserContextOptions, Page } from 'playwright-core';
import { PANEL_CRITERIA } from '../../src/core/panel.js';
import { inBrowser } from '../support/browser.js';
import { letters, MEMBERS, openPanelSite, type PanelSite, type Somebody } from '../support/panel-site.js';
import { asBrowserCookie, barriersOn, bytesOf, sidewaysBy } from '../support/people.js';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const SIZES = [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const;
/** All that a first view may transfer, in bytes. */
const HEAVIEST = 50 * 1_024;
/** Where the pictures go; none are taken without it. */
const PICTURES = process.env['HRA_PICTURES'];

inBrowser('panels', (browser) => {
  let site: PanelSite;
  /** Panels at rest: not declared by the coordinator, being rated, with a result, decided. */
  let panels: { fresh: string; open: string; rated: string; decided: string };

  beforeAll(async () => {
    site = await openPanelSite();
    const fresh = (await site.newPanel()).id;
    const open = (await site.newPanel()).id;
    for (const member of MEMBERS) await site.declare(member, open);
    await site.handIn('coordinator', open, 'A', 4);
    await site.handIn('recruiter', open, 'A', 2);
    const [rated, decided] = [(await site.ratedPanel()).id, (await site.ratedPanel()).id];
    for (const panel of [rated, decided]) for (const letter of letters(3)) await site.agree(panel, letter, letter === 'B' ? 5 : 3);
    await site.api('vetter', 'POST', `/panels/${decided}/decision`, {
      outcomes: letters(3).map((letter) => ({ letter, outcome: 'reserve', reason: 'Substantially equal.' })),
      analysis: 'The field was thin.',
      version: 1,
    });
    await site.api('coordinator', 'POST', `/panels/${decided}/confirmation`, { version: 2 });
    panels = { fresh, open, rated, decided };
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
  const withoutScript = { javaScriptEnabled: false, viewport: PHONE };

  it('are set up from the shortlist, declared and rated blind, on a phone without a script', async () => {
    const runId = await site.newRun();
    const path = await as('desk', withoutScript, async (page) => {
      await page.goto(`/shortlists/${runId}`);
      await page.getByRole('link', { name: 'Set up a panel' }).click();
      await page.getByLabel('How many of the first').fill('2');
      await page.getByRole('checkbox', { name: /^The vetter/ }).check();
      await page.getByRole('button', { name: 'Invite the panel' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('two people have to stand for the decision');
      await page.getByRole('checkbox', { name: /^The coordinator/ }).check();
      await page.getByLabel('Who chairs').selectOption({ label: 'The vetter – HRM panel member' });
      await page.getByRole('button', { name: 'Invite the panel' }).click();
      await page.waitForURL(/\/panels\/[\w-]{36}$/);
      return new URL(page.url()).pathname;
    });
    await as('coordinator', withoutScript, async (page) => {
      await page.goto('/panels');
      await page.goto(path);
      expect(await page.getByRole('heading', { name: 'Candidates' }).count()).toBe(0);
      await page.getByRole('radio', { name: /^I have no conflict/ }).check();
      await page.getByRole('button', { name: 'Declare' }).click();
      await page.getByRole('link', { name: 'Candidate B' }).click();
      await page.getByRole('group', { name: 'Education' }).getByLabel('4').check();
      await page.getByRole('button', { name: 'Hand in' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('9 answers need another look');
      expect(await page.getByRole('group', { name: 'Education' }).getByLabel('4').isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Keep for later' }).click();
      await page.waitForURL(/candidates\/B$/);
      for (const name of PANEL_CRITERIA) await page.locator(`input[name="scores.${name}"][value="3"]`).check();
      await page.getByLabel('Comment on the candidate').fill('Knows the field.');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.waitForURL(/candidates\/B$/);
      expect(await page.getByText(/^Candidate B is \w+ .*No\. \d+\./).count()).toBe(1);
      expect(await page.getByRole('button', { name: 'Hand in' }).count()).toBe(0);
    });
  });

  it('lead from ratings to a decision that two people stand for', async () => {
    const { id } = await site.ratedPanel();
    await as('vetter', withoutScript, async (page) => {
      for (const letter of letters(3)) {
        await page.goto(`/panels/${id}/candidates/${letter}/discussion`);
        await page.getByLabel('How the panel came to agree').fill('Nobody was far apart.');
        await page.getByRole('button', { name: 'Record what was agreed' }).click();
        await page.waitForURL(/result$/);
      }
      const table = page.getByRole('table', { name: 'Candidates in the order of the panel' });
      expect(await table.getByRole('rowheader').first().textContent()).toContain('Candidate B');
      for (const letter of letters(3)) {
        await page.getByLabel(`Outcome for ${letter}`).selectOption('reserve');
        await page.getByLabel(`Reason for ${letter}`).fill('Substantially equal.');
      }
      await page.getByLabel('Reason for C').fill('');
      await page.getByRole('button', { name: 'Propose this decision' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Give a reason for candidate C.');
      await page.getByLabel('Reason for C').fill('Substantially equal.');
      await page.getByLabel('Analysis').fill('Said in case nobody is a woman.');
      await page.getByRole('button', { name: 'Propose this decision' }).click();
      await page.waitForURL(/result$/);
      expect(await page.getByRole('button', { name: 'Confirm the decision' }).count()).toBe(0);
    });
    await as('coordinator', withoutScript, async (page) => {
      await page.goto(`/panels/${id}/result`);
      await page.getByRole('button', { name: 'Confirm the decision' }).click();
      await page.waitForURL(/result$/);
      expect(await page.getByRole('heading', { name: 'The decision' }).count()).toBe(1);
      expect(await page.getByText('confirmed the decision').count()).toBe(1);
    });
  });

  const places = (): Record<string, readonly [Somebody, string]> => ({
    list: ['coordinator', '/panels'],
    declaration: ['coordinator', `/panels/${panels.fresh}`],
    panel: ['coordinator', `/panels/${panels.open}`],
    blind: ['vetter', `/panels/${panels.open}/candidates/A`],
    revealed: ['coordinator', `/panels/${panels.open}/candidates/A`],
    discussion: ['vetter', `/panels/${panels.rated}/candidates/B/discussion`],
    result: ['vetter', `/panels/${panels.rated}/result`],
    decided: ['recruiter', `/panels/${panels.decided}/result`],
    desk: ['desk', `/panels/${panels.fresh}`],
  });

  it.each(
    SIZES.flatMap(([name, viewport]) =>
      ['list', 'declaration', 'panel', 'blind', 'revealed', 'discussion', 'result', 'decided', 'desk'].map(
        (what) => [what, name, viewport] as const,
      ),
    ),
  )('keep nobody out of %s on a %s', async (what, name, viewport) => {
    const [somebody, path] = places()[what] ?? ['vetter', '/'];
    await as(somebody, { viewport }, async (page) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/panel-${what}-${name}.png`, fullPage: true });
      expect(await barriersOn(page)).toEqual([]);
      expect(await sidewaysBy(page)).toBe(0);
    });
  });

  it.each(['panel', 'blind', 'result'])('send at most 50 KB for the first view of %s', (what) => {
    const [somebody, path] = places()[what] ?? ['vetter', '/'];
    return as(somebody, {}, async (page) => {
      const total = await bytesOf(page, path);
      expect(total).toBeGreaterThan(1_000);
      expect(total).toBeLessThanOrEqual(HEAVIEST);
    });
  });

  it('can be rated with the keyboard alone', () =>
    as('vetter', { viewport: DESKTOP }, async (page) => {
      await page.goto(`/panels/${panels.open}/candidates/C`);
      await page.locator('input[name="scores.education"][value="1"]').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.getByRole('button', { name: 'Keep for later' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/candidates\/C$/);
      expect(await page.locator('input[name="scores.education"][value="2"]').isChecked()).toBe(true);
    }));
});

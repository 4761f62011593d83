import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../src/core/access.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { inBrowser } from '../support/browser.js';
import { barriersOn, bytesOf, DESKTOP, HEAVIEST, PHONE, sidewaysBy, visiting } from '../support/people.js';
import { manyRows } from '../support/roster-desk.js';
import { RosterSite } from '../support/roster-site.js';

/** Where the pictures go that somebody looks at; none are taken without it. */
const PICTURES = process.env['PICTURES'];
const SIZES = [
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
] as const;

inBrowser('the form of an expert', (browser) => {
  let site: RosterSite;
  let address = '';
  beforeAll(async () => {
    site = await RosterSite.open('sqlite');
    await site.app.module.get(RosterImporter, { strict: false }).run(manyRows(2), { actor: 'system' });
    const { body } = await site.api('recruiter', 'GET', 'experts');
    address = `/roster/experts/${(body['experts'] as { id: string }[])[0]?.id}`;
  });
  afterAll(() => site?.app.close());

  const as = <T>(role: Role, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> =>
    visiting(browser(), site.app, `session=${site.session(role)}`, options, work);
  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${page.viewportSize()?.width}.png`), fullPage: true });
  }

  it.each(SIZES)('is filled in on %s without JavaScript: rows come and go, and a refusal keeps everything', (_, viewport) =>
    as('recruiter', { viewport, javaScriptEnabled: false }, async (page) => {
      const name = viewport === PHONE ? 'Phone' : 'Desktop';
      await page.goto('/roster');
      await page.getByRole('link', { name: 'Enter an expert' }).click();
      await picture(page, 'expert-new');
      await page.getByLabel('Family name').fill(`${name}family`);
      await page.getByLabel('Given name').fill('Wren');
      await page.getByLabel('Gender').selectOption('female');
      await page.getByRole('button', { name: 'Add a job' }).click();
      await page.getByLabel('Function').fill('Human Rights Officer');
      await page.getByLabel('From').fill('2010-03');
      await page.getByLabel('human rights').check();
      await page.getByLabel('Countries').fill('Kenya; Congo, Democratic Republic of the; Atlantis');
      await page.getByRole('button', { name: 'Add another job' }).click();
      expect(await page.getByLabel('Function').count()).toBe(2);
      await page.getByRole('button', { name: 'Remove this job', exact: true }).click();
      await page.getByRole('button', { name: 'Add a language' }).click();
      await page.getByLabel('Language', { exact: true }).selectOption('fr');
      // Enter saves: the first button of the form is not one that removes a row.
      await page.getByLabel('Family name').press('Enter');
      const alert = page.getByRole('alert');
      for (const sentence of ['Give the e-mail address.', 'Choose a country', 'Choose a level from 1 to 4.'])
        expect(await alert.textContent()).toContain(sentence);
      expect(await page.getByLabel('Function').inputValue()).toBe('Human Rights Officer');
      expect(await page.getByLabel('human rights').isChecked()).toBe(true);
      expect(await sidewaysBy(page)).toBe(0);
      await picture(page, 'expert-refused');
      await page.getByLabel('E-mail address').fill(`${name}@example.org`);
      await page.getByLabel('Nationality').selectOption('KEN');
      await page.getByLabel('Countries').fill('Kenya, Uganda');
      await page.getByLabel('Language', { exact: true }).selectOption('fr');
      await page.getByRole('group', { name: 'Languages' }).getByLabel('Level').selectOption('3');
      await page.getByRole('button', { name: 'Enter the expert' }).last().click();
      expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(`Wren ${name}family`);
      expect(await page.locator('.timeline').first().textContent()).toContain('Kenya, Uganda');
      await picture(page, 'expert-entered');
    }),
  );

  it.each(SIZES)('tells on %s what somebody else changed, and takes it or not', (_, viewport) =>
    as('recruiter', { viewport, javaScriptEnabled: false }, (page) =>
      as('recruiter', { viewport: DESKTOP }, async (other) => {
        for (const one of [page, other]) {
          await one.goto(address);
          await one.getByRole('link', { name: 'Change the profile' }).click();
        }
        const email = `${viewport.width}@example.org`;
        await other.getByLabel('E-mail address').fill(email);
        await other.getByRole('button', { name: 'Save the profile' }).last().click();
        await other.waitForURL(`**${address}`);
        await page.getByLabel('Given name').fill(`Typed${viewport.width === PHONE.width ? 'here' : 'there'}`);
        await page.getByLabel('E-mail address').fill('typed@example.org');
        await page.getByRole('button', { name: 'Save the profile' }).last().click();
        expect(await page.getByRole('alert').textContent()).toContain(email);
        expect(await page.getByLabel('E-mail address', { exact: true }).inputValue()).toBe('typed@example.org');
        expect(await sidewaysBy(page)).toBe(0);
        await picture(page, 'expert-conflict');
        await page.getByRole('button', { name: 'Take theirs: E-mail address' }).click();
        expect(await page.getByLabel('E-mail address', { exact: true }).inputValue()).toBe(email);
        await page.getByRole('button', { name: 'Save the profile' }).last().click();
        expect(await page.getByRole('link', { name: email }).count()).toBe(1);
      }),
    ),
  );

  it('goes on where more of theirs can be taken, with a script and the keyboard', () =>
    as('recruiter', { viewport: DESKTOP }, (page) =>
      as('recruiter', { viewport: DESKTOP }, async (other) => {
        for (const one of [page, other]) await one.goto(`${address}/edit`);
        await other.getByLabel('E-mail address').fill('theirs@example.org');
        await other.getByLabel('Given name').fill('Theirs');
        await other.getByRole('button', { name: 'Save the profile' }).last().click();
        await other.waitForURL(`**${address}`);
        await page.getByLabel('E-mail address').fill('mine@example.org');
        await page.getByLabel('Given name').fill('Mine');
        await page.getByRole('button', { name: 'Save the profile' }).last().click();
        await page.getByRole('button', { name: 'Take theirs: E-mail address' }).focus();
        await page.keyboard.press('Enter');
        await page.getByText('Theirs stands below now: E-mail address.').waitFor();
        expect(await page.locator('.summary:focus').count()).toBe(1);
        expect(await page.getByRole('button', { name: /^Take theirs/ }).allTextContents()).toEqual(['Take theirs: Given name']);
        expect([await barriersOn(page), await sidewaysBy(page)]).toEqual([[], 0]);
        await page.getByRole('button', { name: 'Save the profile' }).first().click();
        await page.waitForURL(`**${address}`);
        expect(await page.getByRole('link', { name: 'theirs@example.org' }).count()).toBe(1);
        expect(await page.getByRole('heading', { level: 2, name: /^Mine / }).count()).toBe(1);
      }),
    ));

  it('adds a row in place where there is a script, with the keyboard, and keeps what was typed', () =>
    as('recruiter', { viewport: DESKTOP }, async (page) => {
      await page.goto(`${address}/edit`);
      await page.getByLabel('Given name').fill('Typed before');
      const here = page.url();
      await page.getByRole('button', { name: 'Add another theme' }).focus();
      await page.keyboard.press('Enter');
      const added = page.getByText('New theme', { exact: true });
      await added.waitFor();
      await expect(added.evaluate((element) => element === document.activeElement)).resolves.toBe(true);
      expect(page.url()).toBe(here);
      expect(await page.getByLabel('Given name').inputValue()).toBe('Typed before');
    }));

  it.each(SIZES)('has nothing on %s that keeps people out', (_, viewport) =>
    as('recruiter', { viewport }, async (page) => {
      for (const path of ['/roster/experts/new', `${address}/edit`, `${address}/memberships`]) {
        await page.goto(path);
        await page.locator('details.entry').evaluateAll((entries) => {
          for (const entry of entries) entry.setAttribute('open', '');
        });
        expect([path, await barriersOn(page)]).toEqual([path, []]);
        expect(await sidewaysBy(page)).toBe(0);
        await picture(page, path === `${address}/edit` ? 'expert-edit' : path.endsWith('new') ? 'expert-new-open' : 'expert-join');
      }
    }),
  );

  it('sends at most 50 KB for the first view', async () => {
    for (const path of ['/roster/experts/new', `${address}/edit`, `${address}/memberships`])
      await as('recruiter', {}, async (page) => {
        const bytes = await bytesOf(page, path);
        expect(bytes).toBeGreaterThan(1_000);
        expect(bytes).toBeLessThanOrEqual(HEAVIEST);
      });
  });
});

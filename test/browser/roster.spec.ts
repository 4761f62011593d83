import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../src/core/access.js';
import { writeFictionalRoster } from '../../src/demo/roster-file.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { newId } from '../../src/platform/database/index.js';
import { inBrowser } from '../support/browser.js';
import { csvSource } from '../support/roster-desk.js';
import { RosterSite } from '../support/roster-site.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const SIZES = [
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
] as const;
/** All that a first view may transfer, in bytes. */
const HEAVIEST = 50 * 1_024;
/** Where the pictures go that somebody looks at; none are taken without it. */
const PICTURES = process.env['PICTURES'];

const APPLICANT = [
  'family_name,given_name,email,gender,nationality,fictional,memberships,degrees,experience,languages,themes',
  'Quillfeather,Wren,wren@example.org,female,FRA,yes,external||applied|2012-01-01/,masters|human-rights|LL.M.|University of Essex|2001|verified,"2002-01/|human-rights+development|80|P-4|staff|Human Rights Officer|OHCHR|KEN+UGA|panel-assessed",fr|IV; en|III|verified,detention|specialist',
  '<script>alert(1)</script>,"""Bobby"" & Co",bobby@example.org,male,KEN,yes,external||applied|2012-01-01/,,,,',
].join('\n');

inBrowser('the roster', (browser) => {
  let site: RosterSite;
  beforeAll(async () => {
    site = await RosterSite.open('sqlite');
    const file = join(tmpdir(), `${newId()}.csv`);
    await writeFictionalRoster(file, { count: 120, seed: 7, asOf: '2026-11-24' });
    const importer = site.app.module.get(RosterImporter, { strict: false });
    expect(await importer.run(() => createReadStream(file), { actor: 'system' })).toMatchObject({ rowsImported: 120, problems: [] });
    expect(await importer.run(csvSource(APPLICANT), { actor: 'system' })).toMatchObject({ rowsImported: 2, problems: [] });
  });
  afterAll(() => site?.app.close());

  async function as<T>(role: Role, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser().newContext({ baseURL: site.app.url, ...options });
    try {
      await context.addCookies([{ name: 'session', value: site.session(role), url: site.app.url }]);
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  const sidewaysBy = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${page.viewportSize()?.width}.png`), fullPage: true });
  }

  it.each(SIZES)('is searched on %s without JavaScript; every filter must hold, and the count is the list', (_, viewport) =>
    as('recruiter', { viewport, javaScriptEnabled: false }, async (page) => {
      await page.goto('/roster');
      expect(await page.getByRole('status').textContent()).toContain('122 experts on the rosters');
      expect(await page.locator('tbody tr').count()).toBe(25);
      await picture(page, 'roster');
      await page.getByRole('link', { name: 'Next' }).click();
      expect(await page.getByText('Page 2 of 5').count()).toBe(1);

      await page.goto('/roster');
      await page.getByLabel('Language', { exact: false }).first().selectOption('fr');
      await page.getByLabel('… at level').first().selectOption('3');
      await page.getByLabel('Theme', { exact: false }).first().selectOption('detention');
      await page.getByRole('button', { name: 'Find experts' }).click();
      const told = (await page.getByRole('status').textContent()) ?? '';
      const rows = await page.locator('tbody tr').count();
      expect(told).toContain(`${rows} expert`);
      for (const languages of await page.locator('tbody td[data-label=Languages]').allTextContents())
        expect(languages).toMatch(/French (III|IV)/);
      for (const themes of await page.locator('tbody td[data-label="Strongest themes"]').allTextContents())
        expect(themes).toMatch(/^Detention/);
      expect(await page.getByLabel('Theme', { exact: false }).first().inputValue()).toBe('detention');
      expect(await sidewaysBy(page)).toBe(0);
      await picture(page, 'roster-filtered');

      await page.getByLabel('Name or number').fill('nobody of this name');
      await page.getByRole('button', { name: 'Find experts' }).click();
      expect(await page.getByText('Nobody fits all of these filters').count()).toBe(1);
    }),
  );

  it.each(SIZES)('shows a profile on %s whose claims differ by how far they are backed', (_, viewport) =>
    as('recruiter', { viewport, javaScriptEnabled: false }, async (page) => {
      await page.goto('/roster?text=quillfeather');
      await page.getByRole('link', { name: 'Quillfeather, Wren' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Expert 121');
      expect(await page.title()).not.toContain('Quillfeather');
      for (const claim of ['Self-declared', '✓ Verified', '★ Assessed by a panel'])
        expect(await page.getByText(claim, { exact: true }).count()).toBeGreaterThan(0);
      expect(await page.getByText('This person does not exist.', { exact: false }).count()).toBe(1);
      expect(await page.locator('.timeline').textContent()).toContain('Human Rights Officer, OHCHR');
      expect(await sidewaysBy(page)).toBe(0);
      await picture(page, 'expert');
    }),
  );

  it('writes what people typed as text', () =>
    as('recruiter', { viewport: DESKTOP }, async (page) => {
      let ran = false;
      page.on('dialog', () => {
        ran = true;
      });
      await page.goto('/roster?text=bobby');
      await page.getByRole('link', { name: 'Bobby' }).click();
      expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('"Bobby" & Co <script>alert(1)</script>');
      expect(ran).toBe(false);
    }));

  it.each(SIZES)('lets the panel vet on %s without JavaScript, and asks for a reason', (_, viewport) =>
    as('panel-member', { viewport, javaScriptEnabled: false }, async (page) => {
      await page.goto('/roster?text=quillfeather');
      await page.getByRole('link', { name: 'Quillfeather, Wren' }).click();
      const [choice, outcome] =
        viewport === PHONE ? ['Begin the vetting', 'Applied → Under vetting'] : ['Admit: active', 'Under vetting → Active'];
      await page.getByLabel(choice).check();
      await page.getByRole('button', { name: 'Record the decision' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Give the reason');
      expect(await page.getByLabel(choice).isChecked()).toBe(true);
      await picture(page, 'vetting-refused');
      await page.getByLabel('Reason').fill('Papers are complete, and the interview was strong.');
      await page.getByRole('button', { name: 'Record the decision' }).click();
      expect(await page.getByText(outcome).count()).toBe(1);
      await picture(page, 'vetting');
      expect(await sidewaysBy(page)).toBe(0);
    }),
  );

  it.each(SIZES)('imports a file on %s without JavaScript: looks first, then asks', (_, viewport) =>
    as('recruiter', { viewport, javaScriptEnabled: false }, async (page) => {
      const name = viewport === PHONE ? 'Phone' : 'Desktop';
      const text = `family_name,given_name,email,gender,nationality,born_on\n${name}one,Given,${name}1@example.org,male,KEN,\n${name}two,Given,${name}2@example.org,male,KEN,1971-02-31\n`;
      await page.goto('/roster');
      await page.getByRole('link', { name: 'Import experts' }).click();
      await page.getByLabel('File').setInputFiles({ name: 'experts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: 'Check the file' }).click();
      // The page loads itself again until the check is done.
      await page.getByRole('button', { name: 'Import only 1 good row' }).waitFor();
      expect(await page.getByRole('row', { name: /3 .*born_on/ }).textContent()).toContain('not a day of the calendar');
      expect(await sidewaysBy(page)).toBe(0);
      await picture(page, 'import-checked');
      await page.getByRole('button', { name: 'Import only 1 good row' }).click();
      await page.getByText('1 expert was imported.').waitFor();
      await picture(page, 'import-done');
      await page.goto(`/roster?text=${name}one`);
      expect(await page.getByRole('status').textContent()).toContain('1 expert fits');
      await page.goto('/roster/import');
      await picture(page, 'import');
    }),
  );

  it.each(
    SIZES.flatMap(([name, viewport]) =>
      ['/roster', '/roster?country=nowhere', '/roster/import', 'an expert', 'an import'].map((path) => [path, name, viewport] as const),
    ),
  )('has nothing on %s that keeps people out, on %s', (path, _, viewport) =>
    as('recruiter', { viewport }, async (page) => {
      await page.goto(path.startsWith('/') ? path : path === 'an expert' ? '/roster' : '/roster/import');
      if (!path.startsWith('/')) await page.locator('tbody a').first().click();
      await page.evaluate(AXE);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await sidewaysBy(page)).toBe(0);
    }),
  );

  it.each(['/roster', '/roster/import', 'an expert'])('sends at most 50 KB for the first view of %s', async (path) => {
    const address =
      path === 'an expert'
        ? await as('recruiter', {}, async (page) => {
            await page.goto('/roster');
            return String(await page.locator('tbody a').first().getAttribute('href'));
          })
        : path;
    await as('recruiter', {}, async (page) => {
      const sizes: Promise<number>[] = [];
      page.on('requestfinished', (request) => sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize)));
      await page.goto(address, { waitUntil: 'networkidle' });
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(1_000);
      expect(total).toBeLessThanOrEqual(HEAVIEST);
    });
  });
});

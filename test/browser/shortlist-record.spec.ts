import type { BrowserContextOptions, Page } from 'playwright-core';
import { Needs } from '../../src/features/needs/index.js';
import { Posts } from '../../src/features/posts/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { Shortlists } from '../../src/features/shortlists/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { asBrowserCookie, barriersOn, bytesOf, sessionOf, sidewaysBy } from '../support/people.js';
import { RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster, needsOfKenya } from '../support/shortlist-desk.js';

const SIZES = [
  ['a phone', { width: 390, height: 844 }],
  ['a desktop', { width: 1280, height: 800 }],
] as const;
/** A4 at 96 dots an inch. */
const PAPER = { width: 794, height: 1_123 };
const HEAVIEST = 50 * 1_024;
/** Where the pictures go; none are taken without it. */
const PICTURES = process.env['HRA_PICTURES'];
const PLACES = [
  'robustness',
  'robustness?top=0',
  'somebody asked about',
  'diff',
  'balance',
  'weights',
  'weights?entry=numbers',
  'weights?themes=300',
  'compare',
  'compare?number=1',
  'report',
] as const;

inBrowser('shortlists as records', (browser) => {
  let app: RunningApp;
  let session: string;
  let earlier: string;
  let run: string;

  beforeAll(async () => {
    const clock = FixedClock.at('2026-11-24T10:00:00Z');
    app = await startApp({ clock });
    session = await sessionOf(app, 'recruiter');
    const of = <T>(service: abstract new (...parts: never[]) => T): T => app.module.get(service as never, { strict: false });
    await of(RosterImporter).run(fictionalRoster(300), { actor: RECRUITER });
    await needsOfKenya(of(Needs));
    const posts = of(Posts);
    const post = await posts.create('KEN', undefined, RECRUITER);
    earlier = (await of(Shortlists).run(post.id, { size: 20 }, RECRUITER)).id;
    clock.advance(3_600_000);
    await of(Needs).override('KEN', 'poverty', 90, 'A drought.', RECRUITER);
    const { weights } = post;
    await posts.update(post.id, 1, { ...post, weights: { ...weights, themes: 25, country: 15 } }, RECRUITER);
    run = (await of(Shortlists).run(post.id, { size: 20 }, RECRUITER)).id;
  });
  afterAll(() => app?.close());

  async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser().newContext({ baseURL: app.url, ...options });
    try {
      await context.addCookies([asBrowserCookie(app, session)]);
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }
  const pathOf = async (page: Page, place: (typeof PLACES)[number]) => {
    if (place === 'diff') return `/shortlists/${run}/diff/${earlier}`;
    if (place === 'somebody asked about') {
      await page.goto(`/shortlists/${run}/robustness?top=3`);
      return (await page
        .getByRole('link', { name: /^What is needed/ })
        .last()
        .getAttribute('href')) as string;
    }
    if (place !== 'compare') return `/shortlists/${run}/${place}`;
    await page.goto(`/shortlists/${run}`);
    const numbers = await page
      .getByRole('checkbox')
      .evaluateAll((ticks) => ticks.slice(0, 3).map((tick) => (tick as HTMLInputElement).value));
    return `/shortlists/${run}/compare?${numbers.map((number) => `number=${number}`).join('&')}`;
  };

  it.each(SIZES)('are replayed, compared and signed without a script on %s', (name, viewport) =>
    withPage({ viewport, javaScriptEnabled: false }, async (page) => {
      await page.goto(`/shortlists/${run}`);
      await page.getByRole('button', { name: 'Replay this run' }).click();
      expect(await page.getByText('Equal to the last digit.').count()).toBe(1);
      await page.goto(`/shortlists/${run}`);
      const ticks = page.getByRole('checkbox');
      await ticks.nth(0).check();
      await ticks.nth(2).check();
      await page.getByRole('button', { name: 'Compare side by side' }).click();
      expect(await page.getByRole('table', { name: 'Criteria side by side' }).count()).toBe(1);
      await page.goto(`/shortlists/${run}/weights?entry=numbers`);
      await page.getByRole('spinbutton', { name: 'Field experience' }).fill('100');
      await page.getByRole('button', { name: 'Show the order' }).click();
      expect(
        await page
          .getByRole('table', { name: 'People in this order' })
          .getByText(/▲ from/)
          .count(),
      ).toBeGreaterThan(0);
      await page.goto(`/shortlists/${run}/report`);
      if (name === 'a phone') {
        await page.getByLabel('Remark').fill('Discussed on Monday.');
        await page.getByRole('button', { name: 'Sign this list' }).click();
      }
      expect(await page.getByRole('table', { name: 'Who signed this list, and when' }).getByText('Fictional recruiter').count()).toBe(1);
      expect(await page.getByRole('button', { name: 'Sign this list' }).count()).toBe(0);
    }),
  );

  it('follow the sliders at once', () =>
    withPage({ viewport: SIZES[1][1] }, async (page) => {
      await page.goto(`/shortlists/${run}/weights`);
      const first = page.getByRole('table', { name: 'People in this order' }).getByRole('row').nth(1);
      expect(await first.getByText('same').count()).toBe(1);
      await page.getByRole('slider', { name: 'Themes of the country' }).fill('0');
      await page.getByRole('slider', { name: 'Field experience' }).fill('100');
      await page.getByText('Themes of the country 0 (list: 25)').waitFor();
      expect(page.url()).not.toContain('themes=');
    }));

  it('say at once what is wrong with a number, and go on when it is right', () =>
    withPage({ viewport: SIZES[1][1] }, async (page) => {
      await page.goto(`/shortlists/${run}/weights?entry=numbers`);
      const themes = page.getByRole('spinbutton', { name: 'Themes of the country' });
      await themes.fill('300');
      await page.getByText('The amounts above cannot be used. Themes of the country: Give a whole number from 0 to 100.').waitFor();
      await themes.fill('60');
      await page.getByText('Themes of the country 45 (list: 25)').waitFor();
      expect(await page.getByText('cannot be used').count()).toBe(0);
    }));

  it('print as a report without buttons and forms', () =>
    withPage({ viewport: PAPER }, async (page) => {
      await page.goto(`/shortlists/${run}/report`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await page.getByText('Name, date, signature').isVisible()).toBe(true);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/report-printed.png`, fullPage: true });
    }));

  it.each(SIZES.flatMap(([name, viewport]) => PLACES.map((place) => [place, name, viewport] as const)))(
    'keep nobody out of %s on %s',
    (place, name, viewport) =>
      withPage({ viewport }, async (page) => {
        await page.goto(await pathOf(page, place));
        if (PICTURES)
          await page.screenshot({ path: `${PICTURES}/${place.replaceAll(/\W/g, '-')}-${name.replace('a ', '')}.png`, fullPage: true });
        expect(await barriersOn(page)).toEqual([]);
        expect(await sidewaysBy(page)).toBe(0);
      }),
  );

  it.each(PLACES)('send at most 50 KB for the first view of %s', (place) =>
    withPage({}, async (page) => {
      const path = await pathOf(page, place);
      const fresh = await page.context().newPage();
      expect(await bytesOf(fresh, path)).toBeLessThanOrEqual(HEAVIEST);
    }),
  );
});

import type { Page } from 'playwright-core';
import { directionOf, MAIL_LANGUAGE_NAMES, MAIL_LANGUAGES, type MailLanguage } from '../../src/core/mail-languages.js';
import { Mission, MissionLinks } from '../../src/features/missions/index.js';
import { REPORT_PAGE_WORDS } from '../../src/features/missions/views/report-words.js';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { OfferTokens, SurgeOffer } from '../../src/features/surge/index.js';
import { OFFER_PAGE_WORDS } from '../../src/features/surge/views/expert/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/index.js';
import { type RunningApp, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { barriersOn, bytesOf, DESKTOP, HEAVIEST, PHONE, sessionOf, sidewaysBy, visiting } from '../support/people.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { ASK, surgeRoster } from '../support/surge-desk.js';
import { waitFor } from '../support/wait-for.js';

/** Where the pictures go; none are taken without it. */
const PICTURES = process.env['HRA_PICTURES'];

inBrowser('the pages of experts', (browser) => {
  let app: RunningApp;
  /** By the language of the expert who was asked. */
  let links: Record<MailLanguage, string>;
  let officer: string;

  const read = () => app.module.get(Database, { strict: false }).read;
  const visit = <T>(viewport: typeof PHONE, work: (page: Page) => Promise<T>) => visiting(browser(), app, null, { viewport }, work);

  /** Two places, and an offer to one expert of each language. */
  beforeAll(async () => {
    app = await startApp({ clock: FixedClock.at('2026-11-24T10:00:00Z') });
    officer = await sessionOf(app, 'surge-officer');
    const office = await sessionOf(app, 'resident-coordinator', 'KEN');
    await app.module.get(RosterImporter, { strict: false }).run(csvSource(surgeRoster(4)), { actor: RECRUITER });
    const { id, version } = await matching(office);
    await call(officer, `/api/v1/surge-requests/${id}/offers`, { wave: 4, version });
    const offers = await read()
      .getRepository(SurgeOffer)
      .find({ order: { id: 'ASC' } });
    const tokens = app.module.get(OfferTokens, { strict: false });
    const paths = offers.map(({ id: offerId, nonce }) => `/offers/${tokens.tokenFor(offerId, nonce)}`);
    links = Object.fromEntries(MAIL_LANGUAGES.map((language, at) => [language, paths[at]])) as typeof links;
    for (const [at, language] of MAIL_LANGUAGES.entries())
      await read()
        .getRepository(ExpertEntity)
        .update({ id: offers[at]?.expertId ?? '' }, { language });
  });
  afterAll(() => app?.close());

  async function call(cookie: string, path: string, body: object) {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${app.url}${path}`, { method: 'POST', body: JSON.stringify(body), headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return JSON.parse(text);
  }

  async function matching(office: string): Promise<{ id: string; version: number }> {
    const ask = { ...ASK, seats: 2, travelBefore: 2, security: 'Curfew after dark. Two checkpoints on the road to the airport.' };
    let view = await call(office, '/api/v1/surge-requests', { ...ask, submit: true });
    for (const step of ['review', 'approve', 'match']) {
      const reason = step === 'approve' ? 'Grave and close.' : undefined;
      view = await call(officer, `/api/v1/surge-requests/${view.request.id}/steps`, { step, version: view.request.version, reason });
    }
    return view.request;
  }

  /** Keeps nobody out, needs no script, and is no wider than the window. */
  async function fits(page: Page, name: string): Promise<void> {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/page-${name}-${page.viewportSize()?.width}.png`, fullPage: true });
    expect([name, await page.locator('script').count(), await barriersOn(page), await sidewaysBy(page)]).toEqual([name, 0, [], 0]);
  }

  it.each(MAIL_LANGUAGES)('are read in %s on a phone and on a desk', async (language) => {
    for (const viewport of [PHONE, DESKTOP]) {
      await visit(viewport, async (page) => {
        expect(await bytesOf(page, links[language])).toBeLessThanOrEqual(HEAVIEST);
        expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(language));
        expect(await page.getByRole('button', { name: OFFER_PAGE_WORDS[language].yes.button }).count()).toBe(1);
        await fits(page, `offer-open-${language}`);
      });
    }
  });

  it('go from one language to another by the keyboard, and back', async () => {
    await visit(PHONE, async (page) => {
      await page.goto(links.ar);
      await page.getByRole('link', { name: MAIL_LANGUAGE_NAMES.es }).focus();
      await page.keyboard.press('Enter');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(OFFER_PAGE_WORDS.es.titles.open);
      await page.getByRole('link', { name: MAIL_LANGUAGE_NAMES.ar }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(OFFER_PAGE_WORDS.ar.titles.open);
    });
  });

  it.each(MAIL_LANGUAGES)('say in %s what was wrong, take an answer and thank for it', async (language) => {
    const { questions, problems, no, yes, outcome } = OFFER_PAGE_WORDS[language];
    await visit(PHONE, async (page) => {
      await page.goto(links[language]);
      await page.getByRole('button', { name: questions.button }).click();
      expect(await page.getByRole('alert').textContent()).toContain(problems.questionMissing);
      await fits(page, `offer-question-refused-${language}`);
      await page.getByLabel(questions.label).fill('A car?');
      await page.getByRole('button', { name: questions.button }).click();
      expect(await page.getByText(questions.waiting).count()).toBe(1);
      const declines = language === 'en' || language === 'es';
      await page.getByRole('button', { name: declines ? no.button : yes.button, exact: true }).click();
      expect(await page.getByText(declines ? outcome.declined : outcome.accepted).count()).toBe(1);
      await fits(page, `offer-${declines ? 'declined' : 'accepted'}-${language}`);
      await page.goto(`/offers/cut-in-the-mail?language=${language}`);
      await fits(page, `broken-link-${language}`);
    });
  });

  /** The link to the report of a mission that has ended. */
  async function reportLink(): Promise<string> {
    const missions = () =>
      read()
        .getRepository(Mission)
        .find({ order: { id: 'ASC' } });
    await waitFor('two missions', async () => (await missions()).length === 2);
    const id = (await missions())[0]?.id ?? '';
    await read().getRepository(Mission).update({ id }, { state: 'completed', arrivedOn: '2026-12-07' });
    return `/mission-reports/${app.module.get(MissionLinks, { strict: false }).tokenFor(id)}`;
  }

  it.each(MAIL_LANGUAGES)('take a report in %s', async (language) => {
    const link = `${await reportLink()}?language=${language}`;
    const { form, problems } = REPORT_PAGE_WORDS[language];
    for (const viewport of [PHONE, DESKTOP])
      await visit(viewport, async (page) => {
        expect(await bytesOf(page, link)).toBeLessThanOrEqual(HEAVIEST);
        await page.getByLabel(form.label).fill(' ');
        await page.getByRole('button', { name: form.button }).click();
        expect(await page.getByRole('alert').textContent()).toContain(problems.report);
        await page.getByLabel(form.label).fill('Forty people were visited.');
        await page.getByRole('button', { name: form.button }).click();
        expect(await page.getByText(form.handed).count()).toBe(1);
        await fits(page, `report-handed-${language}`);
      });
  });
});

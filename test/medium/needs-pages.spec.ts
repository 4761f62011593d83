import { Readable } from 'node:stream';
import type { Actor } from '../../src/core/access.js';
import { Needs, NeedsImport } from '../../src/features/needs/index.js';
import { NeedsPages } from '../../src/features/needs/needs.pages.js';
import { Audit } from '../../src/platform/audit/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/index.js';
import { Page, type Redirect } from '../../src/web/index.js';
import { onEveryDatabase } from '../support/databases.js';

const RECRUITER: Actor = { accountId: 'account-1', role: 'recruiter', name: 'A recruiter', country: null, agency: null };
const COORDINATOR: Actor = { accountId: 'account-2', role: 'resident-coordinator', name: 'A coordinator', country: 'KEN', agency: null };
const FILE =
  'To,Response,Action,Issue,Session\nKenya,Accepted,5,Women\'s rights,8\nKenya,Noted,,"Women\'s rights,General",8\nNiger,Noted,5,Poverty,8\n';

async function pagesOf(database: Database) {
  const clock = FixedClock.at('2026-11-24T10:00:00Z');
  const audit = new Audit(clock);
  await new NeedsImport(database, audit, clock).importFiles([{ name: 'file.csv', bytes: Readable.from([Buffer.from(FILE)]) }], 'system');
  const needs = new Needs(database, audit, clock);
  return { needs, pages: new NeedsPages(needs) };
}

function html(shown: Page | Redirect): string {
  if (!(shown instanceof Page)) throw new Error(`redirected to ${shown.location}`);
  return shown.render();
}

/** The words of a page, as somebody reads them. */
function words(shown: Page | Redirect): string {
  return html(shown)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
}

onEveryDatabase((open) => {
  it('the list shows each country with its heaviest themes, and finds others by name', async () => {
    const { pages } = await pagesOf((await open()).database);
    const list = words(await pages.list({}, RECRUITER));
    expect(list).toMatch(/Kenya.*Women's rights 100.*Niger.*Poverty 100/);
    expect(list).not.toContain('Albania');
    const found = words(await pages.list({ country: 'alb' }, RECRUITER));
    expect(found).toMatch(/Albania.*Nothing stated yet/);
    expect(found).not.toContain('Kenya');
  });

  it('the list of a Resident Coordinator has the own country only, even in a search', async () => {
    const { pages } = await pagesOf((await open()).database);
    expect(words(await pages.list({}, COORDINATOR))).not.toContain('Niger');
    expect(words(await pages.list({ country: 'ni' }, COORDINATOR))).toContain('No country that you may see has such a name');
    await expect(pages.country('NER', COORDINATOR)).rejects.toMatchObject({ code: 'not-found' });
    expect(words(await pages.country('KEN', COORDINATOR))).not.toContain('Set a weight by hand');
  });

  it('a country shows the formula, and each weight with its terms', async () => {
    const { pages } = await pagesOf((await open()).database);
    const text = words(await pages.country('KEN', RECRUITER));
    expect(text).toContain('response × action × recency');
    expect(text).toMatch(/100 × its points ÷ 68/);
    expect(text).toContain('1 × accepted 4 × specific action 4 × fewer than 12 sessions back 4 = 64');
    expect(text).toContain('1 × noted 1 × no action category 1 × fewer than 12 sessions back 4 = 4');
    expect(text).toMatch(/General No expertise, no weight/);
  });

  it('a weight set on the form is shown with its reason, escaped, by whom and what it replaces', async () => {
    const { pages, needs } = await pagesOf((await open()).database);
    const sent = await pages.setWeights(
      'KEN',
      { 'weights.0.theme': 'womens-rights', 'weights.0.weight': '40', reason: 'See <script>alert(1)</script>' },
      RECRUITER,
    );
    expect(sent).toMatchObject({ status: 303, location: '/needs/KEN' });
    const shown = await pages.country('KEN', RECRUITER);
    expect(html(shown)).not.toContain('<script>alert');
    expect(words(shown)).toMatch(/Set by hand instead of 100, by A recruiter, 24 Nov 2026, 10:00 UTC : See &lt;script/);
    const back = { 'weights.0.theme': 'womens-rights', 'weights.0.weight': '', reason: 'Not needed any more' };
    expect(await pages.setWeights('KEN', back, RECRUITER)).toMatchObject({
      status: 303,
    });
    expect((await needs.of('KEN')).themes[0]).toMatchObject({ weight: 100, override: null });
  });

  it.each([
    ['womens-rights', '101', 'Because', 'Give a whole number from 0 to 100.'],
    ['womens-rights', 'many', 'Because', 'Give a whole number from 0 to 100.'],
    ['womens-rights', '10', '', 'Say in a sentence why the weight is set by hand.'],
    ['general', '10', 'Because', 'Choose a theme from the list.'],
    ['womens-rights', '', 'Because', 'no weight is set by hand that could be withdrawn'],
    ['', '', 'Because', 'Give at least one theme with its weight.'],
    ['', '10', 'Because', 'Choose a theme from the list.'],
  ])('the form with theme %p, weight %p and reason %p comes back with a sentence', async (theme, weight, reason, sentence) => {
    const { pages, needs } = await pagesOf((await open()).database);
    const body = { 'weights.3.theme': theme, 'weights.3.weight': weight, reason };
    const again = await pages.setWeights('KEN', body, RECRUITER);
    expect(again.status).toBe(422);
    expect(words(again)).toContain(sentence);
    expect((await needs.of('KEN')).history).toEqual([]);
  });

  it('a whole need is entered by hand on one form, for one reason, and all of it or nothing', async () => {
    const { pages, needs } = await pagesOf((await open()).database);
    expect(words(await pages.country('ALB', RECRUITER))).toContain('Enter it in two steps: its themes with their weights');
    const body = {
      'weights.0.theme': 'elections',
      'weights.0.weight': '100',
      'weights.2.theme': 'justice',
      'weights.2.weight': '60',
      reason: 'As the mission found',
    };
    expect(
      (await pages.setWeights('ALB', { ...body, 'weights.4.theme': 'poverty', 'weights.4.weight': '' }, RECRUITER)) as Page,
    ).toMatchObject({
      status: 422,
    });
    expect((await needs.of('ALB')).history).toEqual([]);
    expect(await pages.setWeights('ALB', body, RECRUITER)).toMatchObject({ status: 303, location: '/needs/ALB' });
    expect((await needs.of('ALB')).themes.map(({ theme, weight, override }) => [theme, weight, override?.reason])).toEqual([
      ['elections', 100, 'As the mission found'],
      ['justice', 60, 'As the mission found'],
    ]);
  });

  it('the situation is filled with the proposal, saved, and a stale form is told', async () => {
    const { pages, needs } = await pagesOf((await open()).database);
    expect((await pages.context('KEN', RECRUITER)).render()).toMatch(/<option value="en" selected>English/);
    const body = {
      version: '0',
      'flags[]': ['elections'],
      'required.0.language': 'en',
      'required.0.level': '4',
      'required.1.language': '',
      'required.1.level': '',
      'desired.3.language': 'sw',
      'desired.3.level': '2',
      assessment: 'Remote counties',
    };
    expect(await pages.setContext('KEN', body, RECRUITER)).toMatchObject({ status: 303 });
    expect(await needs.of('KEN')).toMatchObject({
      flags: ['elections'],
      version: 1,
      assessment: 'Remote counties',
      regionalCapacity: '',
      languages: { required: [{ language: 'en', level: 4 }], desired: [{ language: 'sw', level: 2 }] },
    });
    const stale = await pages.setContext('KEN', body, RECRUITER);
    expect(stale.status).toBe(422);
    expect(words(stale)).toContain('Somebody else changed the needs of this country in the meantime');
    const wrong = await pages.setContext('KEN', { ...body, version: '1', 'required.0.level': '' }, RECRUITER);
    expect(words(wrong)).toContain('Choose a level from 1 to 4.');
  });
});

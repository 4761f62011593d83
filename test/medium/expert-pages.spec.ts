import { MAIL_LANGUAGES, type MailLanguage } from '../../src/core/mail-languages.js';
import { MOST_QUESTIONS } from '../../src/core/offers.js';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { OfferTokens, SurgeOffer } from '../../src/features/surge/index.js';
import { OFFER_PAGE_WORDS } from '../../src/features/surge/views/expert/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/index.js';
import { FRAME_WORDS } from '../../src/web/frame-words.js';
import { type RunningApp, startApp } from '../support/app.js';
import { sessionOf } from '../support/people.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { ASK, surgeRoster } from '../support/surge-desk.js';

describe('the page behind the link in an offer, through the whole app', () => {
  let app: RunningApp;
  let links: Record<MailLanguage, string>;
  const clock = FixedClock.at('2026-11-24T10:00:00Z');

  /** As a browser sends it, whose owner reads `accepts`. */
  const visit = async (path: string, { form, accepts = 'en' }: { form?: Record<string, string>; accepts?: string } = {}) => {
    const answer = await fetch(`${app.url}${path}`, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { 'accept-language': accepts },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
  };

  /** Two places, and an offer to one expert of each language. */
  beforeAll(async () => {
    app = await startApp({ clock });
    const sessions = { officer: await sessionOf(app, 'surge-officer'), office: await sessionOf(app, 'resident-coordinator', 'KEN') };
    const call = async (who: keyof typeof sessions, path: string, body: object) => {
      const headers = { 'content-type': 'application/json', cookie: sessions[who] };
      const answer = await fetch(`${app.url}${path}`, { method: 'POST', body: JSON.stringify(body), headers });
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return JSON.parse(text);
    };
    await app.module.get(RosterImporter, { strict: false }).run(csvSource(surgeRoster(4)), { actor: RECRUITER });
    let view = await call('office', '/api/v1/surge-requests', { ...ASK, submit: true });
    for (const step of ['review', 'approve', 'match'])
      view = await call('officer', `/api/v1/surge-requests/${view.request.id}/steps`, {
        step,
        version: view.request.version,
        ...(step === 'approve' ? { reason: 'Grave and close.' } : {}),
      });
    await call('officer', `/api/v1/surge-requests/${view.request.id}/offers`, { wave: 4, version: view.request.version });
    const { read } = app.module.get(Database, { strict: false });
    const offers = await read.getRepository(SurgeOffer).find({ order: { id: 'ASC' } });
    for (const [at, language] of MAIL_LANGUAGES.entries())
      await read.getRepository(ExpertEntity).update({ id: offers[at]?.expertId ?? '' }, { language });
    const tokens = offers.map(({ id, nonce }) => app.module.get(OfferTokens, { strict: false }).tokenFor(id, nonce));
    links = Object.fromEntries(MAIL_LANGUAGES.map((language, at) => [language, `/offers/${tokens[at]}`])) as typeof links;
  });
  afterAll(() => app?.close());

  it.each(MAIL_LANGUAGES)('is in %s where that is the expert’s language, whatever the browser asks for', async (language) => {
    const { status, text } = await visit(links[language], { accepts: 'de, es' });
    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(text).toContain(`<h1>${OFFER_PAGE_WORDS[language].titles.open}</h1>`);
  });

  it('can be read in another language, which it keeps; what is no language of ours changes nothing', async () => {
    const inFrench = await visit(`${links.ar}?language=fr`);
    expect(inFrench.text).toContain(OFFER_PAGE_WORDS.fr.titles.open);
    expect(inFrench.text).toContain(`action="${links.ar}?language=fr"`);
    for (const chosen of ['?language=de', '?language=', '?language=fr&language=es', '?language[a]=fr'])
      expect((await visit(`${links.ar}${chosen}`)).text).toContain('<html lang="ar"');
    const asked = await visit(`${links.ar}/questions?language=fr`, { form: { question: 'Y a-t-il une voiture ?' } });
    expect([asked.status, asked.location]).toEqual([303, `${links.ar}?language=fr`]);
    const unchosen = await visit(`${links.ar}/questions?language=//evil`, { form: { question: 'Y a-t-il un bureau ?' } });
    expect([unchosen.status, unchosen.location]).toEqual([303, links.ar]);
  });

  it.each(MAIL_LANGUAGES)('says in %s, beside its field, what is wrong with an answer or a question', async (language) => {
    const { problems, otherwise } = OFFER_PAGE_WORDS[language];
    const long = 'x'.repeat(1_001);
    for (const [path, form, sentence] of [
      ['/questions', { question: ' ' }, problems.questionMissing],
      ['/questions', { question: long }, problems.questionTooLong],
      ['', { answer: 'decline', reason: long }, problems.reasonTooLong],
      ['', {}, problems.answerMissing],
    ] as const) {
      const { status, text } = await visit(`${links[language]}${path}`, { form });
      expect([path, status]).toEqual([path, 422]);
      expect(text).toContain(sentence);
      expect(text).toContain(FRAME_WORDS[language].again(1));
    }
    if (language === 'en') return;
    const foreign = await visit(links[language], { form: { answer: 'decline', expertId: '1' } });
    expect([foreign.status, foreign.text.includes(otherwise), /should not exist/.test(foreign.text)]).toEqual([422, true, false]);
  });

  it('takes no more questions than it can, and says so in the language of whoever asks', async () => {
    for (let at = 0; at < MOST_QUESTIONS; at += 1) await visit(`${links.es}/questions`, { form: { question: `¿${at}?` } });
    const { status, text } = await visit(`${links.es}/questions`, { form: { question: '¿Una más?' } });
    expect([status, text.includes(OFFER_PAGE_WORDS.es.refusals['offer.questions-spent'])]).toEqual([422, true]);
  });

  it('tells who was a moment too late in their own language', async () => {
    expect((await visit(links.en, { form: { answer: 'accept' } })).status).toBe(303);
    const { status, text } = await visit(links.fr, { form: { answer: 'accept' } });
    expect([status, text.includes(OFFER_PAGE_WORDS.fr.refusals['offer.seats-taken'])]).toEqual([422, true]);
    expect(text).toContain(OFFER_PAGE_WORDS.fr.outcome.withdrawn.filled);
    const asked = await visit(`${links.ar}/questions`, { form: { question: 'هل توجد سيارة؟' } });
    expect([asked.status, asked.text.includes(OFFER_PAGE_WORDS.ar.refusals['offer.not-open'])]).toEqual([422, true]);
  });

  it.each(MAIL_LANGUAGES)('tells in %s what to do with a link that leads nowhere', async (language) => {
    const { title, text } = FRAME_WORDS[language].refusals['not-found'];
    for (const path of ['/offers/cut-in-the-mail', `${links.en.slice(0, -1)}`, '/mission-reports/cut-in-the-mail']) {
      const answer = await visit(path, { accepts: language });
      expect([answer.status, answer.text.includes(title), answer.text.includes(text)]).toEqual([404, true, true]);
    }
    const posted = await visit(`/offers/forged?language=${language}`, { form: { answer: 'accept' } });
    expect([posted.status, posted.text.includes(text)]).toEqual([404, true]);
  });

  it('says in the language of the browser that a text is larger than anything it takes', async () => {
    const { status, text } = await visit(links.fr, { form: { reason: 'x'.repeat(1_100_000) }, accepts: 'fr-CA, en' });
    expect([status, text.includes(FRAME_WORDS.fr.refusals['too-large'].text)]).toEqual([413, true]);
  });
});

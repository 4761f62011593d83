import { MAIL_LANGUAGES, type MailLanguage } from '../../../core/mail-languages.js';
import { type OfferState, WITHDRAWALS } from '../../../core/offers.js';
import { placeStanding } from '../../../core/release.js';
import { Form, page } from '../../../web/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeQuestion } from '../entities/surge-question.entity.js';
import type { SurgeRelease } from '../entities/surge-release.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import type { OpenedOffer } from '../services/offer-answers.service.js';
import { OFFER_PAGE_WORDS } from './expert/index.js';
import { OfferPage } from './offer-page.js';

const request = {
  reference: 'SR-2026-0042',
  country: 'COD',
  tasks: 'TASKS',
  hosting: 'HOSTING',
  security: 'SECURITY',
  startsOn: '2026-12-01',
  endsOn: '2026-12-27',
  travelBefore: 1,
  travelAfter: 2,
  languages: [
    { language: 'fr', level: 3 },
    { language: 'sw', level: 1 },
  ],
  state: 'offered',
} as SurgeRequest;

function opened(
  state: OfferState,
  answerReason: string | null = null,
  release: SurgeRelease['state'] | null = null,
  change: Partial<SurgeRequest> = {},
): OpenedOffer {
  return {
    offer: { state, answerReason, deadline: '2026-11-24T22:00:00.000Z' } as SurgeOffer,
    request: { ...request, ...change } as SurgeRequest,
    open: state === 'sent',
    standing: placeStanding(state, release),
    release: release && ({ agency: 'UNDP', state: release } as SurgeRelease),
    questions: [
      { id: 'q1', question: 'QUESTION', answer: null },
      { id: 'q2', question: 'QUESTION', answer: 'ANSWER' },
    ] as SurgeQuestion[],
    secondsLeft: 12 * 3_600 + 5 * 60,
  };
}

/** Every way in which the page can stand. */
const STANDS: readonly (readonly [string, OpenedOffer])[] = [
  ['open', opened('sent')],
  ['open without a word on security', opened('sent', null, null, { security: '', languages: [] })],
  ['open, release asked', opened('sent', null, 'asked')],
  ['open, released', opened('sent', null, 'granted')],
  ['accepted', opened('accepted')],
  ['accepted, release asked', opened('accepted', null, 'asked')],
  ['accepted, stood down', opened('accepted', null, null, { state: 'stood-down' })],
  ['declined', opened('declined', 'ill')],
  ['lapsed', opened('lapsed')],
  ['too late', { ...opened('sent'), open: false }],
  ...WITHDRAWALS.map((reason) => [`withdrawn, ${reason}`, opened('withdrawn', reason)] as const),
];

function shown(language: MailLanguage, offer: OpenedOffer, form = new Form()): string {
  const body = <OfferPage opened={offer} token="t.t" language={language} desk="desk@example.org" answer={form} question={form} />;
  return page({ title: OFFER_PAGE_WORDS[language].titles.open, me: null, language, everyLanguage: '/offers/t.t' }, body).render();
}

/** What is read, without what is Latin in every language. */
function read(html: string): string {
  const body = html.slice(html.indexOf('<main')).replaceAll(/<[^>]*>/g, ' ');
  return body.replaceAll(/HRA desk|desk@example\.org|SR-\d{4}-\d{4}|UNDP|UTC|TASKS|HOSTING|SECURITY|QUESTION|ANSWER/g, '');
}

/** The phrases of a table, cut where something is put in. */
function phrases(table: object): string[] {
  return Object.values(table).flatMap((value: unknown) => (typeof value === 'string' ? value.split(/\{\w+\}/) : phrases(value as object)));
}

describe.each(STANDS)('an offer that is %s', (_, offer) => {
  it.each(MAIL_LANGUAGES)('is told in %s altogether', (language) => {
    const text = read(shown(language, offer));
    expect(text).not.toMatch(/[{}]|undefined/);
    if (language === 'ar') expect(text).not.toMatch(/\p{Script=Latin}/u);
    if (language !== 'en')
      expect(phrases(OFFER_PAGE_WORDS.en).filter((phrase) => phrase.trim().length > 9 && text.includes(phrase.trim()))).toEqual([]);
  });
});

describe('the page of an open offer', () => {
  it.each([
    [
      'en',
      'Democratic Republic of the Congo',
      'Tuesday, 1 December 2026',
      '27 days',
      'Monday, 30 November 2026',
      '24 November 2026 at 22:00 UTC',
      '12 hours, 5 minutes',
    ],
    [
      'fr',
      'République démocratique du Congo',
      'mardi 1er décembre 2026',
      '27 jours',
      'lundi 30 novembre 2026',
      '24 novembre 2026 à 22:00 UTC',
      '12 heures et 5 minutes',
    ],
    [
      'es',
      'República Democrática del Congo',
      'martes, 1 de diciembre de 2026',
      '27 días',
      'lunes, 30 de noviembre de 2026',
      '24 de noviembre de 2026 a las 22:00 UTC',
      '12 horas y 5 minutos',
    ],
    [
      'ar',
      'جمهورية الكونغو الديمقراطية',
      'الثلاثاء، 1 كانون الأول/ديسمبر 2026',
      '27 يومًا',
      'الاثنين، 30 تشرين الثاني/نوفمبر 2026',
      '24 تشرين الثاني/نوفمبر 2026، الساعة 22:00 بالتوقيت العالمي المنسق (UTC)',
      '12 ساعة و5 دقائق',
    ],
  ] as const)('says in %s where, from when to when, how long, and by when to answer', (language, ...said) => {
    const html = shown(language, opened('sent')).replaceAll('\u00a0', ' ');
    for (const one of said) expect(html).toContain(one);
    for (const theirs of ['TASKS', 'HOSTING', 'SECURITY']) expect(html).toContain(`<p dir="auto">${theirs}</p>`);
    expect(html).toContain('<bdi>SR-2026-0042</bdi>');
    expect(html).toContain('href="mailto:desk@example.org"');
    for (const form of html.match(/<form[^>]*action="[^"]*"/g) ?? []) expect(form).toContain(`?language=${language}"`);
  });

  it('tells the agency’s part only where there is one, set apart from the direction of the sentence', () => {
    expect(shown('ar', opened('sent'))).not.toContain('UNDP');
    expect(shown('ar', opened('sent', null, 'asked'))).toContain('(<bdi>UNDP</bdi>)');
  });

  it('says what was wrong with a form in its language, beside the field', () => {
    const form = new Form({}, [{ field: 'question', message: OFFER_PAGE_WORDS.en.problems.questionMissing }], undefined, 'input.invalid');
    expect(shown('es', opened('sent'), form)).toMatch(/id="f-question-problem"[\s\S]*Escriba su pregunta\.<\/p>/);
    const late = new Form({}, [], 'The time to answer ran out on 2026.', 'offer.expired');
    expect(shown('ar', opened('lapsed'), late)).toContain('<h2>انتهت مهلة الرد.');
  });
});

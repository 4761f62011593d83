import { MAIL_LANGUAGES, type MailLanguage } from '../../../core/mail-languages.js';
import { mailHtml, mailText } from '../../../platform/mail/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import * as mails from './surge-mails.js';

const request = {
  id: 'r1',
  reference: 'SR-2026-0042',
  country: 'KEN',
  situation: 'Mass arrests',
  tasks: 'Monitor detention',
  security: 'Curfew',
  hosting: 'A desk',
  startsOn: '2026-12-07',
  endsOn: '2026-12-27',
  state: 'matching',
  urgency: 'urgent',
} as SurgeRequest;
const offer = { id: 'o1', deadline: '2026-11-24T22:00:00.000Z', state: 'lapsed', answerReason: 'filled' } as SurgeOffer;
const url = 'https://desk.example/surge/r1';
const reader = (language: MailLanguage): mails.Reader => ({ kind: 'expert', id: 'e1', name: 'Amina', language });

const toExpert = (language: MailLanguage) => [
  mails.offerMade(reader(language), request, offer, 'https://desk.example/offers/token'),
  mails.offerWithdrawn(reader(language), request, offer),
  mails.missionConfirmed(reader(language), request),
  mails.missionCancelled(reader(language), request),
];
const toColleague = (language: MailLanguage) => [
  mails.seatTaken(reader(language), request, url),
  mails.seatTaken(reader(language), { ...request, state: 'filled' }, url),
  mails.offerNotTaken(reader(language), { request, offer, next: 17 }, url),
  mails.offerNotTaken(reader(language), { request, offer: { state: 'declined' }, next: null }, url),
  ...(['submit', 'answer', 'stand-down', 'moved'] as const).map((kind) => mails.requestMoved(reader(language), request, { kind }, url)),
  ...(['ask', 'approve', 'decline', 'stand-down', 'deploy', 'moved'] as const).map((kind) =>
    mails.requestDecided(reader(language), request, { kind }, url),
  ),
];

describe.each(MAIL_LANGUAGES)('mails of the surge desk in the language %s', (language) => {
  const every = [...toExpert(language), ...toColleague(language)];

  it('name no place, mission, number or person in the subject', () => {
    for (const { subject } of every) {
      expect(subject.length).toBeGreaterThan(8);
      expect(subject).not.toMatch(/Kenya|\bKEN\b|SR-|\d|Amina|detention|arrest/);
    }
  });

  it('keep from experts’ mail, and from calendars, what stands on the page', () => {
    for (const mail of toExpert(language)) expect(JSON.stringify(mail)).not.toMatch(/Kenya|\bKEN\b|arrest|detention|Curfew/);
  });

  it('are written in it altogether, text and HTML alike', () => {
    for (const mail of every) {
      expect(mailHtml(mail)).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      const words = `${mail.subject} ${mailText(mail)}`.replaceAll(/https:\S+|SR-\S+|UTC|Amina/g, '');
      if (language === 'ar') expect(words).not.toMatch(/[A-Za-z]/);
      if (language !== 'en') expect(words).not.toMatch(/\b(the|your|has|been|request|please|offer)\b/i);
      for (const paragraph of mail.paragraphs) expect(mailText(mail)).toContain(paragraph);
    }
  });

  it('put one sentence for each step, and no two alike', () => {
    const said = toColleague(language).map((mail) => mail.paragraphs.join());
    expect(new Set(said).size).toBe(said.length);
  });

  it('bring the days for the calendar when they are taken and given back, and only then', () => {
    expect(toExpert(language).map(({ calendar }) => calendar?.kind)).toEqual([undefined, undefined, 'publish', 'cancel']);
    const [, , confirmed, cancelled] = toExpert(language);
    expect(confirmed?.calendar?.uid).toBe(cancelled?.calendar?.uid);
    expect(cancelled?.calendar).toMatchObject({ days: { from: '2026-12-07', to: '2026-12-27' } });
    for (const mail of toColleague(language)) expect(mail.calendar).toBeUndefined();
  });
});

describe('mails of the surge desk', () => {
  it.each([
    ['en', '7 December 2026 to 27 December 2026', '24 November 2026 at 22:00 UTC'],
    ['fr', 'du 7 décembre 2026 au 27 décembre 2026', '24 novembre 2026 à 22:00 UTC'],
    ['es', 'del 7 de diciembre de 2026 al 27 de diciembre de 2026', '24 de noviembre de 2026 a las 22:00 UTC'],
    [
      'ar',
      'من 7 كانون الأول/ديسمبر 2026 إلى 27 كانون الأول/ديسمبر 2026',
      '24 تشرين الثاني/نوفمبر 2026، الساعة 22:00 بالتوقيت العالمي المنسق (UTC)',
    ],
  ] as const)('write dates as %s has them, and moments with UTC', (language, period, deadline) => {
    expect(toExpert(language)[0]?.facts?.map(({ value }) => value)).toEqual([period, deadline]);
  });

  it('say whom one could ask next by roster number, and that nobody was', () => {
    expect(toColleague('en')[2]?.paragraphs.join()).toContain('roster number 17. Nobody has been asked: you decide.');
    expect(toColleague('en')[3]?.paragraphs.join()).toContain('Nobody else on the rosters is eligible and free');
  });

  it('tell why an offer was closed', () => {
    const closed = (answerReason: string) => mails.offerWithdrawn(reader('en'), request, { answerReason }).paragraphs[0];
    expect(closed('filled')).toContain('taken by colleagues');
    expect(closed('stood-down')).toContain('no longer open');
  });

  it('do not wait for the morning when the request is immediate', () => {
    expect(mails.seatTaken(reader('en'), request, url).urgent).toBe(false);
    expect(mails.seatTaken(reader('en'), { ...request, urgency: 'immediate' }, url).urgent).toBe(true);
  });
});

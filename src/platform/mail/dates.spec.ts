import { MAIL_LANGUAGES } from '../../core/mail-languages.js';
import { dayIn, daysIn, durationIn, momentIn, weekdayIn } from './dates.js';

/** With spaces that break, so that they can be told apart in a test. */
const ordinary = (text: string) => text.replaceAll('\u00a0', ' ');

it.each([
  ['en', '1 December 2026', 'Tuesday, 1 December 2026', '24 November 2026 at 22:00 UTC'],
  ['fr', '1er décembre 2026', 'mardi 1er décembre 2026', '24 novembre 2026 à 22:00 UTC'],
  ['es', '1 de diciembre de 2026', 'martes, 1 de diciembre de 2026', '24 de noviembre de 2026 a las 22:00 UTC'],
  [
    'ar',
    '1 كانون الأول/ديسمبر 2026',
    'الثلاثاء، 1 كانون الأول/ديسمبر 2026',
    '24 تشرين الثاني/نوفمبر 2026، الساعة 22:00 بالتوقيت العالمي المنسق (UTC)',
  ],
] as const)('writes days and moments as %s has them', (language, day, weekday, moment) => {
  expect(dayIn(language, '2026-12-01')).toBe(day);
  expect(weekdayIn(language, '2026-12-01')).toBe(weekday);
  expect(momentIn(language, '2026-11-24T22:00:00.000Z')).toBe(moment);
});

it('writes only the first of a month as an ordinal in French', () => {
  expect(dayIn('fr', '2026-12-11')).toBe('11 décembre 2026');
});

it.each([
  ['en', '2 days, 4 hours', '3 hours, 12 minutes', '1 minute', '0 minutes'],
  ['fr', '2 jours et 4 heures', '3 heures et 12 minutes', '1 minute', '0 minute'],
  ['es', '2 días y 4 horas', '3 horas y 12 minutos', '1 minuto', '0 minutos'],
  ['ar', 'يومان و4 ساعات', '3 ساعات و12 دقيقة', 'دقيقة', '0 دقيقة'],
] as const)('writes the time that is left in %s', (language, ...expected) => {
  expect([2 * 86_400 + 4 * 3_600 + 700, 3 * 3_600 + 12 * 60, 119, 59].map((seconds) => ordinary(durationIn(language, seconds)))).toEqual(
    expected,
  );
});

it('never says a unit that is nought, and never more than two', () => {
  for (const language of MAIL_LANGUAGES) {
    expect(durationIn(language, 86_400)).toBe(daysIn(language, 1));
    expect(durationIn(language, 86_400 + 59 * 60)).toBe(daysIn(language, 1));
  }
});

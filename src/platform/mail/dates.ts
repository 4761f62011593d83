import type { IsoDate } from '../../core/dates.js';
import { localeOf, type MailLanguage } from '../../core/mail-languages.js';

type Part = Intl.DateTimeFormatPart;

/** Arabic months have one name east of Suez and another one in the rest of the Arab world; the UN writes both. */
const LEVANT = new Intl.DateTimeFormat('ar-SY', { month: 'long', timeZone: 'UTC' });

/** What the desk writes otherwise than `Intl` has it. */
const HABITS: Readonly<Record<MailLanguage, (part: Part, instant: Date) => string>> = {
  en: ({ value }) => value,
  fr: ({ type, value }) => (type === 'day' && value === '1' ? '1er' : value),
  es: ({ value }) => value,
  ar: ({ type, value }, instant) => {
    if (type === 'month') return `${LEVANT.format(instant)}/${value}`;
    return type === 'literal' && value.trim() === 'في' ? '، الساعة ' : value;
  },
};

const UTC: Readonly<Record<MailLanguage, string>> = { en: 'UTC', fr: 'UTC', es: 'UTC', ar: 'بالتوقيت العالمي المنسق (UTC)' };

function written(language: MailLanguage, instant: Date, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
  return format
    .formatToParts(instant)
    .map((part) => HABITS[language](part, instant))
    .join('');
}

/** `2026-11-26` → `26 November 2026`, in the reader's language. A day has no time zone: it is the day on the spot. */
export function dayIn(language: MailLanguage, day: IsoDate): string {
  return written(language, new Date(`${day}T00:00:00Z`), { dateStyle: 'long' });
}

/** `2026-11-26` → `Thursday 26 November 2026`, in the reader's language. */
export function weekdayIn(language: MailLanguage, day: IsoDate): string {
  return written(language, new Date(`${day}T00:00:00Z`), { dateStyle: 'full' });
}

/** `2026-11-26T10:00:00.000Z` → `26 November 2026 at 10:00 UTC`, in the reader's language. UTC is always said. */
export function momentIn(language: MailLanguage, moment: string): string {
  return `${written(language, new Date(moment), { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })} ${UTC[language]}`;
}

/** Whole days, with the noun as the language has it: `21 days`, `يومان`. */
export function daysIn(language: MailLanguage, days: number): string {
  return unitsIn(language, days, 'day');
}

/** Whole seconds from 0 as the two largest units, `2 days 4 hours`, `3 hours 12 minutes`, in the reader's language. */
export function durationIn(language: MailLanguage, seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const units = [
    [days, 'day'],
    [hours, 'hour'],
    [days > 0 ? 0 : rest, 'minute'],
  ] as const;
  const said = units.filter(([count]) => count > 0).map(([count, unit]) => unitsIn(language, count, unit));
  return said.length === 0 ? unitsIn(language, 0, 'minute') : new Intl.ListFormat(localeOf(language), { type: 'unit' }).format(said);
}

function unitsIn(language: MailLanguage, count: number, unit: 'day' | 'hour' | 'minute'): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

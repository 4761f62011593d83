import type { IsoDate } from '../../core/dates.js';
import type { MailLanguage } from '../../core/mail-languages.js';

/** British order of English days; Western digits in Arabic, so that dates match the references and links beside them. */
const LOCALES: Readonly<Record<MailLanguage, string>> = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn' };

/** `2026-11-26` → `26 November 2026`, in the reader's language. A day has no time zone: it is the day on the spot. */
export function dayIn(language: MailLanguage, day: IsoDate): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** `2026-11-26T10:00:00.000Z` → `26 November 2026 at 10:00 UTC`, in the reader's language. UTC is always said. */
export function momentIn(language: MailLanguage, moment: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' });
  return `${format.format(new Date(moment))} UTC`;
}

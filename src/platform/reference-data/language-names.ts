import { LANGUAGES, type Language } from '../../core/languages.js';
import { localeOf, type MailLanguage } from '../../core/mail-languages.js';

/** The name of a language in a language: `swahili` for Swahili in French. */
export function languageNameIn(language: MailLanguage, code: Language): string {
  if (language === 'en') return LANGUAGES[code];
  return new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(code) ?? LANGUAGES[code];
}

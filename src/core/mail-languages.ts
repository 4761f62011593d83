/** Languages in which the desk writes to people, and in which experts read its pages: three to begin with, and Arabic, which is written from right to left. */
export const MAIL_LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** Each language by its own name, so that its readers find it. */
export const MAIL_LANGUAGE_NAMES: Readonly<Record<MailLanguage, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
};

export function isMailLanguage(value: unknown): value is MailLanguage {
  return MAIL_LANGUAGES.some((known) => known === value);
}

/** The side from which a language is read. */
export function directionOf(language: MailLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** British order of English days; Western digits in Arabic, so that numbers match the references and links beside them. */
const LOCALES: Readonly<Record<MailLanguage, string>> = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn' };

/** The locale in which `Intl` writes days and numbers of a language. */
export function localeOf(language: MailLanguage): string {
  return LOCALES[language];
}

/** Languages in which the desk writes mails: three to begin with, and Arabic, which is written from right to left. */
export const MAIL_LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** Each language by its own name, so that its readers find it. */
export const MAIL_LANGUAGE_NAMES: Readonly<Record<MailLanguage, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
};

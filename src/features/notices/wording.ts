import type { MailLanguage } from '../../core/mail-languages.js';

/** Every word of the mail that gathers the news of a night or a day. Its subject says that there is news, and nothing else. */
interface GatheredWords {
  readonly subject: string;
  readonly greeting: (name: string) => string;
  /** `count` is at least 2. */
  readonly opening: (count: number) => string;
  readonly closing: string;
}

/** The same in each language; a missing one does not compile. */
export const GATHERED_WORDS: Readonly<Record<MailLanguage, GatheredWords>> = {
  en: {
    subject: 'Your news from the desk',
    greeting: (name) => `Dear ${name},`,
    opening: (count) => `There are ${count} pieces of news for you.`,
    closing: 'They were gathered because of your settings for mails. Immediate requests are never held back.',
  },
  fr: {
    subject: 'Des nouvelles pour vous',
    greeting: (name) => `Bonjour ${name},`,
    opening: (count) => `Il y a ${count} nouvelles pour vous.`,
    closing: 'Elles ont été réunies selon vos réglages de courrier. Les demandes immédiates ne sont jamais retenues.',
  },
  es: {
    subject: 'Novedades para usted',
    greeting: (name) => `Estimado/a ${name}:`,
    opening: (count) => `Hay ${count} novedades para usted.`,
    closing: 'Se han reunido según sus ajustes de correo. Las solicitudes inmediatas nunca se retienen.',
  },
  ar: {
    subject: 'مستجدات لكم',
    greeting: (name) => `تحية طيبة، ${name}،`,
    opening: (count) => `عدد المستجدات التي تخصكم: ${count}.`,
    closing: 'جُمعت هذه المستجدات وفقا لإعداداتكم للبريد. ولا تُؤخَّر الطلبات الفورية أبدا.',
  },
};

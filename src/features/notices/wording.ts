import type { MailLanguage } from '../../core/mail-languages.js';
import { counting } from '../../core/plurals.js';

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
    opening: counting('en', { one: 'There is one piece of news for you.', other: 'There are # pieces of news for you.' }),
    closing: 'They were gathered because of your settings for mails. Immediate requests are never held back.',
  },
  fr: {
    subject: 'Des nouvelles pour vous',
    greeting: (name) => `Bonjour ${name},`,
    opening: counting('fr', {
      one: 'Il y a # nouvelle pour vous.',
      many: 'Il y a # de nouvelles pour vous.',
      other: 'Il y a # nouvelles pour vous.',
    }),
    closing: 'Elles ont été réunies selon vos réglages de courrier. Les demandes immédiates ne sont jamais retenues.',
  },
  es: {
    subject: 'Novedades para usted',
    greeting: (name) => `Reciba un cordial saludo, ${name}:`,
    opening: counting('es', {
      one: 'Hay # novedad para usted.',
      many: 'Hay # de novedades para usted.',
      other: 'Hay # novedades para usted.',
    }),
    closing: 'Se han reunido según sus ajustes de correo. Las solicitudes inmediatas nunca se retienen.',
  },
  ar: {
    subject: 'مستجدات لكم',
    greeting: (name) => `تحية طيبة، ${name}،`,
    opening: counting('ar', {
      zero: 'لا توجد مستجدات لكم.',
      one: 'لديكم خبر واحد.',
      two: 'لديكم خبران.',
      few: 'لديكم # أخبار.',
      many: 'لديكم # خبراً.',
      other: 'لديكم # خبر.',
    }),
    closing: 'جُمعت هذه المستجدات وفقاً لإعدادات بريدكم. ولا تُؤخَّر الطلبات الفورية أبداً.',
  },
};

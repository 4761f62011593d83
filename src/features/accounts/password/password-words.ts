import type { MailLanguage } from '../../../core/mail-languages.js';

interface PasswordWords {
  readonly subject: string;
  readonly greeting: (name: string) => string;
  /** `when` in the same language, with its time zone. */
  readonly changed: (when: string) => string;
  readonly notYou: string;
}

/** The mail about a changed password, in each language. */
export const PASSWORD_WORDS: Readonly<Record<MailLanguage, PasswordWords>> = {
  en: {
    subject: 'Your password was changed',
    greeting: (name) => `Dear ${name},`,
    changed: (when) => `The password of your account at the HRA desk was changed on ${when}. Every other device was signed out.`,
    notYou: 'If this was not you, ask an administrator at once to switch your account off.',
  },
  fr: {
    subject: 'Votre mot de passe a été modifié',
    greeting: (name) => `Bonjour ${name},`,
    changed: (when) => `Le mot de passe de votre compte a été modifié le ${when}. Tous les autres appareils ont été déconnectés.`,
    notYou: 'Si ce n’était pas vous, demandez aussitôt à l’administration de désactiver votre compte.',
  },
  es: {
    subject: 'Se cambió su contraseña',
    greeting: (name) => `Reciba un cordial saludo, ${name}:`,
    changed: (when) => `La contraseña de su cuenta se cambió el ${when}. Se cerró la sesión en los demás dispositivos.`,
    notYou: 'Si no fue usted, pida de inmediato a la administración que desactive su cuenta.',
  },
  ar: {
    subject: 'غُيّرت كلمة مروركم',
    greeting: (name) => `تحية طيبة، ${name}،`,
    changed: (when) => `غُيّرت كلمة مرور حسابكم لدينا في ${when}. وسُجّل الخروج من جميع الأجهزة الأخرى.`,
    notYou: 'إن لم تكونوا أنتم من غيّرها، فيُرجى الطلب فوراً من الإدارة إيقاف حسابكم.',
  },
};

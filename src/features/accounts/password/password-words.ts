import type { MailLanguage } from '../../../core/mail-languages.js';

/** One mail about a password. */
export interface PasswordMail {
  readonly subject: string;
  /** `when` in the same language, with its time zone. */
  readonly happened: (when: string) => string;
  /** What to do, a paragraph each. */
  readonly advice: readonly string[];
}

export interface PasswordWords {
  readonly greeting: (name: string) => string;
  /** By whoever has the account. */
  readonly changed: PasswordMail;
  /** By an administrator. */
  readonly reset: PasswordMail;
}

/** The mails about a changed password, in each language. */
export const PASSWORD_WORDS: Readonly<Record<MailLanguage, PasswordWords>> = {
  en: {
    greeting: (name) => `Dear ${name},`,
    changed: {
      subject: 'Your password was changed',
      happened: (when) => `The password of your account at the HRA desk was changed on ${when}. Every other device was signed out.`,
      advice: ['If this was not you, ask an administrator at once to switch your account off.'],
    },
    reset: {
      subject: 'Your password was reset',
      happened: (when) =>
        `An administrator made a new password for your account at the HRA desk on ${when}. Your old one no longer works, and every device was signed out.`,
      advice: [
        'The new password is handed to you in person or by phone, never by mail. Choose one of your own once you have signed in.',
        'If you did not ask for this, ask an administrator whom you know at once what happened.',
      ],
    },
  },
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    changed: {
      subject: 'Votre mot de passe a été modifié',
      happened: (when) => `Le mot de passe de votre compte a été modifié le ${when}. Tous les autres appareils ont été déconnectés.`,
      advice: ['Si ce n’était pas vous, demandez aussitôt à l’administration de désactiver votre compte.'],
    },
    reset: {
      subject: 'Votre mot de passe a été réinitialisé',
      happened: (when) =>
        `L’administration a créé un nouveau mot de passe pour votre compte le ${when}. L’ancien ne fonctionne plus, et tous les appareils ont été déconnectés.`,
      advice: [
        'Le nouveau mot de passe vous sera remis en personne ou par téléphone, jamais par courriel. Choisissez-en un autre dès votre connexion.',
        'Si vous n’avez rien demandé, contactez aussitôt une personne de l’administration que vous connaissez.',
      ],
    },
  },
  es: {
    greeting: (name) => `Reciba un cordial saludo, ${name}:`,
    changed: {
      subject: 'Se cambió su contraseña',
      happened: (when) => `La contraseña de su cuenta se cambió el ${when}. Se cerró la sesión en los demás dispositivos.`,
      advice: ['Si no fue usted, pida de inmediato a la administración que desactive su cuenta.'],
    },
    reset: {
      subject: 'Se restableció su contraseña',
      happened: (when) =>
        `La administración creó una contraseña nueva para su cuenta el ${when}. La anterior ya no sirve y se cerró la sesión en todos los dispositivos.`,
      advice: [
        'La contraseña nueva se le entrega en persona o por teléfono, nunca por correo. Elija una propia en cuanto inicie sesión.',
        'Si no lo pidió usted, consulte de inmediato a alguien de la administración a quien conozca.',
      ],
    },
  },
  ar: {
    greeting: (name) => `تحية طيبة، ${name}،`,
    changed: {
      subject: 'غُيّرت كلمة مروركم',
      happened: (when) => `غُيّرت كلمة مرور حسابكم لدينا في ${when}. وسُجّل الخروج من جميع الأجهزة الأخرى.`,
      advice: ['إن لم تكونوا أنتم من غيّرها، فيُرجى الطلب فوراً من الإدارة إيقاف حسابكم.'],
    },
    reset: {
      subject: 'أُعيد تعيين كلمة مروركم',
      happened: (when) =>
        `أنشأت الإدارة كلمة مرور جديدة لحسابكم لدينا في ${when}. ولم تعد كلمة المرور السابقة صالحة، وسُجّل الخروج من جميع الأجهزة.`,
      advice: [
        'تُسلَّم إليكم كلمة المرور الجديدة شخصياً أو عبر الهاتف، ولا تُرسل بالبريد أبداً. ويُرجى اختيار كلمة مرور خاصة بكم بعد تسجيل الدخول.',
        'إن لم تطلبوا ذلك، فيُرجى الاستفسار فوراً لدى من تعرفونه في الإدارة.',
      ],
    },
  },
};

import type { ErrorKind } from '../core/errors.js';
import type { MailLanguage } from '../core/mail-languages.js';
import { counting } from '../core/plurals.js';

/** What happened and what to do, where something was refused. */
interface Refusal {
  readonly title: string;
  readonly text: string;
}

/** Every word that the frame of a page says in one language: around the content, around fields, and where nothing else can be shown. */
export interface FrameWords {
  readonly skip: string;
  readonly foot: string;
  /** The name of the choice of a language. */
  readonly language: string;
  readonly optional: string;
  /** Before the sentence beside a field, for those who hear it. */
  readonly error: string;
  /** So many answers, from 1, are not as they should be. */
  readonly again: (count: number) => string;
  readonly code: string;
  readonly start: string;
  readonly refusals: Readonly<Record<ErrorKind, Refusal>>;
}

/** The same in each language; a missing one does not compile. */
export const FRAME_WORDS: Readonly<Record<MailLanguage, FrameWords>> = {
  en: {
    skip: 'Skip to the content',
    foot: 'Human Rights Advisers and surge missions · Times are in UTC',
    language: 'Language',
    optional: 'optional',
    error: 'Error:',
    again: counting('en', { one: 'One answer needs another look', other: '# answers need another look' }),
    code: 'Code:',
    start: 'Go to the start page',
    refusals: {
      invalid: { title: 'This could not be read', text: 'Nothing was changed. Go back, load the page again and send it once more.' },
      unauthenticated: { title: 'Sign in first', text: 'This page is for people with an account. Sign in, then open it again.' },
      forbidden: {
        title: 'This was not done',
        text: 'The request seems to come from somewhere else. Open the page again and try once more.',
      },
      'not-found': {
        title: 'There is nothing here, or nothing that you may see',
        text: 'If you came by a link in a mail: copy the whole link, to its last letter, or take the one in the newest mail from us.',
      },
      conflict: { title: 'This is not possible any more', text: 'Nothing was changed. Open the page again to see how things stand.' },
      gone: { title: 'The time for this has run out', text: 'Nothing was changed. Open the page again to see how things stand.' },
      'too-large': { title: 'This is too long', text: 'Nothing was changed. Go back, shorten your text and send it again.' },
      'too-many': { title: 'Too many requests in a short time', text: 'Wait a minute, then try again.' },
      unavailable: { title: 'Something went wrong on our side', text: 'Nothing was changed. Please try again in a moment.' },
    },
  },
  fr: {
    skip: 'Aller au contenu',
    foot: 'Conseil en droits de l’homme et missions de renfort · Heures en UTC',
    language: 'Langue',
    optional: 'facultatif',
    error: 'Erreur\u202f:',
    again: counting('fr', { one: 'Une réponse est à revoir', many: '# de réponses sont à revoir', other: '# réponses sont à revoir' }),
    code: 'Code\u202f:',
    start: 'Aller à la page d’accueil',
    refusals: {
      invalid: {
        title: 'Cet envoi n’a pas pu être lu',
        text: 'Rien n’a été modifié. Revenez en arrière, rechargez la page et recommencez l’envoi.',
      },
      unauthenticated: {
        title: 'Une connexion est nécessaire',
        text: 'Cette page est réservée aux personnes qui ont un compte. Connectez-vous, puis ouvrez-la de nouveau.',
      },
      forbidden: { title: 'Rien n’a été fait', text: 'L’envoi semble provenir d’un autre site. Ouvrez de nouveau la page et réessayez.' },
      'not-found': {
        title: 'Il n’y a rien à cette adresse, ou rien que vous puissiez voir',
        text: 'Si vous avez suivi un lien reçu par courriel\u202f: copiez le lien en entier, jusqu’à la dernière lettre, ou prenez celui de notre courriel le plus récent.',
      },
      conflict: {
        title: 'Ce n’est plus possible',
        text: 'Rien n’a été modifié. Ouvrez de nouveau la page pour voir où en sont les choses.',
      },
      gone: {
        title: 'Le délai est écoulé',
        text: 'Rien n’a été modifié. Ouvrez de nouveau la page pour voir où en sont les choses.',
      },
      'too-large': {
        title: 'Ce texte est trop long',
        text: 'Rien n’a été modifié. Revenez en arrière, raccourcissez votre texte et recommencez l’envoi.',
      },
      'too-many': { title: 'Trop de demandes en peu de temps', text: 'Attendez une minute, puis réessayez.' },
      unavailable: { title: 'Une erreur s’est produite de notre côté', text: 'Rien n’a été modifié. Veuillez réessayer dans un instant.' },
    },
  },
  es: {
    skip: 'Ir al contenido',
    foot: 'Asesoramiento en derechos humanos y misiones de refuerzo · Horas en UTC',
    language: 'Idioma',
    optional: 'opcional',
    error: 'Error:',
    again: counting('es', {
      one: 'Hay una respuesta que revisar',
      many: 'Hay # de respuestas que revisar',
      other: 'Hay # respuestas que revisar',
    }),
    code: 'Código:',
    start: 'Ir a la página de inicio',
    refusals: {
      invalid: {
        title: 'No se pudo leer el envío',
        text: 'No se ha cambiado nada. Vuelva atrás, cargue la página de nuevo y repita el envío.',
      },
      unauthenticated: {
        title: 'Es necesario iniciar sesión',
        text: 'Esta página es para personas con cuenta. Inicie sesión y ábrala de nuevo.',
      },
      forbidden: {
        title: 'No se ha hecho nada',
        text: 'El envío parece venir de otro sitio. Abra la página de nuevo e inténtelo otra vez.',
      },
      'not-found': {
        title: 'Aquí no hay nada, o nada que usted pueda ver',
        text: 'Si llegó por el enlace de un correo: copie el enlace entero, hasta la última letra, o utilice el de nuestro correo más reciente.',
      },
      conflict: { title: 'Ya no es posible', text: 'No se ha cambiado nada. Abra la página de nuevo para ver en qué punto está todo.' },
      gone: { title: 'El plazo ha vencido', text: 'No se ha cambiado nada. Abra la página de nuevo para ver en qué punto está todo.' },
      'too-large': {
        title: 'El texto es demasiado largo',
        text: 'No se ha cambiado nada. Vuelva atrás, acorte el texto y repita el envío.',
      },
      'too-many': { title: 'Demasiadas solicitudes en poco tiempo', text: 'Espere un minuto e inténtelo de nuevo.' },
      unavailable: { title: 'Algo ha fallado por nuestra parte', text: 'No se ha cambiado nada. Inténtelo de nuevo dentro de un momento.' },
    },
  },
  ar: {
    skip: 'الانتقال إلى المحتوى',
    foot: 'مستشارو حقوق الإنسان وبعثات الاستجابة السريعة · الساعات بالتوقيت العالمي المنسق',
    language: 'اللغة',
    optional: 'اختياري',
    error: 'خطأ:',
    again: counting('ar', {
      zero: 'لا حاجة إلى مراجعة أي إجابة',
      one: 'إجابة واحدة تحتاج إلى مراجعة',
      two: 'إجابتان تحتاجان إلى مراجعة',
      few: '# إجابات تحتاج إلى مراجعة',
      many: '# إجابة تحتاج إلى مراجعة',
      other: '# إجابة تحتاج إلى مراجعة',
    }),
    code: 'الرمز:',
    start: 'الانتقال إلى صفحة البداية',
    refusals: {
      invalid: { title: 'تعذّرت قراءة ما أُرسل', text: 'لم يتغيّر شيء. يُرجى الرجوع وإعادة تحميل الصفحة ثم الإرسال من جديد.' },
      unauthenticated: {
        title: 'يلزم تسجيل الدخول أولاً',
        text: 'هذه الصفحة مخصصة لمن لديه حساب. يُرجى تسجيل الدخول ثم فتحها من جديد.',
      },
      forbidden: { title: 'لم يُنفَّذ أي إجراء', text: 'يبدو أن الطلب ورد من موقع آخر. يُرجى فتح الصفحة من جديد وإعادة المحاولة.' },
      'not-found': {
        title: 'لا يوجد شيء هنا، أو لا يوجد ما يمكنكم الاطلاع عليه',
        text: 'إن وصلتم عن طريق رابط في رسالة، فيُرجى نسخ الرابط كاملاً حتى آخر حرف منه، أو استخدام الرابط الوارد في أحدث رسالة منا.',
      },
      conflict: { title: 'لم يعد ذلك ممكناً', text: 'لم يتغيّر شيء. يُرجى فتح الصفحة من جديد للاطلاع على آخر المستجدات.' },
      gone: { title: 'انتهت المهلة', text: 'لم يتغيّر شيء. يُرجى فتح الصفحة من جديد للاطلاع على آخر المستجدات.' },
      'too-large': { title: 'النص أطول من اللازم', text: 'لم يتغيّر شيء. يُرجى الرجوع واختصار النص ثم إرساله من جديد.' },
      'too-many': { title: 'طلبات كثيرة جداً في وقت قصير', text: 'يُرجى الانتظار دقيقة ثم إعادة المحاولة.' },
      unavailable: { title: 'حدث خلل من جانبنا', text: 'لم يتغيّر شيء. يُرجى إعادة المحاولة بعد قليل.' },
    },
  },
};

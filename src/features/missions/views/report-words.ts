import type { ErrorCode } from '../../../core/errors.js';
import type { MailLanguage } from '../../../core/mail-languages.js';
import type { MissionState } from '../../../core/missions.js';
import type { FormWords } from '../../../web/index.js';

/** What can be refused to somebody who hands in a report. */
type ReportRefusal = Extract<ErrorCode, 'mission.not-allowed' | 'conflict.stale' | 'service.unavailable'>;

/** Every word of the page on which an expert writes the report of a mission, in one language. */
export interface ReportPageWords extends FormWords {
  readonly title: string;
  readonly intro: string;
  readonly mission: {
    readonly title: string;
    readonly country: string;
    readonly dates: string;
    /** `{first}` and `{last}`. */
    readonly period: string;
    readonly reference: string;
  };
  readonly form: {
    readonly title: string;
    readonly length: string;
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    readonly handed: string;
    readonly until: string;
  };
  /** Why no report is taken. */
  readonly closed: Readonly<Record<Exclude<MissionState, 'deployed' | 'completed'>, string>>;
  readonly yours: string;
  /** `{address}`. */
  readonly write: string;
  readonly problems: Readonly<Record<'report', string>>;
  readonly refusals: Readonly<Record<ReportRefusal, string>>;
}

/** The same in each language; a missing one does not compile. */
export const REPORT_PAGE_WORDS: Readonly<Record<MailLanguage, ReportPageWords>> = {
  en: {
    title: 'Your report on the mission',
    intro:
      'The human rights surge desk of OHCHR, the Office of the United Nations High Commissioner for Human Rights, arranged this mission. Whoever goes on one writes a short report when it ends, so that those who come next begin where you stopped.',
    mission: { title: 'The mission', country: 'Country', dates: 'Dates', period: '{first} to {last}', reference: 'Reference' },
    form: {
      title: 'Your report',
      length: 'About a page is enough. Write in the language that is easiest for you.',
      label: 'What was achieved, what was not, what should those know who come next?',
      hint: 'The office that asked and the surge desk read it. Name no victims and no sources.',
      button: 'Hand in the report',
      handed: 'Your report has been handed in. Thank you.',
      until: 'Until the mission is closed you can send a better version.',
    },
    closed: {
      confirmed: 'Your mission has not begun yet. Once you are on the ground, you can write your report here.',
      briefed: 'Your mission has not begun yet. Once you are on the ground, you can write your report here.',
      closed: 'This mission is closed, and nothing is left for you to do. Thank you for what you have done.',
      replaced: 'A colleague has taken over this mission, so no report is needed from you. Thank you for what you have done.',
      cancelled: 'This mission has been cancelled, so no report is needed. Thank you for having been ready to go.',
    },
    yours: 'What you reported',
    write: 'If you have a question, write to {address}.',
    problems: { report: 'Write the report, at most 20,000 characters.' },
    refusals: {
      'mission.not-allowed': 'No report is taken for this mission now. This page says why.',
      'conflict.stale': 'Something changed in the meantime, and your report was not handed in. Please send it once more.',
      'service.unavailable': 'A part of the service cannot be reached right now, and nothing was done. Please try again in a few minutes.',
    },
    otherwise: 'Your report was not handed in. Load the page again and try once more, or write to the surge desk.',
  },
  fr: {
    title: 'Votre rapport de mission',
    intro:
      'Cette mission a été organisée par la cellule de renfort du Haut-Commissariat des Nations Unies aux droits de l’homme (HCDH). À la fin de chaque mission, un bref rapport est demandé, pour que les personnes qui prendront la suite puissent partir de votre travail.',
    mission: { title: 'La mission', country: 'Pays', dates: 'Dates', period: 'du {first} au {last}', reference: 'Référence' },
    form: {
      title: 'Votre rapport',
      length: 'Une page environ suffit. Écrivez dans la langue qui vous est la plus facile.',
      label: 'Qu’est-ce qui a été accompli, qu’est-ce qui ne l’a pas été, que devraient savoir les personnes qui prendront la suite\u202f?',
      hint: 'Le bureau demandeur et la cellule de renfort le liront. Ne nommez ni victimes ni sources.',
      button: 'Remettre le rapport',
      handed: 'Votre rapport a été remis. Merci.',
      until: 'Tant que la mission n’est pas clôturée, vous pouvez en envoyer une meilleure version.',
    },
    closed: {
      confirmed: 'Votre mission n’a pas encore commencé. Une fois sur place, vous pourrez écrire votre rapport ici.',
      briefed: 'Votre mission n’a pas encore commencé. Une fois sur place, vous pourrez écrire votre rapport ici.',
      closed: 'Cette mission est clôturée et vous n’avez plus rien à faire. Merci du travail accompli.',
      replaced: 'Une autre personne a repris cette mission\u202f; aucun rapport ne vous est demandé. Merci du travail accompli.',
      cancelled: 'Cette mission a été annulée\u202f; aucun rapport n’est nécessaire. Merci de votre disponibilité.',
    },
    yours: 'Votre rapport',
    write: 'Pour toute question, écrivez à {address}.',
    problems: { report: 'Rédigez le rapport, en 20\u202f000 caractères au plus.' },
    refusals: {
      'mission.not-allowed': 'Aucun rapport ne peut être remis pour cette mission à présent. Cette page en indique la raison.',
      'conflict.stale': 'Quelque chose a changé entre-temps et votre rapport n’a pas été remis. Veuillez l’envoyer de nouveau.',
      'service.unavailable': 'Une partie du service est actuellement inaccessible et rien n’a été fait. Réessayez dans quelques minutes.',
    },
    otherwise: 'Votre rapport n’a pas été remis. Rechargez la page et réessayez, ou écrivez à la cellule de renfort.',
  },
  es: {
    title: 'Su informe sobre la misión',
    intro:
      'Esta misión la organizó el servicio de refuerzo de la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos (ACNUDH). Al final de cada misión se pide un informe breve, para que quienes vengan después partan de lo que usted hizo.',
    mission: { title: 'La misión', country: 'País', dates: 'Fechas', period: 'del {first} al {last}', reference: 'Referencia' },
    form: {
      title: 'Su informe',
      length: 'Basta una página, más o menos. Escriba en el idioma que le resulte más fácil.',
      label: '¿Qué se logró, qué no, y qué deberían saber quienes vengan después?',
      hint: 'Lo leerán la oficina solicitante y el servicio de refuerzo. No nombre a víctimas ni fuentes.',
      button: 'Entregar el informe',
      handed: 'Su informe se ha entregado. Gracias.',
      until: 'Mientras la misión no se haya cerrado, puede enviar una versión mejor.',
    },
    closed: {
      confirmed: 'Su misión todavía no ha comenzado. Cuando esté sobre el terreno, podrá escribir aquí su informe.',
      briefed: 'Su misión todavía no ha comenzado. Cuando esté sobre el terreno, podrá escribir aquí su informe.',
      closed: 'Esta misión está cerrada y no le queda nada por hacer. Gracias por su trabajo.',
      replaced: 'Otra persona ha asumido esta misión, por lo que no se le pide ningún informe. Gracias por su trabajo.',
      cancelled: 'Esta misión se ha cancelado, por lo que no hace falta ningún informe. Gracias por su disponibilidad.',
    },
    yours: 'Su informe',
    write: 'Si tiene alguna pregunta, escriba a {address}.',
    problems: { report: 'Escriba el informe, de 20.000 caracteres como máximo.' },
    refusals: {
      'mission.not-allowed': 'Ahora no se puede entregar ningún informe sobre esta misión. Esta página dice por qué.',
      'conflict.stale': 'Entretanto ha habido un cambio y su informe no se ha entregado. Envíelo de nuevo, por favor.',
      'service.unavailable':
        'Una parte del servicio no está disponible en este momento y no se ha hecho nada. Inténtelo dentro de unos minutos.',
    },
    otherwise: 'Su informe no se ha entregado. Cargue la página de nuevo e inténtelo otra vez, o escriba al servicio de refuerzo.',
  },
  ar: {
    title: 'تقريركم عن المهمة',
    intro:
      'نظّم هذه المهمة مكتب الاستجابة السريعة في مفوضية الأمم المتحدة السامية لحقوق الإنسان. وفي نهاية كل مهمة يُطلب تقرير قصير، ليبدأ من يأتي بعدكم من حيث انتهيتم.',
    mission: { title: 'المهمة', country: 'البلد', dates: 'التواريخ', period: 'من {first} إلى {last}', reference: 'المرجع' },
    form: {
      title: 'تقريركم',
      length: 'تكفي صفحة واحدة تقريباً. اكتبوا باللغة الأسهل عليكم.',
      label: 'ما الذي تحقق، وما الذي لم يتحقق، وما الذي ينبغي أن يعرفه من يأتي بعدكم؟',
      hint: 'يقرأه المكتب الطالب ومكتب الاستجابة السريعة. يُرجى عدم ذكر أسماء الضحايا أو المصادر.',
      button: 'تسليم التقرير',
      handed: 'سُلّم تقريركم. شكراً لكم.',
      until: 'يمكنكم إرسال صيغة أفضل إلى أن تُختتم المهمة.',
    },
    closed: {
      confirmed: 'لم تبدأ مهمتكم بعد. يمكنكم كتابة تقريركم هنا متى وصلتم إلى الميدان.',
      briefed: 'لم تبدأ مهمتكم بعد. يمكنكم كتابة تقريركم هنا متى وصلتم إلى الميدان.',
      closed: 'اختُتمت هذه المهمة، ولا يُنتظر منكم أي إجراء آخر. شكراً على ما قمتم به.',
      replaced: 'تولى شخص آخر هذه المهمة، فلا يُطلب منكم أي تقرير. شكراً على ما قمتم به.',
      cancelled: 'أُلغيت هذه المهمة، فلا حاجة إلى أي تقرير. نشكركم على استعدادكم.',
    },
    yours: 'ما ورد في تقريركم',
    write: 'إن كان لديكم سؤال، فيُرجى الكتابة إلى {address}.',
    problems: { report: 'يُرجى كتابة التقرير، على ألا يتجاوز 20000 حرف.' },
    refusals: {
      'mission.not-allowed': 'لا يمكن تسليم تقرير عن هذه المهمة الآن، وتبيّن هذه الصفحة السبب.',
      'conflict.stale': 'طرأ تغيير في هذه الأثناء ولم يُسلَّم تقريركم. يُرجى إرساله مرة أخرى.',
      'service.unavailable': 'يتعذّر الوصول الآن إلى جزء من الخدمة، ولم يُنفَّذ أي إجراء. يُرجى إعادة المحاولة بعد بضع دقائق.',
    },
    otherwise: 'لم يُسلَّم تقريركم. يُرجى إعادة تحميل الصفحة والمحاولة من جديد، أو الكتابة إلى مكتب الاستجابة السريعة.',
  },
};

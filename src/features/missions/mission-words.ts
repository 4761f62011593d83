import type { MailLanguage } from '../../core/mail-languages.js';

interface Words {
  readonly subject: string;
  readonly text: string;
}

/** Every word of the mails about missions, in one language. Subjects name no country, mission or person. */
export interface MissionWords {
  readonly greeting: (name: string) => string;
  readonly labels: { readonly reference: string; readonly from: string; readonly to: string };
  readonly openMission: string;
  readonly writeReport: string;
  readonly noAccount: string;
  /** The entry in the reader's calendar, which others may see. */
  readonly calendarTitle: string;
  readonly calendarText: string;
  /** To the expert. */
  readonly changed: Words;
  readonly replaced: Words;
  readonly takenOver: Words;
  readonly reportAsked: Words;
  /** To the office that asked. */
  readonly moved: Words;
  readonly ratingAsked: Words;
  /** To the surge desk. */
  readonly reported: Words;
}

export const MISSION_WORDS: Readonly<Record<MailLanguage, MissionWords>> = {
  en: {
    greeting: (name) => `Dear ${name},`,
    labels: { reference: 'Reference', from: 'First day', to: 'Last day' },
    openMission: 'Open the mission',
    writeReport: 'Write the report',
    noAccount: 'You need no account and no password. The link is for you alone: please do not pass it on.',
    calendarTitle: 'Mission',
    calendarText: 'The days of the mission itself, without the journey. The place is left out on purpose.',
    changed: {
      subject: 'New dates of your mission',
      text: 'The surge desk has changed the dates of your mission. Your days are reserved as they stand below. The attached file corrects them in your calendar.',
    },
    replaced: {
      subject: 'A colleague takes over your mission',
      text: 'The surge desk has asked a colleague to take over your mission. Your days are free again; the attached file takes them out of your calendar. Thank you for what you have done.',
    },
    takenOver: {
      subject: 'A colleague takes over your mission',
      text: 'The surge desk has asked a colleague to take over your mission from you. It ends for you on the last day below; the attached file corrects it in your calendar. Thank you for what you have done.',
    },
    reportAsked: {
      subject: 'Your report at the end of the mission',
      text: 'Your mission has ended. Please tell in a page what was achieved, what was not, and what those who come next should know. The office that asked for you reads it, and so does the surge desk.',
    },
    moved: {
      subject: 'News of a mission',
      text: 'The surge desk has changed a mission in your country. What has changed, and why, is on its page.',
    },
    ratingAsked: {
      subject: 'How was the mission?',
      text: 'A mission in your country has ended. Please say on its page how much it helped, and what was missing; it takes two minutes.',
    },
    reported: {
      subject: 'A report has been handed in',
      text: 'An expert has handed in the report at the end of a mission. It is on the page of the mission.',
    },
  },
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    labels: { reference: 'Référence', from: 'Premier jour', to: 'Dernier jour' },
    openMission: 'Ouvrir la mission',
    writeReport: 'Rédiger le rapport',
    noAccount: 'Vous n’avez besoin ni de compte ni de mot de passe. Ce lien vous est personnel\u202f: merci de ne pas le transmettre.',
    calendarTitle: 'Mission',
    calendarText: 'Les jours de la mission elle-même, sans le voyage. Le lieu n’est volontairement pas indiqué.',
    changed: {
      subject: 'Nouvelles dates de votre mission',
      text: 'La cellule de renfort a modifié les dates de votre mission. Vos jours sont réservés tels qu’ils figurent ci-dessous. Le fichier joint les corrige dans votre agenda.',
    },
    replaced: {
      subject: 'Une autre personne reprend votre mission',
      text: 'La cellule de renfort a confié votre mission à une autre personne. Vos jours sont de nouveau libres\u202f; le fichier joint les retire de votre agenda. Merci du travail accompli.',
    },
    takenOver: {
      subject: 'Une autre personne prend la suite de votre mission',
      text: 'La cellule de renfort a demandé à une autre personne de prendre la suite de votre mission. Celle-ci se termine pour vous le dernier jour indiqué ci-dessous\u202f; le fichier joint corrige votre agenda. Merci du travail accompli.',
    },
    reportAsked: {
      subject: 'Votre rapport de fin de mission',
      text: 'Votre mission est terminée. Merci d’indiquer en une page ce qui a été accompli, ce qui ne l’a pas été et ce que devraient savoir les personnes qui prendront la suite. Le bureau demandeur et la cellule de renfort liront ce rapport.',
    },
    moved: {
      subject: 'Du nouveau sur une mission',
      text: 'La cellule de renfort a modifié une mission dans votre pays d’affectation. Ce qui a changé, et pourquoi, figure sur la page de la mission.',
    },
    ratingAsked: {
      subject: 'Comment s’est passée la mission\u202f?',
      text: 'Une mission dans votre pays d’affectation est terminée. Merci d’indiquer sur sa page en quoi elle a été utile et ce qui a manqué\u202f; deux minutes suffisent.',
    },
    reported: {
      subject: 'Un rapport a été remis',
      text: 'Un rapport de fin de mission a été remis. Il figure sur la page de la mission.',
    },
  },
  es: {
    greeting: (name) => `Reciba un cordial saludo, ${name}:`,
    labels: { reference: 'Referencia', from: 'Primer día', to: 'Último día' },
    openMission: 'Abrir la misión',
    writeReport: 'Escribir el informe',
    noAccount: 'No necesita cuenta ni contraseña. El enlace es solo para usted: le rogamos que no lo comparta.',
    calendarTitle: 'Misión',
    calendarText: 'Los días de la misión en sí, sin el viaje. El lugar se omite a propósito.',
    changed: {
      subject: 'Nuevas fechas de su misión',
      text: 'El servicio de refuerzo ha cambiado las fechas de su misión. Sus días quedan reservados como figura a continuación. El archivo adjunto los corrige en su calendario.',
    },
    replaced: {
      subject: 'Otra persona asume su misión',
      text: 'El servicio de refuerzo ha pedido a otra persona que asuma su misión. Sus días vuelven a estar libres; el archivo adjunto los retira de su calendario. Gracias por lo que ha hecho.',
    },
    takenOver: {
      subject: 'Otra persona continúa su misión',
      text: 'El servicio de refuerzo ha pedido a otra persona que continúe su misión. Para usted termina el último día que figura abajo; el archivo adjunto la corrige en su calendario. Gracias por su trabajo.',
    },
    reportAsked: {
      subject: 'Su informe al final de la misión',
      text: 'Su misión ha terminado. Le pedimos que indique en una página qué se logró, qué no y qué deberían saber quienes vengan después. Lo leerán la oficina solicitante y el servicio de refuerzo.',
    },
    moved: {
      subject: 'Novedades de una misión',
      text: 'El servicio de refuerzo ha cambiado una misión en su país de destino. En la página de la misión figura qué ha cambiado y por qué.',
    },
    ratingAsked: {
      subject: '¿Cómo fue la misión?',
      text: 'Ha terminado una misión en su país de destino. Le rogamos que indique en su página cuánto ayudó y qué faltó; bastan dos minutos.',
    },
    reported: {
      subject: 'Se ha entregado un informe',
      text: 'Se ha entregado el informe de fin de una misión. Está en la página de la misión.',
    },
  },
  ar: {
    greeting: (name) => `تحية طيبة، ${name}،`,
    labels: { reference: 'المرجع', from: 'اليوم الأول', to: 'اليوم الأخير' },
    openMission: 'فتح صفحة المهمة',
    writeReport: 'كتابة التقرير',
    noAccount: 'لا تحتاجون إلى حساب ولا إلى كلمة مرور. هذا الرابط لكم وحدكم، فيُرجى عدم إرساله إلى أي شخص آخر.',
    calendarTitle: 'مهمة',
    calendarText: 'أيام المهمة نفسها دون أيام السفر. ولم يُذكر المكان عمداً.',
    changed: {
      subject: 'مواعيد جديدة لمهمتكم',
      text: 'غيّر مكتب الاستجابة السريعة مواعيد مهمتكم. أيامكم محجوزة على النحو المبيّن أدناه، ويصححها الملف المرفق في تقويمكم.',
    },
    replaced: {
      subject: 'شخص آخر يتولى مهمتكم',
      text: 'طلب مكتب الاستجابة السريعة من شخص آخر أن يتولى مهمتكم. أيامكم متاحة لكم من جديد، ويحذفها الملف المرفق من تقويمكم. شكراً على ما قمتم به.',
    },
    takenOver: {
      subject: 'شخص آخر يواصل مهمتكم',
      text: 'طلب مكتب الاستجابة السريعة من شخص آخر أن يواصل مهمتكم. وهي تنتهي بالنسبة إليكم في اليوم الأخير المذكور أدناه، ويصححها الملف المرفق في تقويمكم. شكراً على ما قمتم به.',
    },
    reportAsked: {
      subject: 'تقريركم في نهاية المهمة',
      text: 'انتهت مهمتكم. يُرجى أن تكتبوا في صفحة واحدة ما تحقق وما لم يتحقق وما ينبغي أن يعرفه من يأتي بعدكم. يقرأ التقريرَ المكتبُ الطالب ومكتب الاستجابة السريعة.',
    },
    moved: { subject: 'مستجدات بشأن مهمة', text: 'غيّر مكتب الاستجابة السريعة مهمة في بلد عملكم. تجدون ما تغيّر وسببه في صفحة المهمة.' },
    ratingAsked: {
      subject: 'كيف كانت المهمة؟',
      text: 'انتهت مهمة في بلد عملكم. يُرجى أن تذكروا في صفحتها مدى فائدتها وما كان ينقصها؛ تكفي دقيقتان.',
    },
    reported: { subject: 'سُلّم تقرير', text: 'سُلّم تقرير نهاية إحدى المهام. تجدونه في صفحة المهمة.' },
  },
};

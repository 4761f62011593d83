import type { MailLanguage } from '../../../../core/mail-languages.js';
import type { Stage } from '../../../../core/surge-stages.js';

/** Every word of the mails between the desk and the offices, in one language. Subjects name no country, mission or person. */
interface DeskWords {
  readonly messageWritten: { readonly subject: string; readonly toDesk: string; readonly toOffice: string };
  readonly stageOverdue: { readonly subject: string } & Readonly<Record<Stage, string>>;
  readonly handedOver: { readonly subject: string; readonly text: string };
  readonly confirmationAsked: { readonly subject: string; readonly text: string };
  /** `takenUp` is to be arranged; of a technical mission the office writes a request. */
  readonly alternativeAnswered: {
    readonly subject: string;
    readonly takenUp: string;
    readonly requested: string;
    readonly turnedDown: string;
  };
  readonly alternativeOverdue: { readonly subject: string; readonly text: string };
  readonly alternativeArranged: { readonly subject: string; readonly text: string };
}

const en: DeskWords = {
  messageWritten: {
    subject: 'A message about a surge request',
    toDesk: 'The requesting office has written to you. Its message is on the page of the request.',
    toOffice: 'The surge desk has written to you. Its message is on the page of the request, and you can answer there.',
  },
  stageOverdue: {
    subject: 'A surge request is overdue',
    triage: 'The time to take the request under review has run out.',
    decision: 'The time to decide the request has run out.',
    match: 'The time to find experts has run out.',
    offer: 'The time in which experts should have accepted has run out.',
    release: 'The time in which the agency should have released the expert has run out.',
    travel: 'The time in which the expert should have arrived has run out.',
  },
  handedOver: {
    subject: 'A surge request was handed over to you',
    text: 'A colleague has handed a surge request over to you. Why stands in its history.',
  },
  confirmationAsked: {
    subject: 'An approval waits for a second person',
    text: 'An officer proposes to approve a request for which two persons have to decide. Please confirm it, or send it back with a reason.',
  },
  alternativeAnswered: {
    subject: 'An answer to what was offered instead',
    takenUp:
      'The requesting office takes up what you offered instead of the mission. Please arrange it, and record who helps and until when.',
    requested:
      'The requesting office takes up the technical mission that you offered. It writes a request for it, which will reach you when it is submitted.',
    turnedDown:
      'The requesting office does not take up what you offered instead of the mission. What it says is on the page of the request.',
  },
  alternativeOverdue: {
    subject: 'Support that an office took up is not arranged yet',
    text: 'An office took up what was offered instead of a mission. The time to arrange it has run out.',
  },
  alternativeArranged: {
    subject: 'Support has been arranged for you',
    text: 'The surge desk has arranged the support that you took up. Who helps, and until when, is on the page of the request.',
  },
};

const fr: DeskWords = {
  messageWritten: {
    subject: 'Un message concernant une demande de renfort',
    toDesk: 'Le bureau demandeur vous a écrit. Son message figure sur la page de la demande.',
    toOffice: 'La cellule de renfort vous a écrit. Son message figure sur la page de la demande, où vous pouvez répondre.',
  },
  stageOverdue: {
    subject: 'Une demande de renfort est en retard',
    triage: 'Le délai pour prendre la demande en examen est écoulé.',
    decision: 'Le délai pour décider de la demande est écoulé.',
    match: 'Le délai pour trouver des spécialistes est écoulé.',
    offer: 'Le délai d’acceptation des offres est écoulé.',
    release: 'Le délai de mise à disposition par l’organisme est écoulé.',
    travel: 'Le délai d’arrivée sur place est écoulé.',
  },
  handedOver: {
    subject: 'Une demande de renfort vous a été confiée',
    text: 'Un ou une collègue vous a confié une demande de renfort. Le motif figure dans son historique.',
  },
  confirmationAsked: {
    subject: 'Une approbation attend une deuxième personne',
    text: 'Il est proposé d’approuver une demande sur laquelle deux personnes doivent se prononcer. Veuillez confirmer l’approbation, ou renvoyer la demande avec un motif.',
  },
  alternativeAnswered: {
    subject: 'Une réponse à ce qui a été proposé à la place',
    takenUp:
      'Le bureau demandeur retient ce que vous avez proposé à la place de la mission. Merci de l’organiser et d’indiquer qui apporte cet appui et jusqu’à quand.',
    requested:
      'Le bureau demandeur retient la mission technique que vous avez proposée. Il rédige une demande, qui vous parviendra lorsqu’elle sera soumise.',
    turnedDown:
      'Le bureau demandeur ne retient pas ce que vous avez proposé à la place de la mission. Ce qu’il en dit figure sur la page de la demande.',
  },
  alternativeOverdue: {
    subject: 'Un appui retenu par un bureau n’est pas encore organisé',
    text: 'Un bureau a retenu ce qui lui a été proposé à la place d’une mission. Le délai pour l’organiser est écoulé.',
  },
  alternativeArranged: {
    subject: 'Un appui a été organisé pour vous',
    text: 'La cellule de renfort a organisé l’appui que vous avez retenu. Qui l’apporte, et jusqu’à quand, figure sur la page de la demande.',
  },
};

const es: DeskWords = {
  messageWritten: {
    subject: 'Un mensaje sobre una solicitud de refuerzo',
    toDesk: 'La oficina solicitante le ha escrito. Su mensaje está en la página de la solicitud.',
    toOffice: 'El servicio de refuerzo le ha escrito. Su mensaje está en la página de la solicitud, donde puede responder.',
  },
  stageOverdue: {
    subject: 'Una solicitud de refuerzo está retrasada',
    triage: 'Ha vencido el plazo para empezar a examinar la solicitud.',
    decision: 'Ha vencido el plazo para decidir sobre la solicitud.',
    match: 'Ha vencido el plazo para encontrar especialistas.',
    offer: 'Ha vencido el plazo para aceptar las ofertas.',
    release: 'Ha vencido el plazo en que el organismo debía autorizar la participación.',
    travel: 'Ha vencido el plazo de llegada al lugar de la misión.',
  },
  handedOver: {
    subject: 'Se le ha encargado una solicitud de refuerzo',
    text: 'Otra persona del servicio le ha encargado una solicitud de refuerzo. El motivo está en su historial.',
  },
  confirmationAsked: {
    subject: 'Una aprobación espera a una segunda persona',
    text: 'Se propone aprobar una solicitud sobre la que deben decidir dos personas. Le rogamos que confirme la aprobación o devuelva la solicitud con un motivo.',
  },
  alternativeAnswered: {
    subject: 'Una respuesta a lo que se ofreció en su lugar',
    takenUp:
      'La oficina solicitante acepta lo que usted ofreció en lugar de la misión. Le rogamos que lo organice e indique quién presta el apoyo y hasta cuándo.',
    requested:
      'La oficina solicitante acepta la misión técnica que usted ofreció. Está redactando una solicitud, que le llegará cuando la presente.',
    turnedDown:
      'La oficina solicitante no acepta lo que usted ofreció en lugar de la misión. Lo que dice al respecto está en la página de la solicitud.',
  },
  alternativeOverdue: {
    subject: 'Un apoyo que aceptó una oficina todavía no está organizado',
    text: 'Una oficina aceptó lo que se le ofreció en lugar de una misión. Ha vencido el plazo para organizarlo.',
  },
  alternativeArranged: {
    subject: 'Se ha organizado un apoyo para usted',
    text: 'El servicio de refuerzo ha organizado el apoyo que usted aceptó. Quién lo presta, y hasta cuándo, está en la página de la solicitud.',
  },
};

const ar: DeskWords = {
  messageWritten: {
    subject: 'رسالة بشأن طلب إيفاد',
    toDesk: 'كتب إليكم المكتب الطالب. تجدون رسالته في صفحة الطلب.',
    toOffice: 'كتب إليكم مكتب الاستجابة السريعة. تجدون رسالته في صفحة الطلب، ويمكنكم الرد هناك.',
  },
  stageOverdue: {
    subject: 'طلب إيفاد متأخر',
    triage: 'انتهت مهلة بدء النظر في الطلب.',
    decision: 'انتهت مهلة البت في الطلب.',
    match: 'انتهت مهلة إيجاد الخبراء.',
    offer: 'انتهت مهلة قبول العروض.',
    release: 'انتهت مهلة موافقة الوكالة على الإيفاد.',
    travel: 'انتهت مهلة الوصول إلى مكان المهمة.',
  },
  handedOver: {
    subject: 'أُحيل إليكم طلب إيفاد',
    text: 'أحال إليكم زميل أو زميلة طلب إيفاد. تجدون السبب في سجل الطلب.',
  },
  confirmationAsked: {
    subject: 'موافقة تنتظر شخصاً ثانياً',
    text: 'يُقترح قبول طلب يجب أن يبتّ فيه شخصان. يُرجى تأكيد القبول أو إعادة الطلب مع ذكر السبب.',
  },
  alternativeAnswered: {
    subject: 'رد على ما عُرض بدلاً من المهمة',
    takenUp: 'قبل المكتب الطالب ما عرضتموه بدلاً من المهمة. يُرجى ترتيبه وتسجيل الجهة التي تقدم الدعم وتاريخ انتهائه.',
    requested: 'قبل المكتب الطالب المهمة التقنية التي عرضتموها، وهو يعدّ طلباً بشأنها يصلكم عند تقديمه.',
    turnedDown: 'لم يقبل المكتب الطالب ما عرضتموه بدلاً من المهمة. تجدون ما ذكره بهذا الشأن في صفحة الطلب.',
  },
  alternativeOverdue: {
    subject: 'دعم قبله أحد المكاتب ولم يُرتَّب بعد',
    text: 'قبل أحد المكاتب ما عُرض عليه بدلاً من المهمة. وقد انتهت مهلة ترتيبه.',
  },
  alternativeArranged: {
    subject: 'رُتِّب لكم دعم',
    text: 'رتّب مكتب الاستجابة السريعة الدعم الذي قبلتموه. تجدون في صفحة الطلب الجهة التي تقدمه وتاريخ انتهائه.',
  },
};

/** The words of these mails by language. */
export const DESK_WORDS: Readonly<Record<MailLanguage, DeskWords>> = { en, fr, es, ar };

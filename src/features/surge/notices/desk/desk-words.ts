import type { MailLanguage } from '../../../../core/mail-languages.js';
import type { Stage } from '../../../../core/surge-stages.js';

/** Every word of the mails between the desk and the offices, in one language. Subjects name no country, mission or person. */
interface DeskWords {
  readonly messageWritten: { readonly subject: string; readonly toDesk: string; readonly toOffice: string };
  readonly stageOverdue: { readonly subject: string } & Readonly<Record<Stage, string>>;
  readonly handedOver: { readonly subject: string; readonly text: string };
  readonly confirmationAsked: { readonly subject: string; readonly text: string };
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
    match: 'Le délai pour trouver des experts est écoulé.',
    offer: 'Le délai dans lequel des experts auraient dû accepter est écoulé.',
    release: 'Le délai dans lequel l’agence aurait dû libérer l’expert est écoulé.',
    travel: 'Le délai dans lequel l’expert aurait dû arriver est écoulé.',
  },
  handedOver: {
    subject: 'Une demande de renfort vous a été confiée',
    text: 'Un collègue vous a confié une demande de renfort. Le motif figure dans son historique.',
  },
  confirmationAsked: {
    subject: 'Une approbation attend une deuxième personne',
    text: 'Un collègue propose d’approuver une demande sur laquelle deux personnes doivent se prononcer. Veuillez confirmer, ou la renvoyer avec un motif.',
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
    match: 'Ha vencido el plazo para encontrar expertos.',
    offer: 'Ha vencido el plazo en que los expertos debían aceptar.',
    release: 'Ha vencido el plazo en que el organismo debía liberar al experto.',
    travel: 'Ha vencido el plazo en que el experto debía llegar.',
  },
  handedOver: {
    subject: 'Se le ha encargado una solicitud de refuerzo',
    text: 'Un colega le ha encargado una solicitud de refuerzo. El motivo está en su historial.',
  },
  confirmationAsked: {
    subject: 'Una aprobación espera a una segunda persona',
    text: 'Un colega propone aprobar una solicitud sobre la que deben decidir dos personas. Confírmela, por favor, o devuélvala con un motivo.',
  },
};

const ar: DeskWords = {
  messageWritten: {
    subject: 'رسالة بشأن طلب تعزيز',
    toDesk: 'كتب إليكم المكتب الطالب. رسالته في صفحة الطلب.',
    toOffice: 'كتب إليكم مكتب التعزيز. رسالته في صفحة الطلب، ويمكنكم الرد هناك.',
  },
  stageOverdue: {
    subject: 'طلب تعزيز متأخر',
    triage: 'انتهت مهلة بدء النظر في الطلب.',
    decision: 'انتهت مهلة البت في الطلب.',
    match: 'انتهت مهلة إيجاد الخبراء.',
    offer: 'انتهت المهلة التي كان ينبغي أن يقبل الخبراء خلالها.',
    release: 'انتهت المهلة التي كان ينبغي أن تفرغ الوكالة الخبير خلالها.',
    travel: 'انتهت المهلة التي كان ينبغي أن يصل الخبير خلالها.',
  },
  handedOver: {
    subject: 'أحيل إليكم طلب تعزيز',
    text: 'أحال إليكم زميل طلب تعزيز. السبب مدون في سجل الطلب.',
  },
  confirmationAsked: {
    subject: 'موافقة تنتظر شخصاً ثانياً',
    text: 'يقترح زميل الموافقة على طلب يجب أن يبت فيه شخصان. يرجى تأكيد الموافقة أو إعادة الطلب مع ذكر السبب.',
  },
};

/** The words of these mails by language. */
export const DESK_WORDS: Readonly<Record<MailLanguage, DeskWords>> = { en, fr, es, ar };

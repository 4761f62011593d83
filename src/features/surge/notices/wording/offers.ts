import type { MailLanguage } from '../../../../core/mail-languages.js';

interface Words {
  readonly subject: string;
  readonly text: string;
}

/** Mails to experts about their offers, beside those of `SurgeWords`. Like those, they name no country, mission or person. */
export interface ExpertWords {
  readonly openOffer: string;
  readonly reminder: Words;
  readonly overlaps: Words;
  readonly held: Words;
  readonly notReleased: Words;
  readonly answered: Words;
}

export const EXPERT_WORDS: Readonly<Record<MailLanguage, ExpertWords>> = {
  en: {
    openOffer: 'Open the offer',
    reminder: {
      subject: 'A reminder: a mission is offered to you',
      text: 'You have not answered yet whether you could go on the mission that we offered to you. If you cannot, a click on “Decline” helps us as much: we then ask a colleague at once.',
    },
    overlaps: {
      subject: 'Another offer to you has been closed',
      text: 'You have a place on a mission. We had offered you another one on some of the same days, and have closed that offer for you. You need to do nothing.',
    },
    held: {
      subject: 'Your acceptance has been recorded; your agency is asked',
      text: 'Thank you. Your place and your days are held for you. They become certain when your agency releases you; we have asked it and will write to you as soon as it answers.',
    },
    notReleased: {
      subject: 'Your agency has answered',
      text: 'Your agency has told us that it cannot release you for the mission that we offered to you, so we have closed the offer and your days are free again. Thank you for being ready; we will gladly ask you again.',
    },
    answered: {
      subject: 'Your question has been answered',
      text: 'The surge desk has answered your question. The answer is on the page of the offer, where you can also accept or decline.',
    },
  },
  fr: {
    openOffer: 'Ouvrir l’offre',
    reminder: {
      subject: 'Rappel\u202f: une mission vous est proposée',
      text: 'Vous n’avez pas encore répondu à la mission que nous vous avons proposée. Si vous ne pouvez pas partir, un clic sur «\u202fDécliner\u202f» nous aide tout autant\u202f: nous faisons alors aussitôt appel à une autre personne.',
    },
    overlaps: {
      subject: 'Une autre offre qui vous avait été faite est close',
      text: 'Vous avez une place pour une mission. Nous vous en avions proposé une autre pour une partie des mêmes jours et avons clos cette offre. Vous n’avez rien à faire.',
    },
    held: {
      subject: 'Votre accord est enregistré\u202f; votre organisme est consulté',
      text: 'Merci. Votre place et vos jours vous sont réservés. Ils seront confirmés lorsque votre organisme vous aura mis à disposition\u202f; nous le lui avons demandé et vous écrirons dès qu’il aura répondu.',
    },
    notReleased: {
      subject: 'Votre organisme a répondu',
      text: 'Votre organisme nous a fait savoir qu’il ne peut pas vous mettre à disposition pour la mission que nous vous avions proposée. Nous avons donc clos l’offre et vos jours sont de nouveau libres. Merci de votre disponibilité\u202f; nous ferons volontiers de nouveau appel à vous.',
    },
    answered: {
      subject: 'Nous avons répondu à votre question',
      text: 'La cellule de renfort a répondu à votre question. La réponse se trouve sur la page de l’offre, où vous pouvez aussi accepter ou décliner.',
    },
  },
  es: {
    openOffer: 'Abrir la oferta',
    reminder: {
      subject: 'Recordatorio: se le ofrece una misión',
      text: 'Todavía no ha respondido a la misión que le ofrecimos. Si no puede ir, un clic en «Declinar» nos ayuda igualmente: así preguntamos enseguida a otra persona.',
    },
    overlaps: {
      subject: 'Se ha cerrado otra oferta que recibió',
      text: 'Usted tiene una plaza en una misión. Le habíamos ofrecido otra en algunos de los mismos días y hemos cerrado esa oferta. No tiene que hacer nada.',
    },
    held: {
      subject: 'Su aceptación ha quedado registrada; se ha consultado a su organismo',
      text: 'Gracias. Le reservamos la plaza y los días. Quedarán confirmados cuando su organismo autorice su participación; se lo hemos pedido y le escribiremos en cuanto responda.',
    },
    notReleased: {
      subject: 'Su organismo ha respondido',
      text: 'Su organismo nos ha comunicado que no puede autorizar su participación en la misión que le ofrecimos. Hemos cerrado la oferta y sus días vuelven a estar libres. Gracias por su disponibilidad; con gusto volveremos a consultarle.',
    },
    answered: {
      subject: 'Hemos respondido a su pregunta',
      text: 'El servicio de refuerzo ha respondido a su pregunta. La respuesta está en la página de la oferta, donde también puede aceptar o declinar.',
    },
  },
  ar: {
    openOffer: 'فتح العرض',
    reminder: {
      subject: 'تذكير: نعرض عليكم مهمة',
      text: 'لم تردّوا بعد على المهمة التي عرضناها عليكم. إن تعذّر عليكم السفر، فالنقر على «الاعتذار» يساعدنا بالقدر نفسه، إذ نسأل حينها شخصاً آخر على الفور.',
    },
    overlaps: {
      subject: 'أُغلق عرض آخر كان مقدماً إليكم',
      text: 'لكم مكان في مهمة. وكنا قد عرضنا عليكم مهمة أخرى في بعض الأيام نفسها، فأغلقنا ذلك العرض. لا يُنتظر منكم أي إجراء.',
    },
    held: {
      subject: 'سُجّلت موافقتكم، وسألنا وكالتكم',
      text: 'شكراً لكم. مكانكم وأيامكم محجوزة لكم، وتصبح مؤكدة عندما توافق وكالتكم على إيفادكم. لقد سألناها وسنكتب إليكم حالما تردّ.',
    },
    notReleased: {
      subject: 'ردّت وكالتكم',
      text: 'أبلغتنا وكالتكم بأنها لا تستطيع الموافقة على إيفادكم في المهمة التي عرضناها عليكم، فأغلقنا العرض وأصبحت أيامكم متاحة لكم من جديد. نشكركم على استعدادكم، وسيسرنا أن نتصل بكم مرة أخرى.',
    },
    answered: {
      subject: 'أجبنا عن سؤالكم',
      text: 'أجاب مكتب الاستجابة السريعة عن سؤالكم. تجدون الجواب في صفحة العرض، حيث يمكنكم أيضاً القبول أو الاعتذار.',
    },
  },
};

import type { MailLanguage } from '../../../../core/mail-languages.js';

interface Words {
  readonly subject: string;
  readonly text: string;
}

/** Mails to officers and focal points about answers and releases. Subjects name no country, mission, agency or person. */
export interface ColleagueWords {
  readonly openRelease: string;
  readonly questionAsked: Words;
  readonly placeHeld: Words;
  readonly releaseRefused: Words;
  readonly expertElsewhere: Words;
  readonly releaseOverdue: Words;
  readonly matchFound: Words;
  readonly releaseAsked: Words;
  readonly releaseReminder: Words;
  readonly releaseClosed: Words;
}

const en: ColleagueWords = {
  openRelease: 'Open the request for release',
  questionAsked: {
    subject: 'An expert asks a question before answering',
    text: 'An expert to whom a mission is offered has asked a question. The time to answer the offer runs on: please reply soon on the page of the request.',
  },
  placeHeld: {
    subject: 'An expert has accepted; the agency is asked',
    text: 'An expert has accepted a place, which is held until the agency releases the expert. Others who were asked can still accept if the place becomes free.',
  },
  releaseRefused: {
    subject: 'A release was refused: please decide',
    text: 'An agency does not release its expert, so the place is free.',
  },
  expertElsewhere: {
    subject: 'An offer was closed: please decide',
    text: 'An expert who was asked goes on another mission on some of the days, so the offer has been closed.',
  },
  releaseOverdue: {
    subject: 'A release is overdue: please decide',
    text: 'An agency has not answered in time whether it releases its expert. It can still answer; you can go on waiting, or take the offer back on the page of the request.',
  },
  matchFound: {
    subject: 'Somebody now matches a surge request',
    text: 'Nobody on the rosters matched this request. Now somebody does. Nobody has been asked: you decide.',
  },
  releaseAsked: {
    subject: 'A release is asked from your agency',
    text: 'The human rights surge desk asks your agency to release a member of its staff for a mission. Who it is, where to and what for is on the page behind this link. The expert is asked at the same time.',
  },
  releaseReminder: {
    subject: 'A reminder: a release is asked from your agency',
    text: 'Your agency has not answered yet whether it releases a member of its staff for a mission. If it cannot, a refusal helps as much: another expert is then asked.',
  },
  releaseClosed: {
    subject: 'A release is no longer needed',
    text: 'A release that we asked from your agency is no longer needed, because the offer to the expert has ended. Nothing more is expected from you.',
  },
};

const fr: ColleagueWords = {
  openRelease: 'Ouvrir la demande de mise à disposition',
  questionAsked: {
    subject: 'Une personne experte pose une question avant de répondre',
    text: 'Une personne experte à qui une mission est proposée a posé une question. Le délai de réponse à l’offre continue de courir\u202f: merci de répondre sans tarder sur la page de la demande.',
  },
  placeHeld: {
    subject: 'Une offre est acceptée\u202f; l’organisme est consulté',
    text: 'Une personne experte a accepté une place, qui lui est réservée jusqu’à ce que son organisme la mette à disposition. Les autres personnes consultées peuvent encore accepter si la place se libère.',
  },
  releaseRefused: {
    subject: 'Une mise à disposition est refusée\u202f: à vous de décider',
    text: 'Un organisme ne met pas la personne demandée à disposition\u202f; la place est donc libre.',
  },
  expertElsewhere: {
    subject: 'Une offre a été close\u202f: à vous de décider',
    text: 'Une personne consultée part pour une autre mission une partie des mêmes jours\u202f; l’offre a donc été close.',
  },
  releaseOverdue: {
    subject: 'Une mise à disposition est en retard\u202f: à vous de décider',
    text: 'Un organisme n’a pas répondu à temps à la demande de mise à disposition. Il peut encore répondre\u202f; vous pouvez continuer d’attendre, ou retirer l’offre sur la page de la demande.',
  },
  matchFound: {
    subject: 'Quelqu’un correspond maintenant à une demande de renfort',
    text: 'Personne au fichier ne correspondait à cette demande. Il y a maintenant quelqu’un. Personne n’a été contacté\u202f: c’est à vous de décider.',
  },
  releaseAsked: {
    subject: 'Une mise à disposition est demandée à votre organisme',
    text: 'La cellule de renfort pour les droits de l’homme demande à votre organisme de mettre un membre de son personnel à disposition pour une mission. La page à laquelle mène ce lien indique de qui il s’agit, où et pour quoi faire. La personne est consultée en même temps.',
  },
  releaseReminder: {
    subject: 'Rappel\u202f: une mise à disposition est demandée à votre organisme',
    text: 'Votre organisme n’a pas encore indiqué s’il met un membre de son personnel à disposition pour une mission. S’il ne le peut pas, un refus nous aide tout autant\u202f: une autre personne est alors consultée.',
  },
  releaseClosed: {
    subject: 'Une mise à disposition n’est plus nécessaire',
    text: 'Une mise à disposition que nous avions demandée à votre organisme n’est plus nécessaire, car l’offre faite à la personne experte a pris fin. Vous n’avez plus rien à faire.',
  },
};

const es: ColleagueWords = {
  openRelease: 'Abrir la petición de autorización',
  questionAsked: {
    subject: 'Una persona experta hace una pregunta antes de responder',
    text: 'Una persona experta a la que se ofrece una misión ha hecho una pregunta. El plazo para responder a la oferta sigue corriendo: le rogamos que conteste pronto en la página de la solicitud.',
  },
  placeHeld: {
    subject: 'Una oferta ha sido aceptada; se consulta al organismo',
    text: 'Una persona experta ha aceptado una plaza, que se le reserva hasta que su organismo autorice su participación. Las demás personas consultadas todavía pueden aceptar si la plaza queda libre.',
  },
  releaseRefused: {
    subject: 'Una autorización fue denegada: le corresponde decidir',
    text: 'Un organismo no autoriza la participación de la persona consultada, de modo que la plaza está libre.',
  },
  expertElsewhere: {
    subject: 'Una oferta se ha cerrado: le corresponde decidir',
    text: 'Una persona consultada va a otra misión en parte de los mismos días, por lo que la oferta se ha cerrado.',
  },
  releaseOverdue: {
    subject: 'Una autorización está retrasada: le corresponde decidir',
    text: 'Un organismo no ha respondido a tiempo si autoriza la participación de la persona consultada. Todavía puede responder; usted puede seguir esperando, o retirar la oferta en la página de la solicitud.',
  },
  matchFound: {
    subject: 'Ahora alguien cumple los requisitos de una solicitud de refuerzo',
    text: 'Nadie en las listas cumplía los requisitos de esta solicitud. Ahora sí. No se ha consultado a nadie: usted decide.',
  },
  releaseAsked: {
    subject: 'Se pide a su organismo una autorización',
    text: 'El servicio de refuerzo de derechos humanos pide a su organismo que autorice la participación de un miembro de su personal en una misión. La página a la que lleva este enlace indica de quién se trata, adónde iría y para qué. Se consulta a la persona al mismo tiempo.',
  },
  releaseReminder: {
    subject: 'Recordatorio: se pide a su organismo una autorización',
    text: 'Su organismo todavía no ha respondido si autoriza la participación de un miembro de su personal en una misión. Si no puede, una negativa nos ayuda igualmente: entonces se consulta a otra persona.',
  },
  releaseClosed: {
    subject: 'Una autorización ya no es necesaria',
    text: 'Una autorización que pedimos a su organismo ya no es necesaria, porque la oferta a la persona experta ha terminado. No tiene que hacer nada más.',
  },
};

const ar: ColleagueWords = {
  openRelease: 'فتح صفحة الموافقة على الإيفاد',
  questionAsked: {
    subject: 'سؤال قبل الرد على أحد العروض',
    text: 'ورد سؤال ممن عُرضت عليهم مهمة. مهلة الرد على العرض مستمرة، فيُرجى الإجابة قريباً في صفحة الطلب.',
  },
  placeHeld: {
    subject: 'قُبل أحد العروض، وتُسأل الوكالة',
    text: 'قُبل أحد العروض، والمكان محجوز إلى أن توافق الوكالة على الإيفاد. ولا يزال بإمكان سائر من عُرض عليهم المكان القبول إذا أصبح شاغراً.',
  },
  releaseRefused: {
    subject: 'لم يوافَق على إيفاد: القرار لكم',
    text: 'لم توافق إحدى الوكالات على الإيفاد، فأصبح المكان شاغراً.',
  },
  expertElsewhere: {
    subject: 'أُغلق أحد العروض: القرار لكم',
    text: 'أحد من عُرض عليهم المكان يسافر في مهمة أخرى في بعض الأيام نفسها، فأُغلق العرض.',
  },
  releaseOverdue: {
    subject: 'تأخّر الرد على طلب موافقة: القرار لكم',
    text: 'لم تردّ إحدى الوكالات قبل انقضاء المهلة على طلب الموافقة على الإيفاد. ولا يزال بإمكانها الرد. يمكنكم مواصلة الانتظار أو سحب العرض في صفحة الطلب.',
  },
  matchFound: {
    subject: 'يوجد الآن من يستوفي شروط أحد الطلبات',
    text: 'لم يكن في القوائم من يستوفي شروط هذا الطلب، ويوجد الآن من يستوفيها. لم يُتصل بأحد: القرار لكم.',
  },
  releaseAsked: {
    subject: 'يُطلب من وكالتكم الموافقة على إيفاد',
    text: 'يطلب مكتب الاستجابة السريعة لحقوق الإنسان من وكالتكم الموافقة على إيفاد أحد العاملين فيها في مهمة. تجدون الاسم ومكان المهمة والغرض منها في الصفحة التي يؤدي إليها هذا الرابط. ويُسأل الشخص المعني في الوقت نفسه.',
  },
  releaseReminder: {
    subject: 'تذكير: يُطلب من وكالتكم الموافقة على إيفاد',
    text: 'لم تردّ وكالتكم بعد على طلب الموافقة على إيفاد أحد العاملين فيها في مهمة. وإذا تعذّر ذلك فإن عدم الموافقة يساعدنا أيضاً، إذ يُسأل عندئذ شخص آخر.',
  },
  releaseClosed: {
    subject: 'لم تعد الموافقة على الإيفاد لازمة',
    text: 'لم تعد الموافقة التي طلبناها من وكالتكم لازمة، لأن العرض المقدم إلى الشخص المعني انتهى. لا يُنتظر منكم أي إجراء آخر.',
  },
};

/** The same in each language; a missing one does not compile. */
export const COLLEAGUE_WORDS: Readonly<Record<MailLanguage, ColleagueWords>> = { en, fr, es, ar };

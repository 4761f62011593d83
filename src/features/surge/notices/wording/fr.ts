import type { SurgeWords } from './words.js';

export const fr: SurgeWords = {
  greeting: (name) => `Bonjour ${name},`,
  labels: { dates: 'Dates', answerBy: 'Date limite de réponse', reference: 'Référence' },
  period: (first, last) => `du ${first} au ${last}`,
  openRequest: 'Ouvrir la demande',
  calendarTitle: 'Mission',
  calendarText: 'Les jours de la mission elle-même, sans le voyage. Le lieu n’est volontairement pas indiqué.',
  offerMade: {
    subject: 'Une mission vous est proposée\u202f: merci de répondre',
    text: 'La cellule de renfort pour les droits de l’homme souhaite savoir si vous pourriez partir en mission. Le lieu et les tâches sont indiqués sur la page à laquelle mène ce lien. L’ouvrir n’engage à rien\u202f; seul un clic sur la page vaut réponse.',
    action: 'Lire l’offre et répondre',
    noAccount: 'Vous n’avez besoin ni de compte ni de mot de passe. Ce lien vous est personnel\u202f: merci de ne pas le transmettre.',
  },
  offerWithdrawn: {
    subject: 'L’offre qui vous a été faite est close',
    filled: 'Toutes les places de la mission que nous vous avions proposée ont été prises par des collègues qui ont répondu avant vous.',
    closed: 'La mission que nous vous avions proposée n’est plus ouverte.',
    thanks: 'Vous n’avez plus rien à faire. Merci de votre disponibilité\u202f; nous ferons volontiers de nouveau appel à vous.',
  },
  missionConfirmed: {
    subject: 'Votre accord est enregistré',
    text: 'Merci. Votre place est confirmée et vos jours sont réservés. La cellule de renfort vous écrira au sujet du voyage, de l’habilitation de sécurité et de la préparation.',
    calendar: 'Le fichier joint inscrit ces jours dans votre agenda, sans le lieu.',
  },
  missionCancelled: {
    subject: 'La mission n’aura pas lieu',
    text: 'La mission que vous aviez acceptée a été annulée. Vos jours sont de nouveau libres. Merci de votre disponibilité.',
    calendar: 'Le fichier joint retire ces jours de votre agenda.',
  },
  seatTaken: {
    subject: 'Une offre a été acceptée',
    someLeft: 'Une personne experte a accepté l’une des places. D’autres sont encore recherchées.',
    allFilled: 'Une personne experte a accepté, et toutes les places sont pourvues.',
  },
  offerNotTaken: {
    subject: 'Une offre n’a pas abouti\u202f: à vous de décider',
    lapsed: 'Une offre est restée sans réponse dans le délai fixé.',
    declined: 'Une offre a été déclinée.',
    nobodyNext: 'Au fichier, plus personne n’est admissible et libre à ces dates. La page indique ce qui exclut le plus de personnes.',
    next: (number) =>
      `La prochaine candidature proposée porte le numéro ${number} au fichier. Personne n’a été contacté\u202f: c’est à vous de décider.`,
  },
  requestMoved: {
    subject: 'Du nouveau sur une demande de renfort',
    submit: 'Une nouvelle demande de renfort a été présentée. Le délai court.',
    answer: 'Le bureau demandeur a fourni les informations que vous aviez demandées. Le délai court de nouveau.',
    'stand-down': 'Le bureau demandeur a annulé une demande. Les offres en cours ont été retirées.',
    other: 'Une demande de renfort a été modifiée.',
  },
  requestDecided: {
    subject: 'Une décision sur votre demande de renfort',
    ask: 'La cellule de renfort a besoin d’informations complémentaires pour continuer. Le délai est suspendu jusqu’à votre réponse sur la page.',
    'go-on':
      'La cellule de renfort continue sans les informations qu’elle vous avait demandées. Le délai court de nouveau\u202f; le motif figure sur la page.',
    approve: 'Votre demande a été approuvée. La cellule de renfort cherche maintenant des spécialistes libres à ces dates.',
    decline: 'Votre demande n’a pas été retenue. Le motif est indiqué sur la page.',
    declinedWithMore:
      'Votre demande n’a pas été approuvée, et la cellule de renfort vous propose autre chose à la place. Le motif et ce que vous pouvez retenir figurent sur la page.',
    'stand-down': 'Votre demande a été annulée par la cellule de renfort. Le motif est indiqué sur la page.',
    deploy: 'La mission a commencé\u202f: la personne experte est sur place.',
    other: 'Votre demande a été modifiée.',
  },
};

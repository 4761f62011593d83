import type { OfferPageWords } from './words.js';

export const fr: OfferPageWords = {
  titles: { open: 'Une mission vous est proposée', ended: 'La mission qui vous a été proposée' },
  intro: {
    who: 'La cellule de renfort du Haut-Commissariat des Nations Unies aux droits de l’homme (HCDH) souhaite savoir si vous pourriez partir pour cette mission. Le bureau du coordonnateur résident ou de la coordonnatrice résidente des Nations Unies dans le pays en a fait la demande.',
    why: 'Nous faisons appel à vous parce que vous figurez au fichier des spécialistes des droits de l’homme et que votre profil correspond aux besoins.',
    free: 'Vous êtes libre d’accepter ou de décliner, sans avoir à vous justifier.',
  },
  answerBy: {
    label: 'Réponse attendue avant le',
    left: 'Temps restant\u202f:',
    nothingYet: 'La lecture de cette page n’engage à rien. Seuls les boutons ci-dessous valent réponse.',
  },
  mission: {
    title: 'La mission',
    country: 'Pays',
    dates: 'Dates',
    period: 'du {first} au {last}',
    length: 'Durée',
    away: 'Jours d’absence, voyage compris',
    awayHint: 'Les jours sont ceux du lieu de la mission. Le premier et le dernier jour sont compris.',
    languages: 'Langues',
    anyLanguage: 'Aucune en particulier',
    levels: {
      1: 'niveau I – élémentaire',
      2: 'niveau II – intermédiaire',
      3: 'niveau III – bonne connaissance pratique',
      4: 'niveau IV – maîtrise',
    },
    reference: 'Référence',
    tasks: 'Ce que vous feriez',
    hosting: 'Conditions d’accueil',
    asWritten: 'Dans les termes du bureau demandeur, et dans sa langue.',
  },
  security: {
    title: 'Sécurité et risques',
    unsaid: 'Le bureau demandeur n’a rien indiqué sur la sécurité. Posez la question avant de répondre.',
    who: 'En mission, vous relevez du système de gestion de la sécurité des Nations Unies. Dans le pays, la responsabilité en incombe à la personne désignée comme responsable de la sécurité, en règle générale le coordonnateur résident ou la coordonnatrice résidente.',
    clearance: 'Personne ne voyage avant d’avoir obtenu l’habilitation de sécurité. La cellule de renfort vous aide à l’obtenir.',
    cover:
      'Cette page ne dit rien du contrat, de la rémunération, de l’assurance ni de l’évacuation sanitaire. Si votre réponse en dépend, renseignez-vous d’abord.',
  },
  next: {
    title: 'La suite',
    accept:
      'Si vous acceptez, votre place et vos jours vous sont aussitôt réservés. Vous recevez un courriel avec les jours à inscrire dans votre agenda\u202f; la cellule de renfort vous écrit ensuite au sujet du voyage, de l’habilitation de sécurité et de la préparation.',
    release:
      'Votre organisme ({agency}) doit vous mettre à disposition. Il est consulté en même temps\u202f; votre place est acquise lorsque ses deux conditions sont réunies\u202f: votre accord et le sien.',
    decline: 'Si vous déclinez, nous faisons appel à une autre personne. Vous restez au fichier et rien d’autre ne change pour vous.',
    silence: 'Sans réponse de votre part dans le délai, l’offre prend fin d’elle-même et une autre personne peut être sollicitée.',
    after: 'À la fin de la mission, vous rédigez un rapport d’une page environ.',
  },
  release: {
    asked: 'Votre organisme ({agency}) est consulté en même temps sur votre mise à disposition.',
    granted: 'Votre organisme ({agency}) vous a mis à disposition pour ces jours.',
  },
  yes: {
    title: 'Oui',
    text: 'Si quelqu’un vous a devancé de peu et que toutes les places sont prises, la page vous l’indique.',
    button: 'Accepter la mission',
  },
  no: {
    title: 'Non',
    text: 'Un refus nous aide autant qu’un accord\u202f: nous pouvons alors faire aussitôt appel à une autre personne.',
    reason: 'Motif, si vous souhaitez l’indiquer',
    button: 'Décliner',
  },
  outcome: {
    accepted: 'Vous avez accepté. Merci.',
    firm: 'Votre place est confirmée et vos jours sont réservés.',
    firmNext:
      'La cellule de renfort vous écrira au sujet du voyage, de l’habilitation de sécurité et de la préparation. En cas d’empêchement, prévenez-la aussitôt.',
    held: 'Votre place et vos jours vous sont réservés. Ils seront confirmés lorsque votre organisme ({agency}) vous aura mis à disposition\u202f; nous le lui avons demandé et vous écrirons dès que nous aurons sa réponse.',
    stoodDown: 'Vous aviez accepté, mais la mission a été annulée. Vos jours sont de nouveau libres. Merci.',
    declined: 'Vous avez décliné.',
    declinedThanks: 'Merci de votre réponse\u202f; nous ferons volontiers de nouveau appel à vous.',
    lapsed: 'Le délai de réponse a expiré le {deadline}. Si vous êtes toujours disponible, écrivez à la cellule de renfort.',
    withdrawn: {
      filled: 'Toutes les places de cette mission ont été prises par des collègues qui ont répondu avant vous.',
      'stood-down': 'La mission n’aura pas lieu.',
      'by-officer': 'La cellule de renfort a retiré cette offre.',
      'accepted-elsewhere':
        'Vous avez une place dans une autre mission pour une partie de ces jours\u202f; nous avons donc clos cette offre pour vous.',
      'release-refused':
        'Votre organisme ne peut pas vous mettre à disposition cette fois\u202f; nous avons donc clos cette offre et vos jours sont de nouveau libres.',
      replaced: 'Une autre personne a repris cette mission\u202f; vos jours sont de nouveau libres.',
    },
    nothingMore: 'Vous n’avez plus rien à faire. Merci de votre disponibilité.',
  },
  questions: {
    title: 'Questions',
    asked: 'Votre question\u202f:',
    waiting: 'La cellule de renfort a reçu votre question et y répondra ici\u202f; un courriel vous préviendra.',
    desk: 'La cellule de renfort\u202f:',
    label: 'Poser une question à la cellule de renfort',
    hint: 'Le délai de réponse à l’offre continue de courir.',
    button: 'Envoyer la question',
    write: 'Vous pouvez aussi écrire à {address}.',
  },
  problems: {
    answerMissing: 'Choisissez d’accepter ou de décliner.',
    reasonTooLong: 'Ramenez le motif à 1\u202f000 caractères.',
    questionMissing: 'Écrivez votre question.',
    questionTooLong: 'Ramenez la question à 1\u202f000 caractères.',
  },
  refusals: {
    'offer.not-open': 'Il n’est plus possible de répondre à cette offre\u202f: elle a déjà reçu une réponse ou a été close.',
    'offer.expired': 'Le délai de réponse est écoulé. Si vous êtes toujours disponible, écrivez à la cellule de renfort.',
    'offer.seats-taken':
      'Toutes les places de cette mission sont prises. Merci de votre disponibilité\u202f; vous n’avez plus rien à faire.',
    'offer.seats-held':
      'Pour le moment, toutes les places sont réservées à des collègues que leur organisme doit encore mettre à disposition. Votre offre reste ouverte jusqu’à son échéance\u202f: si une place se libère, vous pourrez encore accepter.',
    'offer.not-deployable': 'Cette mission ne peut plus vous être proposée. Écrivez à la cellule de renfort.',
    'offer.questions-spent':
      'Vous avez posé autant de questions que cette page peut en recevoir. Écrivez à la cellule de renfort pour la suite.',
    'reservation.overlap':
      'Une partie de ces jours vous est déjà réservée\u202f: par une autre mission que vous avez acceptée, ou par une autre offre qui retient vos jours jusqu’à votre réponse. Déclinez d’abord celle-là, ou déclinez celle-ci.',
    'service.unavailable': 'Une partie du service est actuellement inaccessible et rien n’a été fait. Réessayez dans quelques minutes.',
  },
  otherwise: 'Rien n’a été fait. Rechargez la page et réessayez, ou écrivez à la cellule de renfort.',
};

import type { SurgeWords } from './words.js';

export const es: SurgeWords = {
  greeting: (name) => `Reciba un cordial saludo, ${name}:`,
  labels: { dates: 'Fechas', answerBy: 'Plazo para responder', reference: 'Referencia' },
  period: (first, last) => `del ${first} al ${last}`,
  openRequest: 'Abrir la solicitud',
  calendarTitle: 'Misión',
  calendarText: 'Los días de la misión en sí, sin el viaje. El lugar se omite a propósito.',
  offerMade: {
    subject: 'Se le ofrece una misión: le rogamos que responda',
    text: 'El servicio de refuerzo de derechos humanos le pregunta si podría ir a una misión. El lugar y las tareas figuran en la página a la que lleva este enlace. Abrirla no le compromete a nada; solo un clic en ella cuenta como respuesta.',
    action: 'Leer la oferta y responder',
    noAccount: 'No necesita cuenta ni contraseña. El enlace es solo para usted: le rogamos que no lo comparta.',
  },
  offerWithdrawn: {
    subject: 'La oferta que recibió se ha cerrado',
    filled: 'Todas las plazas de la misión que le ofrecimos han sido ocupadas por colegas que respondieron antes.',
    closed: 'La misión que le ofrecimos ya no está abierta.',
    thanks: 'No tiene que hacer nada más. Gracias por su disponibilidad; con gusto volveremos a consultarle.',
  },
  missionConfirmed: {
    subject: 'Su aceptación ha quedado registrada',
    text: 'Gracias. Su plaza está confirmada y sus días están reservados. El servicio de refuerzo le escribirá sobre el viaje, la autorización de seguridad y la preparación.',
    calendar: 'El archivo adjunto anota los días en su calendario, sin el lugar.',
  },
  missionCancelled: {
    subject: 'La misión no tendrá lugar',
    text: 'La misión que usted había aceptado ha sido cancelada. Sus días vuelven a estar libres. Gracias por su disponibilidad.',
    calendar: 'El archivo adjunto retira los días de su calendario.',
  },
  seatTaken: {
    subject: 'Una oferta ha sido aceptada',
    someLeft: 'Una persona experta ha aceptado una de las plazas. Todavía se buscan otras.',
    allFilled: 'Una persona experta ha aceptado, y todas las plazas están cubiertas.',
  },
  offerNotTaken: {
    subject: 'Una oferta no prosperó: le corresponde decidir',
    lapsed: 'Una oferta quedó sin respuesta dentro del plazo.',
    declined: 'Se declinó una oferta.',
    nobodyNext: 'Nadie más en las listas cumple los requisitos y está libre en esas fechas. La página indica qué excluye a más personas.',
    next: (number) =>
      `La siguiente candidatura propuesta tiene el número ${number} en la lista. No se ha consultado a nadie: usted decide.`,
  },
  requestMoved: {
    subject: 'Novedades sobre una solicitud de refuerzo',
    submit: 'Se ha presentado una nueva solicitud de refuerzo. El plazo ya corre.',
    answer: 'La oficina solicitante ha dado la información que usted pidió. El plazo vuelve a correr.',
    'stand-down': 'La oficina solicitante ha cancelado una solicitud. Las ofertas abiertas se han retirado.',
    other: 'Una solicitud de refuerzo ha cambiado.',
  },
  requestDecided: {
    subject: 'Una decisión sobre su solicitud de refuerzo',
    ask: 'El servicio de refuerzo necesita más información para continuar. El plazo queda en suspenso hasta que usted responda en la página.',
    'go-on':
      'El servicio de refuerzo sigue adelante sin la información que le había pedido. El plazo vuelve a correr; el motivo figura en la página.',
    approve: 'Su solicitud ha sido aprobada. El servicio de refuerzo busca ahora personas expertas que estén libres en esas fechas.',
    decline: 'Su solicitud no ha sido aprobada. El motivo figura en la página.',
    declinedWithMore:
      'Su solicitud no ha sido aprobada, y el servicio de refuerzo le ofrece otra cosa en su lugar. El motivo y lo que puede aceptar figuran en la página.',
    'stand-down': 'El servicio de refuerzo ha cancelado su solicitud. El motivo figura en la página.',
    deploy: 'La misión ha comenzado: la persona experta está sobre el terreno.',
    other: 'Su solicitud ha cambiado.',
  },
};

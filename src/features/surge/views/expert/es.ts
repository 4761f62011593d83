import type { OfferPageWords } from './words.js';

export const es: OfferPageWords = {
  titles: { open: 'Se le ofrece una misión', ended: 'La misión que se le ofreció' },
  intro: {
    who: 'El servicio de refuerzo de la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos (ACNUDH) le pregunta si podría ir a esta misión. La ha solicitado la oficina del coordinador residente o de la coordinadora residente de las Naciones Unidas en el país.',
    why: 'Recurrimos a usted porque figura en la lista de especialistas en derechos humanos y su perfil responde a lo que se necesita.',
    free: 'Puede aceptar o declinar libremente, sin necesidad de dar explicaciones.',
  },
  answerBy: {
    label: 'Responda antes del',
    left: 'Tiempo restante:',
    nothingYet: 'Leer esta página no le compromete a nada. Solo cuentan los botones de abajo.',
  },
  mission: {
    title: 'La misión',
    country: 'País',
    dates: 'Fechas',
    period: 'del {first} al {last}',
    length: 'Duración',
    away: 'Días fuera, incluido el viaje',
    awayHint: 'Los días son los del lugar de la misión. Se incluyen el primero y el último.',
    languages: 'Idiomas',
    anyLanguage: 'Ninguno en particular',
    levels: {
      1: 'nivel I: elemental',
      2: 'nivel II: intermedio',
      3: 'nivel III: conocimientos prácticos',
      4: 'nivel IV: dominio',
    },
    reference: 'Referencia',
    tasks: 'Qué haría usted',
    hosting: 'Condiciones de acogida',
    asWritten: 'Con las palabras de la oficina solicitante, y en su idioma.',
  },
  security: {
    title: 'Seguridad y riesgos',
    unsaid: 'La oficina solicitante no ha indicado nada sobre la seguridad. Pregunte antes de responder.',
    who: 'Durante la misión usted queda bajo el sistema de gestión de la seguridad de las Naciones Unidas. En el país responde de ello el oficial designado o la oficial designada, por lo general el coordinador residente o la coordinadora residente.',
    clearance: 'Nadie viaja antes de obtener la autorización de seguridad. El servicio de refuerzo le ayuda a obtenerla.',
    cover:
      'Esta página no dice nada sobre contrato, remuneración, seguro ni evacuación médica. Si su respuesta depende de ello, pregunte primero.',
  },
  next: {
    title: 'Qué ocurre después',
    accept:
      'Si acepta, se le reservan de inmediato la plaza y los días. Recibirá un correo con los días para su calendario; después, el servicio de refuerzo le escribirá sobre el viaje, la autorización de seguridad y la preparación.',
    release:
      'Su organismo ({agency}) tiene que autorizar su participación. Se le consulta al mismo tiempo; su plaza es segura cuando tanto usted como su organismo hayan dicho que sí.',
    decline: 'Si declina, preguntamos a otra persona. Usted sigue en la lista y no cambia nada más.',
    silence: 'Si no responde a tiempo, la oferta termina por sí sola y se puede preguntar a otra persona.',
    after: 'Al final de la misión usted escribe un informe de una página, más o menos.',
  },
  release: {
    asked: 'Al mismo tiempo se pide a su organismo ({agency}) que autorice su participación.',
    granted: 'Su organismo ({agency}) ha autorizado su participación en estos días.',
  },
  yes: {
    title: 'Sí',
    text: 'Si alguien se adelantó por un momento y ya no quedan plazas, la página se lo dirá.',
    button: 'Aceptar la misión',
  },
  no: {
    title: 'No',
    text: 'Un no nos ayuda tanto como un sí: así podemos preguntar enseguida a otra persona.',
    reason: 'Motivo, si desea indicarlo',
    button: 'Declinar',
  },
  outcome: {
    accepted: 'Usted ha aceptado. Gracias.',
    firm: 'Su plaza está confirmada y sus días están reservados.',
    firmNext:
      'El servicio de refuerzo le escribirá sobre el viaje, la autorización de seguridad y la preparación. Si al final no puede ir, avísele de inmediato.',
    held: 'Le reservamos la plaza y los días. Quedarán confirmados cuando su organismo ({agency}) autorice su participación; se lo hemos pedido y le escribiremos en cuanto lo sepamos.',
    stoodDown: 'Usted había aceptado, pero la misión se ha cancelado. Sus días vuelven a estar libres. Gracias.',
    declined: 'Usted ha declinado.',
    declinedThanks: 'Gracias por responder; con gusto volveremos a consultarle.',
    lapsed: 'El plazo para responder venció el {deadline}. Si aún puede ir, escriba al servicio de refuerzo.',
    withdrawn: {
      filled: 'Todas las plazas de esta misión han sido ocupadas por colegas que respondieron antes.',
      'stood-down': 'La misión no tendrá lugar.',
      'by-officer': 'El servicio de refuerzo ha retirado esta oferta.',
      'accepted-elsewhere': 'Usted tiene plaza en otra misión en algunos de estos días, por lo que hemos cerrado esta oferta.',
      'release-refused':
        'Su organismo no puede autorizar su participación esta vez, por lo que hemos cerrado esta oferta; sus días vuelven a estar libres.',
      replaced: 'Otra persona ha asumido esta misión; sus días vuelven a estar libres.',
    },
    nothingMore: 'No tiene que hacer nada más. Gracias por su disponibilidad.',
  },
  questions: {
    title: 'Preguntas',
    asked: 'Su pregunta:',
    waiting: 'El servicio de refuerzo ha recibido su pregunta y la responderá aquí; le llegará un correo.',
    desk: 'El servicio de refuerzo:',
    label: 'Preguntar al servicio de refuerzo',
    hint: 'Mientras tanto, el plazo para responder a la oferta sigue corriendo.',
    button: 'Enviar la pregunta',
    write: 'También puede escribir a {address}.',
  },
  problems: {
    answerMissing: 'Elija aceptar o declinar.',
    reasonTooLong: 'Acorte el motivo a 1.000 caracteres.',
    questionMissing: 'Escriba su pregunta.',
    questionTooLong: 'Acorte la pregunta a 1.000 caracteres.',
  },
  refusals: {
    'offer.not-open': 'Ya no se puede responder a esta oferta: se respondió o se cerró antes.',
    'offer.expired': 'El plazo para responder ha vencido. Si aún puede ir, escriba al servicio de refuerzo.',
    'offer.seats-taken': 'Todas las plazas de esta misión están ocupadas. Gracias por su disponibilidad; no tiene que hacer nada más.',
    'offer.seats-held':
      'En este momento todas las plazas están reservadas para colegas a quienes su organismo aún tiene que autorizar. Su oferta sigue abierta hasta que venza el plazo: si queda libre una plaza, todavía podrá aceptar.',
    'offer.not-deployable': 'Esta misión ya no se le puede ofrecer. Escriba al servicio de refuerzo.',
    'offer.questions-spent': 'Ha hecho todas las preguntas que admite esta página. Para más, escriba al servicio de refuerzo.',
    'reservation.overlap':
      'Algunos de estos días ya están reservados para usted: por otra misión que aceptó o por otra oferta que retiene sus días hasta que usted responda. Decline primero aquella, o decline esta.',
    'service.unavailable':
      'Una parte del servicio no está disponible en este momento y no se ha hecho nada. Inténtelo dentro de unos minutos.',
  },
  otherwise: 'No se ha hecho nada. Cargue la página de nuevo e inténtelo otra vez, o escriba al servicio de refuerzo.',
};

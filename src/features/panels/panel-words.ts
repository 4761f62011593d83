import type { MailLanguage } from '../../core/mail-languages.js';

interface Words {
  readonly subject: string;
  readonly text: string;
}

/** Every word of the mails about panels. Neither they nor their subjects name a country, a candidate or a member. */
interface PanelWords {
  readonly greeting: (name: string) => string;
  readonly action: string;
  readonly invited: Words;
  readonly conflictDeclared: Words;
  readonly toConfirm: Words;
}

/** The same in each language; a missing one does not compile. */
export const PANEL_WORDS: Readonly<Record<MailLanguage, PanelWords>> = {
  en: {
    greeting: (name) => `Dear ${name},`,
    action: 'Open the panel',
    invited: {
      subject: 'You are invited to a selection panel',
      text: 'You are invited to rate candidates for a post of Human Rights Adviser. You first declare whether you have a conflict of interest; then you rate each candidate without knowing who it is.',
    },
    conflictDeclared: {
      subject: 'A conflict of interest was declared',
      text: 'A member of a panel whose record you keep described a conflict of interest. Please compare it with the candidates; the member waits for that.',
    },
    toConfirm: {
      subject: 'A decision of your panel waits for you',
      text: 'The chair has proposed a decision. A second member has to confirm it, or send it back with a reason.',
    },
  },
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    action: 'Ouvrir le jury',
    invited: {
      subject: 'Invitation à un jury de sélection',
      text: 'Nous vous invitons à évaluer des candidatures à un poste de conseiller ou conseillère pour les droits de l’homme. Vous déclarez d’abord tout conflit d’intérêts, puis vous évaluez chaque candidature sans savoir de qui il s’agit.',
    },
    conflictDeclared: {
      subject: 'Un conflit d’intérêts a été déclaré',
      text: 'Un membre d’un jury dont vous tenez le dossier a décrit un conflit d’intérêts. Veuillez le confronter aux candidatures\u202f; le membre attend votre réponse.',
    },
    toConfirm: {
      subject: 'Une décision de votre jury vous attend',
      text: 'La présidence a proposé une décision. Un deuxième membre doit la confirmer ou la renvoyer avec un motif.',
    },
  },
  es: {
    greeting: (name) => `Reciba un cordial saludo, ${name}:`,
    action: 'Abrir el panel',
    invited: {
      subject: 'Invitación a un panel de selección',
      text: 'Le invitamos a evaluar candidaturas a un puesto de asesor o asesora de derechos humanos. Primero declara si tiene un conflicto de intereses; después evalúa cada candidatura sin saber de quién se trata.',
    },
    conflictDeclared: {
      subject: 'Se ha declarado un conflicto de intereses',
      text: 'Una persona de un panel cuyo expediente usted lleva ha descrito un conflicto de intereses. Le rogamos que lo coteje con las candidaturas; esa persona espera su respuesta.',
    },
    toConfirm: {
      subject: 'Una decisión de su panel le espera',
      text: 'La presidencia ha propuesto una decisión. Otra persona del panel debe confirmarla o devolverla con un motivo.',
    },
  },
  ar: {
    greeting: (name) => `تحية طيبة، ${name}،`,
    action: 'فتح صفحة اللجنة',
    invited: {
      subject: 'دعوة إلى لجنة اختيار',
      text: 'ندعوكم إلى تقييم الترشيحات لوظيفة مستشار أو مستشارة لحقوق الإنسان. تفصحون أولاً عن أي تضارب في المصالح، ثم تقيّمون كل ترشيح دون معرفة صاحبه.',
    },
    conflictDeclared: {
      subject: 'إفصاح عن تضارب في المصالح',
      text: 'أفصح عضو في لجنة تتولون سجلها عن تضارب في المصالح. يُرجى مقارنته بالترشيحات؛ فالعضو في انتظار ردكم.',
    },
    toConfirm: {
      subject: 'قرار للجنتكم في انتظاركم',
      text: 'اقترحت رئاسة اللجنة قراراً. ويجب أن يؤكده عضو ثانٍ أو أن يعيده مع ذكر السبب.',
    },
  },
};

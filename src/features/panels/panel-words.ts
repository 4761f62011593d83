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
      subject: 'Vous êtes invité(e) à un jury de sélection',
      text: 'Vous êtes invité(e) à évaluer des candidatures à un poste de conseiller ou conseillère aux droits de l’homme. Vous déclarez d’abord tout conflit d’intérêts, puis vous évaluez chaque candidature sans savoir de qui il s’agit.',
    },
    conflictDeclared: {
      subject: 'Un conflit d’intérêts a été déclaré',
      text: 'Un membre d’un jury dont vous tenez le dossier a décrit un conflit d’intérêts. Veuillez le comparer avec les candidatures ; le membre attend votre réponse.',
    },
    toConfirm: {
      subject: 'Une décision de votre jury vous attend',
      text: 'La présidence a proposé une décision. Un deuxième membre doit la confirmer ou la renvoyer avec un motif.',
    },
  },
  es: {
    greeting: (name) => `Estimado/a ${name}:`,
    action: 'Abrir el panel',
    invited: {
      subject: 'Se le invita a un panel de selección',
      text: 'Se le invita a evaluar candidaturas a un puesto de asesor o asesora de derechos humanos. Primero declara si tiene un conflicto de intereses; después evalúa cada candidatura sin saber de quién se trata.',
    },
    conflictDeclared: {
      subject: 'Se ha declarado un conflicto de intereses',
      text: 'Un miembro de un panel cuyo expediente usted lleva ha descrito un conflicto de intereses. Compárelo, por favor, con las candidaturas; el miembro espera.',
    },
    toConfirm: {
      subject: 'Una decisión de su panel le espera',
      text: 'La presidencia ha propuesto una decisión. Otro miembro debe confirmarla o devolverla con un motivo.',
    },
  },
  ar: {
    greeting: (name) => `تحية طيبة، ${name}،`,
    action: 'افتحوا صفحة اللجنة',
    invited: {
      subject: 'دعوة إلى لجنة اختيار',
      text: 'ندعوكم إلى تقييم مرشحين لوظيفة مستشار لحقوق الإنسان. تصرحون أولا بأي تضارب في المصالح، ثم تقيّمون كل مرشح دون معرفة هويته.',
    },
    conflictDeclared: {
      subject: 'صُرّح بتضارب في المصالح',
      text: 'وصف عضو في لجنة تتولون سجلها تضاربا في المصالح. يرجى مقارنته بالمرشحين؛ فالعضو في انتظار ذلك.',
    },
    toConfirm: {
      subject: 'قرار للجنتكم ينتظركم',
      text: 'اقترح رئيس اللجنة قرارا. ويجب أن يؤكده عضو ثان أو أن يعيده مع ذكر السبب.',
    },
  },
};

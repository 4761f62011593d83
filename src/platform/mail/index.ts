export { calendarFile, type MailCalendar } from './calendar.js';
export { dayIn, daysIn, durationIn, momentIn, weekdayIn } from './dates.js';
export { type MailContent, type MailFact, type MailSection, mailHtml, mailText } from './layout.js';
export { MailModule } from './mail.module.js';
export { MailTurn } from './mail-turn.entity.js';
export { MailTurns } from './mail-turns.service.js';
export { Mailer, type MailMessage, MailRefused, senderAddress } from './mailer.js';
export {
  type AccountResolver,
  type Addressee,
  RECIPIENT_KINDS,
  RESOLVES_RECIPIENT,
  type Recipient,
  type RecipientKind,
  type RecipientResolver,
  ResolvesRecipient,
} from './recipients.js';

export { type MailContent, type MailFact, mailHtml, mailText } from './layout.js';
export { MailModule } from './mail.module.js';
export { type MailAttachment, Mailer, type MailMessage, MailRefused } from './mailer.js';
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

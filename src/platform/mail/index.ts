export { type MailContent, type MailFact, mailHtml, mailText } from './layout.js';
export { MailModule } from './mail.module.js';
export { type MailAttachment, type MailMessage, MailRefused, Mailer } from './mailer.js';
export {
  type AccountResolver,
  type Addressee,
  RECIPIENT_KINDS,
  type Recipient,
  type RecipientKind,
  type RecipientResolver,
  RESOLVES_RECIPIENT,
  ResolvesRecipient,
} from './recipients.js';

import { SetMetadata } from '@nestjs/common';
import type { Permission } from '../../core/access.js';
import type { MailLanguage } from '../../core/mail-languages.js';
import type { MailContent, RecipientKind } from '../../platform/mail/index.js';

/** Why somebody is written to. The name is stored; the title is shown in the ledger. */
export interface NoticeReason {
  /** `surge.offer-made` */
  readonly name: string;
  /** `Offer of a mission` */
  readonly title: string;
  /** Where the subject of such a notice can be seen; null when it has no page. */
  readonly page: SubjectPage | null;
}

/** The page of a subject, and what it takes to open it: a link that would be refused is not offered. */
export interface SubjectPage {
  /** Without the id: `/surge`. */
  readonly path: string;
  readonly permission: Permission;
}

const defined = new Map<string, NoticeReason>();

/**
 * Declares a reason, once, at module level: `const offerMade = defineNotice('surge.offer-made', { title: 'Offer of a
 * mission', page: { path: '/surge', permission: 'surge:read' } })`. A second declaration of the same name throws.
 */
export function defineNotice(name: string, about: { readonly title: string; readonly page?: SubjectPage }): NoticeReason {
  if (defined.has(name)) throw new Error(`The notice ${name} is defined twice.`);
  const reason = { name, title: about.title, page: about.page ?? null };
  defined.set(name, reason);
  return reason;
}

/** Every reason declared so far, in the order of declaration. */
export function definedNotices(): readonly NoticeReason[] {
  return [...defined.values()];
}

/** What a composer is given: ids to re-read the present state by, and who will read the mail. */
export interface NoticeToCompose {
  readonly id: string;
  /** What the notice is about: the id that was given to `Notices.expect`. */
  readonly subjectId: string;
  /** The particular thing within the subject, as given to `Notices.expect` (the offer of a request); null when there is none. */
  readonly detailId: string | null;
  readonly recipient: { readonly kind: RecipientKind; readonly id: string; readonly name: string; readonly language: MailLanguage };
}

/** Says what the mail says, from the state as it is now; null when it is no longer true, and nothing is sent. */
export type ComposeNotice = (notice: NoticeToCompose) => Promise<MailContent | null>;

export const COMPOSES_NOTICE = 'hra:composes-notice';

/**
 * Marks the method of a provider that writes notices of this reason. It runs outside a transaction and may run twice.
 * A reason with no or two composers keeps the app from starting.
 */
export function ComposesNotice(reason: NoticeReason) {
  return (target: object, property: string | symbol, descriptor: TypedPropertyDescriptor<ComposeNotice>): void => {
    SetMetadata(COMPOSES_NOTICE, reason.name)(target, property, descriptor);
  };
}

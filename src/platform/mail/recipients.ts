import { SetMetadata } from '@nestjs/common';
import type { Role } from '../../core/access.js';
import type { MailLanguage } from '../../core/mail-languages.js';
import type { MailHabits } from '../../core/quiet-hours.js';
import type { Tx } from '../database/index.js';

/** Who can be written to. The feature that owns the record owns its address, too. */
export const RECIPIENT_KINDS = ['expert', 'account'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** A person by id, so that nothing which waits in a queue or a ledger knows an address. */
export interface Recipient {
  readonly kind: RecipientKind;
  readonly id: string;
}

/** A name, an address and a language as they are now. Only for the moment of sending or showing; never stored or logged. */
export interface Addressee {
  readonly name: string;
  readonly email: string;
  /** In which they want to be written to. */
  readonly language: MailLanguage;
  /** When mails that can wait may arrive; without habits all of them at once. */
  readonly habits?: MailHabits;
}

/** What a provider marked with `@ResolvesRecipient` promises. */
export interface RecipientResolver {
  /** The present name and address by id, for every id that still exists and may be written to; others are left out. Outside a transaction. */
  addressees(ids: readonly string[]): Promise<ReadonlyMap<string, Addressee>>;
}

/** What the resolver of accounts promises as well. */
export interface AccountResolver extends RecipientResolver {
  /** Ids of the accounts that have this role now and can sign in, in a fixed order. */
  withRole(tx: Tx, role: Role): Promise<readonly string[]>;
}

export const RESOLVES_RECIPIENT = 'hra:resolves-recipient';

/**
 * Marks the one provider that knows how to reach recipients of this kind: `@ResolvesRecipient('expert') class …
 * implements RecipientResolver`. None or two for a kind, and the app does not start.
 */
export const ResolvesRecipient = (kind: RecipientKind): ClassDecorator => SetMetadata(RESOLVES_RECIPIENT, kind);

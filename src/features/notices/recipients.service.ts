import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Role } from '../../core/access.js';
import type { Tx } from '../../platform/database/index.js';
import {
  type AccountResolver,
  type Addressee,
  RECIPIENT_KINDS,
  RESOLVES_RECIPIENT,
  type Recipient,
  type RecipientKind,
  type RecipientResolver,
} from '../../platform/mail/index.js';

/** Finds, by id, who a recipient is. The features that own the people answer; this only knows whom to ask. */
@Injectable()
export class Recipients implements OnModuleInit {
  private readonly resolvers = new Map<RecipientKind, RecipientResolver>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** Throws when a kind of recipient has no or two resolvers, so that the app does not start. */
  onModuleInit(): void {
    const found = this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      const kind: RecipientKind | undefined =
        typeof metatype === 'function' ? Reflect.getMetadata(RESOLVES_RECIPIENT, metatype) : undefined;
      return kind && instance ? [{ kind, resolver: instance as RecipientResolver }] : [];
    });
    for (const kind of RECIPIENT_KINDS) {
      const [only, second] = found.filter((one) => one.kind === kind);
      if (!only || second)
        throw new Error(`Recipients of the kind ${kind} have ${only ? 'more than one resolver' : 'no resolver'}; they need exactly one.`);
      this.resolvers.set(kind, only.resolver);
    }
  }

  /** Name and address as they are now, or null when there is nobody to write to any more. Outside a transaction. */
  async addressee(recipient: Recipient): Promise<Addressee | null> {
    const found = await this.resolver(recipient.kind).addressees([recipient.id]);
    return found.get(recipient.id) ?? null;
  }

  /** The present names by id of recipients of one kind; who is gone is left out. Outside a transaction. */
  async names(kind: RecipientKind, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await this.resolver(kind).addressees([...new Set(ids)]);
    return new Map([...found].map(([id, addressee]) => [id, addressee.name]));
  }

  accountsWithRole(tx: Tx, role: Role): Promise<readonly string[]> {
    return (this.resolver('account') as AccountResolver).withRole(tx, role);
  }

  private resolver(kind: RecipientKind): RecipientResolver {
    const resolver = this.resolvers.get(kind);
    if (!resolver) throw new Error('Recipients can be looked up only after the application has started.');
    return resolver;
  }
}

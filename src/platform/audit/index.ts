import { Global, Injectable, Module } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Clock } from '../clock.js';
import { newId, type Tx } from '../database/index.js';
import { AuditEntry } from './audit-entry.entity.js';

export { AuditEntry } from './audit-entry.entity.js';

export interface AuditRecord {
  readonly actor: Pick<Actor, 'accountId'> | 'system';
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Keeps who did what to what, so that a choice can be reconstructed. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Part of the caller's transaction: no act without its record, no record without its act. */
  async record(tx: Tx, { actor, action, subject, reason, details }: AuditRecord): Promise<void> {
    const actorId = actor === 'system' ? 'system' : actor.accountId;
    await tx.getRepository(AuditEntry).insert({
      id: newId(),
      at: this.clock.iso(),
      actorId,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      reason: reason ?? null,
      details: { ...details },
    });
  }
}

@Global()
@Module({ providers: [Audit], exports: [Audit] })
export class AuditModule {}

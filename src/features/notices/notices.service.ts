import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../core/access.js';
import { DomainError, notFound } from '../../core/errors.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../platform/database/index.js';
import type { Recipient } from '../../platform/mail/index.js';
import { Jobs } from '../../platform/outbox/index.js';
import { Notice } from './notice.entity.js';
import { enterNotice } from './notice-entry.js';
import { deliverNotice, sendNotice } from './notices.jobs.js';
import type { NoticeReason } from './reasons.js';
import { Recipients } from './recipients.service.js';

/** One person by id, or everybody who has the role at this moment. */
export type NoticeRecipient = Recipient | { readonly role: Role };

/** Somebody is to be told something. */
export interface ExpectedNotice {
  readonly reason: NoticeReason;
  readonly recipient: NoticeRecipient;
  /** What the ledger files it under: the surge request. */
  readonly subjectId: string;
  /** The particular thing within the subject that the composer needs: the offer. */
  readonly detailId?: string;
  /** Unique for ever, such as `surge.offer-made:<offer id>`: expecting it again does nothing. */
  readonly key: string;
}

/** Writes down that somebody must be told, in the transaction that makes it true; a job sends it after the commit. */
@Injectable()
export class Notices {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly recipients: Recipients,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters the notice in the ledger and has it delivered. Idempotent by key. A role becomes one notice for each account
   * that has it now, each with the key `<key>:<account id>`.
   */
  async expect(tx: Tx, notice: ExpectedNotice): Promise<void> {
    if (!('role' in notice.recipient)) return this.enter(tx, notice, notice.recipient, notice.key);
    for (const id of await this.recipients.accountsWithRole(tx, notice.recipient.role)) {
      await this.enter(tx, notice, { kind: 'account', id }, `${notice.key}:${id}`);
    }
  }

  /** Has a failed notice sent once more, at once and on its own. Refused with `notice.not-failed` in every other state. */
  async resend(id: string, me: Actor): Promise<void> {
    await this.db.transaction(async (tx) => {
      const notice = await lockRow(tx, Notice, { id });
      if (!notice) throw notFound('notice');
      if (notice.state !== 'failed')
        throw new DomainError('notice.not-failed', `This notice is ${notice.state}; only one that failed can be sent again.`);
      await tx.getRepository(Notice).update({ id }, { state: 'expected', failure: null, gatheredIn: null, dueAt: this.clock.iso() });
      await this.audit.record(tx, { actor: me, action: 'notice.resent', subject: { kind: 'notice', id } });
      await this.jobs.enqueue(tx, sendNotice, { noticeId: id }, { key: `notice.resend:${id}:${notice.attempts}` });
    });
  }

  private async enter(tx: Tx, expected: ExpectedNotice, recipient: Recipient, key: string): Promise<void> {
    const now = this.clock.iso();
    const { notice, isNew } = await enterNotice(tx, {
      key,
      reason: expected.reason.name,
      recipientKind: recipient.kind,
      recipientId: recipient.id,
      subjectId: expected.subjectId,
      detailId: expected.detailId ?? null,
      createdAt: now,
      dueAt: now,
    });
    if (isNew) await this.jobs.enqueue(tx, deliverNotice, { noticeId: notice.id }, { key: `notice.deliver:${notice.id}:0` });
  }
}

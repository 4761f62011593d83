import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { leavesAt } from '../../core/quiet-hours.js';
import { Clock } from '../../platform/clock.js';
import { lockRow, type Tx } from '../../platform/database/index.js';
import type { Addressee, MailContent } from '../../platform/mail/index.js';
import { Jobs } from '../../platform/outbox/index.js';
import { offsetIn } from '../../platform/time-zones.js';
import { GATHERED } from './gathered.js';
import { Notice, OPEN_STATES } from './notice.entity.js';
import { enterNotice } from './notice-entry.js';
import { deliverNotice, sendNotice } from './notices.jobs.js';

/** Has notices wait: for their reader's morning, together with others, or for their turn. Waiting is a job of the outbox with a due time. */
@Injectable()
export class NoticeWaiting {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** When its reader wants to have it, in milliseconds; null for now. What enters a calendar is never gathered. */
  morningOf({ habits }: Addressee, content: MailContent): number | null {
    const now = this.clock.now();
    if (!habits || content.calendar) return null;
    const at = leavesAt({ urgent: content.urgent ?? false }, habits, now, offsetIn(habits.timeZone));
    return at > now ? at : null;
  }

  /** Puts the notice into the mail that its reader gets then, and has that mail sent. */
  async gather(tx: Tx, notice: Notice, at: number): Promise<void> {
    const carrier = await this.carrierOf(tx, notice, new Date(at).toISOString());
    if (!OPEN_STATES.includes(carrier.state)) return this.alone(tx, notice.id, `${notice.id}:after:${carrier.id}`);
    await tx
      .getRepository(Notice)
      .update({ id: notice.id }, { gatheredIn: carrier.id, dueAt: carrier.dueAt, attempts: notice.attempts - 1 });
  }

  /** Has it sent when its turn comes; this attempt does not count. */
  async postpone(tx: Tx, notice: Notice, turn: number): Promise<void> {
    const at = new Date(turn).toISOString();
    await tx.getRepository(Notice).update({ id: notice.id }, { dueAt: at, attempts: notice.attempts - 1 });
    await this.jobs.enqueue(tx, sendNotice, { noticeId: notice.id }, { at, key: `notice.send:${notice.id}:${at}` });
  }

  /** Lets go of the notices that came into this mail while it was leaving. */
  async release(tx: Tx, carrier: Notice): Promise<void> {
    const late = await tx.getRepository(Notice).findBy({ gatheredIn: carrier.id, state: In([...OPEN_STATES]) });
    for (const { id } of late) await this.alone(tx, id, `${id}:after:${carrier.id}`);
  }

  private async alone(tx: Tx, id: string, key: string): Promise<void> {
    await tx.getRepository(Notice).update({ id }, { gatheredIn: null });
    await this.jobs.enqueue(tx, sendNotice, { noticeId: id }, { key: `notice.send:${key}` });
  }

  /** The mail of this reader and moment: one, whoever comes first. Its row stays locked to the end of the transaction. */
  private async carrierOf(tx: Tx, { recipientKind, recipientId }: Notice, dueAt: string): Promise<Notice> {
    const { notice, isNew } = await enterNotice(tx, {
      key: `${GATHERED.name}:${recipientId}:${dueAt}`,
      reason: GATHERED.name,
      recipientKind,
      recipientId,
      subjectId: recipientId,
      detailId: null,
      createdAt: this.clock.iso(),
      dueAt,
    });
    if (isNew) await this.jobs.enqueue(tx, deliverNotice, { noticeId: notice.id }, { at: dueAt, key: `notice.deliver:${notice.id}:0` });
    return (await lockRow(tx, Notice, { id: notice.id })) ?? notice;
  }
}

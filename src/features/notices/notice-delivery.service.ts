import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow } from '../../platform/database/index.js';
import { type Addressee, type MailContent, Mailer, MailRefused, mailHtml, mailText } from '../../platform/mail/index.js';
import { Handles, type JobRun } from '../../platform/outbox/index.js';
import { Composers } from './composers.service.js';
import { Notice, type NoticeFailure } from './notice.entity.js';
import { deliverNotice } from './notices.jobs.js';
import { Recipients } from './recipients.service.js';

/** Sends what the ledger expects, once, and writes down how it went. */
@Injectable()
export class NoticeDelivery {
  constructor(
    private readonly db: Database,
    private readonly composers: Composers,
    private readonly recipients: Recipients,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /**
   * A notice that is sent, failed or cancelled stays as it is. An outage of the mail server throws, for another attempt;
   * a refusal for good, a recipient who is gone and the last attempt end in `failed`. The outbox lets one run at a time
   * have the job; a run that dies after sending sends again under the same Message-ID.
   */
  @Handles(deliverNotice)
  async deliver({ noticeId }: { noticeId: string }, run: JobRun): Promise<void> {
    const notice = await this.begin(noticeId);
    if (!notice) return;
    try {
      await this.end(notice, await this.attempt(notice));
    } catch (error) {
      if (run.last) await this.end(notice, failed('attempts-used-up'));
      throw error;
    }
  }

  private async attempt(notice: Notice): Promise<Partial<Notice>> {
    const to = await this.recipients.addressee({ kind: notice.recipientKind, id: notice.recipientId });
    if (!to) return failed('recipient-gone');
    const content = await this.compose(notice, to);
    return content ? this.send(notice, to, content) : { state: 'cancelled' };
  }

  private compose(notice: Notice, to: Addressee): Promise<MailContent | null> {
    const { id, subjectId, detailId } = notice;
    return this.composers.for(notice.reason)({
      id,
      subjectId,
      detailId,
      recipient: { kind: notice.recipientKind, id: notice.recipientId, name: to.name, language: to.language },
    });
  }

  private async send(notice: Notice, to: Addressee, content: MailContent): Promise<Partial<Notice>> {
    const messageId = this.mailer.messageIdFor(notice.id);
    try {
      await this.mailer.send({
        messageId,
        to,
        subject: content.subject,
        text: mailText(content),
        html: mailHtml(content),
        calendar: content.calendar,
      });
    } catch (error) {
      if (error instanceof MailRefused) return failed(error.code);
      throw error;
    }
    return { state: 'sent', sentAt: this.clock.iso(), messageId };
  }

  private begin(id: string): Promise<Notice | null> {
    return this.db.transaction(async (tx) => {
      const notice = await lockRow(tx, Notice, { id });
      if (notice?.state !== 'expected') return null;
      notice.attempts += 1;
      return tx.getRepository(Notice).save(notice);
    });
  }

  private async end(notice: Notice, outcome: Partial<Notice>): Promise<void> {
    await this.db.transaction((tx) => tx.getRepository(Notice).update({ id: notice.id, state: 'expected' }, outcome));
  }
}

function failed(failure: NoticeFailure): Partial<Notice> {
  return { state: 'failed', failure };
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../platform/database/index.js';
import { type MailContent, Mailer, MailRefused, mailHtml, mailText } from '../../platform/mail/index.js';
import { Handles, insist, type JobRun } from '../../platform/outbox/index.js';
import { GATHERED } from './gathered.js';
import { Notice, type NoticeFailure, OPEN_STATES } from './notice.entity.js';
import { type Letter, NoticeLetters } from './notice-letters.service.js';
import { NoticeWaiting } from './notice-waiting.service.js';
import { deliverNotice, sendNotice } from './notices.jobs.js';

/** What of a run is to be written down. */
type Ending = (tx: Tx) => Promise<void>;

/** Sends what the ledger expects, once, and writes down how it went. */
@Injectable()
export class NoticeDelivery {
  constructor(
    private readonly db: Database,
    private readonly letters: NoticeLetters,
    private readonly waiting: NoticeWaiting,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /**
   * A notice that is sent, failed or cancelled stays as it is; one that its reader wants in the morning is gathered. An
   * outage of the mail server throws, for another attempt; a refusal for good, a recipient who is gone and the last attempt
   * end in `failed`. The outbox lets one run at a time have the job; a run that dies between the server's yes and writing
   * it down sends once more, under the same Message-ID.
   */
  @Handles(deliverNotice)
  deliver({ noticeId }: { noticeId: string }, run: JobRun): Promise<void> {
    return this.run(noticeId, run, { mayWait: true, hasTurn: false });
  }

  /** The same for a notice whose moment has come. Its first attempt has its turn already; further ones wait for another. */
  @Handles(sendNotice)
  send({ noticeId }: { noticeId: string }, run: JobRun): Promise<void> {
    return this.run(noticeId, run, { mayWait: false, hasTurn: run.attempt === 1 });
  }

  private async run(noticeId: string, run: JobRun, how: { mayWait: boolean; hasTurn: boolean }): Promise<void> {
    const notice = await this.begin(noticeId);
    if (!notice) return;
    try {
      const ending = await this.attempt(notice, how);
      await insist(() => this.db.transaction(ending)); // the mail may have left
    } catch (error) {
      if (run.last) await this.db.transaction(this.ended(notice, failed('attempts-used-up')));
      throw error;
    }
  }

  private async attempt(notice: Notice, { mayWait, hasTurn }: { mayWait: boolean; hasTurn: boolean }): Promise<Ending> {
    const letter = await this.letters.write(notice);
    if (!letter) return this.ended(notice, failed('recipient-gone'));
    const { to, content } = letter;
    if (!content) return this.ended(notice, { state: 'cancelled' }, letter);
    const morning = mayWait && notice.reason !== GATHERED.name ? this.waiting.morningOf(to, content) : null;
    if (morning !== null) return (tx) => this.waiting.gather(tx, notice, morning);
    const turn = hasTurn ? this.clock.now() : await this.mailer.turnOf(to);
    if (turn > this.clock.now()) return (tx) => this.waiting.postpone(tx, notice, turn);
    return this.ended(notice, await this.submit(notice, letter, content), letter);
  }

  private async submit(notice: Notice, { to }: Letter, content: MailContent): Promise<Partial<Notice>> {
    const messageId = this.mailer.messageIdFor(notice.id);
    const { subject, calendar } = content;
    try {
      const serverReply = await this.mailer.send({ messageId, to, subject, calendar, text: mailText(content), html: mailHtml(content) });
      return { state: 'sent', sentAt: this.clock.iso(), messageId, serverReply, failure: null };
    } catch (error) {
      if (error instanceof MailRefused) return failed(error.code);
      throw error;
    }
  }

  private begin(id: string): Promise<Notice | null> {
    return this.db.transaction(async (tx) => {
      const notice = await lockRow(tx, Notice, { id });
      if (!notice || !isOpen(notice) || notice.gatheredIn !== null) return null;
      return tx.getRepository(Notice).save(Object.assign(notice, { state: 'queued', attempts: notice.attempts + 1, failure: null }));
    });
  }

  /** The notices that travel in the letter share its fate; without a letter, all that were to. */
  private ended(notice: Notice, outcome: Partial<Notice>, letter?: Letter): Ending {
    return async (tx) => {
      const notices = tx.getRepository(Notice);
      await lockRow(tx, Notice, { id: notice.id });
      await notices.update({ id: notice.id, state: In([...OPEN_STATES]) }, outcome);
      if (notice.reason !== GATHERED.name) return;
      const carried = { gatheredIn: notice.id, state: In(['queued', 'failed']) };
      if (letter) {
        await notices.update({ ...carried, id: In([...letter.drops]) }, { state: 'cancelled' });
        await notices.update({ ...carried, id: In([...letter.carries]) }, outcome);
        await this.waiting.release(tx, notice);
      } else await notices.update(carried, outcome);
    };
  }
}

/** A job that was given up and is run again by an operator takes up what was given up with it. */
function isOpen({ state, failure }: Notice): boolean {
  return OPEN_STATES.includes(state) || (state === 'failed' && failure === 'attempts-used-up');
}

function failed(failure: NoticeFailure): Partial<Notice> {
  return { state: 'failed', failure };
}

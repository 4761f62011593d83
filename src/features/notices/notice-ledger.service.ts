import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, LessThan } from 'typeorm';
import { type Actor, may } from '../../core/access.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { type AlarmSource, RaisesAlarms } from '../../platform/health/index.js';
import type { RecipientKind } from '../../platform/mail/index.js';
import { GATHERED } from './gathered.js';
import { Notice, type NoticeFailure, type NoticeState, OPEN_STATES } from './notice.entity.js';
import { definedNotices } from './reasons.js';
import { Recipients } from './recipients.service.js';

/** A notice that is due for longer than this is late, and somebody should look. */
const LATE_AFTER_MS = 10 * 60_000;
const PAGE_SIZE = 50;

/** One line of the ledger as a reader may see it. */
export interface LedgerLine {
  readonly id: string;
  readonly recipientKind: RecipientKind;
  /** The present name, or null when the reader may not see it or nobody is there any more. */
  readonly recipient: string | null;
  /** The name of the reason, `surge.offer-made`. */
  readonly reason: string;
  /** The reason in words. */
  readonly title: string;
  readonly subjectId: string;
  /** The page of the subject, or null when it has none. */
  readonly subjectUrl: string | null;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly expectedAt: string;
  /** When it is or was to leave: later than expected when its reader wants it in the morning, or others had their turn before. */
  readonly dueAt: string;
  /** Whether it travels with others in one mail, which is a line of its own. */
  readonly gathered: boolean;
  readonly sentAt: string | null;
  /** What the mail server said when it took the mail (250); null without a mail server, and before. */
  readonly serverReply: number | null;
  readonly failure: NoticeFailure | null;
  /** Due for more than ten minutes and still not sent. */
  readonly late: boolean;
}

export interface LedgerFilter {
  readonly state?: NoticeState;
  readonly subjectId?: string;
  /** Only what is due for more than ten minutes and still not sent. */
  readonly late?: 'yes';
  /** From 1. */
  readonly page?: number;
}

export interface LedgerPage {
  /** Newest first. */
  readonly lines: readonly LedgerLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** How many notices of the whole ledger are late. */
  readonly late: number;
  /** How many notices of the whole ledger failed. */
  readonly failed: number;
}

/** Reads the ledger: who was told what, when, and did it leave. Sounds `notices-late` while somebody was not told in time. */
@Injectable()
@RaisesAlarms()
export class NoticeLedger implements AlarmSource {
  constructor(
    private readonly db: Database,
    private readonly recipients: Recipients,
    private readonly clock: Clock,
  ) {}

  async page(filter: LedgerFilter, me: Actor): Promise<LedgerPage> {
    const where: FindOptionsWhere<Notice> = {
      ...(filter.late && this.isLate()),
      ...(filter.state && { state: filter.state }),
      ...(filter.subjectId && { subjectId: filter.subjectId }),
    };
    const page = filter.page ?? 1;
    const notices = this.db.read.getRepository(Notice);
    const [rows, total] = await notices.findAndCount({
      where,
      order: { createdAt: 'DESC', id: 'DESC' },
      take: PAGE_SIZE,
      skip: (page - 1) * PAGE_SIZE,
    });
    const late = await this.late();
    const failed = await notices.countBy({ state: 'failed' });
    return { lines: await this.lines(rows, me), total, page, pageSize: PAGE_SIZE, late, failed };
  }

  async alarms(): Promise<readonly string[]> {
    return (await this.late()) > 0 ? ['notices-late'] : [];
  }

  /** How many notices are due for more than ten minutes and still not sent. */
  late(): Promise<number> {
    return this.db.read.getRepository(Notice).countBy(this.isLate());
  }

  /** Everything that was to be told about a subject, oldest first, for the page of the subject. */
  async of(subjectId: string, me: Actor): Promise<readonly LedgerLine[]> {
    const rows = await this.db.read.getRepository(Notice).find({ where: { subjectId }, order: { createdAt: 'ASC', id: 'ASC' } });
    return this.lines(rows, me);
  }

  private async lines(rows: readonly Notice[], me: Actor): Promise<readonly LedgerLine[]> {
    const names = new Map<RecipientKind, ReadonlyMap<string, string>>([
      ['expert', may(me, 'roster:read') ? await this.namesOf('expert', rows) : new Map()],
      ['account', may(me, 'notices:read') ? await this.namesOf('account', rows) : new Map()],
    ]);
    const reasons = new Map([...definedNotices(), GATHERED].map((reason) => [reason.name, reason]));
    return rows.map((row) => {
      const reason = reasons.get(row.reason);
      return {
        id: row.id,
        recipientKind: row.recipientKind,
        recipient: names.get(row.recipientKind)?.get(row.recipientId) ?? null,
        reason: row.reason,
        title: reason?.title ?? row.reason,
        subjectId: row.subjectId,
        subjectUrl: reason?.page && may(me, reason.page.permission) ? `${reason.page.path}/${row.subjectId}` : null,
        state: row.state,
        attempts: row.attempts,
        expectedAt: row.createdAt,
        dueAt: row.dueAt,
        gathered: row.gatheredIn !== null,
        sentAt: row.sentAt,
        serverReply: row.serverReply,
        failure: row.failure,
        late: OPEN_STATES.includes(row.state) && row.dueAt < this.lateBefore(),
      };
    });
  }

  private namesOf(kind: RecipientKind, rows: readonly Notice[]): Promise<ReadonlyMap<string, string>> {
    return this.recipients.names(
      kind,
      rows.filter((row) => row.recipientKind === kind).map((row) => row.recipientId),
    );
  }

  private isLate(): FindOptionsWhere<Notice> {
    return { state: In([...OPEN_STATES]), dueAt: LessThan(this.lateBefore()) };
  }

  private lateBefore(): string {
    return this.clock.iso(-LATE_AFTER_MS);
  }
}

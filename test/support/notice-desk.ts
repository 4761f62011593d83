import { Injectable } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Role } from '../../src/core/access.js';
import { Composers } from '../../src/features/notices/composers.service.js';
import { ComposesNotice, defineNotice, Notice, NoticeLedger, Notices, type NoticeToCompose } from '../../src/features/notices/index.js';
import { NoticeDelivery } from '../../src/features/notices/notice-delivery.service.js';
import { NoticeLetters } from '../../src/features/notices/notice-letters.service.js';
import { NoticeWaiting } from '../../src/features/notices/notice-waiting.service.js';
import { Recipients } from '../../src/features/notices/recipients.service.js';
import { Platform1764000000000 } from '../../src/migrations/1764000000000-platform.js';
import { Notices1764000008000 } from '../../src/migrations/1764000008000-notices.js';
import { NoticesWays1764000101000 } from '../../src/migrations/1764000101000-notices-ways.js';
import { HandOverTimes1764000102000 } from '../../src/migrations/1764000102000-hand-over-times.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { type Schema, type Tx } from '../../src/platform/database/index.js';
import {
  type AccountResolver,
  type Addressee,
  type MailContent,
  Mailer,
  MailTurn,
  MailTurns,
  type RecipientResolver,
  ResolvesRecipient,
} from '../../src/platform/mail/index.js';
import { JobRunner, OutboxJob } from '../../src/platform/outbox/index.js';
import type { TestDatabase } from './databases-of.js';
import { openRooms } from './house.js';

/** What notices need of the database, and nothing else. */
export const NOTICE_SCHEMA: Schema = {
  entities: [OutboxJob, AuditEntry, Notice, MailTurn],
  migrations: [Platform1764000000000, Notices1764000008000, NoticesWays1764000101000, HandOverTimes1764000102000],
};

export const greeting = defineNotice('test.greeting', { title: 'A greeting', page: { path: '/surge', permission: 'surge:read' } });

/** Who can be written to in these tests, and what they are told; a test changes both. */
export const people = new Map<string, Addressee>();
export const officers: string[] = [];
export const told: { content: MailContent | null } = { content: null };

@Injectable()
@ResolvesRecipient('expert')
class Experts implements RecipientResolver {
  async addressees(ids: readonly string[]): Promise<ReadonlyMap<string, Addressee>> {
    return new Map(
      ids.flatMap((id) => {
        const found = people.get(id);
        return found ? [[id, found] as const] : [];
      }),
    );
  }
}

@Injectable()
@ResolvesRecipient('account')
class Accounts extends Experts implements AccountResolver {
  async withRole(_tx: Tx, role: Role): Promise<readonly string[]> {
    return role === 'surge-officer' ? officers : [];
  }
}

@Injectable()
class Greeter {
  @ComposesNotice(greeting)
  async greet(notice: NoticeToCompose): Promise<MailContent | null> {
    return told.content && { greeting: `Dear ${notice.recipient.name},`, ...told.content };
  }
}

/** The room of notices around a real database, with a clock that stands still and jobs that run when a test says so. */
export async function openNoticeDesk(opened: TestDatabase, smtpUrl?: string) {
  const { clock, module, outbox } = await openRooms(opened, {
    settings: { smtpUrl, mailFrom: 'HRA desk <desk@hra.example.net>' },
    imports: [DiscoveryModule],
    providers: [
      Notices,
      NoticeLedger,
      NoticeDelivery,
      NoticeLetters,
      NoticeWaiting,
      Composers,
      Recipients,
      Mailer,
      MailTurns,
      Experts,
      Accounts,
      Greeter,
    ],
  });
  const { database } = opened;
  async function next(): Promise<boolean> {
    const job = await outbox.findOne({ where: { state: 'pending' }, order: { dueAt: 'ASC', id: 'ASC' } });
    if (!job) return false;
    if (job.dueAt > clock.iso()) clock.advance(Date.parse(job.dueAt) - clock.now());
    await module.get(JobRunner).run(job.id);
    return true;
  }
  return {
    clock,
    module,
    notices: module.get(Notices),
    ledger: module.get(NoticeLedger),
    delivery: module.get(NoticeDelivery),
    all: () => database.read.getRepository(Notice).find({ order: { key: 'ASC' } }),
    /** Runs every job when it is due, moving the clock, until none is left; returns how many runs that took. */
    async work(afterEach: () => void = () => undefined): Promise<number> {
      for (let runs = 0; ; runs += 1) {
        if (!(await next())) return runs;
        afterEach();
      }
    },
    /** Runs as many jobs as are told, moving the clock. */
    async step(count = 1): Promise<void> {
      for (let runs = 0; runs < count; runs += 1) await next();
    },
  };
}

export type NoticeDesk = Awaited<ReturnType<typeof openNoticeDesk>>;

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Settings } from '../../platform/config/index.js';
import { Database } from '../../platform/database/index.js';
import { MailTurn } from '../../platform/mail/index.js';
import { Handles, Jobs, OutboxJob, type RunAgain } from '../../platform/outbox/index.js';
import { tidyUp } from './tidy-up.job.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How often it looks, … */
const EVERY_MS = 60 * MINUTE_MS;
/** … and how soon it goes on when more is left. */
const SOON_MS = 1000;
/** How many rows one statement deletes: other writers of a SQLite file wait for it. */
const TOGETHER = 500;
/** How many statements one run makes. */
const STATEMENTS = 20;

/** Keeps the tables small that would grow with every mail and deadline. Decisions, histories, the ledger of notices and what was given up stay. */
@Injectable()
export class Tidying implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly jobs: Jobs,
  ) {}

  /** One job, whichever process starts first. */
  async onApplicationBootstrap(): Promise<void> {
    const when = { at: this.clock.iso(EVERY_MS), key: tidyUp.name };
    await this.database.transaction((tx) => this.jobs.enqueue(tx, tidyUp, {}, when));
  }

  /** Deletes up to 10,000 jobs that were done more than `JOBS_KEPT_DAYS` ago, and turns of mails that have long left. */
  @Handles(tidyUp)
  async tidy(): Promise<RunAgain> {
    const anHourAgo = Math.floor(this.clock.now() / MINUTE_MS) - 60;
    await this.database.read.getRepository(MailTurn).delete({ minute: LessThan(anHourAgo) });
    for (let statement = 0; statement < STATEMENTS; statement += 1)
      if ((await this.deleteDone()) < TOGETHER) return { againAt: this.clock.iso(EVERY_MS) };
    return { againAt: this.clock.iso(SOON_MS) };
  }

  /** How many it deleted. They are found by the moment they were due, which has an index and never comes after the end. */
  private async deleteDone(): Promise<number> {
    const outbox = this.database.read.getRepository(OutboxJob);
    const before = LessThan(this.clock.iso(-this.settings.jobsKeptDays * DAY_MS));
    const old = await outbox.find({
      select: { id: true },
      where: { state: 'done', dueAt: before, finishedAt: before },
      order: { dueAt: 'ASC' },
      take: TOGETHER,
    });
    await outbox.delete({ id: In(old.map(({ id }) => id)), state: 'done' });
    return old.length;
  }
}

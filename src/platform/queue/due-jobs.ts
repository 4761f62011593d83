import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock.js';
import { Settings } from '../config/index.js';
import { Database } from '../database/index.js';
import { handAgainMs, LONGEST_BACK_OFF_MS, OutboxJob, STATEMENTS } from '../outbox/index.js';
import type { HandOver } from './delivery.js';

/** The jobs that are to be handed over, for any number of relays: each takes rows that no other has taken. */
@Injectable()
export class DueJobs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** At most so many, the one that has waited longest first. With `idleOnly`, no job that somebody began and did not end. */
  async take(most: number, idleOnly: boolean): Promise<HandOver[]> {
    const { read, dialect } = this.database;
    const now = this.clock.iso();
    // Looking does not lock a SQLite file and taking does: a process with nothing to do never stands in another's way.
    if (dialect === 'sqlite' && !(await read.getRepository(OutboxJob).exists({ where: { handAt: LessThanOrEqual(now) } }))) return [];
    const again = this.clock.iso(handAgainMs(this.settings));
    return read.query(STATEMENTS[dialect].take, [now, again, most, this.settings.jobLeaseSeconds, idleOnly]);
  }

  /** They did not get on their way: whoever looks next takes them. */
  async giveBack(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.read.getRepository(OutboxJob).update({ id: In([...ids]), state: 'pending' }, { handAt: this.clock.iso() });
  }

  /**
   * Frees jobs from moments that only a clock which ran ahead can have written: one asked for at once that is due in the
   * future, a wait for the next try that is longer than any, a hand-over later than the next can be. Right at any time; with
   * `clockWasPutBack`, waits for the next try end as well, because how much of them was left is unknown.
   */
  async repair(clockWasPutBack: boolean): Promise<void> {
    const now = this.clock.iso();
    await this.database.read
      .createQueryBuilder()
      .update(OutboxJob)
      .set({ dueAt: now, handAt: now })
      .where("state = 'pending' AND due_at > :now AND (due_at <= created_at OR (attempts > 0 AND due_at > :longestWait))", {
        now,
        longestWait: this.clock.iso(clockWasPutBack ? 0 : LONGEST_BACK_OFF_MS),
      })
      .execute();
    await this.database.read
      .createQueryBuilder()
      .update(OutboxJob)
      .set({ handAt: now })
      .where("state = 'pending' AND due_at <= :now AND hand_at > :latest", { now, latest: this.clock.iso(handAgainMs(this.settings)) })
      .execute();
  }
}

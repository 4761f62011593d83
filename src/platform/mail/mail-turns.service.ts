import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { Clock } from '../clock.js';
import { Settings } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { MailTurn } from './mail-turn.entity.js';

const MS_PER_MINUTE = 60_000;

/**
 * Gives mails to one domain their turns, so that no receiving server is flooded and shuts us out: at most
 * `Settings.mailsPerMinute` in each minute, over all processes.
 */
@Injectable()
export class MailTurns {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a turn for one mail to this address, for good: the instant in milliseconds from which it may leave, in the first
   * minute that has room. Now, when this minute has.
   */
  async take(email: string): Promise<number> {
    const now = this.clock.now();
    const first = Math.floor(now / MS_PER_MINUTE);
    const minute = await this.db.transaction((tx) => this.firstFree(tx, this.hashOf(email), first));
    return Math.max(now, minute * MS_PER_MINUTE);
  }

  private async firstFree(tx: Tx, domain: string, first: number): Promise<number> {
    const turns = tx.getRepository(MailTurn);
    await turns.delete({ domain, minute: LessThan(first) });
    const full = await turns.findBy({ domain, minute: MoreThanOrEqual(first), taken: MoreThanOrEqual(this.settings.mailsPerMinute) });
    const closed = new Set(full.map(({ minute }) => minute));
    for (let minute = first; ; minute += 1) if (!closed.has(minute) && (await this.takeIn(tx, domain, minute))) return minute;
  }

  /** False when others have filled the minute meanwhile. */
  private async takeIn(tx: Tx, domain: string, minute: number): Promise<boolean> {
    await tx.createQueryBuilder().insert().into(MailTurn).values({ domain, minute, taken: 0 }).orIgnore().updateEntity(false).execute();
    const { affected } = await tx
      .createQueryBuilder()
      .update(MailTurn)
      .set({ taken: () => 'taken + 1' })
      .where('domain = :domain AND minute = :minute AND taken < :most', { domain, minute, most: this.settings.mailsPerMinute })
      .execute();
    return affected === 1;
  }

  private hashOf(email: string): string {
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    return createHmac('sha256', this.settings.secret).update(`mail-turn:${domain}`).digest('base64url');
  }
}

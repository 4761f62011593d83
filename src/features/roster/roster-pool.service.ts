import { Injectable } from '@nestjs/common';
import type { IsoDate } from '../../core/dates.js';
import type { ExpertProfile } from '../../core/expert.js';
import type { Packing, Pool } from '../../core/matching/index.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { Turns } from '../../platform/turns.js';
import { KeptRoster, pause } from './kept-roster.js';
import { rosterHead } from './roster-changes.js';
import { profilesWhere, RosterReader } from './roster-reader.js';

/** The roster as it is compared, with the revision that was read: whoever freezes one freezes both. */
export interface RosterAsOf {
  readonly pool: Pool;
  readonly revision: number;
}

/** What matching compares: all profiles of one revision of the roster. They are read once, and then whoever was changed. */
@Injectable()
export class RosterPool {
  private readonly reader: RosterReader;
  private readonly turns = new Turns();
  private kept: KeptRoster | undefined;
  private catchingUp: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.reader = new RosterReader(database, pause);
  }

  /** Moves with every change of a profile or a membership; the same in every process. */
  async revision(): Promise<number> {
    return (await rosterHead(this.database.read)).revision;
  }

  /** As `asOf` today. */
  current(): Promise<RosterAsOf> {
    return this.asOf(this.clock.today());
  }

  /**
   * The pool for that day, of the roster as it is now, ready to be ranked for such a requirement. Callers at the same time share
   * the work, and go on one in each turn of the event loop: what they do next is to rank.
   */
  async asOf(day: IsoDate, requirement?: Packing): Promise<RosterAsOf> {
    const needed = await this.revision();
    for (;;) {
      // What is kept and its revision are looked at in one go: the next change moves both.
      const { kept } = this;
      if (kept?.usable && kept.revision >= needed) {
        const { revision } = kept;
        const pool = await kept.pool(day);
        if (requirement) await pool.ready(requirement, pause);
        await this.turns.next();
        return { pool, revision };
      }
      this.catchingUp ??= this.catchUp(day).finally(() => {
        this.catchingUp = undefined;
      });
      await this.catchingUp;
    }
  }

  /** One profile, or undefined. Not limited to what somebody may see: the caller has decided that. */
  async profile(expertId: string): Promise<ExpertProfile | undefined> {
    const [profile] = await profilesWhere(this.database.read, 'expert.id = :expertId', { expertId });
    return profile;
  }

  private async catchUp(day: IsoDate): Promise<void> {
    const kept = this.kept?.usable ? this.kept : undefined;
    const news = await this.reader.since(kept);
    if (kept && !news.anew) kept.advance(news);
    else this.kept = KeptRoster.of(news, day);
  }
}

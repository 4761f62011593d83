import { setImmediate } from 'node:timers/promises';
import type { IsoDate } from '../../core/dates.js';
import { Pool } from '../../core/matching/index.js';
import type { RosterNews } from './roster-reader.js';

/** Days that are kept ready; the one that was asked for longest ago gives way. */
const MOST_DAYS = 4;
/** More changes than this at a time are packed before anybody ranks: a few milliseconds of packing may be in a ranking. */
const FEW = 200;

/** Everybody else gets a turn of the event loop. */
export const pause = (): Promise<void> => setImmediate();

/** The profiles of one revision of the roster, packed for some days, and brought from there to the next revisions. */
export class KeptRoster {
  /** By day, all of the same revision. */
  private readonly pools = new Map<IsoDate, Promise<Pool>>();
  private readonly repacking = new Set<IsoDate>();

  private constructor(private newest: RosterNews) {}

  /** From news of everybody. */
  static of(news: RosterNews, day: IsoDate): KeptRoster {
    const kept = new KeptRoster({ ...news, changes: new Map() });
    const profiles = [...news.changes.values()].filter((profile) => profile !== null);
    kept.keep(day, Pool.gradually(profiles, day, pause));
    return kept;
  }

  get revision(): number {
    return this.newest.revision;
  }

  get lastNumber(): number {
    return this.newest.lastNumber;
  }

  /** False once packing has failed for every day: then there is nothing to go on from. */
  get usable(): boolean {
    return this.pools.size > 0;
  }

  /** The pool of the present revision for that day, packed when nobody asked for the day before. */
  pool(day: IsoDate): Promise<Pool> {
    const latest = [...this.pools.values()].at(-1);
    const pool = this.pools.get(day) ?? latest?.then(({ profiles }) => Pool.gradually(profiles, day, pause));
    if (!pool) throw new Error('no day is kept to make another from');
    this.pools.delete(day);
    this.keep(day, pool);
    for (const oldest of this.pools.keys()) if (this.pools.size > MOST_DAYS) this.pools.delete(oldest);
    return pool.then((ready) => {
      this.tidy(day, ready);
      return ready;
    });
  }

  /** Goes on to the revision of these news. Whoever has a pool already keeps it as it is. */
  advance(news: RosterNews): void {
    this.newest = { ...news, changes: new Map() };
    if (news.changes.size > FEW) {
      const [latest] = [...this.pools.keys()].slice(-1);
      for (const day of this.pools.keys()) if (day !== latest) this.pools.delete(day);
    }
    for (const [day, pool] of this.pools) {
      this.keep(
        day,
        pool.then(async (before) => {
          const after = before.changed(news.changes);
          return news.changes.size > FEW ? (await after.repacked(pause))(after) : after;
        }),
      );
    }
  }

  /**
   * Packs anew what stands beside the columns once it is more than the root of the whole, while rankings go on: the cost of
   * packing n profiles for every k changes and that of k more rows in every ranking are together least there.
   */
  private tidy(day: IsoDate, pool: Pool): void {
    if (pool.changes ** 2 <= pool.size || this.repacking.has(day)) return;
    this.repacking.add(day);
    void pool
      .repacked(pause)
      .then((upon) => {
        const now = this.pools.get(day);
        if (now) this.keep(day, now.then(upon));
      })
      .catch(() => undefined)
      .finally(() => this.repacking.delete(day));
  }

  private keep(day: IsoDate, pool: Promise<Pool>): void {
    this.pools.set(day, pool);
    // What failed must not be kept for the callers to come.
    pool.catch(() => {
      if (this.pools.get(day) === pool) this.pools.delete(day);
    });
  }
}

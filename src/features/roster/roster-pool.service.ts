import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../core/dates.js';
import type { ExpertProfile } from '../../core/expert.js';
import { Pool } from '../../core/matching/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow } from '../../platform/database/index.js';
import { Turns } from '../../platform/turns.js';
import { ExpertEntity } from './expert.entity.js';
import { loadParts, rosterRevision } from './expert-store.js';
import { RosterRevisionEntity } from './roster.entity.js';

/** Days that are kept ready; the oldest gives way. */
const MOST_DAYS = 4;
/** Builds that were overtaken by a change before the writers are asked to wait. */
const PATIENCE = 3;

/** The roster as it is compared, with the revision that was read: whoever freezes one freezes both. */
export interface RosterAsOf {
  readonly pool: Pool;
  readonly revision: number;
}

interface Built {
  readonly profiles: readonly ExpertProfile[];
  readonly revision: number;
}

interface Kept {
  readonly built: Promise<Built>;
  readonly pools: Map<IsoDate, Promise<Pool>>;
}

/** What matching compares: all profiles of one revision of the roster. */
@Injectable()
export class RosterPool {
  private readonly kept = new Map<number, Kept>();
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Moves with every change of a profile or a membership; the same in every process. */
  revision(): Promise<number> {
    return rosterRevision(this.database.read);
  }

  /** As `asOf` today. */
  current(): Promise<RosterAsOf> {
    return this.asOf(this.clock.today());
  }

  /**
   * The pool for that day, of the roster as it is now. Callers at the same time share one build, and go on one in each turn
   * of the event loop: what they do next is to rank.
   */
  async asOf(day: IsoDate): Promise<RosterAsOf> {
    const { built, pools } = this.keep(await this.revision());
    const { profiles, revision } = await built;
    // A roster of thousands takes long enough to pack that everybody else must get a turn.
    const pool = pools.get(day) ?? Pool.gradually(profiles, day, () => setImmediate());
    pools.delete(day);
    pools.set(day, pool);
    pool.catch(() => pools.delete(day));
    for (const oldest of pools.keys()) if (pools.size > MOST_DAYS) pools.delete(oldest);
    const ready = await pool;
    await this.turns.next();
    return { pool: ready, revision };
  }

  /** One profile, or undefined. Not limited to what somebody may see: the caller has decided that. */
  async profile(expertId: string): Promise<ExpertProfile | undefined> {
    const [profile] = await readProfiles(this.database.read, { id: expertId });
    return profile;
  }

  private keep(revision: number): Kept {
    const present = this.kept.get(revision);
    if (present) return present;
    const fresh: Kept = { built: this.build(revision), pools: new Map() };
    // Only one revision is kept: the roster is the largest thing in memory.
    this.kept.clear();
    this.kept.set(revision, fresh);
    // A failed build must not be kept for the callers to come.
    fresh.built.catch(() => {
      if (this.kept.get(revision) === fresh) this.kept.delete(revision);
    });
    return fresh;
  }

  /** Reads again when the roster changed in between, so that no profile is half old and half new. */
  private async build(expected: number): Promise<Built> {
    let before = expected;
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      const profiles = await readProfiles(this.database.read);
      const after = await this.revision();
      if (after === before) return { profiles, revision: after };
      before = after;
    }
    return this.database.transaction(async (tx) => {
      await lockRow(tx, RosterRevisionEntity, { id: 1 });
      return { profiles: await readProfiles(tx), revision: await rosterRevision(tx) };
    });
  }
}

async function readProfiles(manager: EntityManager, where: { id?: string } = {}): Promise<ExpertProfile[]> {
  const experts = await manager
    .getRepository(ExpertEntity)
    .find({ where, select: { id: true, number: true, nationality: true, gender: true }, order: { number: 'ASC' } });
  const parts = await loadParts(
    manager,
    experts.map(({ id }) => id),
  );
  return experts.map(({ id, number, nationality, gender }) => ({
    id,
    number,
    nationality,
    gender,
    ...(parts.get(id) as NonNullable<ReturnType<typeof parts.get>>),
  }));
}

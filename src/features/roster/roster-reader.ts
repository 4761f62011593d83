import type { EntityManager } from 'typeorm';
import type { ExpertProfile } from '../../core/expert.js';
import { type Database, lockRow } from '../../platform/database/index.js';
import { ExpertEntity } from './expert.entity.js';
import { type ExpertParts, loadParts, READ_CHUNK, Words } from './profile-parts.js';
import { RosterRevisionEntity } from './roster.entity.js';
import { changedAfter, type RosterHead, rosterHead } from './roster-changes.js';

/** Readings that were overtaken by a change before the writers are asked to wait. */
const PATIENCE = 5;

/** What is new on the roster since some moment. */
export interface RosterNews extends RosterHead {
  /** Whether this is the whole roster, and what was known before does not count. */
  readonly anew: boolean;
  /** By roster number; null for somebody who is not there any more. */
  readonly changes: ReadonlyMap<number, ExpertProfile | null>;
}

type Changes = Map<number, ExpertProfile | null>;

/** Reads the profiles that are not known yet: all of them, or those who were changed since. */
export class RosterReader {
  /** `pause` lets others be served; it is called after every few hundred profiles. */
  constructor(
    private readonly database: Database,
    private readonly pause: () => Promise<void>,
  ) {}

  /**
   * What is new since `known`; without it, everybody. Reads again whom a change overtook, so that nobody is half old and
   * half new: profiles and changes stand under one lock, and whoever sees a part of a change finds it in the list of changes.
   */
  async since(known?: RosterHead): Promise<RosterNews> {
    const { read } = this.database;
    const changes: Changes = new Map();
    let at = known;
    let anew = known === undefined;
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      const head = await rosterHead(read);
      anew = (await this.step(read, at, head, changes)) || anew;
      at = head;
      if ((await rosterHead(read)).revision === head.revision) return { ...head, anew, changes };
    }
    return this.database.transaction(async (tx) => {
      await lockRow(tx, RosterRevisionEntity, { id: 1 });
      const head = await rosterHead(tx);
      const all = await this.step(tx, at, head, changes);
      return { ...head, anew: anew || all, changes };
    });
  }

  /** Brings `changes` from one head to the next, and says whether everybody had to be read. What changes meanwhile is noted after `to`. */
  private async step(manager: EntityManager, from: RosterHead | undefined, to: RosterHead, changes: Changes): Promise<boolean> {
    const words = new Words();
    const numbers = from ? await changedAfter(manager, from) : 'everybody';
    if (numbers === 'everybody') changes.clear();
    else await this.again(manager, numbers, words, changes);
    await this.newcomers(manager, numbers === 'everybody' ? 0 : (from?.lastNumber ?? 0), to.lastNumber, words, changes);
    return numbers === 'everybody';
  }

  private async again(manager: EntityManager, numbers: readonly number[], words: Words, changes: Changes): Promise<void> {
    for (let start = 0; start < numbers.length; start += READ_CHUNK) {
      const some = numbers.slice(start, start + READ_CHUNK);
      const profiles = await profilesWhere(manager, 'expert.number IN (:...some)', { some }, words);
      for (const number of some) changes.set(number, null);
      for (const profile of profiles) changes.set(profile.number, profile);
      await this.pause();
    }
  }

  private async newcomers(manager: EntityManager, after: number, last: number, words: Words, changes: Changes): Promise<void> {
    for (let from = after; from < last; ) {
      const profiles = await profilesWhere(manager, 'expert.number > :from AND expert.number <= :last', { from, last }, words);
      for (const profile of profiles) changes.set(profile.number, profile);
      await this.pause();
      from = profiles.length < READ_CHUNK ? last : (profiles.at(-1) as ExpertProfile).number;
    }
  }
}

/** At most READ_CHUNK profiles, by roster number. */
export async function profilesWhere(
  manager: EntityManager,
  condition: string,
  parameters: Readonly<Record<string, unknown>>,
  words = new Words(),
): Promise<ExpertProfile[]> {
  const rows = await manager
    .createQueryBuilder(ExpertEntity, 'expert')
    .select('expert.id', 'id')
    .addSelect('expert.number', 'number')
    .addSelect('expert.nationality', 'nationality')
    .addSelect('expert.gender', 'gender')
    .where(condition, parameters)
    .orderBy('expert.number')
    .limit(READ_CHUNK)
    .getRawMany<Pick<ExpertProfile, 'id' | 'number' | 'nationality' | 'gender'>>();
  const parts = await loadParts(
    manager,
    rows.map(({ id }) => id),
    undefined,
    words,
  );
  return rows.map(({ id, number, nationality, gender }) => ({
    id,
    number,
    nationality: words.one(nationality),
    gender: words.one(gender),
    ...(parts.get(id) as ExpertParts),
  }));
}

import type { EntityManager } from 'typeorm';
import { lockRow, type Tx } from '../../platform/database/index.js';
import { RosterChangeEntity, RosterRevisionEntity } from './roster.entity.js';

/** Whom a change concerns, so that others read these again and nobody else. */
export type Concerned =
  | { readonly experts: readonly string[] }
  /** So many new experts, who get the next roster numbers. */
  | { readonly newcomers: number }
  | 'everybody';

/** In place of a roster number, which counts from 1. */
const EVERYBODY = 0;

/** The roster as it stood at some moment. */
export interface RosterHead {
  readonly revision: number;
  /** The newest roster number that was given. */
  readonly lastNumber: number;
}

/**
 * Opens the roster for writing: waits for other writers, moves the revision, notes whom it concerns and takes the roster
 * numbers of newcomers. Returns the first of them. The first statement of each transaction that changes or deletes a
 * profile or a membership; nobody else may be changed in it.
 */
export async function writeRoster(tx: Tx, concerned: Concerned): Promise<number> {
  const roster = await lockRow(tx, RosterRevisionEntity, { id: 1 });
  if (roster === null) throw new Error('the roster has no revision row; the migration writes it');
  const revision = roster.revision + 1;
  const newcomers = concerned !== 'everybody' && 'newcomers' in concerned ? concerned.newcomers : 0;
  await tx.getRepository(RosterRevisionEntity).update({ id: 1 }, { revision, lastNumber: roster.lastNumber + newcomers });
  if (concerned === 'everybody') await tx.getRepository(RosterChangeEntity).upsert({ number: EVERYBODY, revision }, ['number']);
  else if ('experts' in concerned && concerned.experts.length > 0) await note(tx, concerned.experts);
  return roster.lastNumber + 1;
}

/** One row for everybody who was ever changed: the newest revision counts. */
async function note(tx: Tx, expertIds: readonly string[]): Promise<void> {
  const { driver } = tx.dataSource;
  const ids = expertIds.map((_, index) => driver.createParameter('id', index)).join(', ');
  await tx.query(
    `INSERT INTO roster_changes (number, revision)
     SELECT expert.number, roster.revision FROM experts expert CROSS JOIN roster_revision roster WHERE expert.id IN (${ids})
     ON CONFLICT (number) DO UPDATE SET revision = excluded.revision`,
    [...expertIds],
  );
}

/** The roster as it stands now. */
export async function rosterHead(manager: EntityManager): Promise<RosterHead> {
  const { revision, lastNumber } = await manager.getRepository(RosterRevisionEntity).findOneByOrFail({ id: 1 });
  return { revision, lastNumber };
}

/** Roster numbers of those who were changed after that revision, newcomers apart; or that it was everybody. */
export async function changedAfter(manager: EntityManager, { revision, lastNumber }: RosterHead): Promise<number[] | 'everybody'> {
  const rows = await manager
    .createQueryBuilder(RosterChangeEntity, 'change')
    .select('change.number', 'number')
    .where('change.revision > :revision AND change.number <= :lastNumber', { revision, lastNumber })
    .orderBy('change.number')
    .getRawMany<{ number: number }>();
  const numbers = rows.map(({ number }) => number);
  return numbers[0] === EVERYBODY ? 'everybody' : numbers;
}

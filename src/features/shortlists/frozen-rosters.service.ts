import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { IsoDate } from '../../core/dates.js';
import type { ExpertProfile } from '../../core/expert.js';
import { frozenProfile, type Packing, Pool } from '../../core/matching/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Turns } from '../../platform/turns.js';
import { type RosterAsOf, RosterPool } from '../roster/index.js';
import { RosterSnapshot, SnapshotPiece } from './record.entity.js';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Roster numbers of one piece: a changed profile costs one new piece and a new list of pieces, and small pieces compress worse. */
const PIECE = 32;
/** Ids of one SELECT. */
const IDS = 500;
/** Pieces that are read or written by one statement, and in memory at once: about a megabyte. */
const BATCH = 32;
/** Higher than 5 takes several times as long for a few per cent. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** Frozen pools that are kept ready: the run that is looked at and the one it is compared with. */
const MOST_POOLS = 2;

/** A snapshot that is ready to be written: what the database does not have yet is compressed. */
export interface PreparedSnapshot {
  readonly id: string;
  readonly profiles: number;
  readonly pieces: readonly string[];
  readonly fresh: readonly SnapshotPiece[];
}

/** Keeps the roster as runs saw it, each piece once, and gives it back. */
@Injectable()
export class FrozenRosters {
  private readonly pools = new Map<string, Promise<Pool>>();
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly roster: RosterPool,
    private readonly clock: Clock,
  ) {}

  /** The roster as it is now, for that day, ready to be ranked for such a requirement. */
  asOf(day: IsoDate, requirement: Packing): Promise<RosterAsOf> {
    return this.roster.asOf(day, requirement);
  }

  /** Cuts the profiles into pieces and compresses those that are new. Outside a transaction, because it takes a while. */
  async prepare(profiles: readonly ExpertProfile[]): Promise<PreparedSnapshot> {
    const pieces: { id: string; json: string; profiles: number }[] = [];
    for (const group of byNumber(profiles)) {
      const json = JSON.stringify(group.map(frozenProfile));
      pieces.push({ id: hash(json), json, profiles: group.length });
      // Others get their turn between two pieces, however many runs are made at the same time.
      await this.turns.next();
    }
    const ids = pieces.map(({ id }) => id);
    const known = await this.known(ids);
    const fresh: SnapshotPiece[] = [];
    for (const { id, json, profiles: count } of pieces)
      if (!known.has(id)) fresh.push({ id, profiles: count, content: (await compress(json, QUALITY)).toString('base64') });
    return { id: hash(ids.join('\n')), profiles: profiles.length, pieces: ids, fresh };
  }

  /** Writes what is missing; what another run has just written is the same. */
  async keep(tx: Tx, { id, profiles, pieces, fresh }: PreparedSnapshot): Promise<void> {
    for (let start = 0; start < fresh.length; start += BATCH) {
      const rows = fresh.slice(start, start + BATCH);
      await tx.createQueryBuilder().insert().into(SnapshotPiece).values(rows).orIgnore().updateEntity(false).execute();
    }
    const row = { id, profiles, pieces: [...pieces], madeAt: this.clock.iso() };
    await tx.createQueryBuilder().insert().into(RosterSnapshot).values(row).orIgnore().execute();
  }

  /** The frozen profiles piece by piece, by roster number. */
  async *pieces(snapshotId: string): AsyncGenerator<readonly ExpertProfile[]> {
    const { pieces } = await this.database.read.getRepository(RosterSnapshot).findOneByOrFail({ id: snapshotId });
    for (let start = 0; start < pieces.length; start += BATCH) {
      const ids = pieces.slice(start, start + BATCH);
      const found = await this.database.read.getRepository(SnapshotPiece).findBy({ id: In(ids) });
      const contents = new Map(found.map(({ id, content }) => [id, content]));
      for (const id of ids) {
        const json = await decompress(Buffer.from(contents.get(id) ?? '', 'base64'));
        yield JSON.parse(json.toString()) as ExpertProfile[];
      }
    }
  }

  /** The frozen profiles, ready to be ranked as of that day. Callers go on one in each turn of the event loop. */
  async pool(snapshotId: string, day: IsoDate): Promise<Pool> {
    const key = `${snapshotId} ${day}`;
    const present = this.pools.get(key) ?? this.thaw(snapshotId, day);
    this.pools.delete(key);
    this.pools.set(key, present);
    for (const oldest of this.pools.keys()) if (this.pools.size > MOST_POOLS) this.pools.delete(oldest);
    // A failed read must not be kept for the callers to come.
    present.catch(() => this.pools.delete(key));
    const pool = await present;
    await this.turns.next();
    return pool;
  }

  private async thaw(snapshotId: string, day: IsoDate): Promise<Pool> {
    const profiles: ExpertProfile[] = [];
    for await (const piece of this.pieces(snapshotId)) profiles.push(...piece);
    return Pool.gradually(profiles, day, () => this.turns.next());
  }

  private async known(ids: readonly string[]): Promise<Set<string>> {
    const known = new Set<string>();
    for (let start = 0; start < ids.length; start += IDS) {
      const where = { id: In(ids.slice(start, start + IDS)) };
      for (const { id } of await this.database.read.getRepository(SnapshotPiece).find({ where, select: { id: true } })) known.add(id);
    }
    return known;
  }
}

/** Neighbours together: the same people make the same piece, whoever joins later. */
function* byNumber(profiles: readonly ExpertProfile[]): Generator<ExpertProfile[]> {
  let group: ExpertProfile[] = [];
  for (const profile of profiles) {
    if (group[0] && Math.floor(group[0].number / PIECE) !== Math.floor(profile.number / PIECE)) {
      yield group;
      group = [];
    }
    group.push(profile);
  }
  if (group.length > 0) yield group;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

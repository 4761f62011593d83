import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import {
  explain,
  type IneligibleCandidate,
  ineligibleGradually,
  type Pool,
  type RankedCandidate,
  rank,
} from '../../core/matching/index.js';
import type { Requirement } from '../../core/requirement.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, newId, type Tx } from '../../platform/database/index.js';
import { Turns } from '../../platform/turns.js';
import { Posts } from '../posts/index.js';
import { evidenceOf } from './evidence.js';
import { FrozenRosters } from './frozen-rosters.service.js';
import { type RunOptions, STANDARD_SIZE } from './shortlist.dto.js';
import { ShortlistCandidate, ShortlistRun } from './shortlist.entity.js';

/** Rows of one INSERT: nine values each, far below what either database takes in one statement. */
const CHUNK = 100;

type CandidateRow = Omit<ShortlistCandidate, 'run'>;

/** Runs of shortlists: each asks the post's question of the roster once, and keeps question and answer unchanged. */
@Injectable()
export class Shortlists {
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly posts: Posts,
    private readonly rosters: FrozenRosters,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Ranks the whole roster for a post. Experience counts up to `asOf`, else the post's own day, else today. The same
   * post version, day and roster revision give the same list. Throws 'not-found' or, on a closed post, 'post.closed'.
   */
  async run(postId: string, { size = STANDARD_SIZE, asOf }: RunOptions, me: Actor): Promise<ShortlistRun> {
    const post = await this.posts.one(postId, me);
    const day = asOf ?? post.asOf ?? this.clock.today();
    const requirement = await this.posts.requirement(post, day);
    const { pool, revision } = await this.rosters.asOf(day, requirement);
    const ranking = rank(pool, requirement, size);
    const others = await ineligibleGradually(pool, requirement, () => this.turns.next());
    if (ranking.considered !== ranking.eligible + others.length)
      throw new Error('the count of the eligible and the list of the others do not add up');
    const snapshot = await this.rosters.prepare(pool.profiles);
    return this.database.transaction(async (tx) => {
      await this.rosters.keep(tx, snapshot);
      const run = tx.getRepository(ShortlistRun).create({
        id: newId(),
        postId,
        postVersion: post.version,
        rubricVersion: ranking.rubricVersion,
        requirement,
        asOf: day,
        rosterRevision: revision,
        snapshotId: snapshot.id,
        size,
        considered: ranking.considered,
        eligible: ranking.eligible,
        unmetByGate: ranking.unmetByGate,
        runBy: me.accountId,
        runAt: this.clock.iso(),
      });
      await tx.getRepository(ShortlistRun).insert(run);
      await insertInChunks(tx, ranking.top, (candidate) => rankedRow(run.id, candidate, pool, requirement));
      await insertInChunks(tx, others, (candidate, index) => ineligibleRow(run.id, candidate, index + 1));
      await this.audit.record(tx, {
        actor: me,
        action: 'shortlist.run',
        subject: { kind: 'shortlist', id: run.id },
        details: { postId, asOf: day, rosterRevision: revision, eligible: ranking.eligible },
      });
      return run;
    });
  }

  /** Earlier runs of a post, newest first. Throws 'not-found'. */
  async of(postId: string, me: Actor): Promise<ShortlistRun[]> {
    await this.posts.one(postId, me);
    return this.database.read.getRepository(ShortlistRun).find({ where: { postId }, order: { runAt: 'DESC', id: 'DESC' } });
  }
}

/** Rows are made chunk by chunk, so that the explanations of a large roster are never all in memory. */
async function insertInChunks<T>(tx: Tx, items: readonly T[], row: (item: T, index: number) => CandidateRow): Promise<void> {
  for (let start = 0; start < items.length; start += CHUNK) {
    const rows = items.slice(start, start + CHUNK).map((item, index) => row(item, start + index));
    await tx.createQueryBuilder().insert().into(ShortlistCandidate).values(rows).updateEntity(false).execute();
  }
}

function rankedRow(
  runId: string,
  { number, expertId, rank: position, total }: RankedCandidate,
  pool: Pool,
  requirement: Requirement,
): CandidateRow {
  const profile = pool.profile(number);
  if (!profile) throw new Error('a ranked candidate is not in the pool');
  return {
    runId,
    number,
    expertId,
    eligible: true,
    position,
    total,
    explanation: explain(profile, requirement),
    evidence: evidenceOf(profile),
    unmet: [],
  };
}

function ineligibleRow(runId: string, { number, expertId, unmet }: IneligibleCandidate, position: number): CandidateRow {
  return { runId, number, expertId, eligible: false, position, total: null, explanation: null, evidence: null, unmet: [...unmet] };
}

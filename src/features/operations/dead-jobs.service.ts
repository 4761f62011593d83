import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../core/access.js';
import { DomainError, notFound } from '../../core/errors.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../platform/database/index.js';
import { OutboxJob } from '../../platform/outbox/index.js';

const PAGE_SIZE = 50;
/** How many jobs one press of a button runs again; the next press takes the next. */
const AT_ONCE = 1000;

/** A job that was given up. It names no payload: ids of people and missions are no matter of whoever runs the machines. */
export interface DeadJob {
  readonly id: string;
  readonly name: string;
  /** The kind of the last failure, such as `QueryFailedError 57P01`. */
  readonly failure: string;
  readonly attempts: number;
  readonly createdAt: string;
  /** When it was given up. */
  readonly finishedAt: string;
}

/** Dead jobs of one name that failed in the same way. */
export interface DeadKind {
  readonly name: string;
  readonly failure: string;
  readonly count: number;
  /** When the last of them was given up. */
  readonly latest: string;
}

export interface DeadPage {
  /** Latest first. */
  readonly jobs: readonly DeadJob[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** Which dead jobs: of this name, failed in this way. */
export type KindOfDead = Pick<DeadKind, 'name' | 'failure'>;

/** The jobs that were given up, and how they get another chance. */
@Injectable()
export class DeadJobs {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async kinds(): Promise<DeadKind[]> {
    const rows: Record<keyof DeadKind, string>[] = await this.db.read
      .createQueryBuilder(OutboxJob, 'job')
      .select('job.name', 'name')
      .addSelect("COALESCE(job.failure, 'unknown')", 'failure')
      .addSelect('COUNT(*)', 'count')
      .addSelect('MAX(job.finished_at)', 'latest')
      .where("job.state = 'dead'")
      .groupBy('job.name')
      .addGroupBy("COALESCE(job.failure, 'unknown')")
      .orderBy('job.name')
      .addOrderBy("COALESCE(job.failure, 'unknown')")
      .getRawMany();
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  async page(page: number): Promise<DeadPage> {
    const [rows, total] = await this.db.read.getRepository(OutboxJob).findAndCount({
      select: { id: true, name: true, failure: true, attempts: true, createdAt: true, finishedAt: true },
      where: { state: 'dead' },
      order: { finishedAt: 'DESC', id: 'DESC' },
      take: PAGE_SIZE,
      skip: (page - 1) * PAGE_SIZE,
    });
    const jobs = rows.map(({ id, name, failure, attempts, createdAt, finishedAt }) => {
      return { id, name, failure: failure ?? 'unknown', attempts, createdAt, finishedAt: finishedAt ?? createdAt };
    });
    return { jobs, total, page, pageSize: PAGE_SIZE };
  }

  /** Gives one dead job all its tries again. It reads the present state first, as every job does, so that it may find nothing to do. */
  async replay(id: string, me: Actor): Promise<void> {
    await this.db.transaction(async (tx) => {
      const job = await lockRow(tx, OutboxJob, { id });
      if (!job) throw notFound('job');
      if (job.state !== 'dead')
        throw new DomainError('job.not-dead', `The job is ${job.state}; only one that was given up can be run again. Load the page again.`);
      await this.revive(tx, [id]);
      await this.audit.record(tx, { actor: me, action: 'job.replayed', subject: { kind: 'job', id }, details: whatFailed(job) });
    });
  }

  /** The same for up to 1,000 of a kind, the latest first; returns how many those were. */
  replayKind({ name, failure }: KindOfDead, me: Actor): Promise<number> {
    return this.db.transaction(async (tx) => {
      const dead = tx
        .createQueryBuilder(OutboxJob, 'job')
        .where("job.state = 'dead' AND job.name = :name AND COALESCE(job.failure, 'unknown') = :failure", { name, failure })
        .orderBy('job.finished_at', 'DESC')
        .limit(AT_ONCE);
      if (this.db.dialect === 'postgres') dead.setLock('pessimistic_write');
      const jobs = await dead.getMany();
      if (jobs.length === 0) throw notFound('kind of dead job');
      await this.revive(
        tx,
        jobs.map(({ id }) => id),
      );
      for (const job of jobs) {
        await this.audit.record(tx, { actor: me, action: 'job.replayed', subject: { kind: 'job', id: job.id }, details: whatFailed(job) });
      }
      return jobs.length;
    });
  }

  private async revive(tx: Tx, ids: readonly string[]): Promise<void> {
    const now = this.clock.iso();
    const fresh = { state: 'pending', attempts: 0, dueAt: now, handAt: now, lockedUntil: null, failure: null, finishedAt: null } as const;
    await tx.getRepository(OutboxJob).update({ id: In([...ids]), state: 'dead' }, fresh);
  }
}

function whatFailed({ name, failure, attempts }: OutboxJob) {
  return { job: name, failure, attempts };
}

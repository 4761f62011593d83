import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { OutboxJob } from './outbox-job.entity.js';

/** A job that is due for longer than this, and not done, means that something does not run. Milliseconds. */
export const OVERDUE_MS = 120_000;

/** How many jobs of one name are where. */
export interface JobCounts {
  readonly name: string;
  /** Due later. */
  readonly scheduled: number;
  /** Due now, running or not; those due for more than two minutes are `overdue` as well. */
  readonly due: number;
  readonly overdue: number;
  /** Tried before, and waiting for the next try. */
  readonly retrying: number;
  readonly dead: number;
  /** Only where it was asked for: counting what is over takes long. */
  readonly done: number;
}

/** Counts jobs, for people and for machines. */
@Injectable()
export class JobOverview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By name. `withDone` counts those that are done as well. */
  async counts(withDone: boolean): Promise<JobCounts[]> {
    const count = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
    const pending = "job.state = 'pending'";
    const query = this.database.read
      .createQueryBuilder(OutboxJob, 'job')
      .select('job.name', 'name')
      .addSelect(count(`${pending} AND job.due_at > :now`), 'scheduled')
      .addSelect(count(`${pending} AND job.due_at <= :now`), 'due')
      .addSelect(count(`${pending} AND job.due_at < :overdue`), 'overdue')
      .addSelect(count(`${pending} AND job.attempts > 0 AND job.due_at > :now`), 'retrying')
      .addSelect(count("job.state = 'dead'"), 'dead')
      .addSelect(count("job.state = 'done'"), 'done')
      .setParameters({ now: this.clock.iso(), overdue: this.clock.iso(-OVERDUE_MS) })
      .groupBy('job.name')
      .orderBy('job.name');
    if (!withDone) query.where("job.state IN ('pending', 'dead')");
    const rows: Record<keyof JobCounts, string | number>[] = await query.getRawMany();
    return rows.map(({ name, ...counts }) => {
      const numbers = Object.entries(counts).map(([key, value]) => [key, Number(value)]);
      return { name: String(name), ...(Object.fromEntries(numbers) as Omit<JobCounts, 'name'>) };
    });
  }

  /** For how many milliseconds the job that has been due longest is due; 0 when none is. */
  async lag(): Promise<number> {
    const row = await this.database.read
      .createQueryBuilder(OutboxJob, 'job')
      .select('MIN(job.due_at)', 'since')
      .where("job.state = 'pending' AND job.due_at <= :now", { now: this.clock.iso() })
      .getRawOne<{ since: string | null }>();
    return row?.since ? Math.max(0, this.clock.now() - Date.parse(row.since)) : 0;
  }
}

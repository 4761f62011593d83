import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Settings } from '../config/index.js';
import { Database, newId } from '../database/index.js';
import { definedJobs, type JobPayload, type RunAgain } from './job.js';
import { STATEMENTS } from './job-statements.js';
import { OutboxJob } from './outbox-job.entity.js';

/** A job that this process has begun. `attempts` tells this run from one that took over from it. */
export interface ClaimedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: JobPayload;
  readonly attempts: number;
}

/** How a run ended that did not succeed. */
export interface FailedRun {
  readonly failure: string;
  /** When it is tried again; null when it is given up. */
  readonly retryAt: string | null;
}

/** A job that was handed over and not begun by then is handed over again, in milliseconds; one that was begun, when its lease ends. */
export function handAgainMs({ jobLeaseSeconds }: Pick<Settings, 'jobLeaseSeconds'>): number {
  return jobLeaseSeconds * 1250;
}

/**
 * Begins and ends jobs in the database, many with one statement. Leases are set and judged by the clock of the database,
 * so that processes whose own clocks differ agree on who is alive.
 */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Those that are pending, due, known to this version of the program and not being run elsewhere. */
  async claim(ids: readonly string[]): Promise<ReadonlyMap<string, ClaimedJob>> {
    const names = definedJobs().map(({ name }) => name);
    const rows = await this.query<Omit<ClaimedJob, 'payload'> & { payload: string }>('claim', [
      list(ids),
      list(names),
      this.clock.iso(),
      this.settings.jobLeaseSeconds,
    ]);
    return new Map(rows.map((row) => [row.id, { ...row, payload: JSON.parse(row.payload) as JobPayload }]));
  }

  /** Says that these runs are alive. A run that another has taken over from is passed by. */
  async keep(jobs: readonly ClaimedJob[]): Promise<void> {
    await this.query('keep', [runsOf(jobs), this.settings.jobLeaseSeconds]);
  }

  /** As if they had not been begun, and due to be handed over at once. A run that another has taken over from is passed by. */
  async giveBack(jobs: readonly ClaimedJob[]): Promise<ReadonlyMap<ClaimedJob, true>> {
    await this.query('giveBack', [runsOf(jobs), this.clock.iso()]);
    return new Map(jobs.map((job) => [job, true]));
  }

  /** Also right for a run that another has taken over from: what is done is done. */
  async finish(ids: readonly string[]): Promise<ReadonlyMap<string, true>> {
    await this.query('finish', [list(ids), this.clock.iso()]);
    return new Map(ids.map((id) => [id, true]));
  }

  /** Pending again until that moment, as if new: under an id of its own, so that nothing which an older run still does can touch it. */
  async postpone({ id, attempts }: ClaimedJob, { againAt }: RunAgain): Promise<void> {
    const fresh = { id: newId(), dueAt: againAt, handAt: againAt, attempts: 0, handovers: 0, lockedUntil: null, failure: null };
    await this.database.read.getRepository(OutboxJob).update({ id, attempts, state: 'pending' }, fresh);
  }

  /** Does nothing when another run has taken over: its lease is not ours to end. */
  async fail({ id, attempts }: ClaimedJob, { failure, retryAt }: FailedRun): Promise<void> {
    const next =
      retryAt === null ? { state: 'dead' as const, finishedAt: this.clock.iso(), handAt: null } : { dueAt: retryAt, handAt: retryAt };
    await this.database.read.getRepository(OutboxJob).update({ id, attempts, state: 'pending' }, { ...next, lockedUntil: null, failure });
  }

  private query<Row>(name: keyof (typeof STATEMENTS)['sqlite'], parameters: unknown[]): Promise<Row[]> {
    return this.database.read.query(STATEMENTS[this.database.dialect][name], parameters);
  }
}

function runsOf(jobs: readonly ClaimedJob[]): string {
  return list(jobs.map(({ id, attempts }) => ({ id, attempts })));
}

/** A list as one parameter, so that a statement is the same text for any number of jobs. */
function list(values: readonly unknown[]): string {
  return JSON.stringify(values);
}

import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { backOffMs, definedJobs, PermanentFailure } from './job.js';
import { JobHandlers } from './job-handlers.js';
import { OutboxJob } from './outbox-job.entity.js';

/** How long a silent handler is believed to be alive. After a crash the job runs again once this has passed. */
export const LEASE_MS = 20_000;

/** Runs one job of the outbox, however it was delivered, and writes down how it went. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('jobs');
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  /** Does nothing when the job is done, given up, not due, or being run elsewhere. Never throws for a failing handler. */
  run(id: string): Promise<void> {
    const work = this.claimAndRun(id).finally(() => this.running.delete(work));
    this.running.add(work);
    return work;
  }

  /** Resolves when what is running now has ended. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private async claimAndRun(id: string): Promise<void> {
    const job = await this.claim(id);
    if (!job) return;
    const attempts = definedJobs().find(({ name }) => name === job.name)?.attempts ?? 1;
    const alive = setInterval(() => void this.extend(id).catch(() => undefined), LEASE_MS / 4);
    try {
      await this.handlers.of(job.name)(job.payload, { id, attempt: job.attempts, last: job.attempts >= attempts });
      await this.write(id, { state: 'done', finishedAt: this.clock.iso(), lockedUntil: null, failure: null });
    } catch (error) {
      await this.failed(job, error, error instanceof PermanentFailure || job.attempts >= attempts);
    } finally {
      clearInterval(alive);
    }
  }

  private async claim(id: string): Promise<OutboxJob | null> {
    const now = this.clock.iso();
    const outbox = this.database.read.getRepository(OutboxJob);
    const claimed = await outbox
      .createQueryBuilder()
      .update()
      .set({ lockedUntil: this.clock.iso(LEASE_MS), attempts: () => 'attempts + 1' })
      .where('id = :id AND state = :pending AND due_at <= :now AND (locked_until IS NULL OR locked_until < :now)', {
        id,
        pending: 'pending',
        now,
      })
      .execute();
    return claimed.affected === 1 ? outbox.findOneBy({ id }) : null;
  }

  private extend(id: string): Promise<void> {
    return this.write(id, { lockedUntil: this.clock.iso(LEASE_MS) });
  }

  private async failed(job: OutboxJob, error: unknown, forGood: boolean): Promise<void> {
    const failure = error instanceof Error ? error.name : 'unknown';
    this.logger.warn({ job: job.name, id: job.id, attempt: job.attempts, failure, forGood });
    const next = forGood ? { state: 'dead' as const, finishedAt: this.clock.iso() } : { dueAt: this.clock.iso(backOffMs(job.attempts)) };
    await this.write(job.id, { ...next, lockedUntil: null, handedUntil: null, failure });
  }

  private async write(id: string, change: Partial<Omit<OutboxJob, 'payload'>>): Promise<void> {
    await this.database.read.getRepository(OutboxJob).update({ id, state: 'pending' }, change);
  }
}

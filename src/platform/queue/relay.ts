import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/index.js';
import { Jobs, LEASE_MS, OutboxJob } from '../outbox/index.js';
import type { Delivery, HandOver } from './delivery.js';

export const DELIVERY = Symbol('delivery');

/** How often due jobs are looked for when nothing announces them. */
const SWEEP_MS = 1000;
/** How many jobs one look takes. */
const BATCH = 200;
/** A job that was handed over and is neither done nor running after this time is handed over again. */
const HAND_AGAIN_MS = LEASE_MS + 5000;

/**
 * Hands due jobs to the delivery, and hands again what a queue lost or a worker dropped. Any number of processes may
 * do so at once: each takes rows that no other has taken.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('relay');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;
  private again = false;
  private stopListening: () => void = () => undefined;
  private sweptAt = 0;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(DELIVERY) private readonly delivery: Delivery,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.jobs.onEnqueued(() => this.wake());
    this.timer = setInterval(() => this.wake(), SWEEP_MS);
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopListening();
    this.again = false;
    await this.sweeping;
    await this.delivery.close();
  }

  /** Milliseconds since the last look that went well: the heartbeat of the service. */
  silence(): number {
    return this.clock.now() - this.sweptAt;
  }

  /** Looks for due jobs now. Calls that arrive meanwhile are served by one more look. */
  wake(): void {
    if (this.sweeping !== undefined) {
      this.again = true;
      return;
    }
    this.sweeping = this.sweep()
      .then(() => {
        this.sweptAt = this.clock.now();
      })
      .catch((error: unknown) => this.logger.warn({ event: 'sweep-failed', failure: error instanceof Error ? error.name : 'unknown' }))
      .finally(() => {
        this.sweeping = undefined;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async sweep(): Promise<void> {
    for (;;) {
      const taken = await this.take();
      if (taken.length === 0) return;
      try {
        await this.delivery.hand(taken);
      } catch (error) {
        await this.giveBack(taken);
        throw error;
      }
      if (taken.length < BATCH) return;
    }
  }

  private take(): Promise<HandOver[]> {
    const now = this.clock.iso();
    return this.database.transaction(async (tx) => {
      const select = tx
        .createQueryBuilder(OutboxJob, 'job')
        .select(['job.id', 'job.handovers'])
        .where("job.state = 'pending' AND job.dueAt <= :now", { now })
        .andWhere('(job.handedUntil IS NULL OR job.handedUntil < :now) AND (job.lockedUntil IS NULL OR job.lockedUntil < :now)')
        .orderBy('job.dueAt')
        .limit(BATCH);
      if (this.database.dialect === 'postgres') select.setLock('pessimistic_write').setOnLocked('skip_locked');
      const jobs = await select.getMany();
      if (jobs.length > 0) {
        const change = { handedUntil: this.clock.iso(HAND_AGAIN_MS), handovers: () => 'handovers + 1' };
        await tx.getRepository(OutboxJob).update({ id: In(jobs.map(({ id }) => id)) }, change);
      }
      return jobs.map(({ id, handovers }) => ({ id, handovers }));
    });
  }

  private async giveBack(taken: readonly HandOver[]): Promise<void> {
    await this.database.read.getRepository(OutboxJob).update({ id: In(taken.map(({ id }) => id)) }, { handedUntil: null });
  }
}

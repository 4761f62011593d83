import { Inject, Injectable } from '@nestjs/common';
import { Health, type Readiness } from '../../platform/health/index.js';
import { type JobCounts, JobOverview } from '../../platform/outbox/index.js';
import { DELIVERY, type Delivery, type QueueLoad } from '../../platform/queue/index.js';

/** What runs, what waits and what is stuck, in numbers. */
export interface OperationsView {
  readonly health: Readiness;
  readonly jobs: readonly JobCounts[];
  /** Milliseconds for which the job that has been due longest is due. */
  readonly lag: number;
  /** What lies between outbox and workers; null when the queue does not answer. */
  readonly queue: QueueLoad | null;
}

@Injectable()
export class Operations {
  constructor(
    private readonly health: Health,
    private readonly overview: JobOverview,
    @Inject(DELIVERY) private readonly delivery: Delivery,
  ) {}

  async view(): Promise<OperationsView> {
    const [health, jobs, lag, queue] = await Promise.all([
      this.health.readiness(),
      this.overview.counts(true),
      this.overview.lag(),
      this.delivery.load().catch(() => null),
    ]);
    return { health, jobs, lag, queue };
  }
}

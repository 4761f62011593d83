import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { Settings } from '../config/index.js';
import { JobRunner } from '../outbox/index.js';
import type { Bundle } from './bundles.js';
import { patientRedis, QUEUE_NAME } from './redis.js';

/** How many bundles a worker has in its hands: the more, the fewer statements begin and end their jobs. See the limit of handlers in JobRunner. */
const CONCURRENCY = 100;
/** How long stopping waits for Redis, in milliseconds. What it then does not know is found out by its own lock on the job. */
const FAREWELL_MS = 10_000;

/** Takes jobs from Redis in a worker process. */
@Injectable()
export class QueueWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private redis: Redis | undefined;
  private worker: Worker<Bundle> | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly runner: JobRunner,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.redisUrl) return;
    this.redis = patientRedis(this.settings.redisUrl);
    this.worker = new Worker<Bundle>(QUEUE_NAME, ({ data }) => this.deliver(data), {
      connection: this.redis,
      concurrency: CONCURRENCY,
      lockDuration: 30_000,
      stalledInterval: 10_000,
      maxStalledCount: 3,
      runRetryDelay: 2000,
      skipVersionCheck: true,
    });
    this.worker.on('error', () => undefined);
  }

  /**
   * Gives back what is not running yet, and waits for what is; for a Redis that is away or frozen only so long, because its
   * answer may never come.
   */
  async onApplicationShutdown(): Promise<void> {
    if (!this.worker) return;
    this.runner.stop();
    await Promise.race([this.worker.close(this.redis?.status !== 'ready'), timePassed(FAREWELL_MS)]);
    await this.runner.idle();
    this.redis?.disconnect();
  }

  /** Answers nothing: how a job went stands in its row, and Redis would keep the answer. */
  private async deliver({ ids }: Bundle): Promise<void> {
    await Promise.allSettled(ids.map((id) => this.runner.run(id)));
  }
}

function timePassed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

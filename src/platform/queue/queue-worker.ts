import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { Settings } from '../config/index.js';
import { JobRunner } from '../outbox/index.js';
import { patientRedis, QUEUE_NAME } from './redis.js';

const CONCURRENCY = 10;

/** Takes jobs from Redis in a worker process. */
@Injectable()
export class QueueWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private redis: Redis | undefined;
  private worker: Worker<{ id: string }> | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly runner: JobRunner,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.redisUrl) return;
    this.redis = patientRedis(this.settings.redisUrl);
    this.worker = new Worker<{ id: string }>(QUEUE_NAME, (job) => this.runner.run(job.data.id), {
      connection: this.redis,
      concurrency: CONCURRENCY,
      lockDuration: 30_000,
      stalledInterval: 10_000,
      maxStalledCount: 3,
      skipVersionCheck: true,
    });
    this.worker.on('error', () => undefined);
  }

  /** Waits for what is running; with Redis away it does not wait for an answer that will not come. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.worker) return;
    const answers = this.redis?.status === 'ready';
    await this.worker.close(!answers);
    await this.runner.idle();
    this.redis?.disconnect();
  }
}

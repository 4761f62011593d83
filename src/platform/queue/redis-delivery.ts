import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { bundled, MOST_TOGETHER } from './bundles.js';
import type { Delivery, HandOver, QueueLoad } from './delivery.js';
import { answers, QUEUE_NAME } from './redis.js';

/**
 * How many bundles lie in Redis at most, about 2 MB; the other jobs wait in the outbox. A Redis that was filled to the brim
 * could not give a job out either.
 */
const ROOM = 1000;

/** Hands jobs to BullMQ. Redis holds ids only and nothing that the outbox could not hand over again. */
export class RedisDelivery implements Delivery {
  private readonly queue: Queue;

  constructor(private readonly redis: Redis) {
    this.queue = new Queue(QUEUE_NAME, {
      connection: redis,
      skipVersionCheck: true,
      skipWaitingForReady: true,
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    });
    this.queue.on('error', () => undefined);
  }

  async room(): Promise<number> {
    return (ROOM - (await this.queue.getWaitingCount())) * MOST_TOGETHER;
  }

  async hand(jobs: readonly HandOver[]): Promise<void> {
    await this.queue.addBulk(bundled(jobs).map(({ jobId, ...data }) => ({ name: 'outbox', data, opts: { jobId } })));
  }

  reachable(): Promise<boolean> {
    return answers(this.redis);
  }

  async load(): Promise<QueueLoad> {
    const [{ waiting = 0, active = 0 }, workers] = await Promise.all([
      this.queue.getJobCounts('waiting', 'active'),
      this.queue.getWorkersCount(),
    ]);
    return { waiting, running: active, workers };
  }

  async close(): Promise<readonly string[]> {
    if (await this.reachable()) await this.queue.close();
    this.redis.disconnect();
    return [];
  }
}

import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Delivery, HandOver, QueueLoad } from './delivery.js';
import { answers, QUEUE_NAME } from './redis.js';

/**
 * How many ids lie in Redis at most, about 10 MB; the others wait in the outbox. A Redis that was filled to the brim could
 * not take a job out either.
 */
const ROOM = 10_000;

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
    return ROOM - (await this.queue.getWaitingCount());
  }

  async hand(jobs: readonly HandOver[]): Promise<void> {
    await this.queue.addBulk(jobs.map(({ id, handovers }) => ({ name: 'outbox', data: { id }, opts: { jobId: `${id}-${handovers}` } })));
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

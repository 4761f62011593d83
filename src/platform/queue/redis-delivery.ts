import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Delivery, HandOver } from './delivery.js';
import { QUEUE_NAME } from './redis.js';

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

  async hand(jobs: readonly HandOver[]): Promise<void> {
    await this.queue.addBulk(jobs.map(({ id, handovers }) => ({ name: 'outbox', data: { id }, opts: { jobId: `${id}-${handovers}` } })));
  }

  async reachable(): Promise<boolean> {
    return (await this.redis.ping().catch(() => '')) === 'PONG';
  }

  async close(): Promise<void> {
    if (await this.reachable()) await this.queue.close();
    this.redis.disconnect();
  }
}

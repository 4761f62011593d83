import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Delivery, HandOver, QueueLoad } from './delivery.js';
import { answers, type Bundle, QUEUE_NAME } from './redis.js';

/**
 * How many bundles lie in Redis at most, about 2 MB; the other jobs wait in the outbox. A Redis that was filled to the brim
 * could not give a job out either.
 */
const ROOM = 1000;
/** How many jobs a bundle holds at most. */
const MOST_TOGETHER = 10;
/** Into how many bundles jobs are put while these are not full, so that many workers can share a few jobs. */
const FEW_BUNDLES = 20;

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
    await this.queue.addBulk(bundles(jobs).map((bundle) => ({ name: 'outbox', data: contents(bundle), opts: { jobId: nameOf(bundle) } })));
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

function bundles(jobs: readonly HandOver[]): HandOver[][] {
  const size = Math.min(MOST_TOGETHER, Math.ceil(jobs.length / FEW_BUNDLES));
  return Array.from({ length: Math.ceil(jobs.length / size) }, (_, at) => jobs.slice(at * size, (at + 1) * size));
}

function contents(bundle: readonly HandOver[]): Bundle {
  return { ids: bundle.map(({ id }) => id) };
}

/** A queue ignores an id it has seen; the number of the hand-over tells this bundle from those in which its first job was before. */
function nameOf([first]: readonly HandOver[]): string {
  return `${first?.id}-${first?.handovers}`;
}

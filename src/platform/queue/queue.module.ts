import { type DynamicModule, Module } from '@nestjs/common';
import { Settings } from '../config/index.js';
import { JobRunner } from '../outbox/index.js';
import type { Delivery } from './delivery.js';
import { DueJobs } from './due-jobs.js';
import { InProcessDelivery } from './in-process-delivery.js';
import { QueueWorker } from './queue-worker.js';
import { impatientRedis, requireNoEviction } from './redis.js';
import { RedisDelivery } from './redis-delivery.js';
import { DELIVERY, Relay } from './relay.js';

async function delivery(settings: Settings, runner: JobRunner): Promise<Delivery> {
  if (!settings.redisUrl) return new InProcessDelivery(runner);
  const redis = impatientRedis(settings.redisUrl);
  await requireNoEviction(redis);
  return new RedisDelivery(redis);
}

/** Delivers the jobs of the outbox. Every process relays; with Redis only workers run them, without it this process does. */
@Module({})
export class QueueModule {
  static of(process: 'api' | 'worker'): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: DELIVERY, inject: [Settings, JobRunner], useFactory: delivery },
        DueJobs,
        Relay,
        ...(process === 'worker' ? [QueueWorker] : []),
      ],
      exports: [Relay, DELIVERY],
    };
  }
}

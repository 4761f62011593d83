import { Redis } from 'ioredis';

/** The one queue of the service. */
export const QUEUE_NAME = 'hra-desk';

/** A connection that gives up quickly and comes back by itself, for callers that must not hang when Redis is away. */
export function impatientRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 2000, retryStrategy: (times) => Math.min(times * 100, 2000) });
  redis.on('error', () => undefined); // callers see their own failed command; readiness tells the operator
  return redis;
}

/** A connection for a worker, which waits for Redis as long as it takes. */
export function patientRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 100, 2000) });
  redis.on('error', () => undefined);
  return redis;
}

/** Redis must never drop a job to make room. Throws a sentence when it is set up to; says nothing when it is away. */
export async function requireNoEviction(redis: Redis): Promise<void> {
  let policy: string | undefined;
  try {
    policy = ((await redis.config('GET', 'maxmemory-policy')) as string[])[1];
  } catch {
    return;
  }
  if (policy !== 'noeviction') {
    throw new Error(`Redis has maxmemory-policy ${policy}; it could throw jobs away when it is full. Set it to noeviction.`);
  }
}

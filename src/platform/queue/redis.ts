import { Redis, type RedisOptions } from 'ioredis';

/** The one queue of the service. */
export const QUEUE_NAME = 'hra-desk';

/** What lies in Redis as one: ids of the outbox that are delivered together, because each delivery costs as much for many as for one. */
export interface Bundle {
  readonly ids: readonly string[];
}

/** How long a command may take, in milliseconds, for callers that must not hang. A frozen Redis keeps its connections and says nothing. */
const ANSWER_MS = 5000;
/** A connection on which nothing comes back for so long is opened anew. Longer than a worker waits for the next job (10 s). */
const SILENCE_MS = 20_000;

const comesBack = (times: number): number => Math.min(times * 100, 2000);

/** A connection that gives up quickly and comes back by itself, for callers that must not hang when Redis is away. */
export function impatientRedis(url: string): Redis {
  return quiet(url, { maxRetriesPerRequest: 1, connectTimeout: 2000, commandTimeout: ANSWER_MS, socketTimeout: SILENCE_MS });
}

/** A connection for a worker, which waits for Redis as long as it takes. */
export function patientRedis(url: string): Redis {
  return quiet(url, { maxRetriesPerRequest: null, socketTimeout: SILENCE_MS });
}

/** Callers see their own failed command, and readiness tells the operator; the event would end the process. */
function quiet(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, { ...options, retryStrategy: comesBack });
  redis.on('error', () => undefined);
  return redis;
}

/** Whether it answers right now. */
export async function answers(redis: Redis): Promise<boolean> {
  return (await redis.ping().catch(() => '')) === 'PONG';
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

import { Redis, type RedisOptions } from 'ioredis';

/** The one queue of the service. */
export const QUEUE_NAME = 'hra-desk';

/** How long a command may take, in milliseconds, for callers that must not hang. A frozen Redis keeps its connections and says nothing. */
const ANSWER_MS = 5000;
/** A connection on which nothing comes back for so long is opened anew. Longer than a worker waits for the next job (10 s). */
const SILENCE_MS = 20_000;

const SHARED: RedisOptions = { socketTimeout: SILENCE_MS, retryStrategy: (times) => Math.min(times * 100, 2000) };
/** Where ioredis keeps the timer. */
const TIMER = 'socketTimeoutTimer';

/**
 * A connection that says nothing of its errors: callers see their own failed command, and readiness tells the operator; the
 * event would end the process. What is made from it is alike.
 *
 * ioredis 5.11 forgets the timer of `socketTimeout` when a connection is closed in the middle of a question. It would end the
 * next connection, which is well, and keep a process alive that has stopped.
 */
class QuietRedis extends Redis {
  constructor(
    private readonly url: string,
    private readonly given: RedisOptions,
  ) {
    super(url, given);
    this.on('error', () => undefined);
    this.on('close', () => {
      clearTimeout(Reflect.get(this, TIMER));
      Reflect.set(this, TIMER, undefined);
    });
  }

  /** Once is enough: a second time would wait two seconds for the end of what has ended. */
  override disconnect(reconnect = false): void {
    if (this.status !== 'end') super.disconnect(reconnect);
  }

  override duplicate(more: RedisOptions = {}): QuietRedis {
    return new QuietRedis(this.url, { ...this.given, ...more });
  }
}

/** A connection that gives up quickly and comes back by itself, for callers that must not hang when Redis is away. */
export function impatientRedis(url: string): Redis {
  return new QuietRedis(url, { ...SHARED, maxRetriesPerRequest: 1, connectTimeout: 2000, commandTimeout: ANSWER_MS });
}

/** A connection for a worker, which waits for Redis as long as it takes. */
export function patientRedis(url: string): Redis {
  return new QuietRedis(url, { ...SHARED, maxRetriesPerRequest: null });
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

import type { Redis } from 'ioredis';
import { patientRedis } from '../../src/platform/queue/redis.js';
import { withRedis } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';

/** What waits for an answer: a timer that would end the connection which then stands. */
const timerOf = (redis: Redis): unknown => Reflect.get(redis, 'socketTimeoutTimer');

/** Connected, and with no question open. */
async function atRest(redis: Redis): Promise<Redis> {
  await waitFor('a connection', () => redis.status === 'ready' && timerOf(redis) === undefined);
  return redis;
}

withRedis('a connection', (redis) => {
  const opened: Redis[] = [];
  afterEach(() => {
    for (const connection of opened.splice(0)) connection.disconnect();
  });
  const open = (): Redis => {
    opened.push(patientRedis(redis().url));
    return opened.at(-1) as Redis;
  };
  const another = (): Redis => {
    opened.push(open().duplicate());
    return opened.at(-1) as Redis;
  };

  for (const [kind, connect] of [
    ['of ours', open],
    ['that BullMQ makes from ours', another],
  ] as const) {
    it(`${kind} leaves no timer behind when it is closed in the middle of a question`, async () => {
      const connection = await atRest(connect());
      const question = connection.blpop('nothing', 0).catch(() => 'no answer');
      await waitFor('the question to be on its way', () => timerOf(connection));
      connection.disconnect();
      expect(await question).toBe('no answer');
      await waitFor('the end', () => connection.status === 'end');
      expect(timerOf(connection)).toBeUndefined();
    });

    it(`${kind} is not ended by the timer of the one that was cut before it`, async () => {
      const connection = await atRest(connect());
      const other = await atRest(open());
      const question = connection.blpop('later', 0);
      await waitFor('the question to be on its way', () => timerOf(connection));
      const before = timerOf(connection);
      await other.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      await waitFor('a timer of its own', () => timerOf(connection) !== before && timerOf(connection) !== undefined);
      await other.lpush('later', 'an answer');
      expect(await question).toEqual(['later', 'an answer']);
      expect(timerOf(connection)).toBeUndefined();
    });
  }
});

import { Redis } from 'ioredis';
import { startRedis } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';
import { describeWithOwnRedis, LedgerHouse, report } from './ledger-house.js';

/** One Redis with a house that works through it. */
class Stage {
  private constructor(
    readonly url: string,
    readonly house: LedgerHouse,
    private stopRedis: () => Promise<void>,
  ) {}

  static async set(milliseconds: number): Promise<Stage> {
    const { redis, stop } = await startRedis();
    const house = await LedgerHouse.open('postgres', redis.url);
    await Promise.all([house.start('api', milliseconds), house.start('worker', milliseconds), house.start('worker', milliseconds)]);
    return new Stage(redis.url, house, stop);
  }

  async tell(work: (redis: Redis) => Promise<unknown>): Promise<string> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: 3 });
    redis.on('error', () => undefined);
    try {
      return String(await work(redis));
    } finally {
      redis.disconnect();
    }
  }

  async redisPid(): Promise<number> {
    const info = await this.tell((redis) => redis.info('server'));
    return Number(/process_id:(\d+)/.exec(info)?.[1]);
  }

  async comeBack(): Promise<void> {
    const { stop } = await startRedis(Number(new URL(this.url).port));
    const before = this.stopRedis;
    this.stopRedis = async () => {
      await before();
      await stop();
    };
  }

  /** Asks for jobs again and again for so long. */
  async load(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    while (Date.now() < until) {
      await this.house.ask(10);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async clear(): Promise<void> {
    await this.house.close();
    await this.stopRedis();
  }
}

/** They run side by side: most of it is waiting. */
function test(title: string, milliseconds: number, scenario: (stage: Stage) => Promise<void>): void {
  it.concurrent(title, async () => {
    const stage = await Stage.set(milliseconds);
    try {
      await scenario(stage);
    } finally {
      await stage.clear();
    }
  }, 180_000);
}

const EXACTLY_ONCE = { lost: 0, doubled: 0, begunAgain: 0 };
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeWithOwnRedis('with jobs under way, nothing is lost or done twice', () => {
  test('when Redis is killed and comes back empty', 200, async (stage) => {
    const load = stage.load(6000);
    await waitFor('jobs to be done', () => stage.house.counts().done > 0);
    process.kill(await stage.redisPid(), 'SIGKILL');
    await load;
    expect(await stage.house.pending()).toBeGreaterThan(0);
    await stage.comeBack();
    const recoveredMs = await stage.house.finished();
    report('Redis killed and restarted', { ...stage.house.counts(), recoveredMs });
    expect(stage.house.counts()).toMatchObject(EXACTLY_ONCE);
  });

  test('when Redis is frozen for 30 seconds; a worker that is stopped meanwhile does stop', 200, async (stage) => {
    const worker = await stage.house.start('worker', 200);
    const load = stage.load(3000);
    await waitFor('jobs to be done', () => stage.house.counts().done > 0);
    const redis = await stage.redisPid();
    process.kill(redis, 'SIGSTOP');
    try {
      const [stoppedMs] = await Promise.all([worker.end('SIGTERM'), load, pause(30_000)]);
      expect(stoppedMs).toBeLessThan(25_000);
      expect(await stage.house.pending()).toBeGreaterThan(0);
    } finally {
      process.kill(redis, 'SIGCONT');
    }
    const recoveredMs = await stage.house.finished();
    report('Redis frozen for 30 s', { ...stage.house.counts(), recoveredMs });
    expect(stage.house.counts()).toMatchObject(EXACTLY_ONCE);
  });

  test('when Redis is full for ten seconds', 200, async (stage) => {
    const load = stage.load(6000);
    await waitFor('jobs to be done', () => stage.house.counts().done > 0);
    await stage.tell((redis) => redis.config('SET', 'maxmemory', '1'));
    await expect(stage.tell((redis) => redis.set('one', 'more'))).rejects.toThrow('OOM');
    await Promise.all([load, pause(10_000)]);
    expect(await stage.house.pending()).toBeGreaterThan(0);
    await stage.tell((redis) => redis.config('SET', 'maxmemory', '0'));
    const recoveredMs = await stage.house.finished();
    report('Redis full for 10 s', { ...stage.house.counts(), recoveredMs });
    expect(stage.house.counts()).toMatchObject(EXACTLY_ONCE);
  });
});

import { withRedis } from '../support/redis.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';
import { LedgerHouse, report } from './ledger-house.js';

/** How long a job takes here, in milliseconds: long enough to be caught in the middle of it. */
const JOB_MS = 500;
/** A lease that is over only after everything else must be. */
const LONG_LEASE_SECONDS = 60;
/** So long may a worker take to stop that has many jobs in its hands: a job, and what surrounds it. */
const STOP_MS = 3000;

describeWith('POSTGRES', 'on PostgreSQL', () => {
  withRedis('with Redis', (redis) => {
    let house: LedgerHouse;
    beforeEach(async () => {
      await redis().flush();
      house = await LedgerHouse.open('postgres', redis().url, 2);
      await house.start('api');
    });
    afterEach(() => house.close());

    /** Lives of workers, one after the other, each ended in the middle of its jobs while its heir is at work already. */
    async function lives(count: number, jobs: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
      let worker = await house.start('worker', JOB_MS);
      for (let life = 0; life < count; life += 1) {
        const heir = await house.start('worker', JOB_MS);
        await house.ask(jobs / count);
        await waitFor('a job of this life to be running', async () => {
          if (house.running(worker.pid) > 0) return true;
          if ((await house.pending()) === 0) await house.ask(jobs / count); // the heir was quicker with all of them
          return false;
        });
        await worker.end(signal);
        worker = heir;
      }
    }

    it('loses none of 200 jobs when the worker is killed 20 times', async () => {
      await lives(20, 200, 'SIGKILL');
      const recoveredMs = await house.finished();
      const counts = house.counts();
      report('worker SIGKILLed 20 times', { ...counts, recoveredMs });
      expect(counts.asked).toBeGreaterThanOrEqual(200);
      expect(counts.lost).toBe(0);
      expect(counts.begunAgain).toBeGreaterThan(0);
      expect(counts.mostOften).toBeLessThanOrEqual(2);
    }, 200_000);

    it('begins none of 80 jobs again when the worker is stopped in order 8 times', async () => {
      await lives(8, 80, 'SIGTERM');
      const recoveredMs = await house.finished();
      report('worker SIGTERMed 8 times', { ...house.counts(), recoveredMs });
      expect(house.counts()).toMatchObject({ lost: 0, doubled: 0, begunAgain: 0 });
    }, 120_000);

    it('gives back what a stopped worker has not begun of 500 jobs, and its heir goes on at once', async () => {
      const many = await LedgerHouse.open('postgres', redis().url, LONG_LEASE_SECONDS);
      try {
        await many.start('api');
        const worker = await many.start('worker', JOB_MS);
        await many.ask(500);
        await waitFor('jobs to be running', () => many.running(worker.pid) > 0);
        const stopped = worker.end('SIGTERM');
        await many.start('worker', 0);
        const stoppedMs = await stopped;
        const recoveredMs = await many.finished();
        report('worker SIGTERMed with 500 jobs in its hands', { ...many.counts(), stoppedMs, recoveredMs });
        expect(many.counts()).toMatchObject({ lost: 0, doubled: 0, begunAgain: 0 });
        expect(stoppedMs).toBeLessThan(STOP_MS);
        expect(recoveredMs).toBeLessThan(LONG_LEASE_SECONDS * 500); // given back, not waited for
      } finally {
        await many.close();
      }
    }, 120_000);
  });
});

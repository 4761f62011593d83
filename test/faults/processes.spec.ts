import { withRedis } from '../support/redis.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';
import { LedgerHouse, report } from './ledger-house.js';

/** How long a job takes here, in milliseconds: long enough to be caught in the middle of it. */
const JOB_MS = 500;

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
  });
});

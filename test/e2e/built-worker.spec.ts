import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type BuiltProcess, startBuilt } from '../support/built-app.js';
import { type Location, newLocation } from '../support/locations.js';
import { withRedis } from '../support/redis.js';
import { WHOLE_SCHEMA } from '../support/schema.js';
import { describeWith } from '../support/services.js';
import { waitFor } from '../support/wait-for.js';

const HEALTH = join(resolve(__dirname, '../..'), 'scripts/worker-health.js');

/** As docker-compose.yml runs and watches it. */
describeWith('POSTGRES', 'the worker as built', () => {
  withRedis('with Redis', (redis) => {
    let location: Location;
    let worker: BuiltProcess;
    const healthy = (): boolean => spawnSync(process.execPath, [HEALTH], { env: { REDIS_URL: redis().url }, timeout: 20_000 }).status === 0;

    beforeEach(async () => {
      location = await newLocation('postgres', WHOLE_SCHEMA);
      worker = startBuilt('worker.js', { ...location.variables, REDIS_URL: redis().url });
    });
    afterEach(async () => {
      if (worker.process.exitCode === null) await worker.end('SIGKILL');
      await location.remove();
    });

    it('is healthy while it takes jobs, and ends cleanly on SIGTERM', async () => {
      await waitFor('a worker that takes jobs', healthy);
      expect(await worker.end('SIGTERM')).toBe(0);
      expect(healthy()).toBe(false);
    });
  });
});

describe('a worker without Redis', () => {
  it('does not start, and says why', async () => {
    const location = await newLocation('sqlite', WHOLE_SCHEMA);
    const worker = startBuilt('worker.js', { ...location.variables });
    expect(await worker.ended()).toBe(1);
    expect(worker.output()).toContain('A worker needs REDIS_URL.');
    await location.remove();
  });
});

import { Client } from 'pg';
import { withRedis } from '../support/redis.js';
import { describeWith, service } from '../support/services.js';
import { LedgerHouse, report } from './ledger-house.js';

const CUTS = 100;
const PAUSE_MS = 80;

describeWith('POSTGRES', 'on PostgreSQL', () => {
  withRedis('with Redis', (redis) => {
    it(`loses and doubles nothing when all connections are cut ${CUTS} times under load`, async () => {
      const house = await LedgerHouse.open('postgres', redis().url);
      try {
        await Promise.all([house.start('api', 20), house.start('worker', 20), house.start('worker', 20)]);
        let cutting = true;
        const cut = cutAll(new URL(house.databaseUrl).pathname.slice(1)).finally(() => {
          cutting = false;
        });
        while (cutting) {
          await house.askPatiently(5);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const connections = await cut;
        const recoveredMs = await house.finished();
        const counts = house.counts();
        report(`PostgreSQL connections cut ${CUTS} times`, { connections, ...counts, recoveredMs });
        expect(connections).toBeGreaterThan(CUTS);
        expect(counts).toMatchObject({ lost: 0, doubled: 0 });
        expect(house.ended()).toBe(0);
      } finally {
        await house.close();
      }
    }, 180_000);
  });
});

/** Ends every connection of a database, again and again; how many those were. */
async function cutAll(database: string): Promise<number> {
  const client = new Client({ connectionString: service('POSTGRES').url });
  await client.connect();
  let connections = 0;
  try {
    for (let cut = 0; cut < CUTS; cut += 1) {
      const { rowCount } = await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
      connections += rowCount ?? 0;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return connections;
  } finally {
    await client.end();
  }
}

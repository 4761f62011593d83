import type { Actor } from '../../src/core/access.js';
import { Database } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { addPastRequests } from '../support/past-requests.js';
import { ASK, surgeDesks } from '../support/surge-desk.js';

const COUNT = 3_000;
const BY_INDEX = /Index (Only )?Scan|Bitmap Index Scan|USING (COVERING )?INDEX/;

onEveryDatabase((open, dialect) => {
  const desk = surgeDesks(open);

  /** The plan of each statement that some work sends, with the statement. */
  async function plansOf(database: Database, work: () => Promise<unknown>): Promise<string[]> {
    const { dataSource } = database;
    const sent: [string, unknown[] | undefined][] = [];
    const [logger, logging] = [dataSource.logger, dataSource.options.logging];
    Object.assign(dataSource, {
      logger: { ...silent, logQuery: (query: string, parameters?: unknown[]) => sent.push([query, parameters]) },
    });
    Object.assign(dataSource.options, { logging: true });
    try {
      await work();
    } finally {
      Object.assign(dataSource, { logger });
      Object.assign(dataSource.options, { logging });
    }
    const explain = dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    const plans: string[] = [];
    for (const [query, parameters] of sent.filter(([query]) => /^\s*SELECT.*surge_/s.test(query)))
      plans.push(`${query}\n${JSON.stringify(await database.read.query(`${explain} ${query}`, parameters))}`);
    return plans;
  }

  it('finds past requests and the queue by an index, however many are over', async () => {
    const { queue, requests, kenya, officer, database } = await desk();
    await addPastRequests(database, COUNT);
    await requests.begin({ ...ASK, submit: true }, kenya);
    const mark = (await queue.past(undefined, officer)).next ?? '';
    for (const work of [() => queue.past(undefined, officer), () => queue.past(mark, officer), () => queue.past(undefined, kenya)]) {
      const plans = await plansOf(database, work);
      expect(plans).toHaveLength(1);
      for (const plan of plans) {
        expect(plan).toMatch(BY_INDEX);
        expect(plan).not.toMatch(/Seq Scan|Sort|TEMP B-TREE|SCAN surge_requests(?! USING)/); // in the order of the index, so that fifty are read
      }
    }
    const plans = await plansOf(database, () => queue.lines({}, officer));
    expect(plans).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).toMatch(BY_INDEX);
      expect(plan).not.toMatch(/Seq Scan|"SCAN /);
    }
  });

  it('pages through all of them once, newest first, also where many left the queue at one moment', async () => {
    const { queue, officer, uganda, database } = await desk(1);
    await addPastRequests(database, 180);
    const pages = async (me: Actor) => {
      const seen: string[] = [];
      let mark: string | undefined;
      do {
        const { requests, next } = await queue.past(mark, me);
        seen.push(...requests.map(({ reference }) => reference));
        mark = next ?? undefined;
      } while (mark !== undefined);
      return seen;
    };
    const all = await pages(officer);
    expect([...all].sort().reverse()).toEqual(all);
    expect(new Set(all).size).toBe(180);
    expect(await pages(uganda)).toEqual(all.filter((reference) => (Number(reference.slice(-6)) - 1) % 5 === 1));
    await expect(queue.past('yesterday', officer)).rejects.toMatchObject({ fields: [{ field: 'before' }] });
  });
});

const silent = {
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/**
 * The surge queue over HTTP, as a list and as a board, with 100 past requests and with 100,000, on both databases:
 * `npm run bench:queue-page`. Two services stand side by side and are asked in turn, so that both have the same weather; what
 * counts is the ratio within one run: the median of the many over the median of the few.
 */
import 'reflect-metadata';
import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.js';
import { ENTITIES } from '../../src/entities.js';
import { SurgeRequest } from '../../src/features/surge/index.js';
import { MIGRATIONS } from '../../src/migrations/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type Dialect, newLocation } from '../support/locations.js';
import { addPastRequests } from '../support/past-requests.js';
import { signedIn } from '../support/signed-in.js';

const FEW = 100;
const MANY = 100_000;
/** Requests that stand in the queue, whatever is over. */
const OPEN = 30;
const ROUNDS = 60;
const WARM_UP = 10;
const SCHEMA = { entities: ENTITIES, migrations: MIGRATIONS };
/** What is looked at, and by whom: the desk, and a Resident Coordinator of a country with a fifth of all requests. */
const PAGES = [
  ['list', '/surge', 'surge-officer'],
  ['board', '/surge?view=board', 'surge-officer'],
  ['list of a country', '/surge', 'resident-coordinator'],
  ['past requests', '/surge/past', 'surge-officer'],
] as const;

interface House {
  /** Milliseconds until the last byte of the page is here. */
  look(path: string, role: (typeof PAGES)[number][2]): Promise<number>;
  close(): Promise<void>;
}

async function open(dialect: Dialect, past: number): Promise<House> {
  const location = await newLocation(dialect, SCHEMA);
  const app: NestFastifyApplication = await createApp(location.settings);
  const database = app.get(Database, { strict: false });
  await addPastRequests(database, past + OPEN);
  await database.read
    .createQueryBuilder()
    .update(SurgeRequest)
    .set({ state: 'under-review', stoppedAt: null, createdAt: new Date().toISOString(), submittedAt: new Date().toISOString() })
    .where('reference <= :last', { last: `SR-2016-${String(OPEN).padStart(6, '0')}` })
    .execute();
  const cookies = {
    'surge-officer': await signedIn(database, 'surge-officer'),
    'resident-coordinator': await signedIn(database, 'resident-coordinator', 'KEN'),
  };
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    async look(path, role) {
      const began = performance.now();
      const answer = await fetch(url + path, { headers: { cookie: cookies[role] } });
      const text = await answer.text();
      const took = performance.now() - began;
      if (answer.status !== 200 || !text.includes('SR-2016-')) throw new Error(`${path} answered ${answer.status} without requests.`);
      return took;
    },
    async close() {
      await app.close();
      await location.remove();
    },
  };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function compare(dialect: Dialect): Promise<object[]> {
  const houses = [await open(dialect, FEW), await open(dialect, MANY)];
  try {
    const rows: object[] = [];
    for (const [name, path, role] of PAGES) {
      const times = houses.map((): number[] => []);
      for (let round = -WARM_UP; round < ROUNDS; round += 1) {
        for (const [index, house] of houses.entries()) {
          const took = await house.look(path, role);
          if (round >= 0) times[index]?.push(took);
        }
      }
      const [few = 0, many = 0] = times.map(median);
      const shown = { [`ms with ${FEW}`]: few.toFixed(1), [`ms with ${MANY}`]: many.toFixed(1), ratio: (many / few).toFixed(2) };
      rows.push({ database: dialect, page: name, ...shown });
    }
    return rows;
  } finally {
    for (const house of houses) await house.close();
  }
}

cpSync('src/web/assets', fileURLToPath(new URL('../../src/web/assets', import.meta.url)), { recursive: true }); // the compiler leaves them
const services = await import(pathToFileURL(resolve('test/support/setup/services.js')).href);
await services.default();
try {
  console.table([...(await compare('sqlite')), ...(await compare('postgres'))]);
} finally {
  await services.stopServices();
}

/**
 * How long the health check of a process takes while 50 connections ask for rankings all the time, against an idle one:
 * `npm run bench:health`, or with a size of your own. The asking is done by one thread and the checking by
 * another, so that neither waits for the other's answers.
 */
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Pool, type Ranking, rank } from '../../src/core/matching/index.js';
import type { Requirement } from '../../src/core/requirement.js';
import { Turns } from '../../src/platform/turns.js';
import { AS_OF } from '../support/experts.js';
import { median, quantile, TOP } from './contest.js';
import { differentRequests } from './requests.js';
import { fictionalRoster } from './roster.js';

const CONNECTIONS = 50;
const SECONDS = 4;
/** What the project promises, in milliseconds. */
const PROMISED = 100;

interface Seen {
  readonly health: readonly number[];
  readonly rankings: number;
}

if (isMainThread) await serve(Number(process.argv[2] ?? 100_000));
else parentPort?.postMessage(await ask(workerData as { port: number; connections: number }));

async function serve(size: number): Promise<void> {
  const pool = Pool.of(fictionalRoster(size), AS_OF);
  const requests = differentRequests(1000);
  const turns = new Turns();
  let asked = 0;
  const ranking = async (): Promise<Ranking> => {
    // As RosterPool hands out the pool.
    await turns.next();
    return rank(pool, requests[asked++ % requests.length] as Requirement, TOP);
  };
  const server = createServer((request, response) => {
    if (request.url === '/rank') void ranking().then((answer) => response.end(JSON.stringify(answer)));
    else response.end('{"live":true}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await Promise.all([watch(port, 0), watch(port, CONNECTIONS)]);
  const idle = await watch(port, 0);
  const [busy, { rankings }] = await Promise.all([watch(port, 0), watch(port, CONNECTIONS)]);
  server.close();
  server.closeAllConnections();
  const [atRest, loaded] = [quantile(idle.health, 99), quantile(busy.health, 99)];
  console.log(
    `${size} profiles, ${CONNECTIONS} connections asking (${Math.round(rankings / SECONDS)} rankings a second): the health check takes ` +
      `${loaded.toFixed(1)} ms at the 99th percentile (median ${median(busy.health).toFixed(1)}), ${(loaded / atRest).toFixed(1)} times an idle one. ` +
      `${loaded < PROMISED ? 'Within' : 'NOT within'} ${PROMISED} ms.`,
  );
}

function watch(port: number, connections: number): Promise<Seen> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { port, connections } });
  return new Promise((seen, failed) => {
    worker.once('message', seen);
    worker.once('error', failed);
  });
}

async function ask({ port, connections }: { port: number; connections: number }): Promise<Seen> {
  const agent = new Agent({ keepAlive: true });
  const end = performance.now() + 1000 * SECONDS;
  const health: number[] = [];
  let rankings = 0;
  const ranking = async () => {
    for (; performance.now() < end; rankings++) await fetchOnce(port, '/rank', agent);
  };
  const checking = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await fetchOnce(port, '/health/live', agent);
      health.push(performance.now() - start);
      await new Promise((later) => setTimeout(later, 5));
    }
  };
  await (connections === 0 ? checking() : Promise.all(Array.from({ length: connections }, ranking)));
  agent.destroy();
  return { health, rankings };
}

function fetchOnce(port: number, path: string, agent: Agent): Promise<void> {
  return new Promise((done, failed) => {
    get({ port, host: '127.0.0.1', path, agent }, (response) => response.resume().once('end', done)).once('error', failed);
  });
}

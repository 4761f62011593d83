import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describeWith, service } from './services.js';
import { waitFor } from './wait-for.js';

/** The Redis of one test file. */
export interface TestRedis {
  readonly url: string;
  /** Forgets everything in it, as after a crash without persistence. */
  flush(): Promise<void>;
}

/** Tests with a Redis of their own where a program is on the machine, else with one database of the given server. */
export function withRedis(title: string, tests: (redis: () => TestRedis) => void): void {
  describeWith('REDIS', title, () => {
    let running: { redis: TestRedis; stop(): Promise<void> } | undefined;
    beforeAll(async () => {
      running = await startRedis();
    });
    afterAll(() => running?.stop());
    tests(() => {
      if (!running) throw new Error('Redis is there only inside a test or a hook.');
      return running.redis;
    });
  });
}

/** One Redis, stopped by the caller. With a port it comes back where another has ended. */
export async function startRedis(wanted?: number): Promise<{ redis: TestRedis; stop(): Promise<void> }> {
  const { url, program } = service('REDIS');
  if (!program) return ownDatabaseOf(url ?? '');
  const port = wanted ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'hra-desk-redis-'));
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
    '--dir',
    folder,
  ];
  const keeper = keep({ command: program, args, stopSignal: 'SIGTERM', folder });
  const ownUrl = `redis://127.0.0.1:${port}`;
  await waitFor('the Redis of this file', () => command(ownUrl, (client) => client.ping()));
  return {
    redis: { url: ownUrl, flush: () => command(ownUrl, (client) => client.flushall()).then(() => undefined) },
    stop: () => end(keeper),
  };
}

async function ownDatabaseOf(server: string): Promise<{ redis: TestRedis; stop(): Promise<void> }> {
  const url = new URL(server);
  url.pathname = `/${process.env['JEST_WORKER_ID'] ?? 0}`;
  const flush = (): Promise<void> => command(url.href, (client) => client.flushdb()).then(() => undefined);
  await flush();
  return { redis: { url: url.href, flush }, stop: flush };
}

/** See setup/keeper.js: the service ends with this process, however that ends. */
function keep(service: { command: string; args: string[]; stopSignal: string; folder: string }): ChildProcess {
  return spawn(process.execPath, [join(__dirname, 'setup', 'keeper.js'), JSON.stringify(service)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
}

async function end(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const ended = once(keeper, 'exit');
  keeper.stdin?.end();
  await ended;
}

async function command<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findProgram, freePort, installFromDebian, keep, untilAnswering } from './service.js';

const NAMES = ['redis-server', 'valkey-server'];
const IMAGE = 'valkey/valkey:8-alpine';

/**
 * How this run gets a Redis: { url } when TEST_REDIS_URL or docker gives one for all, { program } when each test file can
 * start its own, or { missing } with the reason and the remedy.
 */
export async function bringRedis() {
  const given = process.env.TEST_REDIS_URL;
  if (given) {
    await ping(given).catch((error) => {
      throw new Error(`TEST_REDIS_URL is set, but that Redis does not answer: ${error.message}`);
    });
    return { url: given };
  }
  const program =
    findProgram(...NAMES) ??
    (installFromDebian(['redis-server'], 'The tests need a Redis and there is none.') ? findProgram(...NAMES) : undefined);
  if (program) return { program };
  if (findProgram('docker')) return startContainer();
  return {
    missing:
      'no Redis\nInstall redis-server or valkey-server so that it is on the PATH,\nor have docker running,\nor set TEST_REDIS_URL=redis://… to a Redis whose data may be deleted',
  };
}

async function startContainer() {
  process.stderr.write(`\nThe tests need a Redis and there is none. Starting ${IMAGE} with docker …\n`);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hra-desk-redis-'));
  const args = ['run', '--rm', '-p', `127.0.0.1:${port}:6379`, IMAGE, 'valkey-server', '--maxmemory-policy', 'noeviction', '--save', ''];
  const kept = keep({ command: 'docker', args, stopSignal: 'SIGTERM', folder });
  const url = `redis://127.0.0.1:${port}`;
  try {
    await untilAnswering('Redis in docker', kept, () => ping(url));
    return { url, stop: kept.stop };
  } catch (error) {
    await kept.stop();
    return { missing: `no Redis: ${error.message}` };
  }
}

async function ping(url) {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2000, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.ping();
  } finally {
    client.disconnect();
  }
}

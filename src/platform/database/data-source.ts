import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/index.js';
import { SnakeNames } from './naming.js';
import { guardSqlite } from './sqlite-guard.js';
import { refuseInsideTransaction } from './transaction-context.js';

/** What the features bring: their tables as classes, and the steps that make them. */
export interface Schema {
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => object)[];
}

/** Any number; the same in every process, so that only one of them migrates at a time. */
const MIGRATION_LOCK = 7_402_113;

/** What every SQLite connection is set to: durable to the last commit, and deleted rows overwritten with zeros. */
const PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5000, secure_delete: 1 } as const;

interface SqliteConnection {
  pragma(source: string, options?: { simple: boolean }): unknown;
}

/** A connected database without anything assumed about its tables. SQLite lives in `<dataFolder>/hra-desk.sqlite`. */
export async function openDataSource(settings: Settings, schema: Schema): Promise<DataSource> {
  const shared = { entities: [...schema.entities], migrations: [...schema.migrations], namingStrategy: new SnakeNames(), logging: false };
  const dataSource = settings.databaseUrl
    ? new DataSource({
        ...shared,
        type: 'postgres',
        url: settings.databaseUrl,
        uuidExtension: 'pgcrypto',
        installExtensions: false,
        applicationName: 'hra-desk',
        extra: { max: 10 },
      })
    : new DataSource({
        ...shared,
        type: 'better-sqlite3',
        database: join(settings.dataFolder, 'hra-desk.sqlite'),
        prepareDatabase: setPragmas,
      });
  if (dataSource.options.type === 'better-sqlite3') guardSqlite(dataSource);
  refuseForeignConnections(dataSource);
  await dataSource.initialize();
  if (dataSource.options.type === 'postgres') surviveCuts((dataSource.driver as unknown as { master: Pool }).master);
  return dataSource;
}

/** Brings the tables up to date. Safe to call from several processes at once. */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type !== 'postgres') {
    await dataSource.runMigrations({ transaction: 'each' });
    return;
  }
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}

function setPragmas(connection: SqliteConnection): void {
  for (const [name, value] of Object.entries(PRAGMAS)) {
    connection.pragma(`${name} = ${value}`);
    const actual = connection.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`SQLite did not accept ${name} = ${value}; it is ${String(actual)}.`);
  }
}

/**
 * A connection that is cut in the very moment in which it is handed out has nobody who listens: neither the pool, nor yet
 * TypeORM. Unheard, that ends the process. Whoever uses the connection sees the statement fail.
 */
function surviveCuts(pool: Pool): void {
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    client.on('error', () => undefined);
  });
}

function refuseForeignConnections(dataSource: DataSource): void {
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    refuseInsideTransaction();
    return create(mode);
  };
}

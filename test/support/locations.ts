import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Settings, settingsFrom } from '../../src/platform/config/index.js';
import { migrate, openDataSource, type Schema } from '../../src/platform/database/index.js';
import { service } from './services.js';

export type Dialect = 'sqlite' | 'postgres';

/** Settings that point at a migrated, empty database of one's own. */
export interface Location {
  /** The same as environment variables. */
  readonly variables: Readonly<Record<string, string>>;
  readonly settings: Settings;
  remove(): Promise<void>;
}

const SECRET = 'a secret of the tests with more than 32 characters';

/** A migrated, empty database with its own data folder. Migrating happens once per schema; after that a copy is made. */
export async function newLocation(dialect: Dialect, schema: Schema): Promise<Location> {
  const dataFolder = newFolder();
  const removeFolder = (): void => rmSync(dataFolder, { recursive: true, force: true });
  if (dialect === 'sqlite') {
    copyFileSync(join(await sqliteTemplate(schema), 'hra-desk.sqlite'), join(dataFolder, 'hra-desk.sqlite'));
    return at({ DATA_FOLDER: dataFolder }, async () => removeFolder());
  }
  const template = await postgresTemplate(schema);
  const name = `${runPrefix()}${randomUUID().slice(0, 13).replace('-', '')}`;
  await asAdministrator((client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  const remove = async (): Promise<void> => {
    await asAdministrator((client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    removeFolder();
  };
  return at({ DATA_FOLDER: dataFolder, DATABASE_URL: databaseUrl(name) }, remove);
}

/** Nothing of the developer's environment, and a port of the system's choice. */
function at(where: Record<string, string>, remove: () => Promise<void>): Location {
  const variables = { NODE_ENV: 'test', PORT: '0', APP_SECRET: SECRET, ...where };
  return { variables, settings: settingsFrom(variables), remove };
}

/** Two test processes may make it at once; the first to rename its own wins, and both are the same. */
async function sqliteTemplate(schema: Schema): Promise<string> {
  const template = join(runFolder(), `template-${fingerprint(schema)}`);
  if (existsSync(template)) return template;
  const unfinished = newFolder();
  await migrateOnce({ DATA_FOLDER: unfinished }, schema);
  try {
    renameSync(unfinished, template);
  } catch (error) {
    if (!existsSync(template)) throw error;
  }
  return template;
}

/** Several test processes share one server, so the first of them makes the template and the others wait. */
async function postgresTemplate(schema: Schema): Promise<string> {
  const name = `${runPrefix()}template_${fingerprint(schema)}`;
  await asAdministrator(async (client) => {
    await client.query('SELECT pg_advisory_lock(7402114)');
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`CREATE DATABASE "${unfinished}"`);
    await migrateOnce({ DATABASE_URL: databaseUrl(unfinished) }, schema);
    await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${name}"`);
  });
  return name;
}

async function migrateOnce(where: Record<string, string>, schema: Schema): Promise<void> {
  const dataSource = await openDataSource(settingsFrom(where), schema);
  await migrate(dataSource);
  await dataSource.destroy();
}

async function asAdministrator(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: service('POSTGRES').url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(name: string): string {
  const url = new URL(service('POSTGRES').url ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

function runPrefix(): string {
  return `hra_test_${process.env['HRA_TEST_RUN']}_`;
}

/** Made by the global setup and removed with all that is in it by the global teardown. */
function runFolder(): string {
  const folder = process.env['HRA_TEST_FOLDER'];
  if (!folder) throw new Error('Suites with a database stand in test/medium, test/e2e, test/faults or test/browser.');
  return folder;
}

function newFolder(): string {
  return mkdtempSync(join(runFolder(), 'data-'));
}

function fingerprint(schema: Schema): string {
  const names = schema.migrations.map(({ name }) => name).join();
  return createHash('sha256').update(names).digest('hex').slice(0, 12);
}

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { ProfileFacts } from '../../src/core/matching/facts.js';
import { type Contest, type Contestant, type Scored, timed } from './contest.js';
import { statement } from './statement.js';
import { valuesOf, type WideTable, writeCsv } from './wide.js';

const DIALECT = { divide: '/', least: 'least', greatest: 'greatest' };

/** Two workers beside the leader and no just-in-time compiler were the fastest of what was tried. */
const SETTINGS = [
  'jit = off',
  'parallel_setup_cost = 0',
  'parallel_tuple_cost = 0',
  'min_parallel_table_scan_size = 0',
  "work_mem = '256MB'",
];

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** The server that the tests use. Throws when there is none. */
export async function postgresServer(): Promise<Server> {
  const { bringPostgres } = (await import(pathToFileURL(resolve('test/support/setup/postgres.js')).href)) as {
    bringPostgres(): Promise<Server>;
  };
  return bringPostgres();
}

async function connect({ url }: Server): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const setting of SETTINGS) await client.query(`SET ${setting}`);
  return client;
}

/** The wide table, packed and analysed, with the gates' columns in front. */
export async function postgresWide(server: Server, csv: string, table: WideTable, rounds: number): Promise<Contestant> {
  const client = await connect(server);
  const types = table.columns.map(({ name, most }) => `"${name}" ${most > 32_000 ? 'integer' : 'smallint'} NOT NULL`);
  await client.query(`DROP TABLE IF EXISTS experts; CREATE TABLE experts (${types.join(', ')})`);
  await client.query(`COPY experts FROM '${csv}' WITH (FORMAT csv)`);
  await client.query('VACUUM (FREEZE, ANALYZE) experts');
  const value = (name: string) => (table.has.has(name) ? `"${name}"` : '0');
  return contestant('PostgreSQL, denormalised', client, rounds, (requirement) => statement(requirement, 'experts', value, DIALECT));
}

/** One table for each kind of claim, as an ordinary schema has them, indexed for the joins. */
export async function postgresNormalised(server: Server, { facts, folder }: Contest, rounds: number): Promise<Contestant> {
  const client = await connect(server);
  const gates = ['number', 'human-rights', 'active', 'education', 'field', 'machinery', 'mandates', 'development-programming'];
  await client.query(`DROP TABLE IF EXISTS people, claims;
    CREATE TABLE people (${gates.map((name) => `"${name}" integer NOT NULL`).join(', ')}, PRIMARY KEY (number));
    CREATE TABLE claims (person integer NOT NULL, thing varchar NOT NULL, amount integer NOT NULL)`);
  writeCsv(
    `${folder}/people.csv`,
    mapped(facts, (one) => [gates.map((name) => valuesOf(one).get(name) ?? 0)]),
  );
  writeCsv(
    `${folder}/claims.csv`,
    mapped(facts, (one) =>
      [...valuesOf(one)].filter(([name]) => !gates.includes(name)).map(([name, amount]) => [one.number, name, amount]),
    ),
  );
  await client.query(`COPY people FROM '${folder}/people.csv' WITH (FORMAT csv)`);
  await client.query(`COPY claims FROM '${folder}/claims.csv' WITH (FORMAT csv)`);
  await client.query('CREATE INDEX ON claims (person)');
  await client.query('VACUUM (FREEZE, ANALYZE) people, claims');
  return contestant('PostgreSQL, normalised', client, rounds, (requirement) => {
    const asked = new Set<string>();
    const value = (name: string) => {
      if (gates.includes(name)) return `"${name}"`;
      asked.add(name);
      return `coalesce("${name}", 0)`;
    };
    statement(requirement, '', value, DIALECT);
    const pivot = [...asked].map((name) => `max(amount) FILTER (WHERE thing = '${name}') AS "${name}"`);
    const names = [...asked].map((name) => `'${name}'`);
    const from = `people LEFT JOIN (SELECT person, ${pivot.join(', ')} FROM claims WHERE thing IN (${names.join(', ')}) GROUP BY person) AS all_claims ON person = number`;
    return statement(requirement, from, value, DIALECT);
  });
}

function* mapped<T>(facts: readonly ProfileFacts[], rows: (one: ProfileFacts) => T[]): Generator<T> {
  for (const one of facts) yield* rows(one);
}

function contestant(
  name: string,
  client: pg.Client,
  rounds: number,
  text: (requirement: Parameters<Contestant['rank']>[0]) => string,
): Contestant {
  return {
    name,
    rounds,
    rank: (requirement) => timed(async () => (await client.query<Scored>(text(requirement))).rows),
    close: () => client.end(),
  };
}

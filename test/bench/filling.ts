import type { DataSource } from 'typeorm';
import type { ExpertProfile } from '../../src/core/expert.js';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { ALL_PARTS, PART_TABLES } from '../../src/features/roster/profile-parts.js';
import { RosterRevisionEntity } from '../../src/features/roster/roster.entity.js';
import { AS_OF } from '../support/experts.js';

interface SqliteConnection {
  prepare(statement: string): { run(...values: unknown[]): unknown; all(): unknown[] };
  exec(statements: string): unknown;
}

interface Index {
  readonly name: string;
  readonly sql: string;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Puts a roster straight into the tables of an empty SQLite database, which a bench may lose: prepared statements, one
 * transaction, no journal, ids in ascending order, indices at the end. Returns how many rows there are.
 */
export function fill(dataSource: DataSource, profiles: Iterable<ExpertProfile>): number {
  const { databaseConnection: sqlite } = dataSource.driver as unknown as { databaseConnection: SqliteConnection };
  const insertExpert = insertion(dataSource, sqlite, ExpertEntity);
  const insertPart = ALL_PARTS.map((part) => [part, insertion(dataSource, sqlite, PART_TABLES[part])] as const);
  const indices = sqlite
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND sql NOT LIKE '%outbox%'`)
    .all() as Index[];
  sqlite.exec('PRAGMA foreign_keys = 0; PRAGMA journal_mode = OFF; PRAGMA synchronous = 0; PRAGMA cache_size = -64000; BEGIN');
  for (const { name } of indices) sqlite.exec(`DROP INDEX "${name}"`);
  const id = ids();
  let [experts, rows] = [0, 0];
  for (const profile of profiles) {
    const expertId = id();
    experts += 1;
    insertExpert({ ...person(profile), id: expertId });
    for (const [part, insert] of insertPart) {
      rows += profile[part].length;
      for (const [position, item] of profile[part].entries()) insert({ ...item, id: id(), expertId, position });
    }
  }
  insertRevision(dataSource, sqlite, experts);
  for (const { sql } of indices) sqlite.exec(sql);
  sqlite.exec('COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = 2; PRAGMA foreign_keys = 1; PRAGMA cache_size = -2000; ANALYZE');
  return experts + rows;
}

/** Of the form of those that the service gives, each later than the one before. */
function ids(): () => string {
  let given = 0;
  return () => `01900000-0000-7000-8000-${(given++).toString(16).padStart(12, '0')}`;
}

function person({ number, nationality, gender }: ExpertProfile): Row {
  const at = `${AS_OF}T00:00:00.000Z`;
  return {
    number,
    nationality,
    gender,
    familyName: `Family ${number}`,
    givenName: 'Given',
    email: `expert-${String(number).padStart(9, '0')}@example.org`,
    searchName: `family ${number} given`,
    language: 'en',
    fictional: true,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
}

function insertRevision(dataSource: DataSource, sqlite: SqliteConnection, experts: number): void {
  const { tableName } = dataSource.getMetadata(RosterRevisionEntity);
  sqlite.prepare(`UPDATE ${tableName} SET revision = 1, last_number = ? WHERE id = 1`).run(experts);
}

function insertion(dataSource: DataSource, sqlite: SqliteConnection, entity: new () => object): (row: Row) => void {
  const { columns, tableName } = dataSource.getMetadata(entity);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const statement = sqlite.prepare(`INSERT INTO "${tableName}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  const properties = columns.map(({ propertyName }) => propertyName);
  return (row) => {
    statement.run(...properties.map((property) => stored(row[property])));
  };
}

function stored(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return Number(value);
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

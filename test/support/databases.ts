import { type OpenDatabase, onEveryDatabaseOf, openDatabaseOf, type TestDatabase } from './databases-of.js';
import type { Dialect } from './locations.js';
import { WHOLE_SCHEMA } from './schema.js';

export type { OpenDatabase, TestDatabase } from './databases-of.js';

/** The same tests on SQLite and on PostgreSQL. Each call of `open` gives another database; all are closed after the test. */
export function onEveryDatabase(tests: (open: OpenDatabase, dialect: Dialect) => void): void {
  onEveryDatabaseOf(WHOLE_SCHEMA, tests);
}

/** One database with every table of the service, closed by the caller. */
export function openDatabase(dialect: Dialect): Promise<TestDatabase> {
  return openDatabaseOf(WHOLE_SCHEMA, dialect);
}

import type { Settings } from '../../src/platform/config/index.js';
import { Database, openDataSource, type Schema } from '../../src/platform/database/index.js';
import { type Dialect, newLocation } from './locations.js';
import { describeWith } from './services.js';

/** A migrated, empty database of one test. It closes by itself after the test. */
export interface TestDatabase {
  readonly database: Database;
  readonly settings: Settings;
  close(): Promise<void>;
}

export type OpenDatabase = () => Promise<TestDatabase>;

/** As `onEveryDatabase`, with a schema of the test's own: nothing of the features is loaded. */
export function onEveryDatabaseOf(schema: Schema, tests: (open: OpenDatabase, dialect: Dialect) => void): void {
  const suite = (dialect: Dialect) => () => {
    const opened: TestDatabase[] = [];
    afterEach(async () => {
      for (const database of opened.splice(0)) await database.close();
    });
    tests(async () => {
      const database = await openDatabaseOf(schema, dialect);
      opened.push(database);
      return database;
    }, dialect);
  };
  describe('on SQLite', suite('sqlite'));
  describeWith('POSTGRES', 'on PostgreSQL', suite('postgres'));
}

/** One database, closed by the caller. */
export async function openDatabaseOf(schema: Schema, dialect: Dialect): Promise<TestDatabase> {
  const { settings, remove } = await newLocation(dialect, schema);
  const dataSource = await openDataSource(settings, schema);
  let open = true;
  return {
    database: new Database(dataSource),
    settings,
    async close() {
      if (!open) return;
      open = false;
      if (dataSource.isInitialized) await dataSource.destroy();
      await remove();
    },
  };
}

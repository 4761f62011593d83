import Database from 'better-sqlite3';
import { type Contest, type Contestant, type Scored, timed } from './contest.js';
import { statement } from './statement.js';
import { rowOf, type WideTable } from './wide.js';

const DIALECT = { divide: '/', least: 'min', greatest: 'max' };

/** The wide table in memory, with an index over what the gates look at first. */
export function sqlite({ facts }: Contest, table: WideTable, rounds: number): Contestant {
  const database = new Database(':memory:');
  const names = table.columns.map(({ name }) => `"${name}"`);
  database.exec(
    `CREATE TABLE experts (${names.map((name) => `${name} INTEGER ${name === '"number"' ? 'PRIMARY KEY' : 'NOT NULL'}`).join(', ')})`,
  );
  const insert = database.prepare(`INSERT INTO experts VALUES (${names.map(() => '?').join(', ')})`);
  database.transaction(() => {
    for (const one of facts) insert.run(...rowOf(table, one));
  })();
  database.exec(
    'CREATE INDEX gates ON experts (active, education, "human-rights", field, machinery, mandates, "development-programming"); ANALYZE',
  );
  const value = (name: string) => (table.has.has(name) ? `"${name}"` : '0');
  return {
    name: 'SQLite',
    rounds,
    rank: (requirement) => timed(() => database.prepare<[], Scored>(statement(requirement, 'experts', value, DIALECT)).all()),
    close: async () => void database.close(),
  };
}

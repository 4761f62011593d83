import { type Contestant, type Scored, timed } from './contest.js';
import { statement } from './statement.js';
import type { WideTable } from './wide.js';

const DIALECT = { divide: '//', least: 'least', greatest: 'greatest' };

/** The wide table in memory, in the smallest types that hold it; two threads, as many as this project's machines have. */
export async function duckdb(csv: string, table: WideTable, rounds: number): Promise<Contestant> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const types = table.columns.map(({ name, most }) => `'${name}': '${most > 32_000 ? 'INTEGER' : most > 200 ? 'SMALLINT' : 'UTINYINT'}'`);
  await connection.run(`CREATE TABLE experts AS SELECT * FROM read_csv('${csv}', header = false, columns = {${types.join(', ')}})`);
  const value = (name: string) => (table.has.has(name) ? `"${name}"::INTEGER` : '0');
  return {
    name: 'DuckDB',
    rounds,
    rank: (requirement) =>
      timed(async () => {
        const answer = await connection.runAndReadAll(statement(requirement, 'experts', value, DIALECT));
        return answer.getRows().map(([number, total]): Scored => ({ number: Number(number), total: Number(total) }));
      }),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

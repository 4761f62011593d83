import { Pool, rank } from '../../src/core/matching/index.js';
import { rankPlainly } from '../../src/core/matching/reference.js';
import { AS_OF } from '../support/experts.js';
import { cProgram } from './c-program.js';
import { type Contest, type Contestant, TOP, timed } from './contest.js';
import { duckdb } from './duckdb.js';
import { naive } from './naive.js';
import { postgresNormalised, postgresServer, postgresWide } from './postgres.js';
import { sqlite } from './sqlite.js';
import { rowOf, wideTable, writeCsv } from './wide.js';

const STRICT = { countUnpaid: false, countInternships: false, countGeneralService: false };
/** Explaining takes some hundred microseconds a profile: beyond this size the reference would take most of the time. */
const MOST_FOR_REFERENCE = 100_000;
/** A pivot over eight claims a person takes seconds at a million. */
const MOST_FOR_NORMALISED = 100_000;

/** Everybody who takes part, and who does not and why. The engine stands first: the others are compared with it. */
export interface Field {
  readonly pool: Pool;
  readonly contestants: readonly Contestant[];
  readonly absent: readonly string[];
  close(): Promise<void>;
}

export async function contestants(contest: Contest): Promise<Field> {
  const { profiles, facts, folder } = contest;
  const [many, some, few] = profiles.length >= 1_000_000 ? [15, 5, 3] : profiles.length >= 100_000 ? [25, 9, 3] : [25, 15, 9];
  const pool = Pool.of(profiles, AS_OF);
  const plain = Pool.of(profiles, AS_OF, null);
  const absent: string[] = [];
  const table = wideTable(facts);
  const csv = `${folder}/wide.csv`;
  writeCsv(csv, wideRows(contest, table));
  const [part] = pool.parts(STRICT);
  const found: Contestant[] = [ranked('engine', pool, many), ranked('plain engine', plain, some)];
  /** Without the program that it needs, somebody is left out by name. */
  const invite = async (name: string, make: () => Contestant | Promise<Contestant>) => {
    try {
      found.push(await make());
    } catch (error) {
      absent.push(`${name}: ${(error as Error).message.split('\n')[0]}`);
    }
  };
  await invite('C', () => cProgram((part as NonNullable<typeof part>).table, folder, many));
  await invite('DuckDB', () => duckdb(csv, table, some));
  const server = await postgresServer().catch((error: Error) => void absent.push(`PostgreSQL: ${error.message.split('\n')[0]}`));
  if (server) await invite('PostgreSQL, denormalised', () => postgresWide(server, csv, table, some));
  await invite('SQLite', () => sqlite(contest, table, few));
  found.push(naive(contest, few));
  if (server && profiles.length <= MOST_FOR_NORMALISED)
    await invite('PostgreSQL, normalised', () => postgresNormalised(server, contest, few));
  else absent.push('PostgreSQL, normalised: not at this size');
  if (profiles.length <= MOST_FOR_REFERENCE) found.push(reference(contest));
  else absent.push('reference: not at this size');
  return {
    pool,
    contestants: found,
    absent,
    close: async () => {
      for (const one of found) await one.close();
      await server?.stop();
    },
  };
}

function* wideRows({ facts }: Contest, table: ReturnType<typeof wideTable>): Generator<number[]> {
  for (const one of facts) yield rowOf(table, one);
}

function ranked(name: string, pool: Pool, rounds: number): Contestant {
  return { name, rounds, rank: (requirement) => timed(() => rank(pool, requirement, TOP).top), close: async () => undefined };
}

function reference({ profiles }: Contest): Contestant {
  return {
    name: 'reference',
    rounds: 3,
    rank: (requirement) => timed(() => rankPlainly(profiles, requirement, TOP).top),
    close: async () => undefined,
  };
}

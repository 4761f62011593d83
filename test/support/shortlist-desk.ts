import { ROSTER_COLUMNS } from '../../src/core/roster-csv.js';
import { fictionalExperts } from '../../src/demo/fictional.js';
import { Needs } from '../../src/features/needs/index.js';
import { Posts } from '../../src/features/posts/index.js';
import { type ImportSource } from '../../src/features/roster/index.js';
import { FrozenRosters } from '../../src/features/shortlists/frozen-rosters.service.js';
import { Shortlists, ShortlistViews } from '../../src/features/shortlists/index.js';
import { PeopleNow } from '../../src/features/shortlists/people-now.service.js';
import { RunExports } from '../../src/features/shortlists/run-exports.service.js';
import { RunReader } from '../../src/features/shortlists/run-reader.service.js';
import { RunRecords } from '../../src/features/shortlists/run-records.service.js';
import { RunStatements } from '../../src/features/shortlists/run-statements.service.js';
import { RunStudies } from '../../src/features/shortlists/run-studies.service.js';
import type { Database } from '../../src/platform/database/index.js';
import { csvSource, RECRUITER, rosterDesk } from './roster-desk.js';

/** The services of posts and shortlists on one database, with a clock that stands still. */
export function shortlistDesk(database: Database) {
  const { clock, audit, pool, reservations, contacts, importer } = rosterDesk(database, '2026-11-24T10:00:00Z');
  const needs = new Needs(database, audit, clock);
  const posts = new Posts(database, needs, clock, audit);
  const rosters = new FrozenRosters(database, pool, clock);
  const runs = new RunReader(database, audit);
  const people = new PeopleNow(contacts, pool, reservations);
  const records = new RunRecords(database, runs, rosters, audit);
  const studies = new RunStudies(records, people);
  return {
    database,
    clock,
    needs,
    posts,
    pool,
    reservations,
    contacts,
    importer,
    shortlists: new Shortlists(database, posts, rosters, clock, audit),
    rosters,
    records,
    studies,
    statements: new RunStatements(database, studies, clock, audit),
    exports: new RunExports(database, runs, people, audit),
    views: new ShortlistViews(database, posts, people, runs),
  };
}

/** States by hand what Kenya needs, so that themes count for somebody. */
export async function needsOfKenya(needs: Needs): Promise<void> {
  for (const [theme, weight] of [
    ['justice', 100],
    ['detention', 70],
    ['womens-rights', 40],
  ] as const)
    await needs.override('KEN', theme, weight, 'Stated for a test.', RECRUITER);
}

/** Made-up people as a file of the roster; the same at every call. */
export function fictionalRoster(count: number): ImportSource {
  const rows = [...fictionalExperts({ count, seed: 7, asOf: '2026-11-24' })];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return csvSource(
    [ROSTER_COLUMNS.join(','), ...rows.map((row) => ROSTER_COLUMNS.map((column) => quoted(row[column])).join(','))].join('\n'),
  );
}

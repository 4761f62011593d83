import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import type { Actor } from '../../core/access.js';
import { CRITERIA } from '../../core/requirement.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { countryName } from '../../platform/reference-data/index.js';
import { CRITERION_NAMES, GATE_NAMES } from '../../web/criteria.js';
import { PeopleNow } from './people-now.service.js';
import { RunReader } from './run-reader.service.js';
import { ShortlistCandidate, type ShortlistRun } from './shortlist.entity.js';
import { RULE_SOURCES } from './views/record/sources.js';
import { gateWords, ORDER_RULE } from './views/wording.js';

type Cell = string | number;

/** A run as a table for other programs: everybody in it, ranked or not. */
@Injectable()
export class RunExports {
  constructor(
    private readonly database: Database,
    private readonly runs: RunReader,
    private readonly people: PeopleNow,
    private readonly audit: Audit,
  ) {}

  /** Comma-separated, every cell quoted, nothing that a spreadsheet could take for a formula. Throws 'not-found'. */
  async csv(id: string, me: Actor): Promise<string> {
    const { rows } = await this.table(id, 'csv', me);
    const clean = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : plainCell(cell))));
    return `\uFEFF${stringify(clean, { quoted: true, quoted_empty: true, record_delimiter: '\r\n' })}`;
  }

  /** A workbook: the people, and how the list was made. Throws 'not-found'. */
  async workbook(id: string, me: Actor): Promise<Buffer> {
    const { run, rows } = await this.table(id, 'xlsx', me);
    const [head = [], ...people] = rows;
    const cells = [head.map(headCell), ...people.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : plainCell(cell))))];
    const about = aboutRun(run).map(([name, value]) => [headCell(name), typeof value === 'number' ? value : plainCell(value)]);
    return writeWorkbook([
      { data: cells, sheet: 'People', stickyRowsCount: 1 },
      { data: about, sheet: 'How it was made' },
    ]).toBuffer();
  }

  private async table(id: string, as: 'csv' | 'xlsx', me: Actor): Promise<{ run: ShortlistRun; rows: Cell[][] }> {
    const run = await this.runs.run(id, me);
    const people = await this.database.read
      .getRepository(ShortlistCandidate)
      .find({ where: { runId: id }, order: { eligible: 'DESC', position: 'ASC' } });
    const names = await this.people.names(people, me);
    await this.database.transaction((tx) =>
      this.audit.record(tx, { actor: me, action: 'shortlist.exported', subject: { kind: 'shortlist', id }, details: { as } }),
    );
    const { weights } = run.requirement;
    const heads = CRITERIA.map((criterion) => `${CRITERION_NAMES[criterion]} (weight ${weights[criterion]})`);
    return {
      run,
      rows: [
        ['Rank', 'Roster number', 'Name', 'Eligible', 'Total of 100', ...heads, 'What is missing'],
        ...people.map((person) => rowOf(person, names.get(person.expertId) ?? '')),
      ],
    };
  }
}

function rowOf({ eligible, position, number, total, explanation, unmet }: ShortlistCandidate, name: string): Cell[] {
  const points = CRITERIA.map((name) => explanation?.criteria.find(({ criterion }) => criterion === name)?.points);
  return [
    eligible ? position : '',
    number,
    name,
    eligible ? 'yes' : 'no',
    total === null ? '' : total / 10_000,
    ...points.map((value) => (value === undefined ? '' : value / 10_000)),
    unmet.map((verdict) => `${GATE_NAMES[verdict.gate]}: ${gateWords(verdict)}`).join(' '),
  ];
}

function aboutRun(run: ShortlistRun): [string, Cell][] {
  return [
    ['Country', countryName(run.requirement.country)],
    ['Post level', run.requirement.level],
    ['Post version', run.postVersion],
    ['Run', run.runAt],
    ['Experience counts up to', run.asOf],
    ['Rubric', run.rubricVersion],
    ['Roster revision', run.rosterRevision],
    ['Considered', run.considered],
    ['Eligible', run.eligible],
    ['Order', ORDER_RULE],
    ...RULE_SOURCES.map(({ rule, source }): [string, Cell] => [rule, source]),
  ];
}

const headCell = (value: Cell) => ({ value: String(value), fontWeight: 'bold' as const });

/**
 * Text that no spreadsheet takes for a formula: white space and control characters in front go, and a sign that begins
 * a formula gets an apostrophe. Source: trap "formula injection"; a leading space, line feed or NUL hides the sign.
 */
export function plainCell(text: string): string {
  const bare = text.replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
  return /^[=+\-@＝＋－＠|%]/.test(bare) ? `'${bare}` : bare;
}

import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access.js';
import { type ExpertDraft, personKey } from '../../../core/expert-draft.js';
import { type CellProblem, IMPORT_LIMITS, type ImportContext, type RosterColumn, readHeader, readRow } from '../../../core/roster-csv.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { isCountry } from '../../../platform/reference-data/index.js';
import { termsIn } from '../../rules/index.js';
import { insertExperts, knownPersons } from '../expert-store.js';
import { writeRoster } from '../roster-changes.js';
import { csvRows, type ImportSource, UnreadableCsv } from './csv-file.js';
import { type ImportProgress, type ImportReport, ReportBuilder } from './import-report.js';

export type { ImportSource } from './csv-file.js';

/** Rows that are compared with the roster, or written, by one set of statements. */
const CHUNK = 200;

export interface ImportOptions {
  /** Only look. */
  readonly dryRun?: boolean;
  /** Import the good rows although others are bad; otherwise everything or nothing. */
  readonly partial?: boolean;
  /** Called after each chunk, and once with no rows before the import; from then on inside its transaction. */
  readonly onProgress?: (progress: ImportProgress) => Promise<void> | void;
  /** Who answers for it. */
  readonly actor: Pick<Actor, 'accountId'> | 'system';
  /** Runs in the transaction that imports, after the last row. */
  readonly beforeCommit?: (tx: Tx, report: ImportReport) => Promise<void>;
}

interface Row {
  readonly line: number;
  readonly draft: ExpertDraft;
  readonly problems: CellProblem[];
}

/** One pass over a file, and what its rows are read with. */
interface Pass {
  readonly phase: ImportProgress['phase'];
  readonly context: ImportContext;
}

/** Thrown inside the transaction to undo it when the second reading finds what the first did not. */
class Undo extends Error {}

/** Reads experts from a CSV file: once to check all of it, once more to import it in one transaction. Never holds more than a chunk of rows. */
@Injectable()
export class RosterImporter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * What is in the file, and what was imported: everything, the good rows (`partial`) or nothing (`rowsImported` 0).
   * `source` is opened once for each pass. On SQLite other writers and readers wait during the second pass, on PostgreSQL other changes of the roster.
   */
  async run(source: ImportSource, options: ImportOptions): Promise<ImportReport> {
    const checked = new ReportBuilder();
    const pass = { phase: 'checking', context: await this.context(this.database.read) } as const;
    await this.read(source, checked, pass, options, async (rows) => {
      await this.compare(rows, () => knownPersons(this.database.read, personsOf(rows)));
    });
    const report = checked.report(0);
    if (options.dryRun || !checked.importable(options.partial ?? false)) return report;
    await options.onProgress?.({ phase: 'importing', rowsRead: 0, bytesDone: 0 });
    return this.importAll(source, options);
  }

  private async importAll(source: ImportSource, options: ImportOptions): Promise<ImportReport> {
    const builder = new ReportBuilder();
    try {
      return await this.database.transaction(async (tx) => {
        let imported = 0;
        await writeRoster(tx, { newcomers: 0 });
        const pass = { phase: 'importing', context: await this.context(tx) } as const;
        await this.read(source, builder, pass, options, async (rows) => {
          await this.compare(rows, () => knownPersons(tx, personsOf(rows)));
          const good = rows.filter(({ problems }) => problems.length === 0);
          if (good.length < rows.length && !options.partial) throw new Undo();
          if (good.length > 0)
            await insertExperts(
              tx,
              good.map(({ draft }) => draft),
              await writeRoster(tx, { newcomers: good.length }),
              this.clock.iso(),
            );
          imported += good.length;
        });
        const report = builder.report(imported);
        await this.audit.record(tx, {
          actor: options.actor,
          action: 'roster.imported',
          subject: { kind: 'roster', id: 'all' },
          details: { rows: report.rowsRead, imported },
        });
        await options.beforeCommit?.(tx, report);
        return report;
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
      return this.run(source, { ...options, dryRun: true });
    }
  }

  /** One pass over the file, chunk by chunk. What makes the rest unreadable is reported as the last problem. */
  private async read(
    source: ImportSource,
    builder: ReportBuilder,
    { phase, context }: Pass,
    { onProgress }: ImportOptions,
    each: (rows: Row[]) => Promise<void>,
  ): Promise<void> {
    const seen = new Persons();
    let columns: RosterColumn[] | undefined;
    let rowsRead = 0;
    let bytesDone = 0;
    let rows: Row[] = [];
    const flush = async () => {
      await each(rows);
      for (const { line, problems } of rows) builder.row(line, problems);
      rowsRead += rows.length;
      rows = [];
      await onProgress?.({ phase, rowsRead, bytesDone });
      // Statements of SQLite do not yield by themselves.
      await breathe();
    };
    try {
      for await (const { line, cells } of csvRows(source, (bytes) => {
        bytesDone = bytes;
      })) {
        if (columns === undefined) {
          const header = readHeader(cells);
          for (const problem of header.problems) builder.file(line, problem);
          if (header.problems.length > 0) return;
          columns = header.columns;
          continue;
        }
        if (rowsRead + rows.length >= IMPORT_LIMITS.rows)
          throw new UnreadableCsv(line, undefined, `The file has more than ${IMPORT_LIMITS.rows} rows. Split it.`);
        const row = { line, ...readRow(columns, cells, context) };
        seen.check(row);
        rows.push(row);
        if (rows.length === CHUNK) await flush();
      }
      if (rows.length > 0) await flush();
    } catch (error) {
      if (!(error instanceof UnreadableCsv)) throw error;
      // What was read before it is still checked, so that one report names everything.
      if (rows.length > 0) await flush();
      builder.unreadable(error.line, { column: columnName(columns, error.column), reason: error.message });
      if (phase === 'importing') throw new Undo();
    }
  }

  private async compare(rows: readonly Row[], find: () => ReturnType<typeof knownPersons>): Promise<void> {
    const known = await find();
    for (const { draft, problems } of rows) {
      if (problems.length > 0) continue;
      if (known.emails.has(draft.email))
        problems.push({
          column: 'email',
          reason: 'Somebody with this e-mail address is on the roster already. Remove the row, or change that profile.',
        });
      else if (known.personKeys.has(personKey(draft) ?? ''))
        problems.push({
          column: 'family_name',
          reason: 'Somebody with this name and day of birth is on the roster already. Remove the row, or change that profile.',
        });
    }
  }

  private async context(manager: EntityManager): Promise<ImportContext> {
    return { today: this.clock.today(), isCountry, degreeTerms: await termsIn(manager) };
  }
}

/** Remembers addresses and person keys of a file with their lines, so that nobody is in it twice. */
class Persons {
  private readonly lines = new Map<string, number>();

  check({ line, draft, problems }: Row): void {
    if (problems.length > 0) return;
    const key = personKey(draft);
    const before = this.lines.get(draft.email) ?? (key === null ? undefined : this.lines.get(key));
    if (before !== undefined)
      problems.push({
        column: this.lines.has(draft.email) ? 'email' : 'family_name',
        reason: `The same person stands on line ${before} already. Keep one of the two rows.`,
      });
    this.lines.set(draft.email, before ?? line);
    if (key !== null) this.lines.set(key, before ?? line);
  }
}

function personsOf(rows: readonly Row[]) {
  return rows.filter(({ problems }) => problems.length === 0).map(({ draft }) => ({ email: draft.email, personKey: personKey(draft) }));
}

function columnName(columns: readonly RosterColumn[] | undefined, position: number | undefined): string {
  return position === undefined ? 'all' : (columns?.[position - 1] ?? `number ${position}`);
}

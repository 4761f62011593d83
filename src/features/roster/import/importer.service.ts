import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access.js';
import { type ExpertDraft, personKey } from '../../../core/expert-draft.js';
import { type CellProblem, IMPORT_LIMITS, type ImportContext, type RosterColumn, readHeader, readRow } from '../../../core/roster-csv.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { isCountry } from '../../../platform/reference-data/index.js';
import { termsIn } from '../../rules/index.js';
import { insertExperts, knownPersons } from '../expert-store.js';
import { writeRoster } from '../roster-changes.js';
import { csvRows, type ImportSource, UnreadableCsv } from './csv-file.js';
import { type ImportProgress, type ImportReport, ReportBuilder } from './import-report.js';
import { ImportTrail } from './import-trail.js';

export type { ImportSource } from './csv-file.js';

/** Rows that are compared with the roster, or written, at once. While a slice is written others wait. */
const SLICE = 200;

export interface ImportOptions {
  /** Only look. */
  readonly dryRun?: boolean;
  /** Import the good rows although others are bad; otherwise only a file in which every row is good. */
  readonly partial?: boolean;
  /** Called after each slice. */
  readonly onProgress?: (progress: ImportProgress) => Promise<void> | void;
  /** Who answers for it. */
  readonly actor: Pick<Actor, 'accountId'> | 'system';
  /**
   * Where it is written down how far the import is, so that it can go on after it died. `by-content` knows a file again by
   * what is in it, and reads it once more for that; left out, an import that dies is left where it is.
   */
  readonly trail?: ImportTrail | 'by-content';
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
  /** Rows that were written before. */
  readonly skip: number;
}

/**
 * Reads experts from a CSV file: once to check all of it, once more to write it, slice by slice. Never holds more than a
 * slice of rows. One that died goes on where it stopped, with the report of all of it.
 */
@Injectable()
export class RosterImporter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * What is in the file, and what was imported: everything, the good rows (`partial`) or nothing (`rowsImported` 0).
   * `source` is opened anew for each pass. Others have their turn between slices; a row whose person somebody entered
   * after the check is left out and named.
   */
  async run(source: ImportSource, options: ImportOptions): Promise<ImportReport> {
    const trail = options.dryRun ? undefined : await this.trail(source, options);
    if (trail?.before) return this.write(source, options, trail);
    const checked = new ReportBuilder();
    const pass = { phase: 'checking', context: await this.context(this.database.read), skip: 0 } as const;
    await this.read(source, checked, pass, options, async (rows) => {
      await this.compare(rows, () => knownPersons(this.database.read, personsOf(rows)));
      for (const { line, problems } of rows) checked.row(line, problems);
    });
    if (!trail || !checked.importable(options.partial ?? false)) return checked.report(0);
    return this.write(source, options, trail);
  }

  private async trail(source: ImportSource, { trail, actor }: ImportOptions): Promise<ImportTrail> {
    if (trail === 'by-content') return ImportTrail.ofContent(source, actor, this.database, this.clock);
    return trail ?? ImportTrail.once(actor, this.database, this.clock);
  }

  /** Writes the file slice by slice, each in a transaction of its own; rows that were written before are only read. */
  private async write(source: ImportSource, options: ImportOptions, trail: ImportTrail): Promise<ImportReport> {
    const { rows: before = 0, report } = trail.before ?? {};
    if (!report) await trail.begin();
    const builder = report ? ReportBuilder.goingOn(report) : new ReportBuilder();
    let imported = report?.rowsImported ?? 0;
    const pass = { phase: 'importing', context: await this.context(this.database.read), skip: before } as const;
    await this.read(source, builder, pass, options, (rows, { rowsRead, bytesDone }) =>
      this.database.transaction(async (tx) => {
        await writeRoster(tx, { newcomers: 0 });
        await this.compare(rows, () => knownPersons(tx, personsOf(rows)));
        const good = rows.filter(({ problems }) => problems.length === 0).map(({ draft }) => draft);
        if (good.length > 0) await insertExperts(tx, good, await writeRoster(tx, { newcomers: good.length }), this.clock.iso());
        for (const { line, problems } of rows) builder.row(line, problems);
        imported += good.length;
        await trail.wrote(tx, { rows: rowsRead, report: builder.report(imported) }, bytesDone);
      }),
    );
    const whole = builder.report(imported);
    await this.database.transaction(async (tx) => {
      await this.audit.record(tx, {
        actor: options.actor,
        action: 'roster.imported',
        subject: { kind: 'roster', id: 'all' },
        details: { rows: whole.rowsRead, imported },
      });
      await trail.done(tx, whole);
    });
    return whole;
  }

  /** One pass over the file, chunk by chunk. What makes the rest unreadable is reported as the last problem. */
  private async read(
    source: ImportSource,
    builder: ReportBuilder,
    { phase, context, skip }: Pass,
    { onProgress }: ImportOptions,
    each: (rows: Row[], progress: Omit<ImportProgress, 'phase'>) => Promise<void>,
  ): Promise<void> {
    const seen = new Persons();
    let columns: RosterColumn[] | undefined;
    let rowsRead = 0;
    let bytesDone = 0;
    let rows: Row[] = [];
    const flush = async () => {
      rowsRead += rows.length;
      await each(rows, { rowsRead, bytesDone });
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
        if (rowsRead < skip) {
          rowsRead += 1;
          continue;
        }
        rows.push(row);
        if (rows.length === SLICE) await flush();
      }
      if (rows.length > 0) await flush();
    } catch (error) {
      if (!(error instanceof UnreadableCsv)) throw error;
      // What was read before it is still checked, so that one report names everything.
      if (rows.length > 0) await flush();
      builder.unreadable(error.line, { column: columnName(columns, error.column), reason: error.message });
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

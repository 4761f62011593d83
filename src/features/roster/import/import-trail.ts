import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access.js';
import type { Clock } from '../../../platform/clock.js';
import { type Database, lockRow, newId, type Tx } from '../../../platform/database/index.js';
import { OPEN_IMPORTS, RosterImportEntity } from '../roster.entity.js';
import type { ImportSource } from './csv-file.js';
import type { ImportReport } from './import-report.js';

const ANOTHER = 'another run goes on with this import';

/** What an import has written so far. */
export interface Written {
  /** Rows of the file that are dealt with: imported, or found bad. */
  readonly rows: number;
  readonly report: ImportReport;
}

/**
 * How far an import has come, written down in the transaction of each slice: whoever goes on after a crash knows exactly
 * which rows are in. Two that run at once do not both go on; the slower one throws and leaves nothing.
 */
export class ImportTrail {
  private constructor(
    private readonly row: RosterImportEntity,
    private readonly database: Database,
    private readonly clock: Clock,
    /** Whether it can begin anew after it has ended. */
    private readonly again: boolean,
  ) {}

  /** Of a file that was handed in. */
  static of(row: RosterImportEntity, database: Database, clock: Clock): ImportTrail {
    return new ImportTrail({ ...row }, database, clock, false);
  }

  /** Of a file that is read where it lies: it is known again by its content. */
  static async ofContent(source: ImportSource, actor: Pick<Actor, 'accountId'> | 'system', database: Database, clock: Clock) {
    const hash = createHash('sha256');
    let bytesTotal = 0;
    for await (const chunk of source()) {
      hash.update(chunk);
      bytesTotal += chunk.byteLength;
    }
    const id = hash
      .digest('hex')
      .slice(0, 32)
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const known = await database.read.getRepository(RosterImportEntity).findOneBy({ id });
    const fresh = { ...freshRow(actor, clock), id, bytesTotal };
    return new ImportTrail(known?.state === 'importing' ? known : fresh, database, clock, true);
  }

  /** Of something that is read once and never again. */
  static once(actor: Pick<Actor, 'accountId'> | 'system', database: Database, clock: Clock): ImportTrail {
    return new ImportTrail(freshRow(actor, clock), database, clock, false);
  }

  /** What was written before; undefined when nothing was, and everything is to be checked first. */
  get before(): Written | undefined {
    const { state, rowsWritten, rowsRead, rowsGood, rowsBad, rowsImported, problems, problemCount } = this.row;
    if (state !== 'importing' || rowsWritten === 0) return undefined;
    return { rows: rowsWritten, report: { rowsRead, rowsGood, rowsBad, rowsImported, problems, problemCount, importable: true } };
  }

  /** Says that from now on rows are written. Throws when another run wrote some of this import already, or all of it. */
  async begin(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const present = await lockRow(tx, RosterImportEntity, { id: this.row.id });
      const begun = present?.state === 'importing' && present.rowsWritten > 0;
      if (begun || (present && !this.again && !OPEN_IMPORTS.includes(present.state))) throw new Error(ANOTHER);
      Object.assign(this.row, NOTHING_READ);
      await tx.getRepository(RosterImportEntity).upsert(this.row, ['id']);
    });
  }

  /** Part of the transaction that writes the rows. Throws when another run wrote them meanwhile. */
  async wrote(tx: Tx, { rows, report }: Written, bytesDone: number): Promise<void> {
    await this.move(tx, rows, { ...columnsOf(report), bytesDone });
    this.row.rowsWritten = rows;
  }

  /** Part of the transaction that ends the import. */
  async done(tx: Tx, report: ImportReport): Promise<void> {
    await this.move(tx, this.row.rowsWritten, { ...columnsOf(report), state: 'imported', finishedAt: this.clock.iso() });
  }

  private async move(tx: Tx, rowsWritten: number, columns: Partial<RosterImportEntity>): Promise<void> {
    const expected = { id: this.row.id, state: 'importing' as const, rowsWritten: this.row.rowsWritten };
    const { affected } = await tx.getRepository(RosterImportEntity).update(expected, { ...columns, rowsWritten });
    if (affected !== 1) throw new Error(ANOTHER);
  }
}

/** An import that has not read anything yet. */
export const NOTHING_READ = {
  state: 'importing' as const,
  finishedAt: null,
  bytesDone: 0,
  rowsRead: 0,
  rowsGood: 0,
  rowsBad: 0,
  rowsImported: 0,
  rowsWritten: 0,
  problems: [],
  problemCount: 0,
} satisfies Partial<RosterImportEntity>;

function freshRow(actor: Pick<Actor, 'accountId'> | 'system', clock: Clock): RosterImportEntity {
  const requestedBy = actor === 'system' ? 'system' : actor.accountId;
  return { ...NOTHING_READ, id: newId(), confirmed: true, partial: false, requestedBy, requestedAt: clock.iso(), bytesTotal: 0 };
}

/** A report as it is kept. */
export function columnsOf({ rowsRead, rowsGood, rowsBad, rowsImported, problems, problemCount }: ImportReport) {
  return { rowsRead, rowsGood, rowsBad, rowsImported, problems: [...problems], problemCount } satisfies Partial<RosterImportEntity>;
}

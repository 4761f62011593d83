import { type CellProblem, IMPORT_LIMITS } from '../../../core/roster-csv.js';

/** Something wrong in the file: where, and what to do. */
export interface ImportProblem extends CellProblem {
  /** Line of the file on which the row begins, from 1; the first line names the columns. */
  readonly line: number;
}

/** What the reading of a file found. */
export interface ImportReport {
  readonly rowsRead: number;
  readonly rowsGood: number;
  readonly rowsBad: number;
  /** 0 when nothing was imported. */
  readonly rowsImported: number;
  /** The first problems in the order of the file, at most `IMPORT_LIMITS.problemsShown`. */
  readonly problems: readonly ImportProblem[];
  /** Of how many. */
  readonly problemCount: number;
  /** Whether at least the good rows could be imported: the file can be read to its end and has some. */
  readonly importable: boolean;
}

/** How far the reading has come. */
export interface ImportProgress {
  readonly phase: 'checking' | 'importing';
  readonly rowsRead: number;
  readonly bytesDone: number;
}

/** Collects a report without ever holding more problems than are shown. */
export class ReportBuilder {
  private rowsRead = 0;
  private rowsBad = 0;
  private readable = true;
  private problemCount = 0;
  private readonly problems: ImportProblem[] = [];

  /** A report that goes on from what was found before. */
  static goingOn({ rowsRead, rowsBad, problems, problemCount }: ImportReport): ReportBuilder {
    const builder = new ReportBuilder();
    Object.assign(builder, { rowsRead, rowsBad, problemCount });
    builder.problems.push(...problems);
    return builder;
  }

  /** A row was read; `problems` is empty for a good one. */
  row(line: number, problems: readonly CellProblem[]): void {
    this.rowsRead += 1;
    if (problems.length > 0) this.rowsBad += 1;
    this.add(line, problems);
  }

  /** Something that is wrong with the file itself. */
  file(line: number, problem: CellProblem): void {
    this.add(line, [problem]);
  }

  /** From here the file cannot be read. Then nothing of it is imported: a quotation mark left open may hide any number of rows. */
  unreadable(line: number, problem: CellProblem): void {
    this.readable = false;
    this.add(line, [problem]);
  }

  private add(line: number, problems: readonly CellProblem[]): void {
    this.problemCount += problems.length;
    for (const problem of problems)
      if (this.problems.length < IMPORT_LIMITS.problemsShown) this.problems.push({ line, column: problem.column, reason: problem.reason });
  }

  /** Whether there is something to import: everything is good, or with `partial` at least one row is. */
  importable(partial: boolean): boolean {
    return this.readable && this.rowsRead > this.rowsBad && (partial || this.problemCount === 0);
  }

  report(rowsImported: number): ImportReport {
    return {
      rowsRead: this.rowsRead,
      rowsGood: this.rowsRead - this.rowsBad,
      rowsBad: this.rowsBad,
      rowsImported,
      problems: this.problems,
      problemCount: this.problemCount,
      importable: this.importable(true),
    };
  }
}

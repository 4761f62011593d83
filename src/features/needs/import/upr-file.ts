import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { DomainError } from '../../../core/errors.js';
import {
  parseRecommendation,
  type Recommendation,
  type RowProblem,
  UPR_COLUMNS,
  type UprCells,
  type UprColumn,
} from '../../../core/upr.js';
import { findCountry } from '../../../platform/reference-data/index.js';
import { textOf } from './upr-text.js';

/** A file to read: the name that a report calls it by, and its bytes, read once. */
export interface UprSource {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** One row of a file. `cells` is the row as it stands, to tell one recommendation from another. */
export type UprFileRow = { readonly line: number; readonly cells: readonly string[] } & (
  | { readonly recommendation: Recommendation; readonly notes: readonly RowProblem[] }
  | { readonly problems: readonly RowProblem[] }
);

/** The longest row accepted, in characters; published rows are below 1,500. */
const LONGEST_ROW = 100_000;

/**
 * The rows of a UPR file, one by one. Throws `needs.file-refused` with the line when it is not such a file: columns are
 * missing, quotation marks do not close, a row is out of all proportion.
 */
export async function* readUprFile({ name, bytes }: UprSource): AsyncGenerator<UprFileRow> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW });
  let columns: ReadonlyMap<UprColumn, number> | undefined;
  let width = 0;
  try {
    // pipeline hands an error of the file on to whoever reads the rows, which pipe does not.
    for await (const { record, info } of pipeline(Readable.from(textOf(bytes)), parser, () => undefined) as AsyncIterable<ParsedRecord>) {
      if (columns === undefined) {
        columns = columnsOf(name, record);
        width = record.length;
      } else yield rowOf(columns, width, record, info.lines);
    }
  } catch (error) {
    throw refusal(name, error);
  }
  if (columns === undefined) throw new DomainError('needs.file-refused', `${name} is empty. Give a file of UPR recommendations.`);
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function rowOf(columns: ReadonlyMap<UprColumn, number>, width: number, record: readonly string[], line: number): UprFileRow {
  if (record.length !== width)
    return { line, cells: record, problems: [{ kind: 'cell-count', column: null, value: String(record.length) }] };
  const cell = (column: UprColumn): string => record[columns.get(column) ?? -1] ?? '';
  const cells = Object.fromEntries(UPR_COLUMNS.map((column) => [column, cell(column)])) as UprCells;
  return { line, cells: record, ...parseRecommendation(cells, findCountry) };
}

function columnsOf(name: string, header: readonly string[]): ReadonlyMap<UprColumn, number> {
  const names = header.map((cell) => cell.trim().toLowerCase());
  const missing = UPR_COLUMNS.filter((column) => names.filter((known) => known === column.toLowerCase()).length !== 1);
  if (missing.length > 0) {
    throw new DomainError(
      'needs.file-refused',
      `${name} is not a file of UPR recommendations: its first line must name the columns ${UPR_COLUMNS.join(', ')} once each; look at ${missing.join(', ')}.`,
    );
  }
  return new Map(UPR_COLUMNS.map((column) => [column, names.indexOf(column.toLowerCase())]));
}

function refusal(name: string, error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const { code, lines } = error as { code?: unknown; lines?: unknown };
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return new DomainError('needs.file-refused', `${name} cannot be read. Check the name of the file.`);
  }
  if (!(error instanceof CsvError)) return error;
  const where = typeof lines === 'number' ? ` at line ${lines}` : '';
  const what =
    code === 'CSV_MAX_RECORD_SIZE' ? `has a row of more than ${LONGEST_ROW} characters` : 'has quotation marks that do not match';
  return new DomainError('needs.file-refused', `${name} ${what}${where}. Correct the row and import the file again.`);
}

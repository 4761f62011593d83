import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { DomainError } from '../../../core/errors.js';
import type { CountryCode } from '../../../core/expert.js';
import {
  OTHER_COLUMN_NAMES,
  parseRecommendation,
  type ReadAs,
  type Recommendation,
  type RowProblem,
  UPR_COLUMNS,
  type UprCells,
  type UprColumn,
} from '../../../core/upr.js';
import { findCountry, isCountry, isPresentName } from '../../../platform/reference-data/index.js';
import { textOf } from './upr-text.js';

/** A file to read: the name that a report calls it by, and its bytes, read once. */
export interface UprSource {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** One row of a file. `cells` is the row as it stands, to tell one recommendation from another. */
export type UprFileRow = { readonly line: number; readonly cells: readonly string[] } & (
  | {
      readonly recommendation: Recommendation;
      readonly notes: readonly RowProblem[];
      readonly readAs: readonly ReadAs[];
      /** What the file calls the country, where that is not its present name; null otherwise. */
      readonly calledOtherwise: string | null;
    }
  | { readonly problems: readonly RowProblem[] }
);

/** The longest row accepted, in characters; published rows are below 1,500. */
const LONGEST_ROW = 100_000;

/**
 * The rows of a UPR file, one by one, with commas, semicolons or tabs between cells, as its first line has it. Throws
 * `needs.file-refused` with the line when it is not such a file: columns are missing, quotation marks do not close, a row is
 * out of all proportion.
 */
export async function* readUprFile({ name, bytes }: UprSource): AsyncGenerator<UprFileRow> {
  let columns: ReadonlyMap<UprColumn, number> | undefined;
  let width = 0;
  try {
    const text = textOf(bytes);
    const head = await firstLine(text);
    const parser = parse({
      bom: true,
      delimiter: separatorOf(head),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
    });
    // pipeline hands an error of the file on to whoever reads the rows, which pipe does not.
    for await (const { record, info } of pipeline(
      Readable.from(joined(head, text)),
      parser,
      () => undefined,
    ) as AsyncIterable<ParsedRecord>) {
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

/** Reads until the first line is whole; what was read beyond it comes with it. */
async function firstLine(text: AsyncGenerator<string>): Promise<string> {
  let head = '';
  while (!head.includes('\n') && head.length <= LONGEST_ROW) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  return head;
}

async function* joined(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  yield* rest;
}

/** The one that parts the first line into most cells; a comma where none does. */
function separatorOf(head: string): string {
  const [line = ''] = head.split('\n', 1);
  return [',', ';', '\t'].reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));
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
  const parsed = parseRecommendation(cells, countryOf);
  if ('problems' in parsed) return { line, cells: record, ...parsed };
  const { country } = parsed.recommendation;
  const calledOtherwise = cells.To.trim() === country || isPresentName(cells.To, country) ? null : cells.To.trim();
  return { line, cells: record, ...parsed, calledOtherwise };
}

/** By a name, or by its three-letter code as newer data sets write it. */
function countryOf(cell: string): CountryCode | undefined {
  const code = cell.trim();
  return findCountry(cell) ?? (isCountry(code) ? code : undefined);
}

/** A column goes by its published name, else by one that files of later sessions use; never by two at once. */
function columnsOf(name: string, header: readonly string[]): ReadonlyMap<UprColumn, number> {
  const names = header.map(plainName);
  const placesOf = (known: readonly string[]) => names.flatMap((one, index) => (known.map(plainName).includes(one) ? [index] : []));
  const found = UPR_COLUMNS.map((column) => {
    const published = placesOf([column]);
    return [column, published.length > 0 ? published : placesOf(OTHER_COLUMN_NAMES[column])] as const;
  });
  const missing = found.filter(([, places]) => places.length !== 1).map(([column]) => column);
  if (missing.length > 0) {
    const others = missing.map((column) => `${column} (or ${OTHER_COLUMN_NAMES[column].join(', ')})`).join('; ');
    throw new DomainError(
      'needs.file-refused',
      `${name} is not a file of UPR recommendations: its first line must name the columns ${UPR_COLUMNS.join(', ')} once each; look at ${others}.`,
    );
  }
  return new Map(found.map(([column, [place = -1]]) => [column, place]));
}

function plainName(cell: string): string {
  return cell.trim().toLowerCase().replace(/\s+/g, ' ');
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

import { CsvError, parse } from 'csv-parse';
import { IMPORT_LIMITS } from '../../../core/roster-csv.js';

/** Where the bytes of a file come from; opened anew for each pass. */
export type ImportSource = () => AsyncIterable<Uint8Array>;

/** One row with the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The file cannot be read further than this line. The message is a full sentence with the remedy. */
export class UnreadableCsv extends Error {
  override readonly name = 'UnreadableCsv';

  constructor(
    readonly line: number,
    /** From 1; undefined when it is not about one cell. */
    readonly column: number | undefined,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The rows of a CSV file, one at a time: UTF-8 with or without a byte-order mark, commas or semicolons as the first line
 * has it, any line ends. Empty lines are skipped. `onBytes` hears how many bytes were taken so far.
 * @throws UnreadableCsv
 */
export async function* csvRows(source: ImportSource, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<CsvRow> {
  const text = plainText(source, onBytes);
  const head = await firstLine(text);
  if (head.trim() === '') throw new UnreadableCsv(1, undefined, 'The file is empty. Its first line must name the columns.');
  const rows: CsvRow[] = [];
  let line = 1;
  // Rows are taken as they are found and not from the stream's own buffer, which an error further down would throw away.
  const take = (cells: string[], { lines }: { lines: number }): null => {
    if (cells.length > 1 || cells[0]?.trim() !== '') rows.push({ line, cells });
    line = lines + 1;
    return null;
  };
  const parser = parse({
    delimiter: delimiterOf(head),
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: IMPORT_LIMITS.rowCharacters,
    on_record: take,
  }).resume();
  // Each write reports its own error; without a listener the event would end the process.
  parser.on('error', () => {});
  try {
    for await (const piece of joined(head, text)) {
      await settled((done) => parser.write(piece, done));
      yield* rows.splice(0);
    }
    await settled((done) => parser.end(done));
    yield* rows.splice(0);
  } catch (error) {
    yield* rows.splice(0);
    throw error instanceof CsvError ? unreadable(error, line) : error;
  } finally {
    parser.destroy();
  }
}

function settled(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}

/** Text with plain line feeds, so that lines are counted the same whatever ends them. */
async function* plainText(source: ImportSource, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let lines = 1;
  let endedWithReturn = false;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new UnreadableCsv(lines, undefined, `The file is not UTF-8 text somewhere after line ${lines}. Save it as “CSV UTF-8”.`);
    }
  };
  for await (const chunk of source()) {
    bytes += chunk.byteLength;
    if (bytes > IMPORT_LIMITS.fileBytes)
      throw new UnreadableCsv(lines, undefined, `The file is larger than ${IMPORT_LIMITS.fileBytes / 1_000_000} MB. Split it.`);
    const text = decode(chunk);
    // A carriage return at the end of one piece and a line feed at the start of the next are one line end.
    const whole = endedWithReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') endedWithReturn = text.endsWith('\r');
    const plain = whole.replace(/\r\n?/g, '\n');
    for (let at = plain.indexOf('\n'); at !== -1; at = plain.indexOf('\n', at + 1)) lines += 1;
    onBytes(bytes);
    if (plain !== '') yield plain;
  }
  yield decode();
}

/** Reads until the first line is whole; what was read beyond it is returned with it. */
async function firstLine(text: AsyncGenerator<string>): Promise<string> {
  let head = '';
  while (!head.includes('\n') && head.length <= IMPORT_LIMITS.rowCharacters) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  return head;
}

async function* joined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  for await (const piece of rest) if (piece !== '') yield piece;
}

function delimiterOf(head: string): ',' | ';' {
  const [line = ''] = head.split('\n', 1);
  return line.split(';').length > line.split(',').length ? ';' : ',';
}

function unreadable(error: CsvError, line: number): UnreadableCsv {
  const column = typeof error['column'] === 'number' ? error['column'] + 1 : undefined;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new UnreadableCsv(line, column, 'A quotation mark opens a cell in this row and is never closed. Close it, or remove it.');
    case 'CSV_MAX_RECORD_SIZE':
      return new UnreadableCsv(
        line,
        column,
        `The row grows longer than ${IMPORT_LIMITS.rowCharacters} characters in this cell. A cell may have ${IMPORT_LIMITS.cellCharacters} characters; shorten it, or close its quotation mark.`,
      );
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new UnreadableCsv(
        line,
        column,
        'A quotation mark stands inside a cell. Put the whole cell in quotation marks and write each one inside it twice.',
      );
    default:
      return new UnreadableCsv(line, column, 'The row cannot be read as CSV. Save the file again as “CSV UTF-8”.');
  }
}

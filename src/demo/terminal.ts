/** Columns that every line of prose fits into. */
const WIDTH = 96;

/** Tells a story in a terminal: numbered chapters, short paragraphs, tables. Colours only where a person looks. */
export class Terminal {
  private chapters = 0;

  constructor(
    private readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean } = process.stdout,
    private readonly colours = output.isTTY === true && !process.env['NO_COLOR'],
  ) {}

  /** A numbered heading. */
  chapter(title: string): void {
    this.chapters += 1;
    this.line('');
    this.line(this.paint('1;36', `${this.chapters}. ${title}`));
    this.line(this.paint('36', '─'.repeat(Math.min(WIDTH, title.length + 3 + String(this.chapters).length))));
  }

  /** A paragraph, broken at spaces. */
  say(text: string): void {
    for (const line of wrapped(text, WIDTH)) this.line(line);
  }

  /** What was true and is now known to be: a line with a mark in front. */
  done(text: string): void {
    const [first = '', ...rest] = wrapped(text, WIDTH - 2);
    this.line(`${this.paint('32', '✓')} ${first}`);
    for (const line of rest) this.line(`  ${line}`);
  }

  /** Words of somebody else: indented, with a bar before each line. */
  quote(text: string): void {
    for (const paragraph of text.trimEnd().split('\n')) {
      for (const line of wrapped(paragraph, WIDTH - 4)) this.line(`${this.paint('2', '  │')} ${line}`.trimEnd());
    }
  }

  /** Text that has its own layout. */
  block(text: string): void {
    for (const line of text.trimEnd().split('\n')) this.line(line);
  }

  /** Rows in columns as wide as their longest cell. */
  table(heads: readonly string[], rows: readonly (readonly string[])[]): void {
    const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)));
    const inColumns = (row: readonly string[]) =>
      `  ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join('  ')}`.trimEnd();
    this.line(this.paint('1', inColumns(heads)));
    for (const row of rows) this.line(inColumns(row));
  }

  private line(text: string): void {
    this.output.write(`${text}\n`);
  }

  private paint(code: string, text: string): string {
    return this.colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

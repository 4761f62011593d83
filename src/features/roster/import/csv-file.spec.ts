import fc from 'fast-check';
import { csvSource } from '../../../../test/support/roster-desk.js';
import { type CsvRow, csvRows, type ImportSource, UnreadableCsv } from './csv-file.js';

async function all(source: ImportSource): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(source)) rows.push(row);
  return rows;
}

describe('the rows of a file', () => {
  it.each([['\n'], ['\r\n'], ['\r']])('have the same lines with %j at their ends, in pieces of any size', async (end) => {
    const text = ['a,b', '1,"x', 'y"', '', '3,é', '4,'].join(end);
    for (const chunk of [1, 2, 3, 5, 1000]) {
      expect(await all(csvSource(text, chunk))).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['1', 'x\ny'] },
        { line: 5, cells: ['3', 'é'] },
        { line: 6, cells: ['4', ''] },
      ]);
    }
  });

  it('come without the byte-order mark, with commas or semicolons', async () => {
    expect(await all(csvSource('\uFEFFa;b\n1,5;2\n'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', '2'] },
    ]);
    expect(await all(csvSource('\uFEFFa,b\n1;5,2\n', 2))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1;5', '2'] },
    ]);
  });

  it.each([
    ['nothing', '', 1, 'empty'],
    ['an open quotation mark', 'a,b\n1,2\n3,"4\n5,6\n', 3, 'never closed'],
    ['a quotation mark in a cell', 'a,b\n1,2\n3,x"4\n', 3, 'inside a cell'],
    ['text after a closing one', 'a,b\n1,2\n3,"x"4\n', 3, 'inside a cell'],
    ['a first line without an end', `a,${'b'.repeat(300_000)}`, 1, 'longer than 200000'],
  ])('are refused for %s', async (_, text, line, words) => {
    const failure = await all(csvSource(text)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnreadableCsv);
    expect(failure).toMatchObject({ line, message: expect.stringContaining(words) });
  });

  it('that come before the mistake are still given', async () => {
    const rows: number[] = [];
    await expect(async () => {
      for await (const { line } of csvRows(csvSource('a,b\n1,2\n3,"4\n'))) rows.push(line);
    }).rejects.toThrow(UnreadableCsv);
    expect(rows).toEqual([1, 2]);
  });

  it('must be UTF-8', async () => {
    const latin = Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.from([0x63, 0xe9, 0x2c, 0x0a])]);
    await expect(all(csvSource(latin))).rejects.toMatchObject({ message: expect.stringContaining('not UTF-8') });
    await expect(all(csvSource(Buffer.from([0x61, 0xc3])))).rejects.toMatchObject({ message: expect.stringContaining('not UTF-8') });
  });

  it('pass on the failure of whoever reads the file', async () => {
    const broken = async function* () {
      yield Buffer.from('a,b\n1,2\n');
      throw new Error('disk');
    };
    await expect(all(broken)).rejects.toThrow('disk');
  });

  it('give back whatever was written with quotation marks', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', ' ', 'é', '=') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), fc.integer({ min: 1, max: 20 }), async (rows, chunk) => {
        const text = ['a,b', ...rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))].join('\n');
        expect((await all(csvSource(text, chunk))).slice(1).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});

import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readUprFile, type UprFileRow } from './upr-file.js';

const FIXTURES = join('test', 'fixtures', 'upr');
const HEADER = 'To,Text,Response,Action,Issue,Session';

async function rowsOf(bytes: AsyncIterable<Uint8Array>): Promise<UprFileRow[]> {
  const rows: UprFileRow[] = [];
  for await (const row of readUprFile({ name: 'file.csv', bytes })) rows.push(row);
  return rows;
}
const rowsOfText = (text: string) => rowsOf(Readable.from([Buffer.from(text)]));
const refused = (sentence: RegExp) => expect.objectContaining({ code: 'needs.file-refused', message: expect.stringMatching(sentence) });

describe('a UPR file', () => {
  it.each(['cr-mac-roman.csv', 'crlf-windows-1252.csv', 'lf-utf-8.csv'])('%s is read as it is', async (file) => {
    const rows = await rowsOf(createReadStream(join(FIXTURES, file), { highWaterMark: 7 }));
    expect(rows.map((row) => ('recommendation' in row ? row.recommendation : row.problems))).toEqual([
      { country: 'SWZ', session: 12, response: 'accepted', action: 5, themes: ['rights-of-the-child', 'womens-rights'] },
      { country: 'CIV', session: 6, response: 'accepted', action: 4, themes: ['justice'] },
      { country: 'MKD', session: 5, response: 'noted', action: 3, themes: ['general', 'minorities'] },
      { country: 'BIH', session: 7, response: 'noted', action: null, themes: ['detention'] },
      { country: 'PRK', session: 6, response: 'noted', action: 5, themes: ['death-penalty', 'justice'] },
    ]);
    expect(rows[1]?.cells[3]).toBe('Bring the case of Équité to justice vis-à-vis the victims');
  });

  it('may have its columns in any order, and others beside them', async () => {
    const [row] = await rowsOfText('session,More,ISSUE,Action,Response,To\n6,x,Justice,4,Noted,Kenya\n');
    expect(row).toMatchObject({ line: 2, recommendation: { country: 'KEN', session: 6, themes: ['justice'] } });
  });

  it('keeps rows that cannot be read, with their line', async () => {
    const rows = await rowsOfText(`${HEADER}\rKenya,x,Accepted,5,Justice,8\r\rRuritania,x,Accepted,5,Dragons,8\rKenya,x,Accepted\r`);
    expect(rows.map(({ line, ...row }) => [line, 'problems' in row ? row.problems.map(({ kind }) => kind) : 'fine'])).toEqual([
      [2, 'fine'],
      [4, ['unknown-country', 'unknown-issue']],
      [5, ['cell-count']],
    ]);
  });

  it.each([
    ['nothing', '', /file\.csv is empty/],
    [
      'a page',
      '<!doctype html>\n<p>Hello</p>',
      /columns To, Response, Action, Issue, Session once each; look at To, Response, Action, Issue, Session/,
    ],
    ['a file without one column', 'To,Response,Action,Session\nKenya,Accepted,5,8', /look at Issue/],
    ['a file with one column twice', 'To,To,Response,Action,Issue,Session\n', /look at To/],
    ['an open quotation mark', `${HEADER}\nKenya,"x,Accepted,5,Justice,8\n`, /quotation marks that do not match at line \d/],
    ['a stray quotation mark', `${HEADER}\nKenya,x"y"z",Accepted,5,Justice,8\n`, /quotation marks that do not match at line 2/],
    ['a cell of 5 MB', `${HEADER}\nKenya,${'x'.repeat(5_000_000)},Accepted,5,Justice,8\n`, /a row of more than 100000 characters/],
    ['a whole file in quotation marks', `${HEADER}\n"${'Kenya\n'.repeat(50_000)}`, /a row of more than 100000 characters/],
  ])('%s is refused with a sentence', async (_, text, sentence) => {
    await expect(rowsOfText(text)).rejects.toEqual(refused(sentence));
  });

  it('that is not there is refused with a sentence', async () => {
    await expect(rowsOf(createReadStream(join(FIXTURES, 'nowhere.csv')))).rejects.toEqual(refused(/file\.csv cannot be read/));
    await expect(rowsOf(createReadStream(FIXTURES))).rejects.toEqual(refused(/cannot be read/));
  });

  it('lets other failures through', async () => {
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${HEADER}\n`);
      throw new Error('the disk is on fire');
    };
    await expect(rowsOf(failing())).rejects.toThrow('the disk is on fire');
  });
});

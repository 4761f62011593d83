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

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('of a later session is read under its own names of columns, with a %s between cells', async (_, separator) => {
    const lines = [
      ['State under Review', 'Recommendation', 'Position', 'Action category', 'Issues', 'UPR session'],
      ['Türkiye', '"Ratify; at once, please"', 'Supported', '5', '"Justice,Climate change"', '35th session'],
      ['Eswatini', 'x', 'Noted', '4 - General action', 'Human trafficking', '39'],
    ];
    const rows = await rowsOfText(lines.map((cells) => cells.join(separator)).join('\r\n'));
    expect(rows).toMatchObject([
      {
        recommendation: { country: 'TUR', session: 35, response: 'accepted', action: 5, themes: ['justice', 'other'] },
        notes: [{ kind: 'unknown-issue', value: 'Climate change' }],
      },
      { recommendation: { country: 'SWZ', session: 39, response: 'noted', action: 4, themes: ['trafficking'] }, calledOtherwise: null },
    ]);
  });

  it.each(['utf16le', 'utf16be', 'utf8'] as const)('may be %s, in whatever chunks it comes', async (encoding) => {
    const text = `\ufeff${HEADER}\r\nCôte d’Ivoire,x,Accepted,5,Justice,33\r\n`;
    const bytes = Buffer.from(text, encoding === 'utf8' ? 'utf8' : 'utf16le');
    if (encoding === 'utf16be') bytes.swap16();
    for (const size of [1, 3, 1_000]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
      expect(await rowsOf(Readable.from(chunks))).toMatchObject([{ recommendation: { country: 'CIV', session: 33 } }]);
    }
  });

  it.each([
    ['Türkiye', 'TUR', null],
    ['Turkey', 'TUR', 'Turkey'],
    ['Czechia', 'CZE', null],
    ['Czech Republic', 'CZE', null],
    ['Eswatini', 'SWZ', null],
    ['Swaziland', 'SWZ', 'Swaziland'],
    ['North Macedonia', 'MKD', null],
    ['The former Yugoslav Republic of Macedonia', 'MKD', 'The former Yugoslav Republic of Macedonia'],
    ['Cabo Verde', 'CPV', null],
    ['Cape Verde', 'CPV', 'Cape Verde'],
    ["COTE D'IVOIRE", 'CIV', null],
    ['Côte d’Ivoire', 'CIV', null],
    ['Ivory Coast', 'CIV', 'Ivory Coast'],
    ['Netherlands (Kingdom of the)', 'NLD', 'Netherlands (Kingdom of the)'],
    ['Bolivia (Plurinational State of)', 'BOL', 'Bolivia (Plurinational State of)'],
    ['KEN', 'KEN', null],
  ])('knows %p as %s, and says where that is not the present name', async (name, country, calledOtherwise) => {
    expect(await rowsOfText(`${HEADER}\n"${name}",x,Noted,5,Justice,41\n`)).toMatchObject([
      { recommendation: { country }, calledOtherwise },
    ]);
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
      /columns To, Response, Action, Issue, Session once each; look at To \(or State under Review/,
    ],
    ['a file without one column', 'To,Response,Action,Session\nKenya,Accepted,5,8', /look at Issue/],
    ['a file with one column twice', 'To,To,Response,Action,Issue,Session\n', /look at To/],
    ['a file with two names of one column', 'SuR,Country,Response,Action,Issue,Session\n', /look at To/],
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

import fc from 'fast-check';
import { textOf } from './upr-text.js';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(bytes: Uint8Array | string, chunkSize = 64_000): Promise<string> {
  let text = '';
  for await (const part of textOf(chunksOf(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, chunkSize))) text += part;
  return text;
}

describe('the bytes of a UPR file', () => {
  it('are Mac Roman where lines end in CR alone', async () => {
    expect(
      await read('a\rHiss\x8fne Habr\x8e, Guaran\x92 Kaiow\x87, Cura\x8dao, vis-\x88-vis, Viol\x90ncia, Tekopor\x8b, Fels\x9a\r'),
    ).toBe('a\nHissène Habré, Guaraní Kaiowá, Curaçao, vis-à-vis, Violência, Tekoporã, Felsö\n');
  });

  it('are Windows-1252 where lines end otherwise', async () => {
    expect(await read('a\r\nC\xf4te d\x92Ivoire\r\n')).toBe('a\nCôte d’Ivoire\n');
    expect(await read('a\nC\xf4te')).toBe('a\nCôte');
  });

  it('are UTF-8 where they are well-formed UTF-8, whatever the line ends', async () => {
    expect(await read(Buffer.from('a\rCôte d’Ivoire, 中文\rb'))).toBe('a\nCôte d’Ivoire, 中文\nb');
  });

  it('mean the same in whatever chunks they come', async () => {
    const pieces = fc.constantFrom('To', ',', '"', '\r', '\n', '\r\n', 'é', '中', '’');
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), async (parts, size) => {
        const text = parts.join('');
        expect(await read(Buffer.from(text), size)).toBe(text.replace(/\r\n?/g, '\n'));
      }),
    );
    expect(await read('a\r\nC\xf4te\r\n', 1)).toBe('a\nCôte\n');
    expect(await read('a\rC\x99te\r', 1)).toBe('a\nCôte\n');
  });

  it('do not pile up in an endless run above ASCII', async () => {
    expect(await read(Buffer.alloc(200_000, 0x8e), 1_000)).toHaveLength(200_000);
  });
});

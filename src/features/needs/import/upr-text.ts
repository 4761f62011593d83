import { isUtf8 } from 'node:buffer';

/** A longer run of bytes above ASCII may be cut between two chunks; it is then no name of anything that is read. */
const LONGEST_HELD_RUN = 4096;

/**
 * The bytes of a CSV file as text with `\n` line ends, whatever its encoding and its line ends, chunk by chunk.
 *
 * What the published UPR files hold: lines end in CR alone, as on the old Mac, and every byte above ASCII is Mac Roman: 8E
 * `é` and 8F `è` (Habré, Hissène, Équité), 92 `í` (Guaraní), 87 `á`, 9A `ö`, 8D `ç` (Curaçao), 88 `à` (vis-à-vis), 90 `ê`,
 * 8B `ã`. Windows-1252 would read 8E as `Ž` and has no 8D, 8F and 90 at all; no byte speaks for it, and none is mixed in.
 *
 * So a run of bytes above ASCII is UTF-8 where it is well-formed UTF-8 (a run of Mac Roman letters never is, save by
 * freak), else Mac Roman in a file whose first line ends in CR alone, else Windows-1252.
 *
 * A file that begins with the mark of UTF-16, as spreadsheets write “Unicode text”, is UTF-16.
 */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const chunks = bytes[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { value, done } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const all = joined(head, { [Symbol.asyncIterator]: () => chunks });
  const mark = head.subarray(0, 2).toString('hex');
  yield* mark === 'fffe' || mark === 'feff' ? wideText(all, mark === 'fffe' ? 'utf-16le' : 'utf-16be') : byteText(all);
}

async function* joined(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

async function* wideText(bytes: AsyncIterable<Uint8Array>, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const chunk of bytes) {
    const text = held + decoder.decode(chunk, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    const whole = text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
    if (whole !== '') yield whole;
  }
  const rest = (held + decoder.decode()).replace(/\r\n?/g, '\n');
  if (rest !== '') yield rest;
}

async function* byteText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held = '';
  let legacy: TextDecoder | undefined;
  for await (const chunk of bytes) {
    const raw = held + latin1(chunk);
    const end = raw.length - heldBack(raw);
    held = raw.slice(end);
    legacy ??= legacyOf(raw.slice(0, end));
    const text = decoded(raw.slice(0, end), legacy);
    if (text !== '') yield text;
  }
  if (held !== '') yield decoded(held, legacy);
}

/** Every byte as the character of the same number, so that bytes can be searched as text. */
function latin1(chunk: Uint8Array): string {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
}

/** How many characters at the end cannot be read before the next chunk is known: a CR, or a run that may go on. */
function heldBack(raw: string): number {
  if (raw.endsWith('\r')) return 1;
  let length = 0;
  while (length < raw.length && raw.charCodeAt(raw.length - 1 - length) >= 0x80) length += 1;
  return length > LONGEST_HELD_RUN ? 0 : length;
}

/** Undefined while no line has ended. */
function legacyOf(raw: string): TextDecoder | undefined {
  const lineEnd = /\r\n?|\n/.exec(raw);
  return lineEnd === null ? undefined : new TextDecoder(lineEnd[0] === '\r' ? 'macintosh' : 'windows-1252');
}

function decoded(raw: string, legacy = new TextDecoder('windows-1252')): string {
  return raw.replace(/\r\n?/g, '\n').replace(/[\x80-\xff]+/g, (run) => {
    const bytes = Buffer.from(run, 'latin1');
    return isUtf8(bytes) ? bytes.toString('utf8') : legacy.decode(bytes);
  });
}

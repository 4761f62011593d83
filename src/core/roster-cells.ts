import { closest } from './closest.js';
import { endOf, type IsoDate, isPartialDate, type PartialDate, type Period, startOf } from './dates.js';

/** Control characters and line breaks have no place in one line of text, and a database refuses some of them. */
export const ONE_LINE = /^[^\p{Cc}]*$/u;

/** Receives what is wrong, as a full sentence with the remedy. */
export type Say = (reason: string) => void;

/** Splits at the separator where no backslash stands before it. The backslashes stay, for the next split. */
function split(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && at + 1 < text.length) {
      piece += text.slice(at, at + 2);
      at += 1;
    } else if (text[at] === separator) {
      pieces.push(piece);
      piece = '';
    } else piece += text[at];
  }
  return [...pieces, piece];
}

const unescape = (text: string) => text.replace(/\\([;|\\])/g, '$1').trim();

/** The opposite of what is read: a text that holds `;`, `|` or `\` with a backslash before each. */
export function escapeCell(text: string): string {
  return text.replace(/[;|\\]/g, '\\$&');
}

/** A cell that a spreadsheet could take for a formula gets an apostrophe in front: names are written by strangers. */
export function guarded(cell: string): string {
  return /^'*[=+\-@]/.test(cell) ? `'${cell}` : cell;
}

/** The opposite of `guarded`; other cells stay as they are. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/**
 * The parts of a cell, each as its fields: `en|IV; fr|III` → two parts of two fields. Reads each part by `read`; a part
 * with more fields than `most` is reported, because a value may stand in the wrong place.
 */
export function parts<T>(cell: string, most: number, say: Say, read: (fields: string[], say: Say) => T): T[] {
  const pieces = split(cell, ';').filter((piece) => piece.trim() !== '');
  return pieces.map((piece, index) => {
    const fields = split(piece, '|').map(unescape);
    const sayOfPart: Say = pieces.length === 1 ? say : (reason) => say(`Part ${index + 1}: ${reason}`);
    if (fields.length > most)
      sayOfPart(`There are ${fields.length} fields; at most ${most} belong here. Write \\| where a text holds a |.`);
    return read(fields, sayOfPart);
  });
}

/** What was written, short enough for a sentence. */
const quoted = (text: string) => (text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`);

/** One word of a vocabulary; an empty text is the fallback, where there is one. */
export function oneOf<const T extends string>(text: string, known: readonly T[], what: string, say: Say, fallback?: T): T {
  if (text === '' && fallback !== undefined) return fallback;
  const found = known.find((word) => word.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  const near = closest(text, known);
  const advice =
    near !== undefined
      ? `Did you mean ${near}?`
      : known.length <= 8
        ? `Write one of ${known.join(', ')}.`
        : 'The documentation of the import lists the words that are known.';
  say(text === '' ? `The ${what} is missing. ${advice}` : `${quoted(text)} is not a known ${what}. ${advice}`);
  return known[0] as T;
}

/** Items with + between them; empty means none. */
export function list(text: string): string[] {
  return text === ''
    ? []
    : text
        .split('+')
        .map((item) => item.trim())
        .filter((item) => item !== '');
}

/** A text of one line, up to `most` characters. */
export function line(text: string, most: number, what: string, say: Say): string {
  if (text.length > most) say(`The ${what} has ${text.length} characters; at most ${most} are accepted.`);
  if (!ONE_LINE.test(text)) say(`The ${what} holds a line break or a control character. Remove it.`);
  return text;
}

/** A whole number in a range; an empty text is the fallback. */
export function whole(text: string, from: number, to: number, fallback: number, what: string, say: Say): number {
  if (text === '') return fallback;
  const number = /^\d{1,6}\s*%?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (!(number >= from && number <= to)) say(`The ${what} must be a whole number from ${from} to ${to}, not ${quoted(text)}.`);
  return number;
}

const NO_DAY = '1970-01-01';

/** A day, a month or a year, kept as it is written. Empty is null. */
export function date(text: string, what: string, say: Say): PartialDate | null {
  if (text === '') return null;
  if (isPartialDate(text)) return text;
  say(`The ${what} is not a day of the calendar. Write it as 2010-06-30, 2010-06 or 2010.`);
  return NO_DAY;
}

/** `2010-01/2014`: the two dates as they are written; an end that is left out is null. */
export function stretch(text: string, what: string, say: Say): { from: PartialDate; to: PartialDate | null } {
  const [start = '', end = '', ...more] = text.split('/').map((piece) => piece.trim());
  const to = end === '' || end === '..' ? null : end;
  const known = { from: isPartialDate(start), to: to === null || isPartialDate(to) };
  if (!text.includes('/') || more.length > 0 || start === '')
    say(
      `The ${what} must name its first and last day with / between them, such as 2010-01/2014-06; leave out the second for one that goes on.`,
    );
  else if (!known.from)
    say(`The start of the ${what}, ${quoted(start)}, is not a day of the calendar. Write it as 2010-06-30, 2010-06 or 2010.`);
  else if (!known.to) say(`The end of the ${what}, ${quoted(end)}, is not a day of the calendar. Write it as 2010-06-30, 2010-06 or 2010.`);
  return { from: known.from ? start : NO_DAY, to: known.to ? to : null };
}

/** As `stretch`, as whole days: from the first to the last that these can mean. */
export function period(text: string, what: string, say: Say): { from: IsoDate; to: IsoDate | null } {
  const { from, to } = stretch(text, what, say);
  return { from: startOf(from), to: to === null ? null : endOf(to) };
}

/** As `period`, where the end must be given. */
export function closedPeriod(text: string, what: string, say: Say): Period {
  const open = period(text, what, say);
  if (open.to === null) say(`The ${what} needs an end, such as 2013-01-01/2013-02-28.`);
  return { from: open.from, to: open.to ?? open.from };
}

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { COLUMNS, type Fiction, fictionalExperts } from './fictional.js';

/** Writes fictional experts as a file that the roster imports, one row at a time. */
export async function writeFictionalRoster(path: string, fiction: Fiction): Promise<void> {
  await pipeline(Readable.from(fictionalExperts(fiction)), stringify({ header: true, columns: [...COLUMNS], quoted: true }), createWriteStream(path));
}

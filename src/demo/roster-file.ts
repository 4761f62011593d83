import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { ROSTER_COLUMNS } from '../core/roster-csv.js';
import { type Fiction, fictionalExperts } from './fictional.js';

/** Writes fictional experts as a file that the roster imports, one row at a time. */
export async function writeFictionalRoster(path: string, fiction: Fiction): Promise<void> {
  await pipeline(
    Readable.from(fictionalExperts(fiction)),
    stringify({ header: true, columns: [...ROSTER_COLUMNS], quoted: true }),
    createWriteStream(path),
  );
}

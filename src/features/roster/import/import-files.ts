import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../core/errors.js';
import { IMPORT_LIMITS } from '../../../core/roster-csv.js';
import { Settings } from '../../../platform/config/index.js';
import type { ImportSource } from './csv-file.js';

const NAME = /^([0-9a-f-]{36})\.csv$/;

/** Files that were handed in, in the data folder under the id of their import: what they were called elsewhere is not kept. */
@Injectable()
export class ImportFiles {
  private readonly folder: string;

  constructor(settings: Settings) {
    this.folder = join(settings.dataFolder, 'imports');
  }

  /**
   * Stores the file and returns its size in bytes.
   * @throws DomainError `input.too-large`; then nothing is left of it
   */
  async keep(id: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    let bytes = 0;
    const counter = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        bytes += chunk.byteLength;
        // What is too much is read but not kept: a sender who is cut off would never see the answer.
        if (bytes > IMPORT_LIMITS.fileBytes) done();
        else done(null, chunk);
      },
    });
    try {
      await pipeline(content, counter, createWriteStream(this.path(id), { mode: 0o600, flags: 'wx' }));
      if (bytes > IMPORT_LIMITS.fileBytes)
        throw new DomainError(
          'input.too-large',
          `The file is larger than ${IMPORT_LIMITS.fileBytes / 1_000_000} MB. Split it and import the parts one after the other.`,
        );
      return bytes;
    } catch (error) {
      await this.remove(id);
      throw error;
    }
  }

  /** The content, anew at each call. */
  source(id: string): ImportSource {
    return () => createReadStream(this.path(id));
  }

  async has(id: string): Promise<boolean> {
    return (await this.storedAt(id)) !== undefined;
  }

  /** Nothing happens when it is gone already. */
  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** Ids of the files that lie there. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.flatMap((name) => NAME.exec(name)?.[1] ?? []);
  }

  /** When it was stored, in milliseconds since 1970; undefined when it is not there. */
  async storedAt(id: string): Promise<number | undefined> {
    const found = await stat(this.path(id)).catch(() => undefined);
    return found?.mtimeMs;
  }

  private path(id: string): string {
    const name = `${id}.csv`;
    if (!NAME.test(name)) throw new RangeError('not the id of an import');
    return join(this.folder, name);
  }
}

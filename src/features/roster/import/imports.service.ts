import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { DomainError, notFound } from '../../../core/errors.js';
import { Clock } from '../../../platform/clock.js';
import { Database, lockRow, newId } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/outbox/index.js';
import { RosterImportEntity } from '../roster.entity.js';
import { importRoster } from './import.jobs.js';
import { ImportFiles } from './import-files.js';
import { NOTHING_READ } from './import-trail.js';

/** How many of the latest imports are listed. */
const LATEST = 20;

/** Takes files, starts their reading, and tells how far it is. The reading itself is a job. */
@Injectable()
export class RosterImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly files: ImportFiles,
  ) {}

  /**
   * Stores the file and has it checked; with `confirmed` it is imported right after.
   * @throws DomainError `input.too-large`
   */
  async start(
    content: AsyncIterable<Uint8Array>,
    { confirmed, partial }: { confirmed: boolean; partial: boolean },
    actor: Actor,
  ): Promise<RosterImportEntity> {
    const id = newId();
    // The file comes first: a file without a row is swept away, a row without its file could never be finished.
    const bytesTotal = await this.files.keep(id, content);
    const row: RosterImportEntity = {
      ...NOTHING_READ,
      id,
      state: 'waiting',
      confirmed,
      partial,
      requestedBy: actor.accountId,
      requestedAt: this.clock.iso(),
      bytesTotal,
    };
    await this.database.transaction(async (tx) => {
      await tx.getRepository(RosterImportEntity).insert(row);
      await this.jobs.enqueue(tx, importRoster, { importId: id });
    });
    return row;
  }

  /** @throws DomainError `not-found` */
  async one(id: string): Promise<RosterImportEntity> {
    const found = await this.database.read.getRepository(RosterImportEntity).findOneBy({ id });
    if (!found) throw notFound('import');
    return found;
  }

  /** The latest twenty, newest first. */
  latest(): Promise<RosterImportEntity[]> {
    return this.database.read.getRepository(RosterImportEntity).find({ order: { id: 'DESC' }, take: LATEST });
  }

  /**
   * Has a checked file imported: all of it, or with `partial` its good rows.
   * @throws DomainError `not-found`, `roster.import-refused` when it is not checked or has bad rows and `partial` is not set
   */
  async confirm(id: string, partial: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await lockRow(tx, RosterImportEntity, { id });
      if (!found) throw notFound('import');
      if (found.state !== 'checked')
        throw new DomainError(
          'roster.import-refused',
          `The import is ${found.state}; only a file that was checked and waits can be imported. Hand the file in again.`,
        );
      if (found.rowsBad > 0 && !partial)
        throw new DomainError(
          'roster.import-refused',
          `The file has ${found.rowsBad} bad rows. Correct them and hand it in again, or import only the ${found.rowsGood} good ones.`,
        );
      await tx
        .getRepository(RosterImportEntity)
        .update({ id }, { state: 'waiting', confirmed: true, partial, bytesDone: 0, rowsRead: 0, rowsWritten: 0 });
      await this.jobs.enqueue(tx, importRoster, { importId: id });
    });
  }

  /** Throws the file away. Nothing happens to one that is being imported. @throws DomainError `not-found` */
  async discard(id: string): Promise<void> {
    const found = await this.one(id);
    if (found.state !== 'checked') return;
    const { affected } = await this.database.transaction((tx) =>
      tx.getRepository(RosterImportEntity).update({ id, state: 'checked' }, { state: 'discarded', finishedAt: this.clock.iso() }),
    );
    // Somebody else may have confirmed it in the meantime: then the file is needed.
    if (affected === 1) await this.files.remove(id);
  }
}

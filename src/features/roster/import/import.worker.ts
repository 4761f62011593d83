import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Handles, type JobRun } from '../../../platform/outbox/index.js';
import { type ImportState, OPEN_IMPORTS, RosterImportEntity } from '../roster.entity.js';
import { importRoster } from './import.jobs.js';
import { ImportFiles } from './import-files.js';
import type { ImportProgress } from './import-report.js';
import { columnsOf, ImportTrail } from './import-trail.js';
import { RosterImporter } from './importer.service.js';

/** A file without a row is removed after an hour, one that nobody confirmed after a day. */
const ORPHANED_MS = 3_600_000;
const FORGOTTEN_MS = 86_400_000;

/** Reads the files that were handed in, away from requests. */
@Injectable()
export class RosterImportWorker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: ImportFiles,
    private readonly importer: RosterImporter,
  ) {}

  /** May run again at any point: it goes on behind the last row whose slice was written, and does nothing once it has ended. */
  @Handles(importRoster)
  async run({ importId }: { importId: string }, { last }: JobRun): Promise<void> {
    const found = await this.database.read.getRepository(RosterImportEntity).findOneBy({ id: importId });
    if (found && OPEN_IMPORTS.includes(found.state)) {
      try {
        await this.read(found);
      } catch (error) {
        if (last) await this.end(importId, 'failed');
        throw error;
      }
    }
    await this.sweep();
  }

  private async read(found: RosterImportEntity): Promise<void> {
    const { id, confirmed, partial, requestedBy } = found;
    if (!(await this.files.has(id))) {
      await this.end(id, 'failed');
      return;
    }
    const report = await this.importer.run(this.files.source(id), {
      dryRun: !confirmed,
      partial,
      actor: { accountId: requestedBy },
      onProgress: (progress) => this.note(id, progress),
      trail: ImportTrail.of(found, this.database, this.clock),
    });
    // Nothing is said about an import of which another run has written something.
    if (report.rowsImported === 0) await this.end(id, !confirmed && report.importable ? 'checked' : 'refused', columnsOf(report));
  }

  /** While it checks. What is written is noted with the rows themselves. */
  private async note(id: string, { phase, rowsRead, bytesDone }: ImportProgress): Promise<void> {
    if (phase === 'importing') return;
    const open = { id, state: In([...OPEN_IMPORTS]), rowsWritten: 0 };
    await this.database.transaction((tx) => tx.getRepository(RosterImportEntity).update(open, { state: phase, rowsRead, bytesDone }));
  }

  /** Says whether it did: not when another run has ended it meanwhile, whose word counts, or somebody has confirmed it. */
  private async end(id: string, state: ImportState, found: Partial<RosterImportEntity> = {}): Promise<boolean> {
    const finishedAt = state === 'checked' ? null : this.clock.iso();
    const open = In(state === 'discarded' ? ['checked'] : [...OPEN_IMPORTS]);
    const which = { id, state: open, ...(state === 'failed' ? {} : { rowsWritten: 0 }) };
    const { affected } = await this.database.transaction((tx) =>
      tx.getRepository(RosterImportEntity).update(which, { state, finishedAt, ...found }),
    );
    return affected === 1;
  }

  /** Removes the files of imports that have ended, and what a crash or a change of mind left behind. */
  private async sweep(): Promise<void> {
    for (const id of await this.files.ids()) {
      const row = await this.database.read.getRepository(RosterImportEntity).findOneBy({ id });
      const age = this.clock.now() - ((await this.files.storedAt(id)) ?? this.clock.now());
      if (row?.state === 'checked' && age > FORGOTTEN_MS) {
        if (!(await this.end(id, 'discarded'))) continue;
      } else if (row ? row.state === 'checked' || OPEN_IMPORTS.includes(row.state) : age <= ORPHANED_MS) continue;
      await this.files.remove(id);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/index.js';
import { Handles, type JobRun } from '../../../platform/outbox/index.js';
import { type ImportState, RosterImportEntity } from '../roster.entity.js';
import { importRoster } from './import.jobs.js';
import { ImportFiles } from './import-files.js';
import type { ImportProgress, ImportReport } from './import-report.js';
import { RosterImporter } from './importer.service.js';

/** A file without a row is removed after an hour, one that nobody confirmed after a day. */
const ORPHANED_MS = 3_600_000;
const FORGOTTEN_MS = 86_400_000;

/** States in which there is something to do; a second delivery of a finished job does nothing. */
const OPEN: ReadonlySet<ImportState> = new Set<ImportState>(['waiting', 'checking', 'importing']);

/** Reads the files that were handed in, away from requests. */
@Injectable()
export class RosterImportWorker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: ImportFiles,
    private readonly importer: RosterImporter,
  ) {}

  /** May run again from the start at any point: nothing is imported before the transaction that also says so. */
  @Handles(importRoster)
  async run({ importId }: { importId: string }, { last }: JobRun): Promise<void> {
    const found = await this.database.read.getRepository(RosterImportEntity).findOneBy({ id: importId });
    if (found && OPEN.has(found.state)) {
      try {
        await this.read(found);
      } catch (error) {
        if (last) await this.end(importId, 'failed');
        throw error;
      }
    }
    await this.sweep();
  }

  private async read({ id, confirmed, partial, requestedBy }: RosterImportEntity): Promise<void> {
    if (!(await this.files.has(id))) {
      await this.end(id, 'failed');
      return;
    }
    const report = await this.importer.run(this.files.source(id), {
      dryRun: !confirmed,
      partial,
      actor: { accountId: requestedBy },
      onProgress: (progress) => this.note(id, progress),
      beforeCommit: async (tx, done) => {
        await tx.getRepository(RosterImportEntity).update({ id }, { state: 'imported', finishedAt: this.clock.iso(), ...columns(done) });
      },
    });
    if (report.rowsImported === 0) await this.end(id, !confirmed && report.importable ? 'checked' : 'refused', columns(report));
  }

  /** Progress is written between chunks while checking. The import itself is one transaction, which nobody can look into. */
  private async note(id: string, { phase, rowsRead, bytesDone }: ImportProgress): Promise<void> {
    if (phase === 'importing' && rowsRead > 0) return;
    await this.database.transaction((tx) => tx.getRepository(RosterImportEntity).update({ id }, { state: phase, rowsRead, bytesDone }));
  }

  private async end(id: string, state: ImportState, found: Partial<RosterImportEntity> = {}): Promise<void> {
    const finishedAt = state === 'checked' ? null : this.clock.iso();
    await this.database.transaction((tx) => tx.getRepository(RosterImportEntity).update({ id }, { state, finishedAt, ...found }));
  }

  /** Removes the files of imports that have ended, and what a crash or a change of mind left behind. */
  private async sweep(): Promise<void> {
    for (const id of await this.files.ids()) {
      const row = await this.database.read.getRepository(RosterImportEntity).findOneBy({ id });
      const age = this.clock.now() - ((await this.files.storedAt(id)) ?? this.clock.now());
      if (row?.state === 'checked' && age > FORGOTTEN_MS) await this.end(id, 'discarded');
      else if (row ? row.state === 'checked' || OPEN.has(row.state) : age <= ORPHANED_MS) continue;
      await this.files.remove(id);
    }
  }
}

function columns({ rowsRead, rowsGood, rowsBad, rowsImported, problems }: ImportReport): Partial<RosterImportEntity> {
  return { rowsRead, rowsGood, rowsBad, rowsImported, problems: [...problems] };
}

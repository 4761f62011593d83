import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { MoreThan } from 'typeorm';
import type { Actor } from '../../../core/access.js';
import { ROSTER_COLUMNS } from '../../../core/roster-csv.js';
import { rosterRow } from '../../../core/roster-export.js';
import { Audit } from '../../../platform/audit/index.js';
import { Database, newId } from '../../../platform/database/index.js';
import { ExpertEntity } from '../expert.entity.js';
import { loadParts, READ_CHUNK } from '../profile-parts.js';

/** The roster as a file that the import reads. */
@Injectable()
export class RosterExport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Everybody by roster number, some rows at a time, as comma-separated text that reads back as the same experts. That
   * somebody took it is recorded before the first row. The caller has decided who may.
   */
  async *csv(actor: Actor): AsyncGenerator<string> {
    await this.database.transaction((tx) =>
      this.audit.record(tx, { actor, action: 'roster.exported', subject: { kind: 'roster-export', id: newId() } }),
    );
    yield `\uFEFF${lines([[...ROSTER_COLUMNS]])}`;
    for (let after = 0; ; ) {
      const experts = await this.database.read
        .getRepository(ExpertEntity)
        .find({ where: { number: MoreThan(after) }, order: { number: 'ASC' }, take: READ_CHUNK });
      const parts = await loadParts(
        this.database.read,
        experts.map(({ id }) => id),
      );
      const rows = experts.flatMap((expert) => {
        const own = parts.get(expert.id);
        const row = own && rosterRow({ ...expert, ...own });
        return row ? [ROSTER_COLUMNS.map((column) => row[column])] : [];
      });
      if (rows.length > 0) yield lines(rows);
      const last = experts.at(-1);
      if (!last || experts.length < READ_CHUNK) return;
      after = last.number;
    }
  }
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  );
}

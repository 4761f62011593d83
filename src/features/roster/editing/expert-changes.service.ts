import { Injectable } from '@nestjs/common';
import { AuditEntry } from '../../../platform/audit/index.js';
import { Database } from '../../../platform/database/index.js';

/** One change of a profile: when, and which parts of it. */
export interface ProfileChange {
  readonly version: number;
  readonly at: string;
  /** Names of fields and parts: `email`, `experience`. */
  readonly changed: readonly string[];
}

/** What was changed in a profile, as the audit trail has it: which parts, never what they say. */
@Injectable()
export class ExpertChanges {
  constructor(private readonly database: Database) {}

  /** The changes after that version, oldest first. */
  async since(expertId: string, version: number): Promise<readonly ProfileChange[]> {
    const entries = await this.database.read
      .getRepository(AuditEntry)
      .find({ where: { subjectKind: 'expert', subjectId: expertId, action: 'roster.expert-changed' }, order: { at: 'ASC', id: 'ASC' } });
    return entries
      .map(({ at, details }) => ({ version: 0, changed: [], ...(details as Partial<ProfileChange>), at }))
      .filter((change) => change.version > version);
  }
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditEntry } from '../../../platform/audit/index.js';
import { Database } from '../../../platform/database/index.js';

/** Everything that moves the version of a profile. */
const CHANGES = ['roster.expert-changed', 'roster.claims-verified', 'roster.claims-assessed'];

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
      .find({ where: { subjectKind: 'expert', subjectId: expertId, action: In(CHANGES) }, order: { at: 'ASC', id: 'ASC' } });
    return entries
      .map(({ at, details }) => ({ version: 0, changed: [], ...(details as Partial<ProfileChange>), at }))
      .filter((change) => change.version > version);
  }
}

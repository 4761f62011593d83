import { Injectable } from '@nestjs/common';
import { type Actor, seesCountry } from '../../core/access.js';
import { notFound } from '../../core/errors.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { ShortlistRun } from './shortlist.entity.js';

/** Finds runs for whoever may see them. An auditor's look is recorded (product rule "every look recorded"). */
@Injectable()
export class RunReader {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Throws 'not-found', also for a run about a country that the actor does not see. */
  async run(id: string, me: Actor): Promise<ShortlistRun> {
    const run = await this.database.read.getRepository(ShortlistRun).findOneBy({ id });
    if (!run || !seesCountry(me, run.requirement.country)) throw notFound('shortlist');
    return run;
  }

  async recordLook(me: Actor, subject: { kind: string; id: string }): Promise<void> {
    if (me.role !== 'auditor') return;
    await this.database.transaction((tx) => this.audit.record(tx, { actor: me, action: 'shortlist.looked-at', subject }));
  }
}

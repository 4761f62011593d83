import { Injectable } from '@nestjs/common';
import { type Actor, seesCountry } from '../../core/access.js';
import { notFound } from '../../core/errors.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { ShortlistRun } from './shortlist.entity.js';

/** Whether a run is hidden from somebody, for a reason that only another feature knows. Asked outside a transaction. */
type HidingRule = (run: Pick<ShortlistRun, 'id' | 'postId'>, me: Actor) => Promise<boolean>;

/** Finds runs for whoever may see them. An auditor's look is recorded (product rule "every look recorded"). */
@Injectable()
export class RunReader {
  private readonly hidden: HidingRule[] = [];

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Adds a rule by which runs do not exist for somebody at the moment. */
  hideWhen(rule: HidingRule): void {
    this.hidden.push(rule);
  }

  /** Throws 'not-found', also for a run about a country that the actor does not see, and for one that is hidden from them. */
  async run(id: string, me: Actor): Promise<ShortlistRun> {
    const run = await this.database.read.getRepository(ShortlistRun).findOneBy({ id });
    if (!run || !seesCountry(me, run.requirement.country)) throw notFound('shortlist');
    for (const isHidden of this.hidden) if (await isHidden(run, me)) throw notFound('shortlist');
    return run;
  }

  async recordLook(me: Actor, subject: { kind: string; id: string }): Promise<void> {
    if (me.role !== 'auditor') return;
    await this.database.transaction((tx) => this.audit.record(tx, { actor: me, action: 'shortlist.looked-at', subject }));
  }
}

import { Injectable } from '@nestjs/common';
import { arrangementClock } from '../../../core/surge-alternatives.js';
import { Clock } from '../../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../../platform/database/index.js';
import { Handles, type JobRun, Jobs } from '../../../platform/outbox/index.js';
import { SurgeAlternative } from '../entities/surge-alternative.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { alternativeDue } from '../notices/desk/alternative-due.job.js';
import { alternativeAnswered, alternativeArranged, alternativeOverdue } from '../notices/desk/desk-reasons.js';
import { DeskNotices } from './desk-notices.service.js';
import { OfficeNotices } from './office-notices.service.js';

/** An arrangement is late one second after its time, so the job that looks comes then. */
const MOMENT_AFTER = 1000;

/** Who is told what about what was offered instead of a mission, and when it is looked after. */
@Injectable()
export class AlternativeTold {
  constructor(
    private readonly database: Database,
    private readonly desk: DeskNotices,
    private readonly office: OfficeNotices,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** The desk; and has somebody look when the time to arrange it has run out. */
  async answered(tx: Tx, request: SurgeRequest, alternative: SurgeAlternative, eventId: string): Promise<void> {
    const key = `${alternativeAnswered.name}:${eventId}`;
    await this.desk.whoHasIt(tx, request, { reason: alternativeAnswered, detailId: alternative.id, key });
    await this.look(tx, request, alternative, '');
  }

  arranged(tx: Tx, request: SurgeRequest, { id }: SurgeAlternative, eventId: string): Promise<void> {
    return this.office.expect(tx, request, { reason: alternativeArranged, detailId: id, key: `${alternativeArranged.name}:${eventId}` });
  }

  /** Reads again where it stands: it may be arranged, or turned down after all. The officers are told once for each time it was taken up. */
  @Handles(alternativeDue)
  due({ alternativeId }: { alternativeId: string }, run: JobRun): Promise<void> {
    return this.database.transaction(async (tx) => {
      const alternative = await lockRow(tx, SurgeAlternative, { id: alternativeId });
      const request = alternative && (await tx.getRepository(SurgeRequest).findOneBy({ id: alternative.requestId }));
      const clock = request && arrangementClock(alternative, request.urgency, this.clock.now());
      if (!request || !clock || clock.dueAt === null) return;
      if (!clock.late) return this.look(tx, request, alternative, `:${run.id}`);
      const key = `${alternativeOverdue.name}:${alternativeId}:${alternative.answeredAt}`;
      await this.desk.everybody(tx, request, { reason: alternativeOverdue, detailId: alternativeId, key });
    });
  }

  private async look(tx: Tx, { urgency }: SurgeRequest, alternative: SurgeAlternative, after: string): Promise<void> {
    const dueAt = arrangementClock(alternative, urgency, this.clock.now())?.dueAt ?? null;
    if (dueAt === null) return;
    const at = new Date(dueAt + MOMENT_AFTER).toISOString();
    const key = `${alternativeDue.name}:${alternative.id}:${dueAt}${after}`;
    await this.jobs.enqueue(tx, alternativeDue, { alternativeId: alternative.id }, { at, key });
  }
}

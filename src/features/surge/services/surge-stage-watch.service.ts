import { Injectable } from '@nestjs/common';
import { readStages, type StageReading, stageNow } from '../../../core/surge-stages.js';
import { Clock } from '../../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../../platform/database/index.js';
import { Handles, type JobRun, Jobs } from '../../../platform/outbox/index.js';
import { Notices } from '../../notices/index.js';
import { SurgeEvent } from '../entities/surge-event.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { stageOverdue } from '../notices/desk/desk-reasons.js';
import { stageDue } from '../notices/desk/stage-due.job.js';

/** A stage is late one second after its time, so the job that looks comes then. */
const MOMENT_AFTER = 1000;

/** Tells the officers, once for each stage of a request, that its time has run out. */
@Injectable()
export class SurgeStageWatch {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Has somebody look when the stage that now runs is due. Called with every line of the history; the same due time is one job. */
  async plan(tx: Tx, request: SurgeRequest): Promise<void> {
    const now = await this.running(tx, request);
    if (now !== undefined && !now.late) await this.look(tx, request.id, now, '');
  }

  /** Reads again where the request stands: it may have gone on, stand still, or have got more time. */
  @Handles(stageDue)
  tell({ requestId }: { requestId: string }, run: JobRun): Promise<void> {
    return this.database.transaction(async (tx) => {
      const request = await lockRow(tx, SurgeRequest, { id: requestId });
      const now = request ? await this.running(tx, request) : undefined;
      if (!now) return;
      if (!now.late) return this.look(tx, requestId, now, `:${run.id}`);
      await this.notices.expect(tx, {
        reason: stageOverdue,
        recipient: { role: 'surge-officer' },
        subjectId: requestId,
        detailId: now.stage,
        key: `surge.stage-overdue:${requestId}:${now.stage}`,
      });
    });
  }

  private async look(tx: Tx, requestId: string, { stage, dueAt }: StageReading, after: string): Promise<void> {
    if (dueAt === null) return;
    const at = new Date(dueAt + MOMENT_AFTER).toISOString();
    await this.jobs.enqueue(tx, stageDue, { requestId }, { at, key: `surge.stage-due:${requestId}:${stage}:${dueAt}${after}` });
  }

  private async running(tx: Tx, { id, urgency }: SurgeRequest): Promise<StageReading | undefined> {
    const history = await tx.getRepository(SurgeEvent).find({ where: { requestId: id }, order: { id: 'ASC' } });
    const now = stageNow(readStages(history, urgency, this.clock.now()));
    return now?.state === 'running' ? now : undefined;
  }
}

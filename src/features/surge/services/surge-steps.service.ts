import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { type SurgeStep, sideOf } from '../../../core/surge.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { Notices } from '../../notices/index.js';
import type { SurgeEvent } from '../entities/surge-event.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { requestDecided, requestMoved } from '../notices/surge-reasons.js';
import type { QueueMoveDto, SurgeStepDto } from '../surge.dto.js';
import { MissionEnds } from './mission-ends.service.js';
import { SurgeRecord } from './surge-record.service.js';
import { SurgeRequests } from './surge-requests.service.js';

/** Decisions that the requesting office is told of when the desk makes them. */
const TOLD_TO_REQUESTER: readonly SurgeStep[] = ['ask', 'approve', 'decline', 'stand-down', 'deploy'];
/** Steps of the requesting office that the desk is told of; submitting tells it by itself. */
const TOLD_TO_DESK: readonly SurgeStep[] = ['answer', 'stand-down'];

/** Every step that a person takes with a request: each a recorded decision, with a reason where the table asks for one. */
@Injectable()
export class SurgeSteps {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly requests: SurgeRequests,
    private readonly ends: MissionEnds,
    private readonly notices: Notices,
  ) {}

  /** Throws `surge.not-allowed`, `access.not-allowed`, `conflict.stale`, `input.invalid` or `not-found`; then nothing has changed. */
  take(id: string, { step, reason, version }: SurgeStepDto, me: Actor): Promise<SurgeRequest> {
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, version);
      if (step === 'submit') {
        await this.requests.submit(tx, request, me);
        return request;
      }
      const wasDraft = request.state === 'draft';
      if (sideOf(me) === 'officer') request.officerId = me.accountId;
      const event = await this.record.advance(tx, request, step, me, reason);
      if (step === 'stand-down') await this.ends.standDown(tx, request, me);
      if (!wasDraft) await this.tell(tx, request, step, event, me);
      return request;
    });
  }

  /** Moves a request in the queue, with a reason that stays in its history. */
  move(id: string, { move, moveReason, version }: QueueMoveDto, me: Actor): Promise<SurgeRequest> {
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, version);
      request.move = move;
      await this.record.note(tx, request, { kind: 'moved', by: me, reason: `${move}: ${moveReason.trim()}` });
      return request;
    });
  }

  private async tell(tx: Tx, request: SurgeRequest, step: SurgeStep, event: SurgeEvent, me: Actor): Promise<void> {
    const about = { subjectId: request.id, detailId: event.id };
    if (sideOf(me) === 'officer' && TOLD_TO_REQUESTER.includes(step)) {
      await this.notices.expect(tx, {
        ...about,
        reason: requestDecided,
        recipient: { kind: 'account', id: request.createdBy },
        key: `surge.request-decided:${event.id}`,
      });
    }
    if (sideOf(me) === 'requester' && TOLD_TO_DESK.includes(step)) {
      await this.notices.expect(tx, {
        ...about,
        reason: requestMoved,
        recipient: { role: 'surge-officer' },
        key: `surge.request-moved:${event.id}`,
      });
    }
  }
}

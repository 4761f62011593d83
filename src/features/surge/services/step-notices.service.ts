import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { type SurgeStep, sideOf } from '../../../core/surge.js';
import type { Tx } from '../../../platform/database/index.js';
import { Notices } from '../../notices/index.js';
import type { SurgeEvent } from '../entities/surge-event.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { confirmationAsked } from '../notices/desk/desk-reasons.js';
import { requestDecided, requestMoved } from '../notices/surge-reasons.js';
import { OfficeNotices } from './office-notices.service.js';

/** Decisions that the requesting office is told of when the desk makes them. */
const TOLD_TO_REQUESTER: readonly SurgeStep[] = ['ask', 'go-on', 'approve', 'confirm', 'decline', 'stand-down', 'deploy'];
/** Steps of the requesting office that the desk is told of; submitting tells it by itself. */
const TOLD_TO_DESK: readonly SurgeStep[] = ['answer', 'stand-down'];

/** Who is told of a step that somebody took: the other side, and a second officer where two decide. */
@Injectable()
export class StepNotices {
  constructor(
    private readonly notices: Notices,
    private readonly office: OfficeNotices,
  ) {}

  async tell(tx: Tx, request: SurgeRequest, step: SurgeStep, event: SurgeEvent, me: Actor): Promise<void> {
    const about = { subjectId: request.id, detailId: event.id };
    const desk = { role: 'surge-officer' as const };
    if (step === 'propose')
      await this.notices.expect(tx, { ...about, reason: confirmationAsked, recipient: desk, key: `surge.confirmation-asked:${event.id}` });
    if (sideOf(me) === 'officer' && TOLD_TO_REQUESTER.includes(step))
      await this.office.expect(tx, request, { reason: requestDecided, detailId: event.id, key: `surge.request-decided:${event.id}` });
    if (sideOf(me) === 'requester' && TOLD_TO_DESK.includes(step))
      await this.notices.expect(tx, { ...about, reason: requestMoved, recipient: desk, key: `surge.request-moved:${event.id}` });
  }
}

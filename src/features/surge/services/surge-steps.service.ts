import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { fieldError } from '../../../core/errors.js';
import { type SurgeStep, sideOf } from '../../../core/surge.js';
import { changedTerms, mustBeSecondPerson, secondPersonRules, termsAfter } from '../../../core/surge-decision.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { SurgeEvent, type SurgeEventDetails } from '../entities/surge-event.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import type { QueueMoveDto, SurgeStepDto } from '../surge.dto.js';
import { MissionEnds } from './mission-ends.service.js';
import { StepNotices } from './step-notices.service.js';
import { offerInstead } from './surge-alternatives.service.js';
import { SurgeRecord } from './surge-record.service.js';
import { SurgeRequests } from './surge-requests.service.js';

/** Every step that a person takes with a request: each a recorded decision, with a reason where the table asks for one. */
@Injectable()
export class SurgeSteps {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly requests: SurgeRequests,
    private readonly ends: MissionEnds,
    private readonly told: StepNotices,
  ) {}

  /**
   * Takes the step; an approval for which policy asks two persons becomes a proposal that another officer confirms. Throws
   * `surge.not-allowed`, `surge.second-person`, `access.not-allowed`, `conflict.stale`, `input.invalid` or `not-found`; then nothing has changed.
   */
  take(id: string, dto: SurgeStepDto, me: Actor): Promise<SurgeRequest> {
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, dto.version);
      if (dto.step === 'submit') {
        await this.requests.submit(tx, request, me);
        return request;
      }
      const wasDraft = request.state === 'draft';
      const { step, details } = await this.decided(tx, request, dto, me);
      if (sideOf(me) === 'officer') request.officerId ??= me.accountId;
      const event = await this.record.advance(tx, request, step, me, dto.reason, details);
      if (step === 'decline') await offerInstead(tx, event);
      if (step === 'stand-down') await this.ends.standDown(tx, request, me);
      if (!wasDraft) await this.told.tell(tx, request, step, event, me);
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

  /** What is really decided: the step with its terms and alternatives, or its proposal to a second person. */
  private async decided(
    tx: Tx,
    request: SurgeRequest,
    { step, terms, alternatives = [] }: SurgeStepDto,
    me: Actor,
  ): Promise<{ step: SurgeStep; details?: SurgeEventDetails }> {
    const changes = terms ? changedTerms(request, terms) : [];
    if (step !== 'approve' && changes.length > 0)
      throw fieldError(`terms.${changes[0]?.field}`, 'Terms change only with an approval. Approve, or leave them as they were asked.');
    if (step !== 'decline' && alternatives.length > 0)
      throw fieldError('alternatives', 'Alternatives are offered when a request is declined. Decline, or leave them out.');
    if (step === 'decline') return { step, details: { alternatives } };
    if (step === 'confirm') return { step, details: await this.confirmed(tx, request, me) };
    if (step !== 'approve' || request.state !== 'under-review' || sideOf(me) !== 'officer') return { step };
    const approved = termsAfter(request, changes);
    const rules = secondPersonRules({ ...approved, fundingSource: request.fundingSource });
    if (rules.length > 0) return { step: 'propose', details: { changes, rules } };
    Object.assign(request, approved);
    return { step, details: { changes } };
  }

  /** The terms that were proposed, if another officer confirms them. */
  private async confirmed(tx: Tx, request: SurgeRequest, me: Actor): Promise<SurgeEventDetails | undefined> {
    if (request.state !== 'confirming') return undefined;
    const events = tx.getRepository(SurgeEvent);
    const proposal = await events.findOneOrFail({ where: { requestId: request.id, kind: 'propose' }, order: { id: 'DESC' } });
    mustBeSecondPerson(proposal.actorId, me.accountId);
    const changes = proposal.details?.changes ?? [];
    Object.assign(request, termsAfter(request, changes));
    return { changes };
  }
}

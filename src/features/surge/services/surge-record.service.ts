import { Injectable } from '@nestjs/common';
import { type Actor, may, seesCountry } from '../../../core/access.js';
import { DomainError, fieldError, notFound } from '../../../core/errors.js';
import { clockOn, owesAfter, SURGE_STEPS, type SurgeSide, type SurgeState, type SurgeStep, sideOf, stepFrom } from '../../../core/surge.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock.js';
import { lockRow, newId, type Tx } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/outbox/index.js';
import { SurgeEvent, type SurgeEventDetails, type SurgeEventKind } from '../entities/surge-event.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { watchMatches } from '../notices/offer-clock.jobs.js';
import { SurgeStageWatch } from './surge-stage-watch.service.js';

/** Who acts: somebody signed in, the expert behind an offer's link, or the service itself. */
export type SurgeActor = Actor | 'expert' | 'system';

/** A line for the history that is no step of the request. */
export interface SurgeHappening {
  readonly kind: SurgeEventKind;
  readonly by: SurgeActor;
  readonly reason?: string | null;
  readonly offerId?: string;
  readonly details?: SurgeEventDetails;
}

/** Whether the request exists for the actor: an RC sees the own country's, and a draft belongs to the side that writes it. */
export function exists(request: Pick<SurgeRequest, 'country' | 'state'>, me: Actor): boolean {
  return seesCountry(me, request.country) && (request.state !== 'draft' || !may(me, 'surge:decide'));
}

/** The one place where a request changes: every change is checked, numbered, written into the history and audited. */
@Injectable()
export class SurgeRecord {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly stages: SurgeStageWatch,
  ) {}

  /** The request, locked until the transaction ends. Throws `not-found` when it does not exist for the actor, `conflict.stale` for an old version. */
  async lock(tx: Tx, id: string, me: Actor, version: number): Promise<SurgeRequest> {
    const request = await this.open(tx, id, me);
    if (request.version !== version) {
      throw new DomainError(
        'conflict.stale',
        `${request.reference} has been changed since you opened it. Load it again, look at what is new, and decide then.`,
      );
    }
    return request;
  }

  /** As `lock`, for what does not depend on what its author has seen: a message, for example. */
  async open(tx: Tx, id: string, me: Actor): Promise<SurgeRequest> {
    const request = await lockRow(tx, SurgeRequest, { id });
    if (!request || !exists(request, me)) throw notFound('request');
    return request;
  }

  /** Takes a step, or throws `surge.not-allowed`, `access.not-allowed`, or `input.invalid` when a reason is asked for and missing. */
  async advance(
    tx: Tx,
    request: SurgeRequest,
    step: SurgeStep,
    by: SurgeActor,
    reason: string | null = null,
    details?: SurgeEventDetails,
  ): Promise<SurgeEvent> {
    const from = request.state;
    const owed = request.pausedAt !== null;
    const to = stepFrom(from, step, owed);
    const moves = SURGE_STEPS[step].from.some((state) => state === from);
    mustBeTheirs(step, by);
    if (SURGE_STEPS[step].reason && !reason?.trim())
      throw fieldError('reason', 'Give a reason: it is kept with the request and shown to everybody who sees it.');
    Object.assign(request, clockOn(request, to, this.clock.iso(), owesAfter(step, to, owed)), { state: to });
    if (to !== 'matching') request.unmatchedSince = null;
    await this.save(tx, request);
    const event = await this.write(tx, request, { kind: step, by, reason, details }, moves ? from : null, moves ? to : null);
    if (moves && to === 'matching')
      await this.jobs.enqueue(tx, watchMatches, { requestId: request.id }, { key: `surge.match-watch:${event.id}` });
    return event;
  }

  /** Writes down what happened to a request without changing where it stands. */
  async note(tx: Tx, request: SurgeRequest, happening: SurgeHappening): Promise<SurgeEvent> {
    await this.save(tx, request);
    return this.write(tx, request, happening, null, null);
  }

  /** Saves a change that no line of the history tells of by itself. */
  async save(tx: Tx, request: SurgeRequest): Promise<void> {
    request.version += 1;
    await tx.getRepository(SurgeRequest).save(request);
  }

  private async write(
    tx: Tx,
    request: SurgeRequest,
    { kind, by, reason, offerId, details = {} }: SurgeHappening,
    from: SurgeState | null,
    to: SurgeState | null,
  ): Promise<SurgeEvent> {
    const event = {
      id: newId(),
      requestId: request.id,
      kind,
      at: this.clock.iso(),
      actorId: typeof by === 'string' ? by : by.accountId,
      fromState: from,
      toState: to,
      reason: reason?.trim() || null,
      offerId: offerId ?? null,
      details: Object.keys(details).length > 0 ? details : null,
    };
    await tx.getRepository(SurgeEvent).insert(event);
    await this.stages.plan(tx, request);
    await this.audit.record(tx, {
      actor: typeof by === 'string' ? 'system' : by,
      action: `surge.${kind}`,
      subject: { kind: 'surge-request', id: request.id },
      ...(event.reason === null || by === 'expert' ? {} : { reason: event.reason }),
      details: { ...details, ...(to ? { from, to } : {}), ...(offerId ? { offerId } : {}), ...(by === 'expert' ? { by } : {}) },
    });
    return event;
  }
}

/** The table says which side takes a step; the permission says on which side somebody stands. */
function mustBeTheirs(step: SurgeStep, by: SurgeActor): void {
  const sides: readonly SurgeSide[] = SURGE_STEPS[step].by;
  const side = typeof by === 'string' ? 'service' : sideOf(by);
  if (side !== undefined && sides.includes(side)) return;
  throw new DomainError('access.not-allowed', `Only ${sides.map((one) => SIDE_WORDS[one]).join(' or ')} can do this.`);
}

const SIDE_WORDS: Readonly<Record<SurgeSide, string>> = {
  requester: 'the office that asks',
  officer: 'the surge desk',
  service: 'the service itself',
};

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import type { Withdrawal } from '../../../core/offers.js';
import type { Tx } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/outbox/index.js';
import { Reservations } from '../../deployments/index.js';
import { Notices } from '../../notices/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { placesCancelled } from '../notices/place.jobs.js';
import { missionCancelled } from '../notices/surge-reasons.js';
import { OfferOutcomes } from './offer-outcomes.service.js';

/** What the end of a request means for the people who were asked or had accepted. */
@Injectable()
export class MissionEnds {
  constructor(
    private readonly outcomes: OfferOutcomes,
    private readonly reservations: Reservations,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
  ) {}

  /** Takes open offers back, frees the reserved days, and tells everybody concerned. */
  async standDown(tx: Tx, request: SurgeRequest, me: Actor): Promise<void> {
    await this.outcomes.takeBack(tx, request, 'stood-down', me);
    await this.jobs.enqueue(tx, placesCancelled, { requestId: request.id }, { key: `surge.places-cancelled:${request.id}` });
    for (const expertId of await this.reservations.release(tx, request.id, await servedBefore(tx, request.id))) {
      await this.notices.expect(tx, {
        reason: missionCancelled,
        recipient: { kind: 'expert', id: expertId },
        subjectId: request.id,
        key: `surge.mission-cancelled:${request.id}:${expertId}`,
      });
    }
  }
}

/** Offers of those who were on the ground until somebody took over: their days were served, and nothing is cancelled for them. */
async function servedBefore(tx: Tx, requestId: string): Promise<string[]> {
  const replaced = await tx
    .getRepository(SurgeOffer)
    .findBy({ requestId, state: 'withdrawn', answerReason: 'replaced' satisfies Withdrawal });
  return replaced.map(({ id }) => id);
}

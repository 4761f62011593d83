import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { givenUp } from '../../../core/offers.js';
import { SURGE_STEPS } from '../../../core/surge.js';
import { Clock } from '../../../platform/clock.js';
import { lockRow, type Tx } from '../../../platform/database/index.js';
import { Reservations } from '../../deployments/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { OfferBook } from './offer-book.service.js';
import { SurgeRecord } from './surge-record.service.js';

/** Steps of a request that follow from those of its missions. */
export type FollowingStep = 'deploy' | 'complete' | 'close';

/** What missions may do to the request that they came from. The request is locked first, always. */
@Injectable()
export class SurgeMissions {
  constructor(
    private readonly record: SurgeRecord,
    private readonly book: OfferBook,
    private readonly reservations: Reservations,
    private readonly clock: Clock,
  ) {}

  /** The request, locked until the transaction ends. Throws when it does not exist, which is a mistake in the program. */
  async lock(tx: Tx, requestId: string): Promise<SurgeRequest> {
    const request = await lockRow(tx, SurgeRequest, { id: requestId });
    if (!request) throw new Error('a mission without its request');
    return request;
  }

  /** Takes the step where the request stands before it; elsewhere nothing happens, as when an officer has taken it already. */
  async follow(tx: Tx, request: SurgeRequest, step: FollowingStep, me: Actor): Promise<void> {
    if (SURGE_STEPS[step].from.some((state) => state === request.state)) await this.record.advance(tx, request, step, me);
  }

  /**
   * Frees the seat of somebody who was going, and looks for another: the request is matched again. The days are free as well, but those
   * that somebody has served.
   */
  async vacate(tx: Tx, request: SurgeRequest, { offerId, keepDays }: { offerId: string; keepDays: boolean }, me: Actor): Promise<void> {
    const offer = await tx.getRepository(SurgeOffer).findOneByOrFail({ id: offerId });
    await this.book.end(tx, request, offer, givenUp(offer, 'replaced', this.clock.now()), me);
    if (!keepDays) await this.reservations.releaseOffer(tx, offerId);
    if (SURGE_STEPS.reopen.from.some((state) => state === request.state) && request.state !== 'offered')
      await this.record.advance(tx, request, 'reopen', 'system');
  }
}

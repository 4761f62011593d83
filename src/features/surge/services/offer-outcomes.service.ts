import { Injectable } from '@nestjs/common';
import type { OfferChange } from '../../../core/offers.js';
import type { Tx } from '../../../platform/database/index.js';
import { Reservations } from '../../deployments/index.js';
import { Notices } from '../../notices/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { missionConfirmed, offerNotTaken, seatTaken } from '../notices/surge-reasons.js';
import { OfferBook } from './offer-book.service.js';
import { type SurgeActor, SurgeRecord } from './surge-record.service.js';

/** What follows from the answer to an offer or from silence, in the transaction in which the request is locked. */
@Injectable()
export class OfferOutcomes {
  constructor(
    private readonly book: OfferBook,
    private readonly record: SurgeRecord,
    private readonly reservations: Reservations,
    private readonly notices: Notices,
  ) {}

  /** Reserves the days (the database refuses an overlap), takes the seat, and ends the asking when it was the last one. */
  async seatTaken(tx: Tx, request: SurgeRequest, offer: SurgeOffer, change: OfferChange): Promise<void> {
    await this.reservations.reserve(tx, {
      expertId: offer.expertId,
      requestId: request.id,
      offerId: offer.id,
      period: { from: request.startsOn, to: request.endsOn },
    });
    await this.book.end(tx, request, offer, change, 'expert');
    const about = { subjectId: request.id, detailId: offer.id };
    await this.notices.expect(tx, {
      ...about,
      reason: missionConfirmed,
      recipient: { kind: 'expert', id: offer.expertId },
      key: `surge.mission-confirmed:${offer.id}`,
    });
    await this.notices.expect(tx, {
      ...about,
      reason: seatTaken,
      recipient: { role: 'surge-officer' },
      key: `surge.seat-taken:${offer.id}`,
    });
    await this.notices.expect(tx, {
      ...about,
      reason: seatTaken,
      recipient: { kind: 'account', id: request.createdBy },
      key: `surge.seat-taken:${offer.id}:${request.createdBy}`,
    });
    if ((await this.book.freeSeats(tx, request)) === 0) {
      await this.book.takeBack(tx, request, 'filled', 'system');
      await this.record.advance(tx, request, 'fill', 'system');
    } else await this.book.reopenIfIdle(tx, request);
  }

  /** Declined or lapsed: the officers are told, with who could be asked next; nobody is asked without them. */
  async notTaken(tx: Tx, request: SurgeRequest, offer: SurgeOffer, change: OfferChange, by: SurgeActor): Promise<void> {
    await this.book.end(tx, request, offer, change, by);
    await this.notices.expect(tx, {
      reason: offerNotTaken,
      recipient: { role: 'surge-officer' },
      subjectId: request.id,
      detailId: offer.id,
      key: `surge.offer-not-taken:${offer.id}`,
    });
    await this.book.reopenIfIdle(tx, request);
  }
}

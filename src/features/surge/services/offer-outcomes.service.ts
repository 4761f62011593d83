import { Injectable } from '@nestjs/common';
import { awayPeriod, type ReservationKind } from '../../../core/deployments.js';
import type { OfferChange, Withdrawal } from '../../../core/offers.js';
import { placeStanding } from '../../../core/release.js';
import type { Tx } from '../../../platform/database/index.js';
import { Reservations } from '../../deployments/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { OfferBook } from './offer-book.service.js';
import { OfferNotices } from './offer-notices.service.js';
import { OfferReleases } from './offer-releases.service.js';
import { type SurgeActor, SurgeRecord } from './surge-record.service.js';

/** What follows from the answer to an offer, from silence, and from the agency's word, in the transaction in which the request is locked. */
@Injectable()
export class OfferOutcomes {
  constructor(
    private readonly book: OfferBook,
    private readonly record: SurgeRecord,
    private readonly reservations: Reservations,
    private readonly notices: OfferNotices,
    private readonly releases: OfferReleases,
  ) {}

  /** Takes the seat and the days (the database refuses an overlap): firmly, or until the agency answers where one has to. */
  async seatTaken(tx: Tx, request: SurgeRequest, offer: SurgeOffer, change: OfferChange): Promise<void> {
    const release = await this.releases.of(tx, offer.id);
    const firm = placeStanding(change.state, release?.state ?? null) === 'firm';
    await this.hold(tx, request, offer, firm ? 'firm' : 'held');
    await this.book.end(tx, request, offer, change, 'expert');
    if (firm) return this.settled(tx, request, offer);
    await this.notices.held(tx, offer);
    await this.book.reopenIfIdle(tx, request);
  }

  /** The agency releases the expert: a place that waited for it becomes firm. Nothing follows yet where the expert has not answered. */
  async released(tx: Tx, request: SurgeRequest, offer: SurgeOffer): Promise<void> {
    if (offer.state !== 'accepted') return;
    await this.hold(tx, request, offer, 'firm');
    await this.settled(tx, request, offer);
  }

  /** The agency does not release the expert: the offer or the place ends, and the officers decide whom to ask next. */
  async notReleased(tx: Tx, request: SurgeRequest, offer: SurgeOffer, by: SurgeActor): Promise<void> {
    if (offer.state === 'accepted') return this.giveUp(tx, request, offer, 'release-refused', by);
    await this.takeBack(tx, request, 'release-refused', by, offer);
    await this.notices.notTaken(tx, offer);
    await this.book.reopenIfIdle(tx, request);
  }

  /** Declined or lapsed: the officers are told, with who could be asked next; nobody is asked without them. */
  async notTaken(tx: Tx, request: SurgeRequest, offer: SurgeOffer, change: OfferChange, by: SurgeActor): Promise<void> {
    await this.book.end(tx, request, offer, change, by);
    await this.freed(tx, offer);
    await this.notices.notTaken(tx, offer);
    await this.book.reopenIfIdle(tx, request);
  }

  /** The expert goes on another mission on some of the days: the offer is closed, and the officers decide whom to ask next. */
  async elsewhere(tx: Tx, request: SurgeRequest, offer: SurgeOffer): Promise<void> {
    await this.takeBack(tx, request, 'accepted-elsewhere', 'system', offer);
    await this.notices.notTaken(tx, offer);
    await this.book.reopenIfIdle(tx, request);
  }

  /** Takes back one open offer, or all of the request when none is named: days freed, experts told kindly, agencies told. */
  async takeBack(tx: Tx, request: SurgeRequest, why: Withdrawal, by: SurgeActor, only?: SurgeOffer): Promise<void> {
    for (const offer of await this.book.takeBack(tx, request, why, by, only)) {
      await this.freed(tx, offer);
      await this.notices.takenBack(tx, offer, why);
    }
  }

  /** Gives up a place that never became firm: the seat and the days are free again. Throws `offer.not-open` for any other offer. */
  async giveUp(tx: Tx, request: SurgeRequest, offer: SurgeOffer, why: Withdrawal, by: SurgeActor): Promise<void> {
    await this.book.giveUp(tx, request, offer, why, by);
    await this.freed(tx, offer);
    await this.notices.takenBack(tx, offer, why);
    if (why === 'release-refused') await this.notices.notTaken(tx, offer);
    await this.book.reopenIfIdle(tx, request);
  }

  /** Back to matching when nobody is being asked any more and a seat is free. */
  reopenIfIdle(tx: Tx, request: SurgeRequest): Promise<void> {
    return this.book.reopenIfIdle(tx, request);
  }

  /** The asking ends when the last seat is firm; as long as one is only held, others stay asked. */
  private async settled(tx: Tx, request: SurgeRequest, offer: SurgeOffer): Promise<void> {
    await this.book.makeFirm(tx, offer);
    await this.notices.firm(tx, request, offer);
    const { free, held } = await this.book.seats(tx, request);
    if (free > 0 || held > 0) return this.book.reopenIfIdle(tx, request);
    await this.takeBack(tx, request, 'filled', 'system');
    await this.record.advance(tx, request, 'fill', 'system');
  }

  private hold(tx: Tx, request: SurgeRequest, offer: SurgeOffer, kind: ReservationKind): Promise<void> {
    const { expertId, id: offerId } = offer;
    return this.reservations.reserve(tx, { expertId, requestId: request.id, offerId, period: awayPeriod(request), kind });
  }

  private async freed(tx: Tx, offer: SurgeOffer): Promise<void> {
    await this.reservations.releaseOffer(tx, offer.id);
    await this.releases.close(tx, offer.id);
  }
}

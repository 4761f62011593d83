import { Injectable } from '@nestjs/common';
import { awayPeriod, heldByOffer, overlapRefused } from '../../../core/deployments.js';
import { DomainError } from '../../../core/errors.js';
import type { Tx } from '../../../platform/database/index.js';
import { Reservations } from '../../deployments/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { type NewOffer, OfferBook } from './offer-book.service.js';
import { OfferReleases } from './offer-releases.service.js';
import type { SurgeActor } from './surge-record.service.js';

/** An offer to make, with the agency that has to release the expert; null where none has to. */
export interface OfferToSend extends NewOffer {
  readonly agency: string | null;
}

/** Makes offers: the mail and the deadline, the days that the request's policy holds, and the release where one is needed. */
@Injectable()
export class OfferSending {
  constructor(
    private readonly book: OfferBook,
    private readonly reservations: Reservations,
    private readonly releases: OfferReleases,
  ) {}

  /**
   * All of them or, by an error, none. Call `mustBeFree` first. Throws `reservation.overlap` when days are to be held that
   * somebody else holds.
   */
  async send(tx: Tx, request: SurgeRequest, offers: readonly OfferToSend[], me: SurgeActor, waiver: string | null): Promise<SurgeOffer[]> {
    const experts = offers.map(({ expertId }) => expertId);
    const kind = heldByOffer(request.holding);
    if (kind) await this.reservations.queueFor(tx, experts);
    const sent: SurgeOffer[] = [];
    for (const { agency, ...fixed } of offers) {
      const offer = await this.book.add(tx, request, fixed, me, waiver);
      const { expertId, id: offerId } = offer;
      if (kind) await this.reservations.reserve(tx, { expertId, requestId: request.id, offerId, period: awayPeriod(request), kind });
      if (agency) await this.releases.ask(tx, request, offer, agency);
      sent.push(offer);
    }
    return sent;
  }

  /**
   * The last look before offers leave: what was booked or asked since the candidates were measured. Throws `reservation.overlap`
   * for somebody just booked and `offer.not-deployable` for somebody who has an offer of this request already.
   */
  async mustBeFree(tx: Tx, request: SurgeRequest, experts: readonly string[]): Promise<void> {
    const away = awayPeriod(request);
    const booked = await this.reservations.overlapping(away, tx);
    if (experts.some((expertId) => booked.has(expertId))) throw overlapRefused(away);
    const asked = await tx.getRepository(SurgeOffer).findBy({ requestId: request.id });
    if (asked.some((offer) => (offer.state === 'sent' || offer.state === 'accepted') && experts.includes(offer.expertId))) {
      throw new DomainError(
        'offer.not-deployable',
        'One of the chosen experts already has an open or accepted offer for this mission. Leave that one out.',
      );
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { overlapRefused } from '../../../core/deployments.js';
import { DomainError, fieldError, notFound } from '../../../core/errors.js';
import { OFFER_HOURS } from '../../../core/offers.js';
import { inWords, SURGE_STEPS } from '../../../core/surge.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { Reservations } from '../../deployments/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import type { OfferWithdrawalDto, SurgeOffersDto } from '../surge.dto.js';
import { OfferBook } from './offer-book.service.js';
import { type Candidate, SurgeProposals } from './surge-proposals.service.js';
import { exists, SurgeRecord } from './surge-record.service.js';

/** Offers as an officer makes them and takes them back. */
@Injectable()
export class SurgeOffers {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly book: OfferBook,
    private readonly proposals: SurgeProposals,
    private readonly reservations: Reservations,
  ) {}

  /**
   * Offers the mission to everybody chosen, or to nobody. Throws `surge.not-open` unless the request is being matched,
   * `offer.not-deployable` for somebody who is not on an active roster, not free, or already asked, `reservation.overlap` for
   * somebody just booked, and `input.invalid` when a requirement is not met and no reason is given.
   */
  async send(id: string, { experts, hours, waiver, version }: SurgeOffersDto, me: Actor): Promise<SurgeOffer[]> {
    const seen = await this.database.read.getRepository(SurgeRequest).findOneBy({ id });
    if (!seen || !exists(seen, me)) throw notFound('request');
    const candidates = await this.proposals.candidates(seen, experts);
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, version);
      mustBeOpenForOffers(request);
      await this.mustBeFree(tx, request, experts);
      const offers: SurgeOffer[] = [];
      for (const expertId of experts) {
        const { number, total } = deployable(candidates.get(expertId), waiver);
        offers.push(
          await this.book.add(
            tx,
            request,
            { expertId, expertNumber: number, total, hours: hours ?? OFFER_HOURS[request.urgency], sentBy: me.accountId },
            me,
            waiver ?? null,
          ),
        );
      }
      await this.record.advance(tx, request, 'offer', me);
      return offers;
    });
  }

  /** Takes an open offer back; one that has ended stays as it is. */
  withdraw(id: string, offerId: string, { version }: OfferWithdrawalDto, me: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, version);
      const offer = await tx.getRepository(SurgeOffer).findOneBy({ id: offerId, requestId: id });
      if (!offer) throw notFound('offer');
      if (offer.state !== 'sent')
        throw new DomainError('offer.not-open', `The offer was ${offer.state} before, so there is nothing to take back.`);
      await this.book.takeBack(tx, request, 'by-officer', me, offer);
      await this.book.reopenIfIdle(tx, request);
    });
  }

  /** The last look before offers leave: what was booked or asked since the candidates were measured. */
  private async mustBeFree(tx: Tx, request: SurgeRequest, experts: readonly string[]): Promise<void> {
    const mission = { from: request.startsOn, to: request.endsOn };
    const booked = await this.reservations.overlapping(mission, tx);
    if (experts.some((expertId) => booked.has(expertId))) throw overlapRefused(mission);
    const asked = await tx.getRepository(SurgeOffer).findBy({ requestId: request.id });
    if (asked.some((offer) => (offer.state === 'sent' || offer.state === 'accepted') && experts.includes(offer.expertId))) {
      throw new DomainError(
        'offer.not-deployable',
        'One of the chosen experts already has an open or accepted offer for this mission. Leave that one out.',
      );
    }
  }
}

function mustBeOpenForOffers(request: SurgeRequest): void {
  if (SURGE_STEPS.offer.from.includes(request.state)) return;
  throw new DomainError(
    'surge.not-open',
    `${request.reference} is ${inWords(request.state)}; offers can be made only while it is ${SURGE_STEPS.offer.from.map(inWords).join(' or ')}.`,
  );
}

/** Nobody can go without a roster or on days that are taken; any other requirement an officer can waive with a reason. */
function deployable(candidate: Candidate | undefined, waiver: string | undefined): Candidate {
  if (!candidate || candidate.unmet.includes('roster'))
    throw new DomainError('offer.not-deployable', 'One of the chosen experts is not an active member of a roster. Choose another.');
  if (candidate.obstacles.length > 0)
    throw new DomainError(
      'offer.not-deployable',
      `The expert with roster number ${candidate.number} is not free on all days of the mission. Choose another.`,
    );
  if (candidate.unmet.length > 0 && !waiver?.trim()) {
    throw fieldError(
      'waiver',
      `The expert with roster number ${candidate.number} does not meet: ${candidate.unmet.map(inWords).join(', ')}. Give a reason to offer the mission all the same.`,
    );
  }
  return candidate;
}

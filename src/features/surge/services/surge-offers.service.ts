import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { DomainError, fieldError, notFound } from '../../../core/errors.js';
import { OFFER_HOURS } from '../../../core/offers.js';
import { inWords, SURGE_STEPS } from '../../../core/surge.js';
import { Database } from '../../../platform/database/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import type { OfferWithdrawalDto, SurgeOffersDto } from '../offers.dto.js';
import { OfferOutcomes } from './offer-outcomes.service.js';
import { OfferSending } from './offer-sending.service.js';
import { type Candidate, SurgeProposals } from './surge-proposals.service.js';
import { exists, SurgeRecord } from './surge-record.service.js';

/** Offers as an officer makes them and takes them back. */
@Injectable()
export class SurgeOffers {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly proposals: SurgeProposals,
    private readonly sending: OfferSending,
    private readonly outcomes: OfferOutcomes,
  ) {}

  /**
   * Offers the mission to everybody chosen, best first, or to nobody. Throws `surge.not-open` unless the request is being matched,
   * `offer.not-deployable` for somebody who is not on an active roster, not free, or already asked, `reservation.overlap` for
   * somebody just booked, and `input.invalid` when nobody is chosen, or a requirement is not met and no reason is given.
   */
  async send(id: string, dto: SurgeOffersDto, me: Actor): Promise<SurgeOffer[]> {
    const { hours, holding, waiver, version } = dto;
    const seen = await this.database.read.getRepository(SurgeRequest).findOneBy({ id });
    if (!seen || !exists(seen, me)) throw notFound('request');
    const experts = await this.chosen(seen, dto);
    const candidates = await this.proposals.candidates(seen, experts);
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, version);
      mustBeOpenForOffers(request);
      await this.sending.mustBeFree(tx, request, experts);
      if (holding) request.holding = holding;
      const offers = experts
        .map((expertId) => {
          const { number, total, agency } = deployable(candidates.get(expertId), waiver);
          return { expertId, expertNumber: number, total, agency, hours: hours ?? OFFER_HOURS[request.urgency], sentBy: me.accountId };
        })
        .sort((a, b) => b.total - a.total || a.expertNumber - b.expertNumber);
      const sent = await this.sending.send(tx, request, offers, me, waiver ?? null);
      await this.record.advance(tx, request, 'offer', me);
      return sent;
    });
  }

  /** Takes an open offer back, or a place that still waits for the agency's release. Throws `offer.not-open` for any other. */
  withdraw(id: string, offerId: string, { version }: OfferWithdrawalDto, me: Actor): Promise<void> {
    return this.database.transaction(async (tx) => {
      const request = await this.record.lock(tx, id, me, version);
      const offer = await tx.getRepository(SurgeOffer).findOneBy({ id: offerId, requestId: id });
      if (!offer) throw notFound('offer');
      if (offer.state === 'accepted' && offer.firmAt === null) return this.outcomes.giveUp(tx, request, offer, 'by-officer', me);
      if (offer.state !== 'sent')
        throw new DomainError('offer.not-open', `The offer was ${offer.state} before, so there is nothing to take back.`);
      await this.outcomes.takeBack(tx, request, 'by-officer', me, offer);
      await this.outcomes.reopenIfIdle(tx, request);
    });
  }

  /** Those named, or the first so many of the proposal. Throws `input.invalid` unless it is one of the two. */
  private async chosen(request: SurgeRequest, { experts = [], wave }: SurgeOffersDto): Promise<readonly string[]> {
    if (experts.length > 0 && wave === undefined) return experts;
    if (experts.length > 0) throw fieldError('wave', 'Choose experts from the list, or give a number for a wave; not both.');
    if (wave === undefined) throw fieldError('experts', 'Choose at least one expert, or give a number for a wave.');
    const { proposed } = await this.proposals.propose(request, wave);
    if (proposed.length === 0) throw fieldError('wave', 'Nobody is proposed who is eligible, free and not asked yet.');
    return proposed.map(({ expertId }) => expertId);
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

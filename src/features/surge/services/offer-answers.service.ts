import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '../../../core/errors.js';
import { accepted, declined, isDue, lapsed } from '../../../core/offers.js';
import { Clock } from '../../../platform/clock.js';
import { Database, lockRow, type Tx } from '../../../platform/database/index.js';
import { Handles, type JobRun, Jobs } from '../../../platform/outbox/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { lapseOffer } from '../notices/lapse.job.js';
import type { OfferAnswerDto } from '../surge.dto.js';
import type { OfferAnswered } from '../surge-view.dto.js';
import { OfferOutcomes } from './offer-outcomes.service.js';
import { OfferTokens } from './offer-tokens.js';

/** An offer together with what it is an offer of. */
export interface OpenedOffer {
  readonly offer: SurgeOffer;
  readonly request: SurgeRequest;
  /** Whether an answer can still be given. */
  readonly open: boolean;
}

/** Answers to offers by their link, and the lapse of those that nobody answered. */
@Injectable()
export class OfferAnswers {
  constructor(
    private readonly database: Database,
    private readonly tokens: OfferTokens,
    private readonly outcomes: OfferOutcomes,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** What the link's page shows. Changes nothing. Throws `not-found` for a token that is forged, cut or replaced by a newer one. */
  async open(token: string): Promise<OpenedOffer> {
    const offer = await this.byToken(this.database.read, token);
    const request = await this.database.read.getRepository(SurgeRequest).findOneByOrFail({ id: offer.requestId });
    return { offer, request, open: offer.state === 'sent' && !isDue(offer, this.clock.now()) };
  }

  /**
   * Accepts or declines. The same answer twice is one answer. Throws `not-found`, `offer.expired`, `offer.not-open`,
   * `offer.seats-taken`, or `reservation.overlap` when the expert has been booked elsewhere; then nothing has changed.
   */
  answer({ token, answer, reason }: OfferAnswerDto): Promise<OfferAnswered> {
    return this.database.transaction(async (tx) => {
      const { offer, request } = await this.locked(tx, (await this.byToken(tx, token)).id);
      if (answer === 'accept') await this.accept(tx, request, offer);
      else await this.decline(tx, request, offer, reason?.trim() || null);
      return { state: answer === 'accept' ? 'accepted' : 'declined', reference: request.reference };
    });
  }

  /** Runs at the deadline. When the clock says that it is not reached, because clocks were set, it comes again then. */
  @Handles(lapseOffer)
  lapse({ offerId }: { offerId: string }, run: JobRun): Promise<void> {
    return this.database.transaction(async (tx) => {
      const found = await tx.getRepository(SurgeOffer).findOneBy({ id: offerId });
      if (!found) return;
      const { offer, request } = await this.locked(tx, found.id);
      const change = lapsed(offer, this.clock.now());
      if (change !== 'unchanged') await this.outcomes.notTaken(tx, request, offer, change, 'system');
      else if (offer.state === 'sent')
        await this.jobs.enqueue(tx, lapseOffer, { offerId }, { at: offer.deadline, key: `surge.offer-lapse:${offerId}:${run.id}` });
    });
  }

  private async accept(tx: Tx, request: SurgeRequest, offer: SurgeOffer): Promise<void> {
    const taken = await tx.getRepository(SurgeOffer).countBy({ requestId: request.id, state: 'accepted' });
    const change = accepted(offer, request.seats - taken, this.clock.now());
    if (change !== 'unchanged') await this.outcomes.seatTaken(tx, request, offer, change);
  }

  private async decline(tx: Tx, request: SurgeRequest, offer: SurgeOffer, reason: string | null): Promise<void> {
    const change = declined(offer, reason, this.clock.now());
    if (change !== 'unchanged') await this.outcomes.notTaken(tx, request, offer, change, 'expert');
  }

  private async byToken(manager: Pick<Tx, 'getRepository'>, token: string): Promise<SurgeOffer> {
    const read = this.tokens.read(token);
    const offer = read && (await manager.getRepository(SurgeOffer).findOneBy({ id: read.offerId, tokenHash: read.hash }));
    if (!offer) throw notFound('offer');
    return offer;
  }

  /** The request is locked first, everywhere, and the offer is read again behind that lock. */
  private async locked(tx: Tx, offerId: string): Promise<{ offer: SurgeOffer; request: SurgeRequest }> {
    const { requestId } = await tx.getRepository(SurgeOffer).findOneByOrFail({ id: offerId });
    const request = await lockRow(tx, SurgeRequest, { id: requestId });
    const offer = await tx.getRepository(SurgeOffer).findOneBy({ id: offerId });
    if (!request || !offer) throw new DomainError('not-found', 'The offer is no longer there.');
    return { offer, request };
  }
}

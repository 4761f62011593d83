import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '../../../core/errors.js';
import { accepted, declined, isDue } from '../../../core/offers.js';
import { type PlaceStanding, placeStanding } from '../../../core/release.js';
import { Clock } from '../../../platform/clock.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeQuestion } from '../entities/surge-question.entity.js';
import { SurgeRelease } from '../entities/surge-release.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import type { OfferAnswerDto } from '../offers.dto.js';
import type { OfferAnswered } from '../surge-view.dto.js';
import { OfferBook } from './offer-book.service.js';
import { mustLockOffer } from './offer-lock.js';
import { OfferOutcomes } from './offer-outcomes.service.js';
import { OfferTokens } from './offer-tokens.js';

/** An offer together with what it is an offer of. */
export interface OpenedOffer {
  readonly offer: SurgeOffer;
  readonly request: SurgeRequest;
  /** Whether an answer can still be given. */
  readonly open: boolean;
  readonly standing: PlaceStanding;
  /** The release by the expert's agency; null where none is needed. */
  readonly release: SurgeRelease | null;
  /** What the expert asked, oldest first. */
  readonly questions: readonly SurgeQuestion[];
  /** Whole seconds until the deadline; 0 from then on. */
  readonly secondsLeft: number;
}

/** Answers to offers by their link. */
@Injectable()
export class OfferAnswers {
  constructor(
    private readonly database: Database,
    private readonly tokens: OfferTokens,
    private readonly outcomes: OfferOutcomes,
    private readonly book: OfferBook,
    private readonly clock: Clock,
  ) {}

  /** What the link's page shows. Changes nothing. Throws `not-found` for a token that is forged, cut or replaced by a newer one. */
  async open(token: string): Promise<OpenedOffer> {
    const { read } = this.database;
    const offer = await this.byToken(read, token);
    const request = await read.getRepository(SurgeRequest).findOneByOrFail({ id: offer.requestId });
    const release = await read.getRepository(SurgeRelease).findOneBy({ offerId: offer.id });
    const now = this.clock.now();
    return {
      offer,
      request,
      open: offer.state === 'sent' && !isDue(offer, now),
      standing: placeStanding(offer.state, release?.state ?? null),
      release,
      questions: await read.getRepository(SurgeQuestion).find({ where: { offerId: offer.id }, order: { id: 'ASC' } }),
      secondsLeft: Math.max(0, Math.floor((Date.parse(offer.deadline) - now) / 1000)),
    };
  }

  /**
   * Accepts or declines. The same answer twice is one answer. Throws `not-found`, `offer.expired`, `offer.not-open`,
   * `offer.seats-taken`, `offer.seats-held`, or `reservation.overlap` when the expert has been booked elsewhere; then nothing has
   * changed.
   */
  async answer({ token, answer, reason }: OfferAnswerDto): Promise<OfferAnswered> {
    try {
      return await this.database.transaction((tx) => this.take(tx, token, answer, reason?.trim() || null));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'reservation.overlap') throw takenElsewhere();
      throw error;
    }
  }

  /** The offer behind the link. Throws as `open` does. */
  async byToken(manager: Pick<Tx, 'getRepository'>, token: string): Promise<SurgeOffer> {
    const read = this.tokens.read(token);
    const offer = read && (await manager.getRepository(SurgeOffer).findOneBy({ id: read.offerId, tokenHash: read.hash }));
    if (!offer) throw notFound('offer');
    return offer;
  }

  private async take(tx: Tx, token: string, answer: OfferAnswerDto['answer'], reason: string | null): Promise<OfferAnswered> {
    const { offer, request } = await mustLockOffer(tx, (await this.byToken(tx, token)).id);
    const now = this.clock.now();
    if (answer === 'accept') {
      const change = accepted(offer, await this.book.seats(tx, request), now);
      if (change !== 'unchanged') await this.outcomes.seatTaken(tx, request, offer, change);
    } else {
      const change = declined(offer, reason, now);
      if (change !== 'unchanged') await this.outcomes.notTaken(tx, request, offer, change, 'expert');
    }
    const release = await tx.getRepository(SurgeRelease).findOneBy({ offerId: offer.id });
    return {
      state: answer === 'accept' ? 'accepted' : 'declined',
      standing: placeStanding(offer.state, release?.state ?? null),
      reference: request.reference,
    };
  }
}

/** The database's refusal, said to the person whose days they are. */
function takenElsewhere(): DomainError {
  return new DomainError(
    'reservation.overlap',
    'Some of these days are already reserved for you: by another mission that you accepted, or by another offer that holds your days until you answer it. Decline that one first, or decline this one.',
  );
}

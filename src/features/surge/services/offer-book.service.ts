import { Injectable } from '@nestjs/common';
import { type OfferChange, type Withdrawal, withdrawn } from '../../../core/offers.js';
import { Clock } from '../../../platform/clock.js';
import { newId, type Tx } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/outbox/index.js';
import { Notices } from '../../notices/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { lapseOffer } from '../notices/lapse.job.js';
import { offerMade, offerWithdrawn } from '../notices/surge-reasons.js';
import { OfferTokens } from './offer-tokens.js';
import { type SurgeActor, SurgeRecord } from './surge-record.service.js';

/** What is fixed when an offer is made. */
export interface NewOffer {
  readonly expertId: string;
  readonly expertNumber: number;
  /** The expert's score now, 0 to 1,000,000. */
  readonly total: number;
  /** Time to answer. */
  readonly hours: number;
  readonly sentBy: string;
}

const MS_PER_HOUR = 3_600_000;

/** Keeps the offers of requests. Every entry stands in the transaction of the decision it follows from, with its mail and its deadline's job. */
@Injectable()
export class OfferBook {
  constructor(
    private readonly record: SurgeRecord,
    private readonly tokens: OfferTokens,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async add(tx: Tx, request: SurgeRequest, { hours, ...offer }: NewOffer, by: SurgeActor, reason: string | null): Promise<SurgeOffer> {
    const id = newId();
    const nonce = this.tokens.nonce();
    const deadline = this.clock.iso(hours * MS_PER_HOUR);
    const row = tx.getRepository(SurgeOffer).create({
      ...offer,
      id,
      requestId: request.id,
      state: 'sent',
      deadline,
      nonce,
      tokenHash: this.tokens.hashOf(this.tokens.tokenFor(id, nonce)),
      sentAt: this.clock.iso(),
      answeredAt: null,
      answerReason: null,
    });
    await tx.getRepository(SurgeOffer).insert(row);
    await this.record.note(tx, request, { kind: 'offer-sent', by, offerId: id, reason });
    await this.notices.expect(tx, {
      reason: offerMade,
      recipient: { kind: 'expert', id: offer.expertId },
      subjectId: request.id,
      detailId: id,
      key: `surge.offer-made:${id}`,
    });
    await this.jobs.enqueue(tx, lapseOffer, { offerId: id }, { at: deadline, key: `surge.offer-lapse:${id}` });
    return row;
  }

  /** Writes down how an offer ended. The request must be locked: every change of its offers stands behind that lock. */
  async end(tx: Tx, request: SurgeRequest, offer: SurgeOffer, change: OfferChange, by: SurgeActor): Promise<void> {
    Object.assign(offer, change);
    await tx.getRepository(SurgeOffer).update({ id: offer.id }, change);
    const reason = change.state === 'accepted' || change.state === 'lapsed' ? null : change.answerReason;
    if (change.state !== 'sent') await this.record.note(tx, request, { kind: `offer-${change.state}`, by, offerId: offer.id, reason });
  }

  /** Takes back one open offer, or all of the request when none is named, and tells the experts kindly. */
  async takeBack(tx: Tx, request: SurgeRequest, why: Withdrawal, by: SurgeActor, only?: SurgeOffer): Promise<void> {
    for (const offer of only ? [only] : await this.open(tx, request.id)) {
      const change = withdrawn(offer, why, this.clock.now());
      if (change === 'unchanged') continue;
      await this.end(tx, request, offer, change, by);
      await this.notices.expect(tx, {
        reason: offerWithdrawn,
        recipient: { kind: 'expert', id: offer.expertId },
        subjectId: request.id,
        detailId: offer.id,
        key: `surge.offer-withdrawn:${offer.id}`,
      });
    }
  }

  open(tx: Tx, requestId: string): Promise<SurgeOffer[]> {
    return tx.getRepository(SurgeOffer).find({ where: { requestId, state: 'sent' }, order: { id: 'ASC' } });
  }

  /** Seats that nobody has accepted yet. */
  async freeSeats(tx: Tx, request: SurgeRequest): Promise<number> {
    return request.seats - (await tx.getRepository(SurgeOffer).countBy({ requestId: request.id, state: 'accepted' }));
  }

  /** Back to matching when nobody is being asked any more and a seat is still free: an officer decides whom to ask next. */
  async reopenIfIdle(tx: Tx, request: SurgeRequest): Promise<void> {
    if (request.state !== 'offered') return;
    if ((await this.open(tx, request.id)).length > 0 || (await this.freeSeats(tx, request)) === 0) return;
    await this.record.advance(tx, request, 'reopen', 'system');
  }
}

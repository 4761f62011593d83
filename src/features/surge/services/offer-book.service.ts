import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { givenUp, type OfferChange, reminderHours, type Seats, type Withdrawal, withdrawn } from '../../../core/offers.js';
import { Clock } from '../../../platform/clock.js';
import { newId, type Tx } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/outbox/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { lapseOffer } from '../notices/lapse.job.js';
import { closeOverlaps, remindOffer } from '../notices/offer-clock.jobs.js';
import { placeFirm } from '../notices/place.jobs.js';
import { offerMade } from '../notices/surge-reasons.js';
import { OfferNotices } from './offer-notices.service.js';
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
    private readonly notices: OfferNotices,
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
      firmAt: null,
    });
    await tx.getRepository(SurgeOffer).insert(row);
    await this.record.note(tx, request, { kind: 'offer-sent', by, offerId: id, reason });
    await this.notices.toExpert(tx, row, offerMade);
    const reminder = this.clock.iso((hours - reminderHours(hours)) * MS_PER_HOUR);
    await this.jobs.enqueue(tx, remindOffer, { offerId: id }, { at: reminder, key: `surge.offer-reminder:${id}` });
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

  /** Takes back one open offer, or all of the request when none is named. Gives those that it ended. */
  async takeBack(tx: Tx, request: SurgeRequest, why: Withdrawal, by: SurgeActor, only?: SurgeOffer): Promise<SurgeOffer[]> {
    const ended: SurgeOffer[] = [];
    for (const offer of only ? [only] : await this.open(tx, request.id)) {
      const change = withdrawn(offer, why, this.clock.now());
      if (change === 'unchanged') continue;
      await this.end(tx, request, offer, change, by);
      ended.push(offer);
    }
    return ended;
  }

  /** Gives up a place that was accepted and never became firm. Throws `offer.not-open` for any other offer. */
  async giveUp(tx: Tx, request: SurgeRequest, offer: SurgeOffer, why: Withdrawal, by: SurgeActor): Promise<void> {
    await this.end(tx, request, offer, givenUp(offer, why, this.clock.now()), by);
  }

  /** From now on the acceptance counts; other offers to the same person for the same days are closed soon after. */
  async makeFirm(tx: Tx, offer: SurgeOffer): Promise<void> {
    offer.firmAt = this.clock.iso();
    await tx.getRepository(SurgeOffer).update({ id: offer.id }, { firmAt: offer.firmAt });
    await this.jobs.enqueue(tx, closeOverlaps, { offerId: offer.id }, { key: `surge.offer-overlaps:${offer.id}` });
    await this.jobs.enqueue(tx, placeFirm, { offerId: offer.id }, { key: `surge.place-firm:${offer.id}` });
  }

  open(tx: Tx, requestId: string): Promise<SurgeOffer[]> {
    return tx.getRepository(SurgeOffer).find({ where: { requestId, state: 'sent' }, order: { id: 'ASC' } });
  }

  /** Seats that nobody has accepted yet, and those accepted that wait for a release. */
  async seats(tx: Tx, request: SurgeRequest): Promise<Seats> {
    const accepted = { requestId: request.id, state: 'accepted' as const };
    const taken = await tx.getRepository(SurgeOffer).countBy(accepted);
    return { free: request.seats - taken, held: await tx.getRepository(SurgeOffer).countBy({ ...accepted, firmAt: IsNull() }) };
  }

  /** Back to matching when nobody is being asked any more and a seat is still free: an officer decides whom to ask next. */
  async reopenIfIdle(tx: Tx, request: SurgeRequest): Promise<void> {
    if (request.state !== 'offered') return;
    if ((await this.open(tx, request.id)).length > 0 || (await this.seats(tx, request)).free === 0) return;
    await this.record.advance(tx, request, 'reopen', 'system');
  }
}

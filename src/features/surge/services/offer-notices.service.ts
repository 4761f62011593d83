import { Injectable } from '@nestjs/common';
import type { Withdrawal } from '../../../core/offers.js';
import type { Tx } from '../../../platform/database/index.js';
import { type NoticeReason, Notices } from '../../notices/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import type { SurgeRequest } from '../entities/surge-request.entity.js';
import { acceptanceHeld, expertElsewhere, offerOverlaps, placeHeld, releaseNotGiven, releaseRefused } from '../notices/offer-reasons.js';
import { missionConfirmed, offerNotTaken, offerWithdrawn, seatTaken } from '../notices/surge-reasons.js';
import { OfficeNotices } from './office-notices.service.js';

/** How the expert is told that an offer was taken back. */
const TAKEN_BACK: Readonly<Record<Withdrawal, NoticeReason>> = {
  filled: offerWithdrawn,
  'stood-down': offerWithdrawn,
  'by-officer': offerWithdrawn,
  'accepted-elsewhere': offerOverlaps,
  'release-refused': releaseNotGiven,
  replaced: offerWithdrawn,
};

/** How the officers are told, where it was neither declined nor lapsed. */
const NOT_TAKEN: Readonly<Partial<Record<string, NoticeReason>>> = {
  'accepted-elsewhere': expertElsewhere,
  'release-refused': releaseRefused,
} satisfies Partial<Record<Withdrawal, NoticeReason>>;

/** Who is told what about an offer: once for each offer and reason, whatever is tried again. */
@Injectable()
export class OfferNotices {
  constructor(
    private readonly notices: Notices,
    private readonly office: OfficeNotices,
  ) {}

  /** The place is certain: the expert, the officers and the requesting office are told. */
  async firm(tx: Tx, request: SurgeRequest, offer: SurgeOffer): Promise<void> {
    await this.toExpert(tx, offer, missionConfirmed);
    await this.toOfficers(tx, offer, seatTaken);
    const key = `surge.seat-taken:${offer.id}:${request.createdBy}`;
    await this.office.expect(tx, request, { reason: seatTaken, detailId: offer.id, key });
  }

  /** The place is held until the agency answers: the expert and the officers are told; the requesting office when it is certain. */
  async held(tx: Tx, offer: SurgeOffer): Promise<void> {
    await this.toExpert(tx, offer, acceptanceHeld);
    await this.toOfficers(tx, offer, placeHeld);
  }

  takenBack(tx: Tx, offer: SurgeOffer, why: Withdrawal): Promise<void> {
    return this.toExpert(tx, offer, TAKEN_BACK[why]);
  }

  /** The officers decide whom to ask next. */
  notTaken(tx: Tx, offer: SurgeOffer): Promise<void> {
    return this.toOfficers(tx, offer, (offer.state === 'withdrawn' ? NOT_TAKEN[offer.answerReason ?? ''] : undefined) ?? offerNotTaken);
  }

  toExpert(tx: Tx, offer: SurgeOffer, reason: NoticeReason): Promise<void> {
    const { id, requestId, expertId } = offer;
    const recipient = { kind: 'expert' as const, id: expertId };
    return this.notices.expect(tx, { reason, recipient, subjectId: requestId, detailId: id, key: `${reason.name}:${id}` });
  }

  toOfficers(tx: Tx, offer: SurgeOffer, reason: NoticeReason): Promise<void> {
    const { id, requestId } = offer;
    const recipient = { role: 'surge-officer' as const };
    return this.notices.expect(tx, { reason, recipient, subjectId: requestId, detailId: id, key: `${reason.name}:${id}` });
  }
}

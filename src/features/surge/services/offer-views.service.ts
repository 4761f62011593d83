import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, may } from '../../../core/access.js';
import { placeStanding } from '../../../core/release.js';
import { Database } from '../../../platform/database/index.js';
import { Notice } from '../../notices/index.js';
import { RosterContacts } from '../../roster/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeQuestion } from '../entities/surge-question.entity.js';
import { SurgeRelease } from '../entities/surge-release.entity.js';
import { releaseAsked, releaseReminder } from '../notices/offer-reasons.js';
import type { OfferView, QuestionView, ReleaseView } from '../surge-view.dto.js';

/** Offers as far as they exist for the reader. */
@Injectable()
export class OfferViews {
  constructor(
    private readonly database: Database,
    private readonly experts: RosterContacts,
  ) {}

  /**
   * Who may read the roster sees who was asked, what they asked and what agencies said; the office that asks learns how many were
   * asked, and who is coming once that is certain.
   */
  async of(requestId: string, offers: readonly SurgeOffer[], me: Actor): Promise<OfferView[]> {
    const everything = may(me, 'roster:read');
    const known = (offer: SurgeOffer) => everything || (offer.state === 'accepted' && offer.firmAt !== null);
    const names = await this.experts.names(
      offers.filter(known).map((offer) => offer.expertId),
      me,
    );
    const releases = new Map(
      (await this.database.read.getRepository(SurgeRelease).findBy({ requestId })).map((release) => [release.offerId, release]),
    );
    const told = await this.toldAgencies([...releases.keys()]);
    const questions = everything
      ? await this.database.read.getRepository(SurgeQuestion).find({ where: { requestId }, order: { id: 'ASC' } })
      : [];
    return offers.map((offer) => {
      const release = releases.get(offer.id);
      return {
        id: offer.id,
        expertId: everything ? offer.expertId : null,
        number: known(offer) ? offer.expertNumber : null,
        name: names.get(offer.expertId) ?? null,
        state: offer.state,
        sentAt: offer.sentAt,
        deadline: offer.deadline,
        answeredAt: offer.answeredAt,
        answerReason: everything ? offer.answerReason : null,
        total: everything ? offer.total : null,
        standing: placeStanding(offer.state, release?.state ?? null),
        release: everything && release ? { ...releaseOf(release), reachable: told.has(offer.id) } : null,
        questions: questions.filter(({ offerId }) => offerId === offer.id).map(questionOf),
      };
    });
  }

  /** Of the offers, those whose agency was told that its release is asked: somebody there had an account when it was, or when it was reminded. */
  private async toldAgencies(offerIds: readonly string[]): Promise<ReadonlySet<string | null>> {
    const reasons = [releaseAsked.name, releaseReminder.name];
    const told = await this.database.read.getRepository(Notice).findBy({ detailId: In([...offerIds]), reason: In(reasons) });
    return new Set(told.map(({ detailId }) => detailId));
  }
}

function releaseOf({ agency, state, deadline, decidedAt, reason }: SurgeRelease): Omit<ReleaseView, 'reachable'> {
  return { agency, state, deadline, decidedAt, reason };
}

function questionOf({ id, askedAt, question, answeredAt, answer }: SurgeQuestion): QuestionView {
  return { id, askedAt, question, answeredAt, answer };
}

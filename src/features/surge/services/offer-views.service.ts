import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../../core/access.js';
import { placeStanding } from '../../../core/release.js';
import { Database } from '../../../platform/database/index.js';
import { RosterContacts } from '../../roster/index.js';
import type { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeQuestion } from '../entities/surge-question.entity.js';
import { SurgeRelease } from '../entities/surge-release.entity.js';
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
        release: everything && release ? releaseOf(release) : null,
        questions: questions.filter(({ offerId }) => offerId === offer.id).map(questionOf),
      };
    });
  }
}

function releaseOf({ agency, state, deadline, decidedAt, reason }: SurgeRelease): ReleaseView {
  return { agency, state, deadline, decidedAt, reason };
}

function questionOf({ id, askedAt, question, answeredAt, answer }: SurgeQuestion): QuestionView {
  return { id, askedAt, question, answeredAt, answer };
}

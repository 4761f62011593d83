import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../../core/access.js';
import { placeStanding } from '../../../core/release.js';
import { Database } from '../../../platform/database/index.js';
import { FocalPoints } from '../../accounts/index.js';
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
    private readonly focalPoints: FocalPoints,
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
    const reachable = await this.reachable([...releases.values()].map(({ agency }) => agency));
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
        release: everything && release ? { ...releaseOf(release), reachable: reachable.has(release.agency) } : null,
        questions: questions.filter(({ offerId }) => offerId === offer.id).map(questionOf),
      };
    });
  }

  /** Of the agencies, those with a focal point who can sign in. */
  private async reachable(agencies: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const agency of new Set(agencies)) if ((await this.focalPoints.of(this.database.read, agency)).length > 0) found.add(agency);
    return found;
  }
}

function releaseOf({ agency, state, deadline, decidedAt, reason }: SurgeRelease): Omit<ReleaseView, 'reachable'> {
  return { agency, state, deadline, decidedAt, reason };
}

function questionOf({ id, askedAt, question, answeredAt, answer }: SurgeQuestion): QuestionView {
  return { id, askedAt, question, answeredAt, answer };
}

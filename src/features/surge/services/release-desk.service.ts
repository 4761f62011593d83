import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../../core/access.js';
import { fieldError, notFound } from '../../../core/errors.js';
import { RELEASE_DECISIONS, releaseStepsFrom } from '../../../core/release.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { RosterContacts } from '../../roster/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRelease } from '../entities/surge-release.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import type { ReleaseDecisionDto } from '../offers.dto.js';
import type { ReleaseCase } from '../surge-view.dto.js';
import { mustLockOffer } from './offer-lock.js';
import { OfferOutcomes } from './offer-outcomes.service.js';
import { OfferReleases } from './offer-releases.service.js';
import { SurgeRecord } from './surge-record.service.js';

const MOST_SHOWN = 100;

/** Releases as an agency's focal point sees and decides them: those of the own agency, and nothing else exists. */
@Injectable()
export class ReleaseDesk {
  constructor(
    private readonly database: Database,
    private readonly outcomes: OfferOutcomes,
    private readonly releases: OfferReleases,
    private readonly record: SurgeRecord,
    private readonly contacts: RosterContacts,
  ) {}

  /** The hundred newest of the own agency; those that wait for a decision first, nearest deadline first. */
  async list(me: Actor): Promise<ReleaseCase[]> {
    const found = await this.database.read
      .getRepository(SurgeRelease)
      .find({ where: { agency: me.agency ?? '' }, order: { id: 'DESC' }, take: MOST_SHOWN });
    const cases = await this.opened(found, me);
    return cases.sort((a, b) => Number(b.open) - Number(a.open) || (a.open ? (a.deadline < b.deadline ? -1 : 1) : 0));
  }

  /** Throws `not-found` for another agency's. */
  async one(id: string, me: Actor): Promise<ReleaseCase> {
    const [opened] = await this.opened([await this.own(this.database.read, id, me)], me);
    if (!opened) throw notFound('release');
    return opened;
  }

  /**
   * Grants or refuses, once. Throws `release.not-open` when it was decided or is no longer needed, and `input.invalid` for a
   * refusal without a reason. With it, an accepted place becomes firm or free again.
   */
  async decide(id: string, { decision, reason }: ReleaseDecisionDto, me: Actor): Promise<void> {
    if (decision === 'refuse' && !reason?.trim())
      throw fieldError('reason', 'Say why the release is refused: the surge desk reads it and looks for somebody else.');
    await this.database.transaction(async (tx) => {
      const { offer, request } = await mustLockOffer(tx, (await this.own(tx, id, me)).offerId);
      const release = await this.own(tx, id, me);
      const said = reason?.trim() || null;
      await this.releases.step(tx, release, decision, { by: me.accountId, reason: said });
      const kind = decision === 'grant' ? 'release-granted' : 'release-refused';
      await this.record.note(tx, request, { kind, by: me, offerId: offer.id, reason: said });
      if (decision === 'grant') await this.outcomes.released(tx, request, offer);
      else await this.outcomes.notReleased(tx, request, offer, me);
    });
  }

  private async own(manager: Pick<Tx, 'getRepository'>, id: string, me: Actor): Promise<SurgeRelease> {
    const release = me.agency === null ? null : await manager.getRepository(SurgeRelease).findOneBy({ id, agency: me.agency });
    if (!release) throw notFound('release');
    return release;
  }

  private async opened(releases: readonly SurgeRelease[], me: Actor): Promise<ReleaseCase[]> {
    const { read } = this.database;
    const offers = new Map(
      (await read.getRepository(SurgeOffer).findBy({ id: In(releases.map(({ offerId }) => offerId)) })).map((offer) => [offer.id, offer]),
    );
    const requests = new Map(
      (await read.getRepository(SurgeRequest).findBy({ id: In(releases.map(({ requestId }) => requestId)) })).map((one) => [one.id, one]),
    );
    const names = await this.contacts.names(
      [...offers.values()].map(({ expertId }) => expertId),
      me,
    );
    return releases.flatMap((release) => {
      const offer = offers.get(release.offerId);
      const request = requests.get(release.requestId);
      return offer && request ? [caseOf(release, offer, request, names)] : [];
    });
  }
}

/** What an agency needs to decide on one of its staff: who, where, when and what for; not the situation as the office describes it. */
function caseOf(release: SurgeRelease, offer: SurgeOffer, request: SurgeRequest, names: ReadonlyMap<string, string>): ReleaseCase {
  const { id, state, askedAt, deadline, decidedAt, reason } = release;
  const { reference, country, startsOn, endsOn, travelBefore, travelAfter, tasks, hosting, security, urgency } = request;
  return {
    ...{ id, state, askedAt, deadline, decidedAt, reason, reference, country, startsOn, endsOn, travelBefore, travelAfter },
    ...{ tasks, hosting, security, urgency },
    open: RELEASE_DECISIONS.some((step) => releaseStepsFrom(state).includes(step)),
    expertId: offer.expertId,
    number: offer.expertNumber,
    name: names.get(offer.expertId) ?? null,
    accepted: offer.state === 'accepted',
  };
}

import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { QUEUE_STATES } from '../../../core/surge.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { Handles, Jobs } from '../../../platform/outbox/index.js';
import { AccountsService, accountArrived } from '../../accounts/index.js';
import { Notices } from '../../notices/index.js';
import { SurgeAlternative } from '../entities/surge-alternative.entity.js';
import { SurgeEvent, type SurgeEventKind } from '../entities/surge-event.entity.js';
import { SurgeRelease } from '../entities/surge-release.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { releaseAsked } from '../notices/offer-reasons.js';
import { officeArrived } from '../notices/place.jobs.js';
import { requestDecided } from '../notices/surge-reasons.js';
import { OfferReleases } from './offer-releases.service.js';

/** Tells whoever can sign in from now on what waits for them: a focal point the releases, an office what it owes or is offered. Once. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly releases: OfferReleases,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
  ) {}

  @Handles(accountArrived)
  async arrived({ accountId }: { accountId: string }): Promise<void> {
    const actor = await this.accounts.actor(accountId);
    await this.database.transaction(async (tx) => {
      if (actor?.role === 'agency-focal-point' && actor.agency) await this.focalPoint(tx, actor.agency);
      if (actor?.role !== 'resident-coordinator' || actor.country === null) return;
      await this.office(tx, actor.country, accountId);
      await this.jobs.enqueue(tx, officeArrived, { accountId, country: actor.country });
    });
  }

  /** Colleagues who were told before are not told again: a notice exists once for each release and person. */
  private async focalPoint(tx: Tx, agency: string): Promise<void> {
    const open = await tx.getRepository(SurgeRelease).findBy({ agency, state: In(['asked', 'overdue']) });
    for (const release of open) await this.releases.tellAgency(tx, release, releaseAsked);
  }

  private async office(tx: Tx, country: string, accountId: string): Promise<void> {
    const requests = tx.getRepository(SurgeRequest);
    const owing = await requests.findBy({ country, state: In(QUEUE_STATES), pausedAt: Not(IsNull()) });
    const offered = await tx.getRepository(SurgeAlternative).findBy({ state: 'offered', request: { country } });
    const declined = await requests.findBy({ id: In(offered.map(({ requestId }) => requestId)) });
    for (const request of owing) await this.tell(tx, request, 'ask', accountId);
    for (const request of declined) await this.tell(tx, request, 'decline', accountId);
  }

  /** Who wrote the request has been told when the desk took the step. */
  private async tell(tx: Tx, { id, createdBy }: SurgeRequest, kind: SurgeEventKind, accountId: string): Promise<void> {
    const event = await tx.getRepository(SurgeEvent).findOne({ where: { requestId: id, kind }, order: { id: 'DESC' } });
    if (!event || createdBy === accountId) return;
    await this.notices.expect(tx, {
      reason: requestDecided,
      recipient: { kind: 'account', id: accountId },
      subjectId: id,
      detailId: event.id,
      key: `${requestDecided.name}:${event.id}:${accountId}`,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { overlaps } from '../../../core/dates.js';
import { awayPeriod } from '../../../core/deployments.js';
import { placeStanding } from '../../../core/release.js';
import { Database } from '../../../platform/database/index.js';
import { Handles } from '../../../platform/outbox/index.js';
import { SurgeOffer } from '../entities/surge-offer.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import { closeOverlaps } from '../notices/offer-clock.jobs.js';
import { lockOffer } from './offer-lock.js';
import { OfferOutcomes } from './offer-outcomes.service.js';

/** Closes what somebody can no longer accept, because a place on some of the days has become theirs. */
@Injectable()
export class OfferOverlaps {
  constructor(
    private readonly database: Database,
    private readonly outcomes: OfferOutcomes,
  ) {}

  /**
   * Each other open offer in a transaction of its own, because each has a request to lock: the expert is told kindly, and the
   * officers with who could be asked next. May run twice; an offer that was answered in between stays as it is.
   */
  @Handles(closeOverlaps)
  async close({ offerId }: { offerId: string }): Promise<void> {
    const { read } = this.database;
    const firm = await read.getRepository(SurgeOffer).findOneBy({ id: offerId });
    if (!firm || firm.firmAt === null || placeStanding(firm.state, null) !== 'firm') return;
    const away = awayPeriod(await read.getRepository(SurgeRequest).findOneByOrFail({ id: firm.requestId }));
    const others = await read
      .getRepository(SurgeOffer)
      .find({ where: { expertId: firm.expertId, state: 'sent', requestId: Not(firm.requestId) }, order: { id: 'ASC' } });
    for (const { id } of others) {
      await this.database.transaction(async (tx) => {
        const other = await lockOffer(tx, id);
        if (other?.offer.state === 'sent' && overlaps(awayPeriod(other.request), away))
          await this.outcomes.elsewhere(tx, other.request, other.offer);
      });
    }
  }
}

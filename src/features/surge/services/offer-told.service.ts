import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import type { SurgeRelease } from '../entities/surge-release.entity.js';
import { offerReminder, releaseOverdue, releaseReminder } from '../notices/offer-reasons.js';
import type { LockedOffer } from './offer-lock.js';
import { OfferNotices } from './offer-notices.service.js';
import { OfferReleases } from './offer-releases.service.js';
import { SurgeRecord } from './surge-record.service.js';

/** Who is told when time has passed. */
@Injectable()
export class OfferTold {
  constructor(
    private readonly notices: OfferNotices,
    private readonly releases: OfferReleases,
    private readonly record: SurgeRecord,
  ) {}

  remindExpert(tx: Tx, offer: LockedOffer['offer']): Promise<void> {
    return this.notices.toExpert(tx, offer, offerReminder);
  }

  remindAgency(tx: Tx, release: SurgeRelease): Promise<void> {
    return this.releases.tellAgency(tx, release, releaseReminder);
  }

  async overdue(tx: Tx, release: SurgeRelease, { offer, request }: LockedOffer): Promise<void> {
    await this.releases.step(tx, release, 'expire');
    await this.record.note(tx, request, { kind: 'release-overdue', by: 'system', offerId: offer.id });
    await this.notices.toOfficers(tx, offer, releaseOverdue);
  }
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, newId } from '../../platform/database/index.js';
import { Handles } from '../../platform/outbox/index.js';
import { placeFirm, placesCancelled, SurgeOffer, SurgeRequest } from '../surge/index.js';
import { Mission } from './mission.entity.js';
import { MissionBook } from './mission-book.service.js';

/** Begins a mission for each place that becomes firm, and cancels those of a request that is stood down before they began. */
@Injectable()
export class MissionBirths {
  constructor(
    private readonly database: Database,
    private readonly book: MissionBook,
    private readonly clock: Clock,
  ) {}

  /** Once for each offer, however often it runs; not when the place was lost in the meantime. */
  @Handles(placeFirm)
  begin({ offerId }: { offerId: string }): Promise<void> {
    return this.database.transaction(async (tx) => {
      const offer = await tx.getRepository(SurgeOffer).findOneByOrFail({ id: offerId });
      const request = await lockRow(tx, SurgeRequest, { id: offer.requestId });
      const known = await tx.getRepository(Mission).existsBy({ offerId });
      if (known || !request || offer.state !== 'accepted' || request.state === 'stood-down') return;
      const { reference, country, startsOn, endsOn, travelBefore, travelAfter } = request;
      const mission = tx.getRepository(Mission).create({
        ...{ reference, country, startsOn, endsOn, travelBefore, travelAfter, offerId },
        id: newId(),
        requestId: request.id,
        expertId: offer.expertId,
        expertNumber: offer.expertNumber,
        plannedEndsOn: endsOn,
        state: 'confirmed',
        version: 1,
        confirmedAt: this.clock.iso(),
        arrivedOn: null,
        report: null,
        reportedAt: null,
        rating: null,
        ratingComment: null,
        ratedAt: null,
      });
      await tx.getRepository(Mission).insert(mission);
      await this.book.note(tx, mission, { kind: 'confirmed', by: 'system' });
    });
  }

  @Handles(placesCancelled)
  cancel({ requestId }: { requestId: string }): Promise<void> {
    return this.database.transaction(async (tx) => {
      await lockRow(tx, SurgeRequest, { id: requestId });
      const waiting = await tx.getRepository(Mission).findBy({ requestId, state: In(['confirmed', 'briefed']) });
      for (const mission of waiting)
        await this.book.write(tx, Object.assign(mission, { state: 'cancelled' as const }), { kind: 'cancelled', by: 'system' });
    });
  }
}

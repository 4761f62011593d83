import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { type MissionState, missionAfterStandDown } from '../../core/missions.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, newId } from '../../platform/database/index.js';
import { Handles } from '../../platform/outbox/index.js';
import { officeArrived, placeFirm, placesCancelled, SurgeOffer, SurgeRequest } from '../surge/index.js';
import { Mission } from './mission.entity.js';
import { MissionBook, standingOf } from './mission-book.service.js';
import { MissionNotices } from './mission-notices.service.js';

/** What missions do when something happens elsewhere: begin with a firm place, end with a request that is stood down, tell a new office. */
@Injectable()
export class MissionBirths {
  constructor(
    private readonly database: Database,
    private readonly book: MissionBook,
    private readonly notices: MissionNotices,
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
        plannedStartsOn: startsOn,
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

  /** The days are free and the expert knows already; whoever was on the ground is asked for the report, and the office for the rating. */
  @Handles(placesCancelled)
  cancel({ requestId }: { requestId: string }): Promise<void> {
    return this.database.transaction(async (tx) => {
      const request = await lockRow(tx, SurgeRequest, { id: requestId });
      for (const { id } of await tx.getRepository(Mission).find({ where: { requestId }, order: { id: 'ASC' } })) {
        const mission = await lockRow(tx, Mission, { id });
        const change = mission && missionAfterStandDown(standingOf(mission), this.clock.today());
        if (!change) continue;
        Object.assign(mission, { state: change.state, endsOn: change.to ?? mission.endsOn });
        const kind = change.state === 'cancelled' ? 'cancelled' : 'end-early';
        await this.book.write(tx, mission, { kind, by: 'system', day: change.to });
        if (kind === 'end-early') await this.notices.after(tx, mission, 'complete', request?.createdBy ?? null);
      }
    });
  }

  /** Tells somebody of the office who can sign in now which missions wait for a rating; whoever asked for the mission knows it already. */
  @Handles(officeArrived)
  newOffice({ accountId, country }: { accountId: string; country: string }): Promise<void> {
    return this.database.transaction(async (tx) => {
      const ended = { country, rating: IsNull(), arrivedOn: Not(IsNull()), state: In(['completed', 'replaced'] satisfies MissionState[]) };
      for (const mission of await tx.getRepository(Mission).findBy(ended)) {
        const request = await tx.getRepository(SurgeRequest).findOneBy({ id: mission.requestId });
        if (request?.createdBy !== accountId) await this.notices.ratingFor(tx, mission, accountId);
      }
    });
  }
}

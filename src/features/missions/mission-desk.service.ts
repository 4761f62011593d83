import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { awayPeriod } from '../../core/deployments.js';
import { DomainError } from '../../core/errors.js';
import { heldElsewhere, MISSION_ENDS, type MissionChange, type MissionStep, missionAfter } from '../../core/missions.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { Reservations } from '../deployments/index.js';
import { SurgeMissions, type SurgeRequest } from '../surge/index.js';
import { Mission } from './mission.entity.js';
import { MissionBook, standingOf } from './mission-book.service.js';
import { MissionNotices } from './mission-notices.service.js';
import type { MissionStepDto } from './missions.dto.js';

/** Every step that the surge desk takes with a mission: a recorded decision, with what follows for days, request and people. */
@Injectable()
export class MissionDesk {
  constructor(
    private readonly book: MissionBook,
    private readonly surge: SurgeMissions,
    private readonly reservations: Reservations,
    private readonly notices: MissionNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the step. The days held follow an early arrival, a late leaving, an extension and an early end. Throws `mission.not-allowed`,
   * `input.invalid`, `conflict.stale`, `not-found`, or `reservation.overlap` when the database refuses days that are added, because the
   * expert is held for another mission on them; then nothing has changed.
   */
  async take(id: string, { step, day, reason, version }: MissionStepDto, me: Actor): Promise<void> {
    await this.book.transaction(async (tx) => {
      const requestId = (await tx.getRepository(Mission).findOneBy({ id }))?.requestId;
      const request = requestId === undefined ? null : await this.surge.lock(tx, requestId);
      const mission = await this.book.lock(tx, id, me, version);
      const change = missionAfter(standingOf(mission), step, { day, reason }, this.clock.today());
      apply(mission, change);
      await this.book.write(tx, mission, { kind: step, by: me, reason, day });
      const moved = change.from !== undefined || change.to !== undefined;
      if (moved) await this.hold(tx, mission);
      if (request) await this.follow(tx, request, mission, step, me);
      await this.notices.after(tx, mission, step, request?.createdBy ?? null, moved);
    });
  }

  private async hold(tx: Tx, mission: Mission): Promise<void> {
    const away = awayPeriod(mission);
    try {
      await this.reservations.move(tx, mission.offerId, away);
    } catch (error) {
      throw error instanceof DomainError && error.code === 'reservation.overlap' ? heldElsewhere(away) : error;
    }
  }

  /** What the step means for the request: on the ground with the first, complete and closed with the last, matched again for a replacement. */
  private async follow(tx: Tx, request: SurgeRequest, mission: Mission, step: MissionStep, me: Actor): Promise<void> {
    if (step === 'replace') return this.surge.vacate(tx, request, { offerId: mission.offerId, keepDays: mission.arrivedOn !== null }, me);
    if (step === 'deploy') return this.surge.follow(tx, request, 'deploy', me);
    const missions = await tx.getRepository(Mission).findBy({ requestId: request.id });
    if (missions.every(({ state }) => state === 'completed' || MISSION_ENDS.includes(state)))
      await this.surge.follow(tx, request, 'complete', me);
    if (missions.every(({ state }) => MISSION_ENDS.includes(state))) await this.surge.follow(tx, request, 'close', me);
  }
}

function apply(mission: Mission, { state, from, to, arrivedOn }: MissionChange): void {
  Object.assign(mission, {
    state,
    ...(from ? { startsOn: from } : {}),
    ...(to ? { endsOn: to } : {}),
    ...(arrivedOn ? { arrivedOn } : {}),
  });
}

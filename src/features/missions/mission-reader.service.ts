import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type Actor, may, seesCountry } from '../../core/access.js';
import { awayPeriod } from '../../core/deployments.js';
import { notFound } from '../../core/errors.js';
import { daysServed, missionStepsOn } from '../../core/missions.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/index.js';
import { AccountNames } from '../accounts/index.js';
import { RosterContacts } from '../roster/index.js';
import { SurgeRelease, SurgeRequest } from '../surge/index.js';
import { Mission, MissionEvent } from './mission.entity.js';
import { standingOf } from './mission-book.service.js';
import type { MissionLine, MissionPage, MissionView } from './mission-view.dto.js';
import type { MissionQueryDto } from './missions.dto.js';

const PAGE_SIZE = 25;

/** Missions as their readers see them: an office its own country's, the desk and the auditor all. */
@Injectable()
export class MissionReader {
  constructor(
    private readonly database: Database,
    private readonly contacts: RosterContacts,
    private readonly accounts: AccountNames,
    private readonly clock: Clock,
  ) {}

  /** The latest first day first; of one state, request or expert where asked. */
  async list({ state, request, expert, page = 1 }: Partial<MissionQueryDto>, me: Actor): Promise<MissionPage> {
    const where = {
      ...(state ? { state } : {}),
      ...(request ? { requestId: request } : {}),
      ...(expert ? { expertId: expert } : {}),
      ...(me.role === 'resident-coordinator' ? { country: me.country ?? '' } : {}),
    };
    const [missions, total] = await this.database.read
      .getRepository(Mission)
      .findAndCount({ where, order: { startsOn: 'DESC', id: 'DESC' }, take: PAGE_SIZE, skip: (page - 1) * PAGE_SIZE });
    return { missions: await this.named(missions), total, page, pageSize: PAGE_SIZE };
  }

  /** Throws `not-found` outside the reader's country. */
  async one(id: string, me: Actor): Promise<MissionView> {
    const mission = await this.database.read.getRepository(Mission).findOneBy({ id });
    if (!mission || !seesCountry(me, mission.country)) throw notFound('mission');
    const [line] = await this.named([mission]);
    const events = await this.database.read.getRepository(MissionEvent).find({ where: { missionId: id }, order: { id: 'ASC' } });
    const names = await this.accounts.names(events.map(({ actorId }) => actorId));
    return {
      ...(line as MissionLine),
      away: awayPeriod(mission),
      steps: missionStepsOn(standingOf(mission), this.clock.today()),
      ...(await this.around(mission, me)),
      events: events.map((event) => ({ ...event, by: nameOf(event.actorId, names) })),
    };
  }

  /** What the request asks for, who has it, and who else goes. */
  private async around(mission: Mission, me: Actor): Promise<Pick<MissionView, 'about' | 'colleagues'>> {
    const { read } = this.database;
    const { tasks, hosting, security, officerId } = await read.getRepository(SurgeRequest).findOneByOrFail({ id: mission.requestId });
    const names = await this.accounts.names([officerId ?? '']);
    const release = may(me, 'roster:read') ? await read.getRepository(SurgeRelease).findOneBy({ offerId: mission.offerId }) : null;
    const others = await read
      .getRepository(Mission)
      .find({ where: { requestId: mission.requestId, id: Not(mission.id) }, order: { id: 'ASC' } });
    return {
      about: { tasks, hosting, security, officer: names.get(officerId ?? '') ?? null, agency: release?.agency ?? null },
      colleagues: (await this.named(others)).map(({ mission: { id, state }, expert }) => ({ id, state, expert })),
    };
  }

  /** Whoever sees a mission sees who goes on it: the place is firm. */
  private async named(missions: readonly Mission[]): Promise<MissionLine[]> {
    const people = await this.contacts.addressees(missions.map(({ expertId }) => expertId));
    const today = this.clock.today();
    return missions.map((mission) => ({
      mission,
      expert: people.get(mission.expertId)?.name ?? `No. ${mission.expertNumber}`,
      served: daysServed({ arrivedOn: mission.arrivedOn, to: mission.endsOn }, today),
    }));
  }
}

function nameOf(actorId: string, names: ReadonlyMap<string, string>): string {
  if (actorId === 'expert') return 'The expert';
  if (actorId === 'system') return 'The service';
  return names.get(actorId) ?? 'A former colleague';
}

import { Injectable } from '@nestjs/common';
import { type Actor, seesCountry } from '../../core/access.js';
import type { IsoDate } from '../../core/dates.js';
import { DomainError, notFound } from '../../core/errors.js';
import type { MissionStanding } from '../../core/missions.js';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow, newId, type Tx } from '../../platform/database/index.js';
import { Mission, MissionEvent, type MissionEventKind } from './mission.entity.js';

/** Somebody signed in, the expert behind a link, or the service itself. */
export type MissionActor = Actor | 'expert' | 'system';

/** What happened to a mission. */
export interface MissionHappening {
  readonly kind: MissionEventKind;
  readonly by: MissionActor;
  readonly reason?: string | null;
  readonly day?: IsoDate | null;
}

/** What the rules look at. */
export function standingOf({ state, startsOn, endsOn, arrivedOn, reportedAt, rating }: Mission): MissionStanding {
  return { state, from: startsOn, to: endsOn, arrivedOn, reportedAt, rating };
}

/** The one place where a mission changes: numbered, written into its history and audited. */
@Injectable()
export class MissionBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** All of the work or none of it. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  /** The mission, locked until the transaction ends. Throws `not-found` outside the actor's country, `conflict.stale` for an old version. */
  async lock(tx: Tx, id: string, me: Actor, version: number): Promise<Mission> {
    const mission = await lockRow(tx, Mission, { id });
    if (!mission || !seesCountry(me, mission.country)) throw notFound('mission');
    if (mission.version === version) return mission;
    throw new DomainError(
      'conflict.stale',
      'The mission has been changed since you opened it. Load it again, look at what is new, and decide then.',
    );
  }

  /** Saves the mission with a line of its history. */
  async write(tx: Tx, mission: Mission, { kind, by, reason, day }: MissionHappening): Promise<void> {
    mission.version += 1;
    await tx.getRepository(Mission).save(mission);
    await this.note(tx, mission, { kind, by, reason, day });
  }

  /** A line of the history of a mission that stands already as it should. */
  async note(tx: Tx, { id }: Mission, { kind, by, reason, day }: MissionHappening): Promise<void> {
    const said = reason?.trim() || null;
    const actorId = typeof by === 'string' ? by : by.accountId;
    await tx
      .getRepository(MissionEvent)
      .insert({ id: newId(), missionId: id, kind, at: this.clock.iso(), actorId, reason: said, day: day ?? null });
    await this.audit.record(tx, {
      actor: typeof by === 'string' ? 'system' : by,
      action: `mission.${kind}`,
      subject: { kind: 'mission', id },
      ...(said === null || by === 'expert' ? {} : { reason: said }),
      details: { ...(day ? { day } : {}), ...(by === 'expert' ? { by } : {}) },
    });
  }
}

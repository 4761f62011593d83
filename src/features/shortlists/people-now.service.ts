import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { type Availability, freeOn } from '../../core/availability.js';
import { Reservations } from '../deployments/index.js';
import { RosterContacts, RosterPool } from '../roster/index.js';
import type { ShortlistCandidate, ShortlistRun } from './shortlist.entity.js';

type Person = Pick<ShortlistCandidate, 'number' | 'expertId'>;

/** What is true of people only at the moment of looking, and therefore never frozen: their names, and whether they are free. */
@Injectable()
export class PeopleNow {
  constructor(
    private readonly contacts: RosterContacts,
    private readonly pool: RosterPool,
    private readonly reservations: Reservations,
  ) {}

  /** By expert id; empty for whoever may not see the roster. */
  async names(people: readonly Person[], me: Actor): Promise<ReadonlyMap<string, string>> {
    if (!may(me, 'roster:read')) return new Map();
    return this.contacts.names(
      people.map(({ expertId }) => expertId),
      me,
    );
  }

  /** By roster number, for the dates frozen in the run; empty when it has none. */
  async availability(
    { requirement: { dates }, asOf }: Pick<ShortlistRun, 'requirement' | 'asOf'>,
    people: readonly Person[],
  ): Promise<ReadonlyMap<number, Availability>> {
    if (dates === null || people.length === 0) return new Map();
    const reserved = await this.reservations.of(people.map(({ expertId }) => expertId));
    const { pool } = await this.pool.asOf(asOf);
    return new Map(
      people.map(({ number, expertId }) => [number, freeOn(pool.profile(number)?.unavailable ?? [], reserved.get(expertId) ?? [], dates)]),
    );
  }
}

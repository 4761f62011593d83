import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { Period } from '../../core/dates.js';
import { overlapRefused, reservedDays } from '../../core/deployments.js';
import { Clock } from '../../platform/clock.js';
import { Database, isOverlapViolation, newId, type Tx } from '../../platform/database/index.js';
import { Reservation } from './reservation.entity.js';

/** Whose days are held, for what. */
export interface ReservationWanted {
  readonly expertId: string;
  readonly requestId: string;
  readonly offerId: string;
  readonly period: Period;
}

/** Active reservations by expert, each list in the order of its days; experts without one are not in it. */
export type PeriodsByExpert = ReadonlyMap<string, readonly Period[]>;

/** SQLite takes at most 32,766 values in one statement. */
const MOST_IDS = 5_000;

/** The only way to an expert's days. */
@Injectable()
export class Reservations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds the days. Throws `reservation.overlap` when the database refuses because some are held already; the transaction
   * is lost with it and must not go on.
   */
  async reserve(tx: Tx, { expertId, requestId, offerId, period }: ReservationWanted): Promise<void> {
    try {
      // Two inserts that exclude each other would wait for one another until PostgreSQL calls it a deadlock; in a row, one is told.
      if (this.database.dialect === 'postgres') await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`reservation:${expertId}`]);
      await tx.getRepository(Reservation).insert({
        id: newId(),
        expertId,
        requestId,
        offerId,
        startsOn: period.from,
        endsOn: period.to,
        ...reservedDays(period),
        state: 'active',
        createdAt: this.clock.iso(),
        releasedAt: null,
      });
    } catch (error) {
      throw isOverlapViolation(error) ? overlapRefused(period) : error;
    }
  }

  /** Frees all days that the request holds, and tells whose they were. */
  async release(tx: Tx, requestId: string): Promise<string[]> {
    const held = await tx.getRepository(Reservation).findBy({ requestId, state: 'active' });
    await tx.getRepository(Reservation).update({ requestId, state: 'active' }, { state: 'released', releasedAt: this.clock.iso() });
    return held.map((reservation) => reservation.expertId);
  }

  /** Who is held on any day of the period. Give the transaction when asked inside one. */
  overlapping(period: Period, tx?: Tx): Promise<PeriodsByExpert> {
    const { fromDay, toDay } = reservedDays(period);
    return this.periods(tx ?? this.database.read, [{ fromDay: LessThanOrEqual(toDay), toDay: MoreThanOrEqual(fromDay) }]);
  }

  /** All active reservations of these experts. Give the transaction when asked inside one. */
  of(expertIds: readonly string[], tx?: Tx): Promise<PeriodsByExpert> {
    const parts = Array.from({ length: Math.ceil(expertIds.length / MOST_IDS) }, (_, part) =>
      expertIds.slice(part * MOST_IDS, (part + 1) * MOST_IDS),
    );
    return this.periods(
      tx ?? this.database.read,
      parts.map((ids) => ({ expertId: In(ids) })),
    );
  }

  private async periods(manager: EntityManager, conditions: readonly object[]): Promise<PeriodsByExpert> {
    const found = new Map<string, Period[]>();
    for (const condition of conditions) {
      const rows = await manager.getRepository(Reservation).find({ where: { ...condition, state: 'active' }, order: { fromDay: 'ASC' } });
      for (const row of rows) found.set(row.expertId, [...(found.get(row.expertId) ?? []), { from: row.startsOn, to: row.endsOn }]);
    }
    return found;
  }
}

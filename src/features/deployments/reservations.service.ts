import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In, LessThanOrEqual, MoreThanOrEqual, Not } from 'typeorm';
import type { Period } from '../../core/dates.js';
import { overlapRefused, type ReservationKind, reservedDays } from '../../core/deployments.js';
import { Clock } from '../../platform/clock.js';
import { Database, isOverlapViolation, newId, type Tx } from '../../platform/database/index.js';
import { Reservation } from './reservation.entity.js';

/** Whose days are held, for what, and how certainly. */
export interface ReservationWanted {
  readonly expertId: string;
  readonly requestId: string;
  readonly offerId: string;
  /** All days away, travel included. */
  readonly period: Period;
  /** Firm when left out. */
  readonly kind?: ReservationKind;
}

/** Active reservations by expert that stand in the way of others, each list in the order of its days; experts without one are not in it. */
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
   * Holds the days for an offer; what it held before becomes of the kind and the days wanted now. Throws `reservation.overlap`
   * when the database refuses because some are held already; the transaction is lost with it and must not go on.
   */
  async reserve(tx: Tx, { expertId, requestId, offerId, period, kind = 'firm' }: ReservationWanted): Promise<void> {
    await this.queueFor(tx, [expertId]);
    const held = { startsOn: period.from, endsOn: period.to, ...reservedDays(period), kind };
    await this.orRefused(period, async () => {
      const { affected } = await tx.getRepository(Reservation).update({ offerId, state: 'active' }, held);
      if (affected) return;
      await tx
        .getRepository(Reservation)
        .insert({ ...held, id: newId(), expertId, requestId, offerId, state: 'active', createdAt: this.clock.iso(), releasedAt: null });
    });
  }

  /**
   * Changes the days that an offer holds, as when a mission is extended or ends early. Throws as `reserve` does; nothing changes
   * when it holds none.
   */
  async move(tx: Tx, offerId: string, period: Period): Promise<void> {
    const held = await tx.getRepository(Reservation).findOneBy({ offerId, state: 'active' });
    if (held) await this.reserve(tx, { ...held, period });
  }

  /**
   * Two who hold days of the same people would wait for one another until PostgreSQL calls it a deadlock; in a row, one is told.
   * Call it with everybody before reserving for several in one transaction.
   */
  async queueFor(tx: Tx, expertIds: readonly string[]): Promise<void> {
    if (this.database.dialect !== 'postgres') return;
    for (const expertId of [...expertIds].sort()) await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`reservation:${expertId}`]);
  }

  /** Frees all days that the request holds and that are not over, but those of the offers named, and tells whose they were. */
  release(tx: Tx, requestId: string, but: readonly string[] = []): Promise<string[]> {
    return this.free(tx, { requestId, endsOn: MoreThanOrEqual(this.clock.today()), offerId: Not(In([...but])) });
  }

  /** Frees the days that an offer holds, if it holds any. */
  async releaseOffer(tx: Tx, offerId: string): Promise<void> {
    await this.free(tx, { offerId });
  }

  /** Who is held on any day of the period. Give the transaction when asked inside one. */
  overlapping(period: Period, tx?: Tx): Promise<PeriodsByExpert> {
    const { fromDay, toDay } = reservedDays(period);
    return this.periods(tx ?? this.database.read, [{ fromDay: LessThanOrEqual(toDay), toDay: MoreThanOrEqual(fromDay) }]);
  }

  /** All that these experts are held for. Give the transaction when asked inside one. */
  of(expertIds: readonly string[], tx?: Tx): Promise<PeriodsByExpert> {
    const parts = Array.from({ length: Math.ceil(expertIds.length / MOST_IDS) }, (_, part) =>
      expertIds.slice(part * MOST_IDS, (part + 1) * MOST_IDS),
    );
    return this.periods(
      tx ?? this.database.read,
      parts.map((ids) => ({ expertId: In(ids) })),
    );
  }

  private async free(tx: Tx, of: FindOptionsWhere<Reservation>): Promise<string[]> {
    const held = await tx.getRepository(Reservation).findBy({ ...of, state: 'active' });
    await tx.getRepository(Reservation).update({ ...of, state: 'active' }, { state: 'released', releasedAt: this.clock.iso() });
    return held.map((reservation) => reservation.expertId);
  }

  private async periods(manager: EntityManager, conditions: readonly object[]): Promise<PeriodsByExpert> {
    const found = new Map<string, Period[]>();
    for (const condition of conditions) {
      const rows = await manager
        .getRepository(Reservation)
        .find({ where: { ...condition, state: 'active', kind: Not('noted') }, order: { fromDay: 'ASC' } });
      for (const row of rows) found.set(row.expertId, [...(found.get(row.expertId) ?? []), { from: row.startsOn, to: row.endsOn }]);
    }
    return found;
  }

  private async orRefused(period: Period, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw isOverlapViolation(error) ? overlapRefused(period) : error;
    }
  }
}

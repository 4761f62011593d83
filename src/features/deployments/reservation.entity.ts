import { Check, Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';
import type { ReservationKind, ReservationState } from '../../core/deployments.js';

/** Refused by PostgreSQL itself; on SQLite triggers of the migration say the same. */
export const NO_OVERLAP = {
  name: 'reservations_no_overlap',
  expression: `USING gist ("expert_id" WITH =, int4range("from_day", "to_day", '[]') WITH &&) WHERE ("state" = 'active' AND "kind" <> 'noted')`,
} as const;

export const DAYS_IN_ORDER = { name: 'reservations_days_in_order', expression: '"to_day" >= "from_day"' } as const;

/** Days of an expert that a mission holds. Two active ones of a person that are held or firm never share a day, whatever the code does. */
@Entity('reservations')
@Index(['expertId'])
@Index(['requestId'])
@Index(['state', 'fromDay'])
@Check(DAYS_IN_ORDER.name, DAYS_IN_ORDER.expression)
@Exclusion(NO_OVERLAP.name, NO_OVERLAP.expression)
export class Reservation {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  expertId!: string;

  @Column('varchar')
  requestId!: string;

  /** The offer that it follows from: one reservation for each. */
  @Column('varchar', { unique: true })
  offerId!: string;

  /** Whether the days are only noted, held for somebody who is not certain to go, or firm. */
  @Column('varchar', { default: 'firm' })
  kind!: ReservationKind;

  /** First and last day, travel included; both belong to it. */
  @Column('varchar')
  startsOn!: string;

  @Column('varchar')
  endsOn!: string;

  /** The same days counted from 1970-01-01, for the database's own check. */
  @Column('integer')
  fromDay!: number;

  @Column('integer')
  toDay!: number;

  @Column('varchar')
  state!: ReservationState;

  @Column('varchar')
  createdAt!: string;

  @Column('varchar', { nullable: true })
  releasedAt!: string | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JobPayload } from './job.js';

/** `pending` until a handler has finished it (`done`) or it was given up (`dead`). */
export type OutboxState = 'pending' | 'done' | 'dead';

/** A job, written in the transaction of the state that it follows from. The queue only delivers it. */
@Entity('outbox_jobs')
@Index(['state', 'dueAt'])
export class OutboxJob {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  name!: string;

  @Column('simple-json')
  payload!: JobPayload;

  /** A job with a key is written once, however often it is asked for. */
  @Column('varchar', { nullable: true, unique: true })
  key!: string | null;

  @Column('varchar')
  state!: OutboxState;

  @Column('varchar')
  dueAt!: string;

  /** How often it was begun. Also tells a run from the one that took over from it. */
  @Column('integer')
  attempts!: number;

  /** How often it was handed to the queue; part of its id there, because a queue ignores an id it has seen. */
  @Column('integer')
  handovers!: number;

  /** When it is handed over next, unless it is over by then; null once it is. */
  @Index()
  @Column('varchar', { nullable: true })
  handAt!: string | null;

  /** Until when a running handler is believed to be alive, by the clock of the database. */
  @Column('varchar', { nullable: true })
  lockedUntil!: string | null;

  /** The kind of the last failure, without its text: texts may hold personal data. */
  @Column('varchar', { nullable: true })
  failure!: string | null;

  @Column('varchar')
  createdAt!: string;

  @Column('varchar', { nullable: true })
  finishedAt!: string | null;
}

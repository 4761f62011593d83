import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RecipientKind } from '../../platform/mail/index.js';

/**
 * `expected`: somebody is to be told. `queued`: taken up, and waiting for the mail server, its turn or its reader's morning.
 * `sent`: the mail server has taken the mail (what becomes of it after that, no server tells us in time). `failed`: refused
 * for good, or given up. `cancelled`: when it was due, what it would have said was no longer true.
 */
export const NOTICE_STATES = ['expected', 'queued', 'sent', 'failed', 'cancelled'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Somebody is still to be told. */
export const OPEN_STATES: readonly NoticeState[] = ['expected', 'queued'];

/** Why a notice failed, as data; the wording is in the views. `smtp-550` is the reply of the mail server. */
export type NoticeFailure = 'recipient-gone' | 'attempts-used-up' | `smtp-${number}` | 'no-address';

/**
 * One line of the ledger of notices: who is told what about which subject. It holds no text and no address; both are made
 * from the state at the moment of sending.
 */
@Entity('notices')
@Index(['subjectId'])
@Index(['state', 'createdAt'])
@Index(['state', 'dueAt'])
@Index(['gatheredIn'])
export class Notice {
  @PrimaryColumn('varchar')
  id!: string;

  /** One notice per key, for ever: telling somebody twice is impossible in the database. */
  @Column('varchar', { unique: true })
  key!: string;

  @Column('varchar')
  reason!: string;

  @Column('varchar')
  recipientKind!: RecipientKind;

  @Column('varchar')
  recipientId!: string;

  @Column('varchar')
  subjectId!: string;

  @Column('varchar', { nullable: true })
  detailId!: string | null;

  @Column('varchar')
  state!: NoticeState;

  /** How often sending was begun. */
  @Column('integer')
  attempts!: number;

  /** When it was expected: a moment in UTC. */
  @Column('varchar')
  createdAt!: string;

  /** When it is to leave; late a while after that. */
  @Column('varchar', { default: '' })
  dueAt!: string;

  /** The notice of the mail that carries this one together with others; null when it travels alone. */
  @Column('varchar', { nullable: true })
  gatheredIn!: string | null;

  @Column('varchar', { nullable: true })
  sentAt!: string | null;

  @Column('varchar', { nullable: true })
  messageId!: string | null;

  /** What the mail server said when it took the mail, 250; null before, and without a mail server. */
  @Column('integer', { nullable: true })
  serverReply!: number | null;

  @Column('varchar', { nullable: true })
  failure!: NoticeFailure | null;
}

/** What this feature keeps in the database. */
export const NOTICE_ENTITIES = [Notice];

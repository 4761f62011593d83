import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from '../account.entity.js';

const HOUR = 3_600_000;
/** A session ends after so many milliseconds without use, … */
export const IDLE_MS = 8 * HOUR;
/** … and in any case so many after the sign-in. */
export const ABSOLUTE_MS = 24 * HOUR;

/** One browser or program that is signed in. */
@Entity('sessions')
@Index(['accountId'])
@Index(['expiresAt'])
export class Session {
  /** SHA-256 of the token in the cookie: whoever reads this table cannot sign in with it. */
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account!: Relation<Account>;

  /** Moment of the sign-in. */
  @Column('varchar')
  startedAt!: string;

  /** Moment of the last use, to within a few minutes. */
  @Column('varchar')
  usedAt!: string;

  @Column('varchar')
  expiresAt!: string;
}

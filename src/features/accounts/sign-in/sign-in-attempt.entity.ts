import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often somebody tried to sign in within a span of time, by account, by address and by both. */
@Entity('sign_in_attempts')
@Index(['expiresAt'])
export class SignInAttempt {
  /** A keyed hash: the table names neither accounts nor addresses. */
  @PrimaryColumn('varchar')
  key!: string;

  @Column('integer')
  attempts!: number;

  /** When counting starts again. */
  @Column('varchar')
  expiresAt!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many mails to one domain may leave, or have left, within one minute. */
@Entity('mail_turns')
export class MailTurn {
  /** A keyed hash of the domain: a domain can tell where somebody works. */
  @PrimaryColumn('varchar')
  domain!: string;

  /** Whole minutes since 1970. */
  @PrimaryColumn('integer')
  minute!: number;

  @Column('integer')
  taken!: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor, Role } from '../../core/access.js';
import type { CountryCode } from '../../core/expert.js';
import type { MailLanguage } from '../../core/mail-languages.js';
import type { MailPace } from '../../core/quiet-hours.js';

/** Somebody who may sign in. Never deleted, because the audit trail points at it; switched off instead. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('varchar')
  id!: string;

  /** Lower case, so that one address has one account. */
  @Column('varchar', { unique: true })
  email!: string;

  @Column('varchar')
  name!: string;

  @Column('varchar')
  role!: Role;

  /** Of a Resident Coordinator; null for everybody else. */
  @Column('varchar', { nullable: true })
  country!: CountryCode | null;

  /** Of an agency focal point; null for everybody else. */
  @Column('varchar', { nullable: true })
  agency!: string | null;

  /** argon2id, with its parameters and salt. */
  @Column('varchar')
  passwordHash!: string;

  @Column('boolean')
  disabled!: boolean;

  @Column('varchar')
  createdAt!: string;

  /** In which mails are written. */
  @Column('varchar', { default: 'en' })
  language!: MailLanguage;

  @Column('varchar', { default: 'at-once' })
  mailPace!: MailPace;

  /** Whether mails that can wait for the morning do. */
  @Column('boolean', { default: false })
  quietHours!: boolean;

  /** IANA name; the night and the morning are told by it. */
  @Column('varchar', { default: 'UTC' })
  timeZone!: string;
}

/** The account as it acts. */
export function actorOf({ id, role, name, country, agency }: Account): Actor {
  return { accountId: id, role, name, country, agency };
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Holding } from '../../../core/deployments.js';
import type { PostLevel } from '../../../core/grades.js';
import type { LanguageNeed } from '../../../core/requirement.js';
import type { FundingSource, Severity, SurgeState, Urgency } from '../../../core/surge.js';
import type { QueueEntry, QueueMove } from '../../../core/surge-queue.js';
import type { Theme } from '../../../core/themes.js';

/** One request for surge: what is asked, where it stands, and the moments that its clock is read from. */
@Entity('surge_requests')
@Index(['state', 'createdAt'])
@Index(['country', 'state'])
@Index(['stoppedAt', 'id'])
@Index(['country', 'stoppedAt', 'id'])
export class SurgeRequest implements QueueEntry {
  @PrimaryColumn('varchar')
  id!: string;

  /** `SR-2026-0001`: the year it was begun in and a running number of that year. */
  @Column('varchar', { unique: true })
  reference!: string;

  /** Who sent it and the token of their form, so that a form sent twice makes one request. */
  @Column('varchar', { nullable: true, unique: true })
  formKey!: string | null;

  /** The token of the form that last saved it as a draft; null where none did. */
  @Column('varchar', { nullable: true })
  lastForm!: string | null;

  @Column('varchar')
  country!: string;

  @Column('varchar')
  state!: SurgeState;

  /** Grows by one with every change; a decision names the version that it was made on. */
  @Column('integer')
  version!: number;

  @Column('varchar')
  urgency!: Urgency;

  @Column('text')
  urgencyReason!: string;

  @Column('integer')
  severity!: Severity;

  @Column('text')
  situation!: string;

  @Column('text')
  tasks!: string;

  /** First and last day on mission; both belong to it. */
  @Column('varchar')
  startsOn!: string;

  @Column('varchar')
  endsOn!: string;

  /** Days of travel that are held as well, before the first and after the last day. */
  @Column('integer', { default: 1 })
  travelBefore!: number;

  @Column('integer', { default: 1 })
  travelAfter!: number;

  /** From when on the days of those who are asked are held. */
  @Column('varchar', { default: 'on-acceptance' })
  holding!: Holding;

  @Column('integer')
  seats!: number;

  @Column('varchar')
  level!: PostLevel;

  @Column('simple-json')
  languages!: LanguageNeed[];

  /** Empty: the country's needs speak. */
  @Column('simple-json')
  themes!: Theme[];

  @Column('text')
  hosting!: string;

  @Column('text')
  security!: string;

  @Column('varchar')
  fundingSource!: FundingSource;

  @Column('varchar')
  move!: QueueMove;

  /** The declined request that this one follows, because the office took up what was offered instead; null for all others. */
  @Column('varchar', { nullable: true })
  followsId!: string | null;

  @Column('varchar')
  createdBy!: string;

  @Column('varchar')
  createdAt!: string;

  /** The officer who has it; null until one takes it. */
  @Column('varchar', { nullable: true })
  officerId!: string | null;

  @Column('varchar', { nullable: true })
  submittedAt!: string | null;

  @Column('varchar', { nullable: true })
  pausedAt!: string | null;

  @Column('integer')
  pausedSeconds!: number;

  @Column('varchar', { nullable: true })
  stoppedAt!: string | null;

  /** Since when nobody on the rosters matched; null while somebody does or nobody looks. */
  @Column('varchar', { nullable: true })
  unmatchedSince!: string | null;
}

/** The last number given in a year. One row for each year, so that numbers are given one after the other. */
@Entity('surge_counters')
export class SurgeCounter {
  @PrimaryColumn('integer')
  year!: number;

  @Column('integer')
  last!: number;
}

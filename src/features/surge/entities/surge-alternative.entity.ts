import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { AlternativeStanding, AlternativeState } from '../../../core/surge-alternatives.js';
import type { Alternative } from '../../../core/surge-decision.js';
import { SurgeRequest } from './surge-request.entity.js';

/** What was offered to an office instead of the mission that was declined, and what became of it. */
@Entity('surge_alternatives')
@Unique(['requestId', 'alternative'])
@Index(['state'])
export class SurgeAlternative implements AlternativeStanding {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  requestId!: string;

  @ManyToOne(() => SurgeRequest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'request_id' })
  request?: Relation<SurgeRequest>;

  @Column('varchar')
  alternative!: Alternative;

  @Column('varchar')
  state!: AlternativeState;

  @Column('varchar')
  offeredAt!: string;

  @Column('varchar', { nullable: true })
  answeredAt!: string | null;

  /** What the office said with its answer. */
  @Column('text', { nullable: true })
  answerReason!: string | null;

  /** The request that the office wrote for a technical mission. */
  @Column('varchar', { nullable: true })
  followUpId!: string | null;

  /** Who helps, and the last day of it. */
  @Column('text', { nullable: true })
  who!: string | null;

  @Column('varchar', { nullable: true })
  until!: string | null;

  /** When it was arranged first. */
  @Column('varchar', { nullable: true })
  arrangedAt!: string | null;
}

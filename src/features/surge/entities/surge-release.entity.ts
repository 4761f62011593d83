import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { ReleaseState } from '../../../core/release.js';
import { SurgeOffer } from './surge-offer.entity.js';

/** An agency asked to release one of its staff for a mission that was offered to them. One for each such offer. */
@Entity('surge_releases')
@Index(['agency', 'state'])
@Index(['requestId'])
export class SurgeRelease {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar', { unique: true })
  offerId!: string;

  @ManyToOne(() => SurgeOffer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'offer_id' })
  offer?: Relation<SurgeOffer>;

  @Column('varchar')
  requestId!: string;

  @Column('varchar')
  agency!: string;

  @Column('varchar')
  state!: ReleaseState;

  @Column('varchar')
  askedAt!: string;

  @Column('varchar')
  deadline!: string;

  @Column('varchar', { nullable: true })
  decidedAt!: string | null;

  /** The account of the focal point who decided. */
  @Column('varchar', { nullable: true })
  decidedBy!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}

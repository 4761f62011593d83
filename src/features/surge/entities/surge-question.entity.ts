import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SurgeOffer } from './surge-offer.entity.js';

/** What an expert asked the desk from the link of an offer, and what the desk answered. */
@Entity('surge_questions')
@Index(['offerId'])
@Index(['requestId'])
export class SurgeQuestion {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  offerId!: string;

  @ManyToOne(() => SurgeOffer, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'offer_id' })
  offer?: Relation<SurgeOffer>;

  @Column('varchar')
  requestId!: string;

  @Column('varchar')
  askedAt!: string;

  @Column('text')
  question!: string;

  @Column('varchar', { nullable: true })
  answeredAt!: string | null;

  /** The account of the officer who answered. */
  @Column('varchar', { nullable: true })
  answeredBy!: string | null;

  @Column('text', { nullable: true })
  answer!: string | null;
}

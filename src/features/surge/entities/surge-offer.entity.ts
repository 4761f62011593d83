import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { OfferStanding, OfferState } from '../../../core/offers.js';
import { SurgeRequest } from './surge-request.entity.js';

/** A mission offered to one expert. The link's token is not stored; only its hash is. */
@Entity('surge_offers')
@Index(['requestId', 'state'])
@Index(['expertId'])
export class SurgeOffer implements OfferStanding {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  requestId!: string;

  @ManyToOne(() => SurgeRequest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'request_id' })
  request?: Relation<SurgeRequest>;

  @Column('varchar')
  expertId!: string;

  @Column('integer')
  expertNumber!: number;

  @Column('varchar')
  state!: OfferState;

  /** SHA-256 of the token, in hexadecimal. */
  @Column('varchar', { unique: true })
  tokenHash!: string;

  /** Goes into the token, so that a new link can be made without a new offer. */
  @Column('varchar')
  nonce!: string;

  @Column('varchar')
  deadline!: string;

  @Column('varchar')
  sentAt!: string;

  @Column('varchar')
  sentBy!: string;

  /** The expert's score when the offer was made, 0 to 1,000,000. */
  @Column('integer')
  total!: number;

  /** Since when the acceptance counts: at once, or with the agency's release. Null while it does not. */
  @Column('varchar', { nullable: true })
  firmAt!: string | null;

  @Column('varchar', { nullable: true })
  answeredAt!: string | null;

  @Column('text', { nullable: true })
  answerReason!: string | null;
}

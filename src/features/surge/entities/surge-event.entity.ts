import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { SurgeSide, SurgeState, SurgeStep } from '../../../core/surge.js';
import type { Alternative, SecondPersonRule, TermChange } from '../../../core/surge-decision.js';
import { SurgeRequest } from './surge-request.entity.js';

/** What a line of the history tells: a step of the request, or what happened to it or to one of its offers. */
export type SurgeEventKind =
  | SurgeStep
  | 'begun'
  | 'edited'
  | 'moved'
  | 'wrote'
  | 'taken'
  | 'handed-over'
  | 'alternative-taken-up'
  | 'alternative-turned-down'
  | 'alternative-arranged'
  | 'offer-sent'
  | 'offer-accepted'
  | 'offer-declined'
  | 'offer-lapsed'
  | 'offer-withdrawn'
  | 'question-asked'
  | 'question-answered'
  | 'release-asked'
  | 'release-granted'
  | 'release-refused'
  | 'release-overdue';

/** What a line tells beyond its reason. */
export interface SurgeEventDetails {
  /** What an approval changed of what was asked. */
  readonly changes?: readonly TermChange[];
  /** Why a second officer has to confirm an approval. */
  readonly rules?: readonly SecondPersonRule[];
  /** What was offered instead of the mission that was declined, or what of it the line is about. */
  readonly alternatives?: readonly Alternative[];
  /** On which side stands who wrote a message. */
  readonly side?: SurgeSide | undefined;
  /** The account of the officer to whom the request was handed over. */
  readonly officerId?: string;
}

/** A line of a request's history. Lines are added, never changed; ids sort as time does. */
@Entity('surge_events')
@Index(['requestId', 'id'])
export class SurgeEvent {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  requestId!: string;

  @ManyToOne(() => SurgeRequest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'request_id' })
  request?: Relation<SurgeRequest>;

  @Column('varchar')
  kind!: SurgeEventKind;

  @Column('varchar')
  at!: string;

  /** An account; `expert` when the person behind an offer answered it; `system` when the service itself acted. */
  @Column('varchar')
  actorId!: string;

  @Column('varchar', { nullable: true })
  fromState!: SurgeState | null;

  @Column('varchar', { nullable: true })
  toState!: SurgeState | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('varchar', { nullable: true })
  offerId!: string | null;

  @Column('simple-json', { nullable: true })
  details!: SurgeEventDetails | null;
}

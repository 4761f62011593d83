import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { MissionRating, MissionState, MissionStep } from '../../core/missions.js';

/** One expert's mission, from the moment the place is firm to its end. Its request, offer and expert are known by id. */
@Entity('missions')
@Index(['requestId'])
@Index(['expertId'])
@Index(['state', 'startsOn'])
export class Mission {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  requestId!: string;

  /** One mission for each accepted offer. */
  @Column('varchar', { unique: true })
  offerId!: string;

  /** `SR-2026-0001`, as the request is called. */
  @Column('varchar')
  reference!: string;

  @Column('varchar')
  country!: string;

  @Column('varchar')
  expertId!: string;

  @Column('integer')
  expertNumber!: number;

  @Column('varchar')
  state!: MissionState;

  /** Grows by one with every change; a step names the version that it was decided on. */
  @Column('integer')
  version!: number;

  /** First and last day on mission; both belong to it. */
  @Column('varchar')
  startsOn!: string;

  @Column('varchar')
  endsOn!: string;

  /** Days of travel that are held as well. */
  @Column('integer')
  travelBefore!: number;

  @Column('integer')
  travelAfter!: number;

  /** First and last day as they were agreed at first. */
  @Column('varchar', { default: '' })
  plannedStartsOn!: string;

  @Column('varchar')
  plannedEndsOn!: string;

  @Column('varchar', { nullable: true })
  arrivedOn!: string | null;

  @Column('varchar')
  confirmedAt!: string;

  /** What the expert wrote at the end. */
  @Column('text', { nullable: true })
  report!: string | null;

  @Column('varchar', { nullable: true })
  reportedAt!: string | null;

  /** 1 to 5, by the office that asked. */
  @Column('integer', { nullable: true })
  rating!: MissionRating | null;

  @Column('text', { nullable: true })
  ratingComment!: string | null;

  @Column('varchar', { nullable: true })
  ratedAt!: string | null;
}

/** What a line of a mission's history tells. */
export type MissionEventKind = MissionStep | 'confirmed' | 'cancelled' | 'reported' | 'rated';

/** A line of a mission's history. Lines are added, never changed; ids sort as time does. */
@Entity('mission_events')
@Index(['missionId', 'id'])
export class MissionEvent {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  missionId!: string;

  @ManyToOne(() => Mission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mission_id' })
  mission?: Relation<Mission>;

  @Column('varchar')
  kind!: MissionEventKind;

  @Column('varchar')
  at!: string;

  /** An account's id, `expert` or `system`. */
  @Column('varchar')
  actorId!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The day that the step gave, if it gave one. */
  @Column('varchar', { nullable: true })
  day!: string | null;
}

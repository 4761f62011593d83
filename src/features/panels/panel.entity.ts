import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { Role } from '../../core/access.js';
import type { CountryCode } from '../../core/expert.js';
import type { PostLevel } from '../../core/grades.js';
import type { Conflict, FullScores, Outcome, PanelCriterion, Scores } from '../../core/panel.js';

/**
 * `open`: declared, rated, discussed. `proposed`: the chair's decision waits for a second member. `decided`: it stands.
 * `dissolved`: given up with a reason, and nobody is blind on its account any more.
 */
export const PANEL_STATES = ['open', 'proposed', 'decided', 'dissolved'] as const;
export type PanelState = (typeof PANEL_STATES)[number];

/** A panel over the first candidates of one shortlist run. */
@Entity('panels')
@Index(['postId'])
export class Panel {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') runId!: string;
  @Column('varchar') postId!: string;
  @Column('varchar') country!: CountryCode;
  @Column('varchar') level!: PostLevel;
  @Column('varchar') state!: PanelState;
  @Column('integer') version!: number;
  /** What the letters were drawn with: 0 to 2³² − 1 in decimal, as text because PostgreSQL's integer ends earlier. */
  @Column('varchar') seed!: string;
  /** The account that chairs: one of the members. */
  @Column('varchar') chairId!: string;
  /** The account that set the panel up and keeps its record. It has seen who the candidates are, and does not rate. */
  @Column('varchar') createdBy!: string;
  @Column('varchar') createdAt!: string;
  /** Why the order of the shortlist was turned round; empty where it was not. */
  @Column('text') overrideReason!: string;
  /** Why fewer than two people, or no woman, are recommended; empty where nothing asks for it. */
  @Column('text') analysis!: string;
  @Column('varchar', { nullable: true }) proposedBy!: string | null;
  @Column('varchar', { nullable: true }) proposedAt!: string | null;
  @Column('varchar', { nullable: true }) confirmedBy!: string | null;
  @Column('varchar', { nullable: true }) confirmedAt!: string | null;
}

abstract class PanelPart {
  @PrimaryColumn('varchar') panelId!: string;
  @ManyToOne(() => Panel, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'panel_id' })
  panel?: Relation<Panel>;
}

/** An account on a panel, and what it declared. */
@Entity('panel_members')
@Index(['accountId'])
export class PanelMember extends PanelPart {
  @PrimaryColumn('varchar') accountId!: string;
  /** The role at the time of the invitation. */
  @Column('varchar') role!: Role;
  /** Whether this account ran the shortlist, and so may know who is on it. */
  @Column('boolean') ranShortlist!: boolean;
  @Column('varchar', { nullable: true }) conflict!: Conflict | null;
  /** The conflict in the member's own words; empty where there is none. */
  @Column('text') description!: string;
  @Column('varchar', { nullable: true }) declaredAt!: string | null;
  @Column('varchar', { nullable: true }) resolvedBy!: string | null;
  @Column('varchar', { nullable: true }) resolvedAt!: string | null;
  /** When the member was excused; null as long as they take part. */
  @Column('varchar', { nullable: true }) excusedAt!: string | null;
  /** How the comparison with the candidates ended, in words. */
  @Column('text') resolution!: string;
}

/** A candidate under a letter, with what the panel agreed and decided. */
@Entity('panel_candidates')
@Unique(['panelId', 'number'])
export class PanelCandidate extends PanelPart {
  @PrimaryColumn('varchar') letter!: string;
  /** Roster number. */
  @Column('integer') number!: number;
  @Column('varchar') expertId!: string;
  /** On the shortlist, from 1. */
  @Column('integer') machineRank!: number;
  @Column('simple-json', { nullable: true }) consensus!: FullScores | null;
  @Column('text') consensusReason!: string;
  @Column('varchar', { nullable: true }) outcome!: Outcome | null;
  @Column('text') outcomeReason!: string;
  /** The account that put what the panel found out on the expert's record; null as long as nobody has. */
  @Column('varchar', { nullable: true }) recordedBy!: string | null;
  @Column('varchar', { nullable: true }) recordedAt!: string | null;
  /** The criteria of which something was put on record. */
  @Column('simple-json', { nullable: true }) recordedCriteria!: PanelCriterion[] | null;
}

/** A member who has a conflict with one candidate: neither sees nor rates them. */
@Entity('panel_recusals')
export class PanelRecusal extends PanelPart {
  @PrimaryColumn('varchar') accountId!: string;
  @PrimaryColumn('varchar') letter!: string;
  @Column('text') reason!: string;
  @Column('varchar') recusedBy!: string;
  @Column('varchar') recusedAt!: string;
}

/** What one member thinks of one candidate. Each has a row of their own, so nobody overwrites another. */
@Entity('panel_ratings')
export class PanelRating extends PanelPart {
  @PrimaryColumn('varchar') accountId!: string;
  @PrimaryColumn('varchar') letter!: string;
  @Column('simple-json') scores!: Scores;
  /** Remarks by criterion. */
  @Column('simple-json') notes!: Partial<Record<PanelCriterion, string>>;
  @Column('text') comment!: string;
  /** From 1, with each saving. */
  @Column('integer') version!: number;
  @Column('varchar') savedAt!: string;
  /** From here on it stands, and the candidate is shown by name; null before. */
  @Column('varchar', { nullable: true }) handedInAt!: string | null;
}

export const PANELS_ENTITIES = [Panel, PanelMember, PanelCandidate, PanelRecusal, PanelRating];

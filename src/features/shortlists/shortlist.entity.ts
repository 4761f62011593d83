import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Role } from '../../core/access.js';
import type { IsoDate } from '../../core/dates.js';
import type { Explanation, GateName, GateVerdict } from '../../core/matching/index.js';
import type { Requirement } from '../../core/requirement.js';
import type { FrozenEvidence } from './evidence.js';
import { RosterSnapshot, SnapshotPiece } from './record.entity.js';

/** One run of a shortlist: everything that it used and found, never changed afterwards. It holds no names. */
@Entity('shortlist_runs')
@Index(['postId'])
export class ShortlistRun {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') postId!: string;
  @Column('integer') postVersion!: number;
  @Column('varchar') rubricVersion!: string;
  /** The frozen question. */
  @Column('simple-json') requirement!: Requirement;
  @Column('varchar') asOf!: IsoDate;
  /** What the roster's change counter stood at. */
  @Column('integer') rosterRevision!: number;
  /** The frozen roster, a `RosterSnapshot`; null for a run that was made before rosters were frozen. */
  @Column('varchar', { nullable: true }) snapshotId!: string | null;
  /** How many candidates of the top are kept, 1 to 500. */
  @Column('integer') size!: number;
  @Column('integer') considered!: number;
  @Column('integer') eligible!: number;
  /** How many people do not meet each gate; one person can be in several. */
  @Column('simple-json') unmetByGate!: Record<GateName, number>;
  /** The account that asked for the run. */
  @Column('varchar') runBy!: string;
  @Column('varchar') runAt!: string;
}

/** One person in a run: of the top with the whole explanation, or not eligible with the gates that are not met. */
@Entity('shortlist_candidates')
@Index(['runId', 'eligible', 'position'])
export class ShortlistCandidate {
  @PrimaryColumn('varchar') runId!: string;
  /** Roster number. */
  @PrimaryColumn('integer') number!: number;
  @Column('varchar') expertId!: string;
  @Column('boolean') eligible!: boolean;
  /** From 1: the rank of an eligible person, or the place in the list of those who are not. */
  @Column('integer') position!: number;
  /** 0 to 1,000,000; null for a person who is not eligible. */
  @Column('integer', { nullable: true }) total!: number | null;
  /** The opened score; null for a person who is not eligible. */
  @Column('simple-json', { nullable: true }) explanation!: Explanation | null;
  /** What the explanation points at, as it stood; null for a person who is not eligible. */
  @Column('simple-json', { nullable: true }) evidence!: FrozenEvidence | null;
  /** Empty for an eligible person. */
  @Column('simple-json') unmet!: GateVerdict[];

  @ManyToOne(() => ShortlistRun, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'run_id' })
  run?: Relation<ShortlistRun>;
}

/** `analysis`: why a list is as thin as it is. `sign-off`: somebody stands for the list. */
export const STATEMENT_KINDS = ['analysis', 'sign-off'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** What a person states about a run, under the name of that moment. Never changed or deleted. */
@Entity('shortlist_statements')
@Index(['runId', 'kind'])
export class ShortlistStatement {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') runId!: string;
  @Column('varchar') kind!: StatementKind;
  /** The analysis; of a sign-off a remark, or empty. */
  @Column('text') text!: string;
  @Column('varchar') accountId!: string;
  @Column('varchar') name!: string;
  @Column('varchar') role!: Role;
  @Column('varchar') madeAt!: string;

  @ManyToOne(() => ShortlistRun, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'run_id' })
  run?: Relation<ShortlistRun>;
}

export const SHORTLISTS_ENTITIES = [ShortlistRun, ShortlistCandidate, RosterSnapshot, SnapshotPiece, ShortlistStatement];

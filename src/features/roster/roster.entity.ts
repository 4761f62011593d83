import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Role } from '../../core/access.js';
import type { RosterName, VettingState } from '../../core/expert.js';
import {
  DegreeEntity,
  ExperienceEntity,
  ExpertEntity,
  KnowledgeEntity,
  LanguageEntity,
  MembershipEntity,
  ThemeEntity,
  TrainingEntity,
  UnavailabilityEntity,
} from './expert.entity.js';
import type { ImportProblem } from './import/import-report.js';

/** One row. It is locked first by every transaction that writes to the roster, so that writers follow one another. */
@Entity('roster_revision')
export class RosterRevisionEntity {
  /** Always 1. */
  @PrimaryColumn('integer') id!: number;
  /** Moves with every change of a profile or a membership. */
  @Column('integer') revision!: number;
  /** The newest roster number that was given. */
  @Column('integer') lastNumber!: number;
}

/** At which revision somebody was changed last. No foreign key: whoever was deleted was changed as well. */
@Entity('roster_changes')
export class RosterChangeEntity {
  /** Roster number; 0 for a change that concerned everybody. Newcomers are not noted: their numbers are the highest. */
  @PrimaryColumn('integer') number!: number;
  @Index() @Column('integer') revision!: number;
}

/** Who moved a membership, from where to where, and why. Only ever added to. */
@Entity('roster_decisions')
export class DecisionEntity {
  @PrimaryColumn('varchar') id!: string;
  @Index() @Column('varchar') expertId!: string;
  @ManyToOne(() => ExpertEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'expert_id' })
  expert?: Relation<ExpertEntity>;
  @Column('varchar') roster!: RosterName;
  @Column('varchar', { name: 'from_state' }) from!: VettingState | 'none';
  @Column('varchar', { name: 'to_state' }) to!: VettingState;
  @Column('text') reason!: string;
  /** The account. */
  @Column('varchar') decidedBy!: string;
  @Column('varchar') decidedAs!: Role;
  @Column('varchar') decidedAt!: string;
}

/** Where an import stands. `checked` waits for a confirmation; the last four are ends. */
export const IMPORT_STATES = ['waiting', 'checking', 'checked', 'importing', 'imported', 'refused', 'failed', 'discarded'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
/** States in which a job has something to do. */
export const OPEN_IMPORTS: readonly ImportState[] = ['waiting', 'checking', 'importing'];

/** A file that was handed in, how far its reading has come, and what came out. */
@Entity('roster_imports')
export class RosterImportEntity {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') state!: ImportState;
  /** Whether it is to be imported once it is checked, or waits for a confirmation. */
  @Column('boolean') confirmed!: boolean;
  /** Whether good rows are imported when others are bad. */
  @Column('boolean') partial!: boolean;
  @Column('varchar') requestedBy!: string;
  @Column('varchar') requestedAt!: string;
  @Column('varchar', { nullable: true }) finishedAt!: string | null;
  @Column('integer') bytesTotal!: number;
  @Column('integer') bytesDone!: number;
  @Column('integer') rowsRead!: number;
  @Column('integer') rowsGood!: number;
  @Column('integer') rowsBad!: number;
  @Column('integer') rowsImported!: number;
  /** Rows of the file that are dealt with while it is imported. */
  @Column('integer', { default: 0 }) rowsWritten!: number;
  /** The first problems in the order of the file. */
  @Column('simple-json') problems!: ImportProblem[];
  /** Of how many. */
  @Column('integer', { default: 0 }) problemCount!: number;
}

export const ROSTER_ENTITIES = [
  ExpertEntity,
  DegreeEntity,
  ExperienceEntity,
  KnowledgeEntity,
  LanguageEntity,
  ThemeEntity,
  TrainingEntity,
  UnavailabilityEntity,
  MembershipEntity,
  RosterRevisionEntity,
  RosterChangeEntity,
  DecisionEntity,
  RosterImportEntity,
];

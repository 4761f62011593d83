import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One act by one actor on one subject. Written in the transaction of the act; never changed or deleted. */
@Entity('audit_entries')
@Index(['subjectKind', 'subjectId'])
export class AuditEntry {
  @PrimaryColumn('varchar')
  id!: string;

  @Column('varchar')
  at!: string;

  /** An account's id, or `system` for a job. */
  @Column('varchar')
  actorId!: string;

  /** Such as `surge.approved`. */
  @Column('varchar')
  action!: string;

  @Column('varchar')
  subjectKind!: string;

  @Column('varchar')
  subjectId!: string;

  /** In the actor's own words, where the rule asks for a reason. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Values that explain the act; no personal data. */
  @Column('simple-json')
  details!: object;
}

import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { IsoDate, PartialDate } from '../../core/dates.js';
import type {
  CountryCode,
  Degree,
  DegreeField,
  DegreeLevel,
  Engagement,
  Experience,
  ExperienceKind,
  Gender,
  KnowledgeClaim,
  LanguageSkill,
  RosterMembership,
  RosterName,
  ThemeClaim,
  Training,
  TrainingKind,
  Unavailability,
  VettingState,
} from '../../core/expert.js';
import type { MailLanguage } from '../../core/expert-draft.js';
import type { Backing, ClaimStatus, KnowledgeArea, KnowledgeLevel } from '../../core/knowledge.js';
import type { Language, LanguageLevel } from '../../core/languages.js';
import type { Theme } from '../../core/themes.js';

/** A person on the rosters. What is compared when people are matched stands in the tables of parts below. */
@Entity('experts')
@Index(['searchName'])
export class ExpertEntity {
  @PrimaryColumn('varchar') id!: string;
  /** Roster number: unique, in the order of entry, never reused. */
  @Column('integer', { unique: true }) number!: number;
  @Column('varchar') familyName!: string;
  @Column('varchar') givenName!: string;
  /** Lower case. */
  @Column('varchar', { unique: true }) email!: string;
  @Column('varchar') gender!: Gender;
  @Column('varchar') nationality!: CountryCode;
  @Column('varchar', { nullable: true }) bornOn!: IsoDate | null;
  /** When the person agreed that the profile is kept and shown to recruiters; null when that is not on record. */
  @Column('varchar', { nullable: true }) consentedOn!: IsoDate | null;
  /** Of mails to this person. */
  @Column('varchar') language!: MailLanguage;
  @Column('boolean') fictional!: boolean;
  /** Family and given name without case and accents, because SQLite's own lower() knows ASCII only. */
  @Column('varchar') searchName!: string;
  /** Equal for two records of one person; null when the day of birth is unknown. */
  @Column('varchar', { nullable: true, unique: true }) personKey!: string | null;
  @Column('integer') version!: number;
  @Column('varchar') createdAt!: string;
  @Column('varchar') updatedAt!: string;
}

/** A row that belongs to an expert and goes with it. */
abstract class PartEntity {
  @PrimaryColumn('varchar') id!: string;
  @Index() @Column('varchar') expertId!: string;
  @ManyToOne(() => ExpertEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'expert_id' })
  expert?: Relation<ExpertEntity>;
  /** Order in which the person wrote them, from 0. */
  @Column('integer') position!: number;
}

abstract class ClaimEntity extends PartEntity {
  @Column('varchar') status!: ClaimStatus;
  /** Null where nothing was recorded; then it is left out when a profile is read. */
  @Column('simple-json', { nullable: true }) backing?: readonly Backing[];
}

@Entity('expert_degrees')
export class DegreeEntity extends ClaimEntity implements Degree {
  @Column('varchar') level!: DegreeLevel;
  @Column('varchar') field!: DegreeField;
  @Column('varchar') title!: string;
  @Column('varchar') institution!: string;
  @Column('varchar', { nullable: true }) awardedOn!: PartialDate | null;
}

@Entity('expert_experience')
export class ExperienceEntity extends ClaimEntity implements Experience {
  @Column('varchar', { name: 'from_day' }) from!: PartialDate;
  @Column('varchar', { name: 'to_day', nullable: true }) to!: PartialDate | null;
  @Column('simple-json') kinds!: ExperienceKind[];
  @Column('integer') percentage!: number;
  @Column('varchar') level!: string;
  @Column('varchar') engagement!: Engagement;
  @Column('varchar') title!: string;
  @Column('varchar') employer!: string;
  /** As JSON text, so that `"KEN"` in quotes finds the country on either database. */
  @Column('simple-json') countries!: CountryCode[];
}

@Entity('expert_knowledge')
@Unique(['expertId', 'area', 'status'])
export class KnowledgeEntity extends ClaimEntity implements KnowledgeClaim {
  @Column('varchar') area!: KnowledgeArea;
  @Column('varchar') level!: KnowledgeLevel;
}

@Entity('expert_languages')
@Unique(['expertId', 'language', 'status'])
@Index(['language', 'level'])
export class LanguageEntity extends ClaimEntity implements LanguageSkill {
  @Column('varchar') language!: Language;
  @Column('integer') level!: LanguageLevel;
}

@Entity('expert_themes')
@Unique(['expertId', 'theme'])
@Index(['theme', 'level'])
export class ThemeEntity extends ClaimEntity implements ThemeClaim {
  @Column('varchar') theme!: Theme;
  @Column('varchar') level!: KnowledgeLevel;
}

@Entity('expert_trainings')
export class TrainingEntity extends ClaimEntity implements Training {
  @Column('varchar') kind!: TrainingKind;
  @Column('varchar') completedOn!: PartialDate;
}

@Entity('expert_unavailability')
export class UnavailabilityEntity extends PartEntity implements Unavailability {
  @Column('varchar', { name: 'from_day' }) from!: IsoDate;
  @Column('varchar', { name: 'to_day' }) to!: IsoDate;
}

@Entity('roster_memberships')
@Unique(['expertId', 'roster'])
@Index(['roster', 'state', 'agency'])
export class MembershipEntity extends PartEntity implements RosterMembership {
  @Column('varchar') roster!: RosterName;
  @Column('varchar', { nullable: true }) agency!: string | null;
  @Column('varchar') state!: VettingState;
  @Column('varchar', { name: 'since_day' }) since!: IsoDate;
  @Column('varchar', { name: 'until_day', nullable: true }) until!: IsoDate | null;
}

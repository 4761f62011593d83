import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../../core/dates.js';
import type { CountryCode } from '../../core/expert.js';
import type { PostLevel } from '../../core/grades.js';
import type { KnowledgeLevel, SkillArea } from '../../core/knowledge.js';
import type { ContextFlag } from '../../core/needs.js';
import type { NeedThemes, Post, PostState } from '../../core/post.js';
import type { ClaimWorths, ContextPart, ExperiencePolicy, LanguageNeed, Weights } from '../../core/requirement.js';
import type { ChoosableQualification, FunctionCode } from '../../core/tor.js';

/** A post of a Human Rights Adviser: the Standard TOR adapted to a country. */
@Entity('posts')
@Index(['country'])
export class PostEntity implements Post {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') country!: CountryCode;
  @Column('varchar') state!: PostState;
  @Column('integer') version!: number;
  @Column('varchar') level!: PostLevel;
  @Column('simple-json') functions!: FunctionCode[];
  @Column('text') furtherFunctions!: string;
  @Column('simple-json') requiredLanguages!: LanguageNeed[];
  @Column('simple-json') desiredLanguages!: LanguageNeed[];
  @Column('boolean') educationInLieu!: boolean;
  @Column('simple-json', { default: '[]' }) desirable!: ChoosableQualification[];
  @Column('simple-json', { default: '[]' }) essentialParts!: ContextPart[];
  @Column('simple-json', { default: '{}' }) essentialSkills!: Partial<Record<SkillArea, KnowledgeLevel>>;
  @Column('simple-json', { default: '{}' }) claimWorth!: ClaimWorths;
  @Column('simple-json', { default: '[]' }) situations!: ContextFlag[];
  @Column('simple-json') experiencePolicy!: ExperiencePolicy;
  @Column('simple-json') weights!: Weights;
  @Column('varchar', { nullable: true }) startsOn!: IsoDate | null;
  @Column('varchar', { nullable: true }) endsOn!: IsoDate | null;
  @Column('varchar', { nullable: true }) asOf!: IsoDate | null;
  @Column('simple-json', { nullable: true }) themes!: NeedThemes | null;
  /** The account that wrote the post. */
  @Column('varchar') createdBy!: string;
  @Column('varchar') createdAt!: string;
  @Column('varchar', { nullable: true }) publishedAt!: string | null;
  @Column('varchar', { nullable: true }) closedAt!: string | null;
}

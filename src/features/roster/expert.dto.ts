import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  type CountryCode,
  DEGREE_FIELDS,
  DEGREE_LEVELS,
  type DegreeField,
  type DegreeLevel,
  ENGAGEMENTS,
  type Engagement,
  EXPERIENCE_KINDS,
  type ExperienceKind,
  GENDERS,
  type Gender,
  ROSTERS,
  type RosterName,
  TRAININGS,
  type TrainingKind,
  VETTING_STATES,
  type VettingState,
} from '../../core/expert.js';
import { EXPERT_LIMITS, type ExpertDraft, MAIL_LANGUAGES, type MailLanguage } from '../../core/expert-draft.js';
import {
  type Backing,
  CLAIM_STATUSES,
  type ClaimStatus,
  KNOWLEDGE_AREAS,
  KNOWLEDGE_LEVELS,
  type KnowledgeArea,
  type KnowledgeLevel,
} from '../../core/knowledge.js';
import { LANGUAGE_CODES, LANGUAGE_LEVELS, type Language, type LanguageLevel } from '../../core/languages.js';
import { ONE_LINE } from '../../core/roster-cells.js';
import { EXPERT_THEMES, type Theme } from '../../core/themes.js';
import { IsCountry, IsDay, IsFirstDay, IsLastDay, IsPartialDate } from '../../platform/http/index.js';

const oneOf = (values: readonly string[]) => ({ message: `Choose one of ${values.join(', ')}.` });
const atMost = (count: number) => ({ message: `Give at most ${count} entries.` });
const REASON = { message: `Give the reason in 3 to ${EXPERT_LIMITS.reason} characters.` };
const WORDS = { message: 'Write this in words.' };
const LIST = { message: 'Give this as a list; an empty one is a list, too.' };
const oneLine = { message: 'Write one line without control characters.' };
const text = (most: number = EXPERT_LIMITS.text) => ({ message: `Write at most ${most} characters.` });
/** Forms send text, and convert it by this type; the API takes numbers only. Said here because compilers differ on unions of numbers. */
const isNumber = Reflect.metadata('design:type', Number);
const nullable = ValidateIf((_, value) => value !== null);

/** Whatever can be evidence. */
class ClaimDto {
  /** Keeps the id of a part that is stored already; new parts get their own. */
  @IsOptional() @IsString(WORDS) @MaxLength(36, text(36)) id?: string;
  /** What a panel assessed stays so while it says the same; nobody else can make a claim panel-assessed. */
  @IsIn(CLAIM_STATUSES, oneOf(CLAIM_STATUSES)) status: ClaimStatus = 'self-declared';
  /** Who backed it, when and how, as it was read. It is kept by acts of its own, so that what is sent here changes nothing. */
  @IsOptional()
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.parts, atMost(EXPERT_LIMITS.parts))
  backing?: Backing[];
}

export class DegreeDto extends ClaimDto {
  @IsIn(DEGREE_LEVELS, oneOf(DEGREE_LEVELS)) level!: DegreeLevel;
  @IsIn(DEGREE_FIELDS, oneOf(DEGREE_FIELDS)) field!: DegreeField;
  @IsString(WORDS) @MaxLength(EXPERT_LIMITS.text, text()) @Matches(ONE_LINE, oneLine) title = '';
  @IsString(WORDS) @MaxLength(EXPERT_LIMITS.text, text()) @Matches(ONE_LINE, oneLine) institution = '';
  /** As exactly as it is known: `2004-06-30`, `2004-06` or `2004`. Null while it is not completed. */
  @nullable @IsPartialDate() awardedOn: string | null = null;
}

export class ExperienceDto extends ClaimDto {
  /** As exactly as it is known: a month or a year alone is kept, and counts from its first day. */
  @IsPartialDate() from!: string;
  /** Null while it goes on. A month or a year alone is kept, and counts to its last day. */
  @nullable @IsPartialDate() to: string | null = null;
  @IsArray(LIST)
  @ArrayMaxSize(EXPERIENCE_KINDS.length, atMost(EXPERIENCE_KINDS.length))
  @IsIn(EXPERIENCE_KINDS, { each: true, ...oneOf(EXPERIENCE_KINDS) })
  kinds: ExperienceKind[] = [];
  /** Share of full time. */
  @isNumber
  @IsInt({ message: 'Give a whole number from 1 to 100.' })
  @Min(1, { message: 'Give a whole number from 1 to 100.' })
  @Max(100, { message: 'Give a whole number from 1 to 100.' })
  percentage = 100;
  @IsString(WORDS) @MaxLength(EXPERT_LIMITS.level, text(EXPERT_LIMITS.level)) @Matches(ONE_LINE, oneLine) level = '';
  @IsIn(ENGAGEMENTS, oneOf(ENGAGEMENTS)) engagement: Engagement = 'staff';
  @IsString(WORDS) @MaxLength(EXPERT_LIMITS.text, text()) @Matches(ONE_LINE, oneLine) title = '';
  @IsString(WORDS) @MaxLength(EXPERT_LIMITS.text, text()) @Matches(ONE_LINE, oneLine) employer = '';
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.countries, atMost(EXPERT_LIMITS.countries))
  @Matches(/^[A-Z]{3}$/, { each: true, message: 'Give countries by their three-letter codes, for example KEN.' })
  countries: CountryCode[] = [];
}

export class KnowledgeDto extends ClaimDto {
  @IsIn(KNOWLEDGE_AREAS, oneOf(KNOWLEDGE_AREAS)) area!: KnowledgeArea;
  @IsIn(KNOWLEDGE_LEVELS, oneOf(KNOWLEDGE_LEVELS)) level!: KnowledgeLevel;
}

export class LanguageDto extends ClaimDto {
  @IsIn(LANGUAGE_CODES, { message: 'Choose a language; in the API by its code, such as fr.' }) language!: Language;
  /** 1 to 4 stand for the UN levels I to IV. */
  @isNumber
  @IsIn(LANGUAGE_LEVELS, { message: 'Choose a level from 1 to 4.' })
  level!: LanguageLevel;
}

export class ThemeDto extends ClaimDto {
  @IsIn(EXPERT_THEMES, { message: 'Choose one of the 51 themes of expertise; in the API by its slug, such as detention.' }) theme!: Theme;
  @IsIn(KNOWLEDGE_LEVELS, oneOf(KNOWLEDGE_LEVELS)) level!: KnowledgeLevel;
}

export class TrainingDto extends ClaimDto {
  @IsIn(TRAININGS, oneOf(TRAININGS)) kind!: TrainingKind;
  /** As exactly as it is known. */
  @IsPartialDate() completedOn!: string;
}

export class UnavailabilityDto {
  @IsOptional() @IsString(WORDS) @MaxLength(36, text(36)) id?: string;
  @IsFirstDay() from!: string;
  @IsLastDay() to!: string;
}

/** A profile without its memberships. */
export class ProfileDto implements Omit<ExpertDraft, 'memberships'> {
  // The rule that stands last speaks first, so that a missing name is called missing.
  @Matches(ONE_LINE, oneLine)
  @Length(1, EXPERT_LIMITS.name, text(EXPERT_LIMITS.name))
  @IsString({ message: 'Give the family name.' })
  familyName!: string;
  @Matches(ONE_LINE, oneLine)
  @Length(1, EXPERT_LIMITS.name, text(EXPERT_LIMITS.name))
  @IsString({ message: 'Give the given name.' })
  givenName!: string;
  @MaxLength(EXPERT_LIMITS.email, text(EXPERT_LIMITS.email)) @IsString({ message: 'Give the e-mail address.' }) email!: string;
  @IsIn(GENDERS, oneOf(GENDERS)) gender!: Gender;
  @IsCountry() nationality!: CountryCode;
  @nullable @IsDay() bornOn: string | null = null;
  /** When the person agreed that the profile is kept and shown to recruiters; null when that is not on record. */
  @nullable @IsDay() consentedOn: string | null = null;
  /** Of mails to this person. */
  @IsIn(MAIL_LANGUAGES, oneOf(MAIL_LANGUAGES)) language: MailLanguage = 'en';
  @IsBoolean({ message: 'Give true or false.' }) fictional: boolean = false;
  @ValidateNested({ each: true })
  @Type(() => DegreeDto)
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.parts, atMost(EXPERT_LIMITS.parts))
  degrees: DegreeDto[] = [];
  @ValidateNested({ each: true })
  @Type(() => ExperienceDto)
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.parts, atMost(EXPERT_LIMITS.parts))
  experience: ExperienceDto[] = [];
  @ValidateNested({ each: true })
  @Type(() => KnowledgeDto)
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.parts, atMost(EXPERT_LIMITS.parts))
  knowledge: KnowledgeDto[] = [];
  @ValidateNested({ each: true })
  @Type(() => LanguageDto)
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.parts, atMost(EXPERT_LIMITS.parts))
  languages: LanguageDto[] = [];
  @ValidateNested({ each: true })
  @Type(() => ThemeDto)
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.parts, atMost(EXPERT_LIMITS.parts))
  themes: ThemeDto[] = [];
  @ValidateNested({ each: true })
  @Type(() => TrainingDto)
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.parts, atMost(EXPERT_LIMITS.parts))
  trainings: TrainingDto[] = [];
  @ValidateNested({ each: true })
  @Type(() => UnavailabilityDto)
  @IsArray(LIST)
  @ArrayMaxSize(EXPERT_LIMITS.parts, atMost(EXPERT_LIMITS.parts))
  unavailable: UnavailabilityDto[] = [];
}

/** Joining a roster: an agency proposes one of its staff, or somebody applies to the external roster. */
export class JoinDto {
  @IsIn(ROSTERS, oneOf(ROSTERS)) roster!: RosterName;
  /** The agency that releases the person; null on the external roster. */
  @nullable @IsString(WORDS) @MaxLength(EXPERT_LIMITS.agency, text(EXPERT_LIMITS.agency)) agency: string | null = null;
  /** First day of the term; today when left out. */
  @IsOptional() @IsDay() since?: string;
  /** Last day of the term, or null when it has no end. */
  @nullable @IsDay() until: string | null = null;
  /** Why; kept with the decision. */
  @IsString(REASON) @Length(3, EXPERT_LIMITS.reason, REASON) reason!: string;
}

export class CreateExpertDto extends ProfileDto {
  @ValidateNested({ each: true })
  @Type(() => JoinDto)
  @IsArray(LIST)
  @ArrayMaxSize(ROSTERS.length, atMost(ROSTERS.length))
  memberships: JoinDto[] = [];
}

export class UpdateExpertDto extends ProfileDto {
  /** The version that was read; a newer one in the meantime is a conflict. */
  @isNumber
  @IsInt({ message: 'Give the version that you read.' })
  @Min(1, { message: 'Give the version that you read.' })
  version!: number;
}

/** A step of a membership. */
export class DecisionDto {
  @IsIn(ROSTERS, oneOf(ROSTERS)) roster!: RosterName;
  @IsIn(VETTING_STATES, oneOf(VETTING_STATES)) to!: VettingState;
  @IsString(REASON) @Length(3, EXPERT_LIMITS.reason, REASON) reason!: string;
}

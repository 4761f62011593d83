import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { IsoDate } from '../../core/dates.js';
import type { CountryCode } from '../../core/expert.js';
import { POST_LEVELS, type PostLevel } from '../../core/grades.js';
import { KNOWLEDGE_LEVELS, type KnowledgeLevel, type SkillArea } from '../../core/knowledge.js';
import { LANGUAGE_CODES, LANGUAGE_LEVELS, type Language, type LanguageLevel } from '../../core/languages.js';
import { CONTEXT_FLAGS, type ContextFlag } from '../../core/needs.js';
import { CORRECTION_REASON_LIMIT, FURTHER_FUNCTIONS_LIMIT, POST_STATES, type PostCriteria, type PostState } from '../../core/post.js';
import {
  type ClaimWorth,
  type ClaimWorths,
  CONTEXT_PARTS,
  type ContextPart,
  type ExperiencePolicy,
  type LanguageNeed,
  type Weights,
} from '../../core/requirement.js';
import { CHOOSABLE_QUALIFICATIONS, type ChoosableQualification, FUNCTION_CODES, type FunctionCode } from '../../core/tor.js';
import { IsCountry, IsDay, IsFilter } from '../../platform/http/index.js';

const WEIGHT = { message: 'Give a whole number from 0 to 100.' };
const YES_OR_NO = { message: 'Say true or false.' };
const MOST_LANGUAGES = 12;
/** A gate for which everybody has enough is none. */
const ESSENTIAL_LEVELS = KNOWLEDGE_LEVELS.filter((level) => level !== 'none');
const SKILL_LEVEL = { message: `Choose one of ${ESSENTIAL_LEVELS.join(', ')}.` };

/** A language and the level that is asked for. */
export class LanguageNeedDto implements LanguageNeed {
  /** ISO 639 code. */
  @IsIn(LANGUAGE_CODES, { message: 'Choose a language from the list.' })
  language!: Language;

  /** UN level, 1 to 4. */
  @Type(() => Number)
  @IsIn(LANGUAGE_LEVELS, { message: 'Choose a level from I to IV.' })
  level!: LanguageLevel;
}

/** Whole numbers from 0 to 100 that sum to 100. */
export class WeightsDto implements Weights {
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) themes!: number;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) experience!: number;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) languages!: number;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) knowledge!: number;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) field!: number;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) country!: number;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) skills!: number;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) trainings!: number;
  /** 0 unless the degree is desirable instead of essential. */
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) education: number = 0;
  /** 0 unless the situation of the country counts. */
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) context: number = 0;
}

/** Whole per cent that claims of each status are worth, from 0 to 100. */
export class ClaimWorthDto implements ClaimWorth {
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) 'self-declared': number = 100;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) verified: number = 100;
  @Min(0, WEIGHT) @Max(100, WEIGHT) @IsInt(WEIGHT) 'panel-assessed': number = 100;
}

/** A criterion that is left out takes every claim in full. */
export class ClaimWorthsDto implements ClaimWorths {
  @Worth() themes?: ClaimWorthDto;
  @Worth() experience?: ClaimWorthDto;
  @Worth() languages?: ClaimWorthDto;
  @Worth() knowledge?: ClaimWorthDto;
  @Worth() field?: ClaimWorthDto;
  @Worth() country?: ClaimWorthDto;
  @Worth() skills?: ClaimWorthDto;
  @Worth() trainings?: ClaimWorthDto;
  @Worth() education?: ClaimWorthDto;
  @Worth() context?: ClaimWorthDto;
}

function Worth(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Type(() => ClaimWorthDto),
    ValidateNested({ message: 'Give per cent for each status.' }),
  );
}

/** Levels of the skills that are gates; a skill that is left out scores only. */
export class EssentialSkillsDto implements Partial<Record<SkillArea, KnowledgeLevel>> {
  @IsIn(ESSENTIAL_LEVELS, SKILL_LEVEL) @IsOptional() advocacy?: KnowledgeLevel;
  @IsIn(ESSENTIAL_LEVELS, SKILL_LEVEL) @IsOptional() sensitivity?: KnowledgeLevel;
}

/** What counts as professional besides paid professional work; nothing unless it is said. */
export class ExperiencePolicyDto implements ExperiencePolicy {
  @IsBoolean(YES_OR_NO) countUnpaid: boolean = false;
  @IsBoolean(YES_OR_NO) countInternships: boolean = false;
  @IsBoolean(YES_OR_NO) countGeneralService: boolean = false;
}

/** Everything that decides who is eligible and in which order. */
export class PostCriteriaDto implements PostCriteria {
  @IsIn(POST_LEVELS, { message: `Choose one of ${POST_LEVELS.join(', ')}.` })
  level!: PostLevel;

  /** Numbers of functions of the Standard TOR. */
  @IsIn(FUNCTION_CODES, { each: true, message: `Choose functions from ${FUNCTION_CODES.join(', ')}.` })
  @ArrayUnique({ message: 'Name each function once.' })
  @ArrayNotEmpty({ message: 'Choose at least one function of the Standard TOR.' })
  @IsArray({ message: 'Choose at least one function of the Standard TOR.' })
  functions!: FunctionCode[];

  @IsString({ message: 'Write the further functions as text.' })
  @MaxLength(FURTHER_FUNCTIONS_LIMIT, { message: `Shorten the further functions to ${FURTHER_FUNCTIONS_LIMIT} characters.` })
  furtherFunctions: string = '';

  /** Each is a gate. */
  @Type(() => LanguageNeedDto)
  @ValidateNested({ each: true, message: 'Give each language with its level.' })
  @ArrayMaxSize(MOST_LANGUAGES, { message: `Name at most ${MOST_LANGUAGES} languages.` })
  @IsArray({ message: 'Give the languages as a list.' })
  requiredLanguages: LanguageNeedDto[] = [];

  /** Each scores. */
  @Type(() => LanguageNeedDto)
  @ValidateNested({ each: true, message: 'Give each language with its level.' })
  @ArrayMaxSize(MOST_LANGUAGES, { message: `Name at most ${MOST_LANGUAGES} languages.` })
  @IsArray({ message: 'Give the languages as a list.' })
  desiredLanguages: LanguageNeedDto[] = [];

  /** A first-level degree with two more years may stand in for an advanced one. */
  @IsBoolean(YES_OR_NO)
  educationInLieu: boolean = false;

  /** Requirements of the TOR that score on this post instead of being gates. */
  @IsIn(CHOOSABLE_QUALIFICATIONS, { each: true, message: `Choose from ${CHOOSABLE_QUALIFICATIONS.join(', ')}.` })
  @ArrayUnique({ message: 'Name each requirement once.' })
  @IsArray({ message: 'Give the desirable requirements as a list.' })
  desirable: ChoosableQualification[] = [];

  /** Parts of what the country's situation makes relevant that must be there: the gate `additional`. */
  @IsIn(CONTEXT_PARTS, { each: true, message: `Choose from ${CONTEXT_PARTS.join(', ')}.` })
  @ArrayUnique({ message: 'Name each part once.' })
  @IsArray({ message: 'Give the essential parts as a list.' })
  essentialParts: ContextPart[] = [];

  /** Skills of the TOR that are gates on this post, each at its level. */
  @Type(() => EssentialSkillsDto)
  @ValidateNested({ message: 'Give the essential skills as an object.' })
  essentialSkills: EssentialSkillsDto = new EssentialSkillsDto();

  @Type(() => ClaimWorthsDto)
  @ValidateNested({ message: 'Give the worth of claims as an object.' })
  claimWorth: ClaimWorthsDto = new ClaimWorthsDto();

  /** Situations of the country that count for this post. */
  @IsIn(CONTEXT_FLAGS, { each: true, message: `Choose situations from ${CONTEXT_FLAGS.join(', ')}.` })
  @ArrayUnique({ message: 'Name each situation once.' })
  @IsArray({ message: 'Give the situations as a list.' })
  situations: ContextFlag[] = [];

  @Type(() => ExperiencePolicyDto)
  @ValidateNested({ message: 'Give the policy as an object.' })
  experiencePolicy: ExperiencePolicyDto = new ExperiencePolicyDto();

  @Type(() => WeightsDto)
  @ValidateNested({ message: 'Give a weight for each criterion.' })
  @IsDefined({ message: 'Give a weight for each criterion.' })
  weights!: WeightsDto;

  @IsDay() @IsOptional() startsOn: IsoDate | null = null;
  @IsDay() @IsOptional() endsOn: IsoDate | null = null;

  /** Experience counts up to and including this day; without it, up to the day of each run. */
  @IsDay() @IsOptional() asOf: IsoDate | null = null;
}

/** A new post: without criteria it is filled from the Standard TOR and the country's needs. */
export class NewPostDto {
  /** ISO 3166-1 alpha-3. */
  @IsCountry()
  country!: CountryCode;

  @Type(() => PostCriteriaDto)
  @ValidateNested({ message: 'Give the criteria as an object.' })
  @IsOptional()
  criteria?: PostCriteriaDto;
}

/** The whole criteria again, and the version that they were changed from. */
export class ChangedPostDto extends PostCriteriaDto {
  @IsInt({ message: 'Give the version of the post that you changed.' })
  version!: number;
}

const WHY_CORRECTED = { message: `Say in at most ${CORRECTION_REASON_LIMIT} characters why the post is corrected.` };

/** A correction of a published post: the whole criteria again, and why. */
export class CorrectedPostDto extends ChangedPostDto {
  @IsString(WHY_CORRECTED)
  @Length(1, CORRECTION_REASON_LIMIT, WHY_CORRECTED)
  reason!: string;
}

/** The form of a new post. */
export class NewPostForm extends PostCriteriaDto {
  @IsCountry()
  country!: CountryCode;
}

/** Which posts to list. */
export class PostQueryDto {
  @IsIn(POST_STATES, { message: `Choose one of ${POST_STATES.join(', ')}.` })
  @IsFilter()
  state?: PostState;

  @IsCountry()
  @IsFilter()
  country?: CountryCode;

  @Type(() => Number)
  @Max(100_000, { message: 'Give a page from 1.' })
  @Min(1, { message: 'Give a page from 1.' })
  @IsInt({ message: 'Give a page from 1.' })
  page: number = 1;
}

import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LANGUAGE_CODES, LANGUAGE_LEVELS, type Language, type LanguageLevel } from '../../core/languages.js';
import { CONTEXT_FLAGS, CONTEXT_TEXT_LIMIT, type ContextFlag, type NeedContext, OVERRIDE_REASON_LIMIT } from '../../core/needs.js';
import type { LanguageNeed } from '../../core/requirement.js';
import { EXPERT_THEMES, type Theme } from '../../core/themes.js';

/** Required or desired, each. */
export const MOST_LANGUAGES = 10;

/** A weight set by hand; without one, or with null, the computed weight counts again. */
export class WeightDto {
  /** Whole number, 0 to 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Give a whole number from 0 to 100.' })
  @Min(0, { message: 'Give a whole number from 0 to 100.' })
  @Max(100, { message: 'Give a whole number from 0 to 100.' })
  weight?: number | null;

  @IsString({ message: 'Say in a sentence why the weight is set by hand.' })
  @IsNotEmpty({ message: 'Say in a sentence why the weight is set by hand.' })
  @MaxLength(OVERRIDE_REASON_LIMIT, { message: `Give the reason in at most ${OVERRIDE_REASON_LIMIT} characters.` })
  reason!: string;
}

/** The same with the theme, as the form sends it. */
export class ThemeWeightDto extends WeightDto {
  @IsIn(EXPERT_THEMES, { message: 'Choose a theme from the list.' })
  theme!: Theme;
}

export class NeededLanguageDto implements LanguageNeed {
  @IsIn(LANGUAGE_CODES, { message: 'Choose a language from the list.' })
  language!: Language;

  @Type(() => Number)
  @IsIn(LANGUAGE_LEVELS, { message: 'Choose a level from 1 to 4.' })
  level!: LanguageLevel;
}

/** A country's situation, complete: what is left out is taken back. */
export class ContextDto {
  @IsArray({ message: 'Give the flags as a list.' })
  @ArrayUnique({ message: 'Give each flag once.' })
  @IsIn(CONTEXT_FLAGS, { each: true, message: `Choose from ${CONTEXT_FLAGS.join(', ')}.` })
  flags: ContextFlag[] = [];

  /** Languages that a post in the country requires. */
  @IsArray({ message: 'Give the required languages as a list.' })
  @ArrayMaxSize(MOST_LANGUAGES, { message: `Give at most ${MOST_LANGUAGES} required languages.` })
  @ArrayUnique(({ language }: NeededLanguageDto) => language, { message: 'Name each required language once.' })
  @ValidateNested({ each: true })
  @Type(() => NeededLanguageDto)
  required: NeededLanguageDto[] = [];

  /** Languages that are useful there. */
  @IsArray({ message: 'Give the desired languages as a list.' })
  @ArrayMaxSize(MOST_LANGUAGES, { message: `Give at most ${MOST_LANGUAGES} desired languages.` })
  @ArrayUnique(({ language }: NeededLanguageDto) => language, { message: 'Name each desired language once.' })
  @ValidateNested({ each: true })
  @Type(() => NeededLanguageDto)
  desired: NeededLanguageDto[] = [];

  /** Human rights capacity that is in the region already. */
  @IsString({ message: 'Give the capacity in the region as text.' })
  @MaxLength(CONTEXT_TEXT_LIMIT, { message: `Give at most ${CONTEXT_TEXT_LIMIT} characters.` })
  regionalCapacity = '';

  /** What the needs assessment adds. */
  @IsString({ message: 'Give what the assessment adds as text.' })
  @MaxLength(CONTEXT_TEXT_LIMIT, { message: `Give at most ${CONTEXT_TEXT_LIMIT} characters.` })
  assessment = '';

  /** The version that was read; 0 when nothing had been stated yet. */
  @Type(() => Number)
  @IsInt({ message: 'Give the version that you read.' })
  @Min(0, { message: 'Give the version that you read.' })
  version!: number;
}

/** As core has it. */
export function contextOf({ required, desired, ...rest }: ContextDto): NeedContext & { readonly version: number } {
  return { ...rest, languages: { required, desired } };
}

export class NeedsQueryDto {
  /** Part of a country's name. */
  @IsOptional()
  @IsString({ message: 'Give a part of a name.' })
  @MaxLength(100, { message: 'Give at most 100 characters.' })
  country?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Give a page number from 1.' })
  @Min(1, { message: 'Give a page number from 1.' })
  @Max(1000, { message: 'Give a page number up to 1000.' })
  page?: number;
}

import { PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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

// The decorator nearest to a field is asked first, so that the most basic sentence comes first.

/** A weight set by hand; without one, the computed weight counts again. */
export class WeightDto {
  /** Whole number, 0 to 100. */
  @Max(100, { message: 'Give a whole number from 0 to 100.' })
  @Min(0, { message: 'Give a whole number from 0 to 100.' })
  @IsInt({ message: 'Give a whole number from 0 to 100.' })
  @IsOptional()
  weight?: number;

  @MaxLength(OVERRIDE_REASON_LIMIT, { message: `Give the reason in at most ${OVERRIDE_REASON_LIMIT} characters.` })
  @IsNotEmpty({ message: 'Say in a sentence why the weight is set by hand.' })
  @IsString({ message: 'Say in a sentence why the weight is set by hand.' })
  reason!: string;
}

/** A theme with its weight; without one, the computed weight counts again. */
export class ThemeWeightDto extends PickType(WeightDto, ['weight'] as const) {
  @IsIn(EXPERT_THEMES, { message: 'Choose a theme from the list.' })
  theme!: Theme;
}

/** Several weights set by hand at once, for one reason: a need as somebody knows it. */
export class WeightsDto extends PickType(WeightDto, ['reason'] as const) {
  @Type(() => ThemeWeightDto)
  @ValidateNested({ each: true, message: 'Give each theme with its weight.' })
  @ArrayUnique((entry: ThemeWeightDto | null) => entry?.theme, { message: 'Name each theme once.' })
  @ArrayMaxSize(EXPERT_THEMES.length, { message: `Give at most ${EXPERT_THEMES.length} themes.` })
  @ArrayMinSize(1, { message: 'Give at least one theme with its weight.' })
  @IsArray({ message: 'Give the weights as a list.' })
  weights: ThemeWeightDto[] = [];
}

/** As core has it. */
export function weightsOf({ weights }: WeightsDto): { readonly theme: Theme; readonly weight: number | null }[] {
  return weights.map(({ theme, weight }) => ({ theme, weight: weight ?? null }));
}

export class NeededLanguageDto implements LanguageNeed {
  @IsIn(LANGUAGE_CODES, { message: 'Choose a language from the list.' })
  language!: Language;

  @IsIn(LANGUAGE_LEVELS, { message: 'Choose a level from 1 to 4.' })
  @Type(() => Number)
  level!: LanguageLevel;
}

/** A country's situation, complete: what is left out is taken back. */
export class ContextDto {
  @IsIn(CONTEXT_FLAGS, { each: true, message: `Choose from ${CONTEXT_FLAGS.join(', ')}.` })
  @ArrayUnique({ message: 'Give each flag once.' })
  @IsArray({ message: 'Give the flags as a list.' })
  flags: ContextFlag[] = [];

  /** Languages that a post in the country requires. */
  @Type(() => NeededLanguageDto)
  @ValidateNested({ each: true, message: 'Give each language with its level.' })
  @ArrayUnique((need: NeededLanguageDto | null) => need?.language, { message: 'Name each required language once.' })
  @ArrayMaxSize(MOST_LANGUAGES, { message: `Give at most ${MOST_LANGUAGES} required languages.` })
  @IsArray({ message: 'Give the required languages as a list.' })
  required: NeededLanguageDto[] = [];

  /** Languages that are useful there. */
  @Type(() => NeededLanguageDto)
  @ValidateNested({ each: true, message: 'Give each language with its level.' })
  @ArrayUnique((need: NeededLanguageDto | null) => need?.language, { message: 'Name each desired language once.' })
  @ArrayMaxSize(MOST_LANGUAGES, { message: `Give at most ${MOST_LANGUAGES} desired languages.` })
  @IsArray({ message: 'Give the desired languages as a list.' })
  desired: NeededLanguageDto[] = [];

  /** Human rights capacity that is in the region already. */
  @MaxLength(CONTEXT_TEXT_LIMIT, { message: `Give at most ${CONTEXT_TEXT_LIMIT} characters.` })
  @IsString({ message: 'Give the capacity in the region as text.' })
  regionalCapacity = '';

  /** What the needs assessment adds. */
  @MaxLength(CONTEXT_TEXT_LIMIT, { message: `Give at most ${CONTEXT_TEXT_LIMIT} characters.` })
  @IsString({ message: 'Give what the assessment adds as text.' })
  assessment = '';

  /** The version that was read; 0 when nothing had been stated yet. */
  @Min(0, { message: 'Give the version that you read.' })
  @IsInt({ message: 'Give the version that you read.' })
  version!: number;
}

/** As core has it. */
export function contextOf({ required, desired, ...rest }: ContextDto): NeedContext & { readonly version: number } {
  return { ...rest, languages: { required, desired } };
}

export class NeedsQueryDto {
  /** Part of a country's name. */
  @MaxLength(100, { message: 'Give at most 100 characters.' })
  @IsString({ message: 'Give a part of a name.' })
  @IsOptional()
  country?: string;

  @Max(1000, { message: 'Give a page number up to 1000.' })
  @Min(1, { message: 'Give a page number from 1.' })
  @IsInt({ message: 'Give a page number from 1.' })
  @Type(() => Number)
  @IsOptional()
  page?: number;
}

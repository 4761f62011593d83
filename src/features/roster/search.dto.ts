import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { type CountryCode, GENDERS, type Gender, ROSTERS, type RosterName, VETTING_STATES, type VettingState } from '../../core/expert.js';
import { AGENCY_PATTERN } from '../../core/expert-draft.js';
import { KNOWLEDGE_LEVELS, type KnowledgeLevel } from '../../core/knowledge.js';
import { LANGUAGE_CODES, LANGUAGE_LEVELS, type Language, type LanguageLevel } from '../../core/languages.js';
import { EXPERT_THEMES, type Theme } from '../../core/themes.js';
import { IsCountry, IsDay } from '../../platform/http/index.js';

/** What experts are looked for by. Every filter that is given must hold. */
export class ExpertFilters {
  /** A roster number, or words of the name. */
  @IsOptional() @MaxLength(100, { message: 'Look for at most 100 characters.' }) text?: string;
  @IsOptional() @IsIn(ROSTERS, { message: `Choose one of ${ROSTERS.join(', ')}.` }) roster?: RosterName;
  @IsOptional() @IsIn(VETTING_STATES, { message: `Choose one of ${VETTING_STATES.join(', ')}.` }) state?: VettingState;
  @IsOptional() @Matches(AGENCY_PATTERN, { message: 'Give an agency in capitals, such as UNDP.' }) agency?: string;
  @IsOptional() @IsIn(LANGUAGE_CODES, { message: 'Choose a language by its code, such as fr.' }) language?: Language;
  /** The lowest level that will do, 1 to 4. */
  @IsOptional() @Type(() => Number) @IsIn(LANGUAGE_LEVELS, { message: 'Choose a level from 1 to 4.' }) languageLevel?: LanguageLevel;
  @IsOptional() @IsIn(EXPERT_THEMES, { message: 'Choose one of the 51 themes of expertise by its slug, such as detention.' }) theme?: Theme;
  /** The lowest level that will do. */
  @IsOptional() @IsIn(KNOWLEDGE_LEVELS, { message: `Choose one of ${KNOWLEDGE_LEVELS.join(', ')}.` }) themeLevel?: KnowledgeLevel;
  /** Where somebody has worked, ISO 3166-1 alpha-3. */
  @IsOptional() @IsCountry() country?: CountryCode;
  @IsOptional() @IsCountry() nationality?: CountryCode;
  @IsOptional() @IsIn(GENDERS, { message: `Choose one of ${GENDERS.join(', ')}.` }) gender?: Gender;
  /** Free on all days from here … */
  @IsOptional() @IsDay() availableFrom?: string;
  /** … to here; the same day when left out. */
  @IsOptional() @IsDay() availableTo?: string;
  /** From 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Give a whole number.' })
  @Min(1, { message: 'Pages begin at 1.' })
  @Max(100_000, { message: 'There are not so many pages.' })
  page?: number;
}

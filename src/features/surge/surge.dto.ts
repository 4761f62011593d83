import { PickType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { IsoDate } from '../../core/dates.js';
import { TRAVEL_DAYS } from '../../core/deployments.js';
import { POST_LEVELS, type PostLevel } from '../../core/grades.js';
import { LANGUAGE_CODES, LANGUAGE_LEVELS, type Language, type LanguageLevel } from '../../core/languages.js';
import type { LanguageNeed } from '../../core/requirement.js';
import {
  FUNDING_SOURCES,
  type FundingSource,
  MOST_SEATS,
  SEVERITIES,
  type Severity,
  SURGE_STATES,
  SURGE_STEP_NAMES,
  SURGE_STEPS,
  type SurgeState,
  type SurgeStep,
  URGENCIES,
  type Urgency,
} from '../../core/surge.js';
import { LONGEST_TEXT } from '../../core/surge-ask.js';
import { ALTERNATIVES, type Alternative } from '../../core/surge-decision.js';
import { QUEUE_MOVES, type QueueMove } from '../../core/surge-queue.js';
import { EXPERT_THEMES, type Theme } from '../../core/themes.js';
import { IsCountry, IsDay, IsFilter } from '../../platform/http/index.js';

const TEXT = { message: 'Write this in words, or leave it empty.' };
const SHORTER = { message: `Shorten this to ${LONGEST_TEXT} characters.` };
const A_DAY = { message: 'Give a day that exists, as YYYY-MM-DD, for example 2026-02-28.' };
const TRAVEL = { message: `Give 0 to ${TRAVEL_DAYS.most} days of travel.` };
const SEATS = { message: `Ask for 1 to ${MOST_SEATS} experts.` };
const VERSION = { message: 'Give the version of the request that you decide on.' };
const MOST_LANGUAGES = 6;
const MOST_THEMES = 10;

/** Steps that a person takes by saying so; offers and answers to them have their own ways. */
export const CHOSEN_STEPS = SURGE_STEP_NAMES.filter(
  (step) => step !== 'offer' && step !== 'propose' && SURGE_STEPS[step].by.some((side) => side !== 'service'),
);

/** A language that the mission cannot do without. */
export class SurgeLanguageDto implements LanguageNeed {
  /** ISO 639 code. */
  @IsIn(LANGUAGE_CODES, { message: 'Choose a language from the list.' })
  language!: Language;

  /** UN level, 1 to 4. */
  @Type(() => Number)
  @IsIn(LANGUAGE_LEVELS, { message: 'Choose a level from I to IV.' })
  level!: LanguageLevel;
}

/** What a request asks for. A draft may leave anything out; what is missing is named when it is submitted. */
export class SurgeAskDto {
  @IsOptional()
  @IsIn(URGENCIES, { message: `Choose one of ${URGENCIES.join(', ')}.` })
  urgency?: Urgency;

  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  urgencyReason?: string;

  /** 1 (limited) to 5 (mass atrocities possible). */
  @IsOptional()
  @Type(() => Number)
  @IsIn(SEVERITIES, { message: 'Choose a severity from 1 to 5.' })
  severity?: Severity;

  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  situation?: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  tasks?: string;

  @IsOptional()
  @IsDay(A_DAY)
  startsOn?: IsoDate;

  @IsOptional()
  @IsDay(A_DAY)
  endsOn?: IsoDate;

  /** Days of travel before the first day; they are held as well. One unless said otherwise. */
  @IsOptional()
  @Type(() => Number)
  @Max(TRAVEL_DAYS.most, TRAVEL)
  @Min(0, TRAVEL)
  @IsInt(TRAVEL)
  travelBefore?: number;

  /** Days of travel after the last day; they are held as well. One unless said otherwise. */
  @IsOptional()
  @Type(() => Number)
  @Max(TRAVEL_DAYS.most, TRAVEL)
  @Min(0, TRAVEL)
  @IsInt(TRAVEL)
  travelAfter?: number;

  /** How many experts. */
  @IsOptional()
  @Type(() => Number)
  @Max(MOST_SEATS, SEATS)
  @Min(1, SEATS)
  @IsInt(SEATS)
  seats?: number;

  /** The experience of this level is asked for. */
  @IsOptional()
  @IsIn(POST_LEVELS, { message: `Choose one of ${POST_LEVELS.join(', ')}.` })
  level?: PostLevel;

  @IsOptional()
  @Type(() => SurgeLanguageDto)
  @ArrayUnique((need: LanguageNeed) => need.language, { message: 'Name each language once.' })
  @ValidateNested({ each: true, message: 'Give each language with its level.' })
  @ArrayMaxSize(MOST_LANGUAGES, { message: `Name at most ${MOST_LANGUAGES} languages.` })
  @IsArray({ message: 'Give the languages as a list.' })
  languages?: SurgeLanguageDto[];

  /** None: the themes of the country's needs. */
  @IsOptional()
  @IsIn(EXPERT_THEMES, { each: true, message: 'Choose themes from the list.' })
  @ArrayUnique({ message: 'Name each theme once.' })
  @ArrayMaxSize(MOST_THEMES, { message: `Choose at most ${MOST_THEMES} themes.` })
  @IsArray({ message: 'Give the themes as a list.' })
  themes?: Theme[];

  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  hosting?: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  security?: string;

  @IsOptional()
  @IsIn(FUNDING_SOURCES, { message: `Choose one of ${FUNDING_SOURCES.join(', ')}.` })
  fundingSource?: FundingSource;
}

/** A new request for the own country: kept as a draft, or submitted at once. */
export class NewSurgeRequestDto extends SurgeAskDto {
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  submit?: boolean;
}

/** A draft as it is now, and the version that it was changed from. */
export class ChangedSurgeRequestDto extends NewSurgeRequestDto {
  @Type(() => Number)
  @IsInt(VERSION)
  version!: number;
}

/** The terms of an approval; what is left out stays as it was asked. No more places than were asked for. */
export class SurgeTermsDto extends PickType(SurgeAskDto, ['urgency', 'startsOn', 'endsOn', 'seats'] as const) {}

/** A step that a person takes with a request. */
export class SurgeStepDto {
  @IsIn(CHOSEN_STEPS, { message: `Choose one of ${CHOSEN_STEPS.join(', ')}.` })
  step!: SurgeStep;

  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  reason?: string;

  /** With an approval: what is approved where it differs from what was asked. */
  @IsOptional()
  @Type(() => SurgeTermsDto)
  @ValidateNested({ message: 'Give the changed terms with their names.' })
  terms?: SurgeTermsDto;

  /** When declining: what is offered instead. */
  @IsOptional()
  @IsIn(ALTERNATIVES, { each: true, message: `Choose among ${ALTERNATIVES.join(', ')}.` })
  @ArrayUnique({ message: 'Name each alternative once.' })
  @IsArray({ message: 'Give the alternatives as a list.' })
  alternatives?: Alternative[];

  @Type(() => Number)
  @IsInt(VERSION)
  version!: number;
}

/** Puts a request before or behind all others, or back where the rule puts it. */
export class QueueMoveDto {
  @IsIn(QUEUE_MOVES, { message: `Choose one of ${QUEUE_MOVES.join(', ')}.` })
  move!: QueueMove;

  @MaxLength(LONGEST_TEXT, SHORTER)
  @Matches(/\S/, { message: 'Give a reason: it is kept with the request.' })
  @IsString({ message: 'Give a reason: it is kept with the request.' })
  moveReason!: string;

  @Type(() => Number)
  @IsInt(VERSION)
  version!: number;
}

/** Which requests to list. */
export class SurgeQueueQueryDto {
  @IsFilter()
  @IsIn(SURGE_STATES, { message: `Choose one of ${SURGE_STATES.join(', ')}.` })
  state?: SurgeState;

  @IsFilter()
  @IsIn(URGENCIES, { message: `Choose one of ${URGENCIES.join(', ')}.` })
  urgency?: Urgency;

  @IsFilter()
  @IsCountry({ message: 'Choose a country from the list.' })
  country?: string;

  /** The account of the officer who has it, or `nobody`. */
  @IsFilter()
  @Matches(/^(nobody|[0-9a-f-]{36})$/, { message: 'Choose an officer from the list, or nobody.' })
  officer?: string;

  /** Only what is late, as a whole or in its stage. */
  @IsFilter()
  @IsBoolean({ message: 'Say true or false.' })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value || undefined))
  late?: boolean;
}

/** Where in the past requests to go on. */
export class PastQueryDto {
  /** The mark that the page before ended with. */
  @IsOptional()
  @MaxLength(80, { message: 'Take the mark that the page before ended with.' })
  @IsString({ message: 'Take the mark that the page before ended with.' })
  before?: string;
}

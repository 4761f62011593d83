import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { IsoDate } from '../../core/dates.js';
import { POST_LEVELS, type PostLevel } from '../../core/grades.js';
import { LANGUAGE_CODES, LANGUAGE_LEVELS, type Language, type LanguageLevel } from '../../core/languages.js';
import { OFFER_HOURS_LIMITS } from '../../core/offers.js';
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
import { QUEUE_MOVES, type QueueMove } from '../../core/surge-queue.js';
import { EXPERT_THEMES, type Theme } from '../../core/themes.js';
import { IsCountry, IsDay } from '../../platform/http/index.js';

const TEXT = { message: 'Write this as text.' };
const SHORTER = { message: `Shorten this to ${LONGEST_TEXT} characters.` };
const A_DAY = { message: 'Give a day that exists, as YYYY-MM-DD, for example 2026-02-28.' };
const SEATS = { message: `Ask for 1 to ${MOST_SEATS} experts.` };
const VERSION = { message: 'Give the version of the request that you decide on.' };
const HOURS = { message: `Give ${OFFER_HOURS_LIMITS.least} to ${OFFER_HOURS_LIMITS.most} hours to answer.` };
const PAGE = { message: 'Give a page from 1.' };
const MOST_LANGUAGES = 6;
const MOST_THEMES = 10;

/** Steps that a person takes by saying so; offers and answers to them have their own ways. */
export const CHOSEN_STEPS = SURGE_STEP_NAMES.filter((step) => step !== 'offer' && SURGE_STEPS[step].by.some((side) => side !== 'service'));

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

/** A step that a person takes with a request. */
export class SurgeStepDto {
  @IsIn(CHOSEN_STEPS, { message: `Choose one of ${CHOSEN_STEPS.join(', ')}.` })
  step!: SurgeStep;

  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  reason?: string;

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

/** Offers to one expert or to several at once. */
export class SurgeOffersDto {
  @IsUUID('all', { each: true, message: 'Choose experts from the list.' })
  @ArrayUnique({ message: 'Choose each expert once.' })
  @ArrayMaxSize(50, { message: 'Make at most 50 offers at once.' })
  @ArrayNotEmpty({ message: 'Choose at least one expert.' })
  @IsArray({ message: 'Choose at least one expert.' })
  experts!: string[];

  /** Time to answer; without it, the time of the request's urgency. */
  @IsOptional()
  @Type(() => Number)
  @Max(OFFER_HOURS_LIMITS.most, HOURS)
  @Min(OFFER_HOURS_LIMITS.least, HOURS)
  @IsInt(HOURS)
  hours?: number;

  /** Why a requirement is waived for somebody who does not meet it; needed only then. */
  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  waiver?: string;

  @Type(() => Number)
  @IsInt(VERSION)
  version!: number;
}

/** Takes an open offer back. */
export class OfferWithdrawalDto {
  @Type(() => Number)
  @IsInt(VERSION)
  version!: number;
}

/** Which requests to list. */
export class SurgeQueueQueryDto {
  @IsOptional()
  @IsIn(SURGE_STATES, { message: `Choose one of ${SURGE_STATES.join(', ')}.` })
  state?: SurgeState;

  @IsOptional()
  @IsIn(URGENCIES, { message: `Choose one of ${URGENCIES.join(', ')}.` })
  urgency?: Urgency;

  @IsOptional()
  @IsCountry({ message: 'Choose a country from the list.' })
  country?: string;
}

/** Which page of the past requests, from 1. */
export class PastQueryDto {
  @IsOptional()
  @Type(() => Number)
  @Max(100_000, PAGE)
  @Min(1, PAGE)
  @IsInt(PAGE)
  page?: number;
}

export const OFFER_ANSWERS = ['accept', 'decline'] as const;

/** The answer of an expert, by the token of the link in the mail. */
export class OfferAnswerDto {
  @MaxLength(200, { message: 'Copy the whole link from the mail.' })
  @IsString({ message: 'Copy the whole link from the mail.' })
  token!: string;

  @IsIn(OFFER_ANSWERS, { message: 'Choose accept or decline.' })
  answer!: (typeof OFFER_ANSWERS)[number];

  @IsOptional()
  @MaxLength(1_000, { message: 'Shorten the reason to 1,000 characters.' })
  @IsString(TEXT)
  reason?: string;
}

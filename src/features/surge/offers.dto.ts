import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { HOLDINGS, type Holding } from '../../core/deployments.js';
import { OFFER_HOURS_LIMITS } from '../../core/offers.js';
import { RELEASE_DECISIONS, type ReleaseDecision } from '../../core/release.js';
import { LONGEST_TEXT } from '../../core/surge-ask.js';
import { OFFER_PAGE_WORDS } from './views/expert/index.js';

const TEXT = { message: 'Write this in words, or leave it empty.' };
const SHORTER = { message: `Shorten this to ${LONGEST_TEXT} characters.` };
const VERSION = { message: 'Give the version of the request that you decide on.' };
const HOURS = { message: `Give ${OFFER_HOURS_LIMITS.least} to ${OFFER_HOURS_LIMITS.most} hours to answer.` };
/** Most offers that can be made at once. */
export const LARGEST_WAVE = 50;
const WAVE = { message: `Give 1 to ${LARGEST_WAVE} experts for a wave.` };
const SHORT_TEXT = 1_000;
/** What the page of the offer says in every language, said here in English. */
const { problems } = OFFER_PAGE_WORDS.en;
const TOKEN = { message: 'Copy the whole link from the mail.' };

/** Offers to the experts named, or to the first so many of the proposal in the order of their rank. */
export class SurgeOffersDto {
  @IsOptional()
  @IsUUID('all', { each: true, message: 'Choose experts from the list.' })
  @ArrayUnique({ message: 'Choose each expert once.' })
  @ArrayMaxSize(LARGEST_WAVE, { message: `Make at most ${LARGEST_WAVE} offers at once.` })
  @IsArray({ message: 'Choose at least one expert.' })
  experts?: string[];

  /** How many of the proposed are asked at once, best first; instead of naming them. */
  @IsOptional()
  @Type(() => Number)
  @Max(LARGEST_WAVE, WAVE)
  @Min(1, WAVE)
  @IsInt(WAVE)
  wave?: number;

  /** Time to answer; without it, the time of the request's urgency. */
  @IsOptional()
  @Type(() => Number)
  @Max(OFFER_HOURS_LIMITS.most, HOURS)
  @Min(OFFER_HOURS_LIMITS.least, HOURS)
  @IsInt(HOURS)
  hours?: number;

  /** From when on the days of those who are asked are held, from this wave on. */
  @IsOptional()
  @IsIn(HOLDINGS, { message: `Choose one of ${HOLDINGS.join(', ')}.` })
  holding?: Holding;

  /** Why a requirement is waived for somebody who does not meet it; needed only then. */
  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString(TEXT)
  waiver?: string;

  @Type(() => Number)
  @IsInt(VERSION)
  version!: number;
}

/** Takes an open offer back, or an accepted one that still waits for the agency's release. */
export class OfferWithdrawalDto {
  @Type(() => Number)
  @IsInt(VERSION)
  version!: number;
}

export const OFFER_ANSWERS = ['accept', 'decline'] as const;

/** The answer of an expert, by the token of the link in the mail. */
export class OfferAnswerDto {
  @MaxLength(200, TOKEN)
  @IsString(TOKEN)
  token!: string;

  @IsIn(OFFER_ANSWERS, { message: problems.answerMissing })
  answer!: (typeof OFFER_ANSWERS)[number];

  @IsOptional()
  @MaxLength(SHORT_TEXT, { message: problems.reasonTooLong })
  @IsString(TEXT)
  reason?: string;
}

/** A question of an expert before answering, by the token of the link in the mail. */
export class OfferQuestionDto {
  @MaxLength(200, TOKEN)
  @IsString(TOKEN)
  token!: string;

  @MaxLength(SHORT_TEXT, { message: problems.questionTooLong })
  @Matches(/\S/, { message: problems.questionMissing })
  @IsString({ message: problems.questionMissing })
  question!: string;
}

/** What the desk answers to a question. */
export class QuestionAnswerDto {
  @MaxLength(LONGEST_TEXT, SHORTER)
  @Matches(/\S/, { message: 'Write an answer.' })
  @IsString({ message: 'Write an answer.' })
  answer!: string;
}

/** What the agency says to the release of one of its staff. */
export class ReleaseDecisionDto {
  @IsIn(RELEASE_DECISIONS, { message: `Choose one of ${RELEASE_DECISIONS.join(', ')}.` })
  decision!: ReleaseDecision;

  /** Needed to refuse; the surge desk reads it. */
  @IsOptional()
  @MaxLength(SHORT_TEXT, { message: 'Shorten the reason to 1,000 characters.' })
  @IsString(TEXT)
  reason?: string;
}

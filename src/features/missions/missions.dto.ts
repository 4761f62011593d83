import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import {
  MISSION_RATINGS,
  MISSION_STATES,
  MISSION_STEP_NAMES,
  type MissionRating,
  type MissionState,
  type MissionStep,
} from '../../core/missions.js';
import { IsDay } from '../../platform/http/index.js';
import { REPORT_PAGE_WORDS } from './views/report-words.js';

/** What the page of the report says in every language, said here in English. */
const REPORT = { message: REPORT_PAGE_WORDS.en.problems.report };
const VERSION = { message: 'Give the version of the mission that you have seen, a whole number from 1.' };

/** A step of a mission, decided by an officer on the version that was seen. */
export class MissionStepDto {
  @IsIn(MISSION_STEP_NAMES, { message: `Choose one of ${MISSION_STEP_NAMES.join(', ')}.` })
  step!: MissionStep;

  /** The day of arrival, or the new last day, where the step asks for one. */
  @IsDay()
  @IsOptional()
  day?: string;

  @MaxLength(2000, { message: 'Give a reason of at most 2,000 characters.' })
  @IsString({ message: 'Give the reason as text.' })
  @IsOptional()
  reason?: string;

  @Type(() => Number)
  @Min(1, VERSION)
  @IsInt(VERSION)
  version!: number;
}

/** What the office that asked says of the mission. */
export class MissionRatingDto {
  @Type(() => Number)
  @IsIn(MISSION_RATINGS, { message: 'Choose a rating from 1 (did not help) to 5 (made the difference).' })
  rating!: MissionRating;

  @Length(1, 4000, { message: 'Say in a sentence or more what the mission achieved and what was missing, at most 4,000 characters.' })
  @IsString({ message: 'Say in a sentence or more what the mission achieved and what was missing, at most 4,000 characters.' })
  comment!: string;

  @Type(() => Number)
  @Min(1, VERSION)
  @IsInt(VERSION)
  version!: number;
}

/** What the expert writes at the end. */
export class MissionReportDto {
  @Length(1, 20_000, REPORT)
  @IsString(REPORT)
  report!: string;
}

/** The report together with the token of the link that it answers. */
export class HandedReportDto extends MissionReportDto {
  @Length(20, 200, { message: 'Give the token of the link, as it stands in the mail.' })
  @IsString({ message: 'Give the token as text.' })
  token!: string;
}

/** Which missions to list. */
export class MissionQueryDto {
  /** Empty, as the filter of the page sends it, means every state. */
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsIn(MISSION_STATES, { message: `Choose one of ${MISSION_STATES.join(', ')}.` })
  @IsOptional()
  state?: MissionState;

  /** Only those of this request. */
  @IsUUID('all', { message: 'Give the id of a request.' })
  @IsOptional()
  request?: string;

  /** Only those of this expert. */
  @IsUUID('all', { message: 'Give the id of an expert.' })
  @IsOptional()
  expert?: string;

  @Type(() => Number)
  @Max(100_000, { message: 'Give a page from 1.' })
  @Min(1, { message: 'Give a page from 1.' })
  @IsInt({ message: 'Give a page from 1.' })
  page: number = 1;
}

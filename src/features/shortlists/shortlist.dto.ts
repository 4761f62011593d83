import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { IsoDate } from '../../core/dates.js';
import { IsDay } from '../../platform/http/index.js';

/** Candidates of the top that are kept unless another number is asked for. */
export const STANDARD_SIZE = 50;
export const LARGEST_SIZE = 500;

const SIZE = { message: `Give a whole number of candidates from 1 to ${LARGEST_SIZE}.` };
const PAGE = { message: 'Give a page from 1.' };

export interface RunOptions {
  readonly size?: number;
  readonly asOf?: IsoDate;
}

/** How a shortlist is run. */
export class RunDto implements RunOptions {
  /** How many of the best to keep with their explanation, 1 to 500. */
  @Type(() => Number)
  @Max(LARGEST_SIZE, SIZE)
  @Min(1, SIZE)
  @IsInt(SIZE)
  @IsOptional()
  size?: number;

  /** Experience counts up to and including this day; without it the post's day, else today. */
  @IsDay()
  @IsOptional()
  asOf?: IsoDate;
}

/** Which page of those who are not eligible to show. */
export class ShortlistQueryDto {
  @Type(() => Number)
  @Max(1_000_000, PAGE)
  @Min(1, PAGE)
  @IsInt(PAGE)
  page: number = 1;
}

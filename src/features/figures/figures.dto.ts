import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const YEAR = { message: 'Give a year from 2000 to 2200.' };

/** Which year's requests the figures are of; the present one when left out. */
export class FiguresQueryDto {
  @Type(() => Number)
  @Max(2200, YEAR)
  @Min(2000, YEAR)
  @IsInt(YEAR)
  @IsOptional()
  year?: number;
}

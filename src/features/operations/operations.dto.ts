import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** Which page of the dead jobs. */
export class DeadJobsQueryDto {
  /** From 1; fifty jobs each. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Give the page as a whole number from 1.' })
  @Min(1, { message: 'Give the page as a whole number from 1.' })
  @Max(100_000, { message: 'Give a page below 100,000.' })
  page?: number;
}

/** Which kind of dead jobs is run again. */
export class ReplayKindDto {
  /** The name of the job, such as `notice.deliver`. */
  @IsString({ message: 'Give the name of the job as it stands in the list.' })
  @Length(1, 100, { message: 'Give the name of the job as it stands in the list.' })
  name!: string;

  /** The kind of its failure, as it stands in the list. */
  @IsString({ message: 'Give the kind of failure as it stands in the list.' })
  @Length(1, 200, { message: 'Give the kind of failure as it stands in the list.' })
  failure!: string;
}

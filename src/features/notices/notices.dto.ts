import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { NOTICE_STATES, type NoticeState } from './notice.entity.js';

/** What of the ledger is asked for. */
export class NoticeQueryDto {
  /** Only notices in this state; empty, as a filter form sends it, means every state. */
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsOptional()
  @IsIn(NOTICE_STATES, { message: `Choose one of ${NOTICE_STATES.join(', ')}.` })
  state?: NoticeState;

  /** Only notices about this subject, such as a surge request. */
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of the subject as it stands in its address.' })
  subjectId?: string;

  /** `yes`: only what is due for more than ten minutes and still not sent. */
  @IsOptional()
  @IsIn(['yes'], { message: 'Say yes, or leave it out.' })
  late?: 'yes';

  /** From 1; fifty notices each. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Give the page as a whole number from 1.' })
  @Min(1, { message: 'Give the page as a whole number from 1.' })
  @Max(100_000, { message: 'Give a page below 100,000.' })
  page?: number;
}

import { IsIn } from 'class-validator';

export class NeedsImportQueryDto {
  /** Whether rows that cannot be read are left out; without it they keep everything from being imported. */
  @IsIn(['true', 'false'], { message: 'Choose true or false.' })
  partial: 'true' | 'false' = 'false';
}

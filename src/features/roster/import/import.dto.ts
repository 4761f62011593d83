import { IsBoolean, IsIn } from 'class-validator';

/** How a file is to be treated. */
export class ImportQueryDto {
  /** `check` only looks and waits for a confirmation. */
  @IsIn(['check', 'import'], { message: 'Choose check or import.' }) mode: 'check' | 'import' = 'check';
  /** Whether good rows are imported although others are bad. */
  @IsIn(['true', 'false'], { message: 'Choose true or false.' }) partial: 'true' | 'false' = 'false';
}

export class ConfirmImportDto {
  /** Import the good rows of a file that has bad ones. */
  @IsBoolean({ message: 'Give true or false.' }) partial = false;
}

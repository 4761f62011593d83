import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsString, Length, Matches, MaxLength, Min } from 'class-validator';
import { CLAIM_PARTS } from '../../../core/expert.js';
import { EXPERT_LIMITS } from '../../../core/expert-draft.js';
import { ONE_LINE } from '../../../core/roster-cells.js';

const MOST = CLAIM_PARTS.length * EXPERT_LIMITS.parts;

/** Claims that somebody checked. */
export class VerificationDto {
  /** Ids of the claims. */
  @MaxLength(36, { each: true, message: 'Choose claims from the list.' })
  @IsString({ each: true, message: 'Choose claims from the list.' })
  @ArrayUnique({ message: 'Name each claim once.' })
  @ArrayMaxSize(MOST, { message: `Choose at most ${MOST} claims.` })
  @ArrayMinSize(1, { message: 'Choose at least one claim.' })
  @IsArray({ message: 'Choose at least one claim.' })
  claims: string[] = [];

  /** How they were checked, such as “diploma seen”. */
  @Matches(ONE_LINE, { message: 'Write one line without control characters.' })
  @Length(3, EXPERT_LIMITS.text, { message: `Say in 3 to ${EXPERT_LIMITS.text} characters how it was checked, such as “diploma seen”.` })
  @IsString({ message: 'Say how it was checked, such as “diploma seen”.' })
  how!: string;

  /** The version of the profile that was read. */
  @Min(1, { message: 'Give the version that you read.' })
  @IsInt({ message: 'Give the version that you read.' })
  version!: number;
}

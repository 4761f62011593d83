import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { LONGEST_TEXT } from '../../core/surge-ask.js';

const SHORTER = { message: `Shorten this to ${LONGEST_TEXT} characters.` };
const MESSAGE = { message: 'Write your message first.' };
const OFFICER = { message: 'Choose an officer from the list.' };

/** A message in the thread of a request, read by both sides. */
export class SurgeMessageDto {
  @MaxLength(LONGEST_TEXT, SHORTER)
  @Matches(/\S/, MESSAGE)
  @IsString(MESSAGE)
  message!: string;
}

/** Who of the desk has a request from now on. */
export class SurgeOfficerDto {
  @IsUUID('all', OFFICER)
  officerId!: string;

  /** Why it is handed over; it stays in the history. */
  @IsOptional()
  @MaxLength(LONGEST_TEXT, SHORTER)
  @IsString({ message: 'Write this in words, or leave it empty.' })
  handOverReason?: string;

  @Type(() => Number)
  @IsInt({ message: 'Give the version of the request that you hand over.' })
  version!: number;
}

/** An officer of the desk. */
export class OfficerView {
  id!: string;
  name!: string;
}

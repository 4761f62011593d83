import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { DEGREE_LISTS, DEGREE_TERM_LIMITS, type DegreeList } from '../../core/degree-terms.js';

const REASON = { message: `Say in at most ${DEGREE_TERM_LIMITS.reason} characters why, and by which source.` };

/** A change of the list of degree names. */
export class DegreeTermDto {
  @IsIn(DEGREE_LISTS, { message: `Choose one of ${DEGREE_LISTS.join(', ')}.` })
  list!: DegreeList;

  @IsString({ message: 'Write the words as they stand in titles.' })
  @Length(1, DEGREE_TERM_LIMITS.term, { message: `Write the words as they stand in titles, at most ${DEGREE_TERM_LIMITS.term} letters.` })
  term!: string;

  /** A level or a field; null takes the term out of the list. */
  @IsOptional()
  @IsString({ message: 'Choose what it is read as, or leave it empty to take it out of the list.' })
  value: string | null = null;

  @IsString(REASON)
  @Length(1, DEGREE_TERM_LIMITS.reason, REASON)
  reason!: string;
}

/** A title to be read. */
export class DegreeTitleDto {
  @IsOptional()
  @IsString({ message: 'Give the title as text.' })
  @MaxLength(200, { message: 'Give at most 200 characters.' })
  title?: string;
}

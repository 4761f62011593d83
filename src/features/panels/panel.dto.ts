import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { EXPERT_LIMITS } from '../../core/expert-draft.js';
import {
  type CandidateOutcome,
  CONFLICTS,
  type Conflict,
  type Decision,
  MOST_CANDIDATES,
  OUTCOMES,
  type Outcome,
  PANEL_CRITERIA,
  type PanelCriterion,
  RATINGS,
  type Rating,
  type Scores,
} from '../../core/panel.js';
import { ONE_LINE } from '../../core/roster-cells.js';

/** Longest text of one field, in characters. */
export const LONGEST = 2_000;
const MOST_MEMBERS = 9;
const SIZE = { message: `Give a whole number of candidates from 1 to ${MOST_CANDIDATES}.` };
const VERSION = { message: 'Give the version that you looked at.' };
const LETTER = { message: 'Give letters of candidates, A to Z.' };
const MEMBERS = { message: `Choose 2 to ${MOST_MEMBERS} members: two people have to stand for the decision.` };

/** Text that may be left out. */
function Remark(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    MaxLength(LONGEST, { message: `Shorten this to ${LONGEST} characters.` }),
    IsString({ message: 'Write this in words, or leave it empty.' }),
  );
}

/** Text that has to be there. */
function Words(message: string): PropertyDecorator {
  return applyDecorators(
    MaxLength(LONGEST, { message: `Shorten this to ${LONGEST} characters.` }),
    Matches(/\S/, { message }),
    IsString({ message }),
  );
}

function Version(): PropertyDecorator {
  return applyDecorators(
    Type(() => Number),
    Min(0, VERSION),
    Max(1_000_000, VERSION),
    IsInt(VERSION),
  );
}

function Score(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Type(() => Number),
    IsIn(RATINGS, { message: 'Choose a rating from 1 to 5.' }),
  );
}

/** Who rates the first candidates of a run. */
export class NewPanelDto {
  /** The shortlist run. */
  @IsUUID('all', { message: 'Give the id of a shortlist run.' })
  runId!: string;

  /** How many of the first, 1 to 26. */
  @Type(() => Number)
  @Max(MOST_CANDIDATES, SIZE)
  @Min(1, SIZE)
  @IsInt(SIZE)
  candidates!: number;

  /** Ids of accounts. */
  @IsUUID('all', { each: true, message: 'Choose members from the list.' })
  @ArrayUnique({ message: 'Name each member once.' })
  @ArrayMaxSize(MOST_MEMBERS, MEMBERS)
  @ArrayMinSize(2, MEMBERS)
  @IsArray(MEMBERS)
  members!: string[];

  /** The account of the member who chairs. */
  @IsUUID('all', { message: 'Choose one of the members to chair.' })
  chairId!: string;
}

/** Whether a member has a conflict of interest, before anything is shown. */
export class DeclarationDto {
  /** With nobody, with a candidate or somebody who may be one, or with the whole panel. */
  @IsIn(CONFLICTS, { message: 'Say whether you have a conflict of interest.' })
  conflict!: Conflict;

  /** With whom and why; needed when there is one. */
  @Remark()
  description?: string;
}

/** How a described conflict compares with the candidates. */
export class ResolutionDto {
  @IsUUID('all', { message: 'Choose a member of the panel.' })
  accountId!: string;

  /** Letters of the candidates whom it is about; none when it is about nobody here. */
  @IsOptional()
  @Matches(/^[A-Z]$/, { each: true, ...LETTER })
  @ArrayUnique(LETTER)
  @IsArray(LETTER)
  letters?: string[];

  @Words('Write what you compared and found: it is kept.')
  resolution!: string;
}

/** Who leaves a panel, who joins it, and who chairs it from now on. */
export class MembersDto {
  /** The account that is excused. */
  @IsOptional()
  @IsUUID('all', { message: 'Choose a member of the panel.' })
  excuse?: string;

  /** The account that is invited. */
  @IsOptional()
  @IsUUID('all', { message: 'Choose somebody from the list.' })
  invite?: string;

  /** The account that chairs; without it the chair stays. */
  @IsOptional()
  @IsUUID('all', { message: 'Choose one of the members to chair.' })
  chairId?: string;

  @Words('Write why: it is kept.')
  reason!: string;

  /** Of the panel. */
  @Version()
  version!: number;
}

/** Stepping back from a candidate whom one recognised. */
export class RecusalDto {
  @Words('Write why you step back: it is kept.')
  reason!: string;
}

/** Ratings by criterion of the TOR, 1 to 5; any may be missing until the rating is handed in. */
export class ScoresDto implements Scores {
  @Score() education?: Rating;
  @Score() experience?: Rating;
  @Score() machinery?: Rating;
  @Score() mandates?: Rating;
  @Score() 'development-programming'?: Rating;
  @Score() additional?: Rating;
  @Score() advocacy?: Rating;
  @Score() sensitivity?: Rating;
  @Score() languages?: Rating;
}

/** Remarks by criterion. */
export class NotesDto implements Partial<Record<PanelCriterion, string>> {
  @Remark() education?: string;
  @Remark() experience?: string;
  @Remark() machinery?: string;
  @Remark() mandates?: string;
  @Remark() 'development-programming'?: string;
  @Remark() additional?: string;
  @Remark() advocacy?: string;
  @Remark() sensitivity?: string;
  @Remark() languages?: string;
}

/** What a member thinks of a candidate. */
export class RatingDto {
  @IsOptional()
  @Type(() => ScoresDto)
  @ValidateNested({ message: 'Give ratings by criterion.' })
  scores?: ScoresDto;

  @IsOptional()
  @Type(() => NotesDto)
  @ValidateNested({ message: 'Give remarks by criterion.' })
  notes?: NotesDto;

  @Remark()
  comment?: string;

  /** Whether it stands from here on; otherwise it is kept and can be changed. */
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  handIn?: boolean;

  /** Of the rating that was changed; 0 for the first. */
  @Version()
  version!: number;
}

/** What the panel agreed on about a candidate. */
export class ConsensusDto {
  @Type(() => ScoresDto)
  @ValidateNested({ message: 'Give an agreed rating for each criterion.' })
  scores: ScoresDto = new ScoresDto();

  @Words('Write how the panel came to agree: it is kept.')
  reason!: string;
}

/** What of the panel's findings goes on the expert's record. */
export class FindingsDto {
  @IsIn(PANEL_CRITERIA, { each: true, message: 'Choose criteria from the list.' })
  @ArrayUnique({ message: 'Name each criterion once.' })
  @ArrayMinSize(1, { message: 'Choose at least one criterion.' })
  @IsArray({ message: 'Choose at least one criterion.' })
  criteria: PanelCriterion[] = [];

  /** How the panel came to it; shown with every claim. */
  @Matches(ONE_LINE, { message: 'Write one line without control characters.' })
  @MaxLength(EXPERT_LIMITS.text, { message: `Shorten this to ${EXPERT_LIMITS.text} characters.` })
  @Matches(/\S/, { message: 'Write how the panel came to it, such as “rated by three members, then discussed”.' })
  @IsString({ message: 'Write how the panel came to it.' })
  how!: string;
}

/** What becomes of one candidate. */
export class OutcomeDto implements CandidateOutcome {
  @Matches(/^[A-Z]$/, LETTER)
  letter!: string;

  @IsIn(OUTCOMES, { message: 'Choose selected, reserve or not selected.' })
  outcome!: Outcome;

  @MaxLength(LONGEST, { message: `Shorten this to ${LONGEST} characters.` })
  @IsString({ message: 'Write this in words, or leave it empty.' })
  reason: string = '';
}

/** A proposal of the chair. */
export class DecisionDto implements Decision {
  @Type(() => OutcomeDto)
  @ValidateNested({ each: true, message: 'Give each candidate with an outcome.' })
  @ArrayMaxSize(MOST_CANDIDATES, { message: 'Give each candidate once.' })
  @IsArray({ message: 'Give each candidate with an outcome.' })
  outcomes!: OutcomeDto[];

  /** Needed where the order of the shortlist is turned round. */
  @MaxLength(LONGEST, { message: `Shorten this to ${LONGEST} characters.` })
  @IsString({ message: 'Write this in words, or leave it empty.' })
  overrideReason: string = '';

  /** Needed where fewer than two people, or no woman, are recommended. */
  @MaxLength(LONGEST, { message: `Shorten this to ${LONGEST} characters.` })
  @IsString({ message: 'Write this in words, or leave it empty.' })
  analysis: string = '';

  /** Of the panel. */
  @Version()
  version!: number;
}

/** What was looked at when it was confirmed. */
export class ConfirmationDto {
  /** Of the panel. */
  @Version()
  version!: number;
}

/** A step against a proposal, or against the panel, with a reason. */
export class ReturnDto extends ConfirmationDto {
  @Words('Write why: it is kept.')
  reason!: string;
}

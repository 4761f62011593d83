import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { CRITERIA, type CriterionName } from '../../core/requirement.js';

const TOP = { message: 'Give a whole number of places from 1 to 50.' };
const SEED = { message: 'Give a whole number from 0 to 2,147,483,647.' };
const NUMBER = { message: 'Give a roster number, a whole number.' };
const AMOUNT = { message: 'Give a whole number from 0 to 100.' };
const PEOPLE = { message: 'Choose two to four different people.' };

/** How robustness is looked at. */
export class RobustnessQueryDto {
  /** How many places count as the top. */
  @Type(() => Number)
  @Max(50, TOP)
  @Min(1, TOP)
  @IsInt(TOP)
  top: number = 5;

  /** The same seed gives the same random weightings. */
  @Type(() => Number)
  @Max(2_147_483_647, SEED)
  @Min(0, SEED)
  @IsInt(SEED)
  seed: number = 1;

  /** Roster number of somebody for whom it is said what would bring them into the top, besides those right behind it. */
  @Type(() => Number)
  @Max(2 ** 32 - 1, NUMBER)
  @Min(0, NUMBER)
  @IsInt(NUMBER)
  @IsOptional()
  number?: number;
}

/** An amount from 0 to 100 for a criterion. */
function Amount(): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [Type(() => Number), Max(100, AMOUNT), Min(0, AMOUNT), IsInt(AMOUNT), IsOptional()]) decorate(target, property);
  };
}

/** Other weights to look at. They need not sum to 100: proportions count. Criteria that are not given count as 0; without any, the weights of the run. */
export class PreviewQueryDto implements Partial<Record<CriterionName, number>> {
  @Amount() themes?: number;
  @Amount() experience?: number;
  @Amount() languages?: number;
  @Amount() knowledge?: number;
  @Amount() field?: number;
  @Amount() country?: number;
  @Amount() skills?: number;
  @Amount() trainings?: number;
  @Amount() education?: number;
  @Amount() context?: number;

  /** How the page asks for them. */
  @IsIn(['sliders', 'numbers'], { message: 'Choose sliders or numbers.' })
  @IsOptional()
  entry?: 'sliders' | 'numbers';
}

/** The amounts by criterion; undefined when none is given. */
export function amountsOf(query: PreviewQueryDto): Record<CriterionName, number> | undefined {
  if (CRITERIA.every((criterion) => query[criterion] === undefined)) return undefined;
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, query[criterion] ?? 0])) as Record<CriterionName, number>;
}

/** Whom to compare, by roster number: `?number=12&number=40`. */
export class ComparisonQueryDto {
  @ArrayUnique(PEOPLE)
  @ArrayMaxSize(4, PEOPLE)
  @ArrayMinSize(2, PEOPLE)
  @IsInt({ each: true, message: 'Give roster numbers.' })
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value : [value]).map(Number))
  number: number[] = [];
}

/** Why the list is as it is, and what was done about it. */
export class AnalysisDto {
  @MaxLength(10_000, { message: 'Write at most 10,000 characters.' })
  @MinLength(20, {
    message: 'Write at least a sentence: what was done to find more candidates, or a woman, and why the list still stands.',
  })
  @IsString({ message: 'Write the analysis.' })
  text!: string;
}

/** A signature, with a remark if there is one. */
export class SignOffDto {
  @MaxLength(2_000, { message: 'Write at most 2,000 characters.' })
  @IsString({ message: 'Write the remark as text.' })
  @IsOptional()
  remark?: string;
}

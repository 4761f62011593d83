import { type IsoDate, isIsoDate } from './dates.js';
import { missionPeriod } from './deployments.js';
import { DomainError, type FieldProblem } from './errors.js';
import { MOST_SEATS } from './surge.js';

/** Longest text of a field, in characters: two printed pages. */
export const LONGEST_TEXT = 6_000;

/** Fewest characters that count as saying something where a reason, a situation or tasks are asked for. */
export const SHORTEST_TEXT = 10;

/** What has to be there before a draft can be submitted. */
export interface SurgeAskFields {
  readonly urgencyReason: string;
  readonly situation: string;
  readonly tasks: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly seats: number;
}

const PROSE = {
  urgencyReason: 'Say why it is as urgent as this: what happens if nobody is there in time.',
  situation: 'Describe the situation in a few sentences.',
  tasks: 'Say what the expert would do.',
} as const;

/** What keeps a draft from being submitted, each with its remedy; empty when it is complete. */
export function missingFields(ask: SurgeAskFields, today: IsoDate): FieldProblem[] {
  const prose = (Object.keys(PROSE) as (keyof typeof PROSE)[])
    .filter((field) => ask[field].trim().length < SHORTEST_TEXT)
    .map((field) => ({ field, message: `${PROSE[field]} At least ${SHORTEST_TEXT} characters.` }));
  return [...prose, ...periodProblems(ask, today), ...seatProblems(ask.seats)];
}

/** Throws `input.invalid` with every field that is missing. */
export function mustBeComplete(ask: SurgeAskFields, today: IsoDate): void {
  const problems = missingFields(ask, today);
  if (problems.length > 0)
    throw new DomainError(
      'input.invalid',
      'The request is not complete yet. Fill in what is marked; it can be kept as a draft until then.',
      problems,
    );
}

function periodProblems({ startsOn, endsOn }: SurgeAskFields, today: IsoDate): readonly FieldProblem[] {
  try {
    missionPeriod(startsOn, endsOn);
  } catch (error) {
    if (error instanceof DomainError) return error.fields;
    throw error;
  }
  return isIsoDate(startsOn) && startsOn < today
    ? [{ field: 'startsOn', message: `The first day ${startsOn} is over. Choose ${today} or a later day.` }]
    : [];
}

function seatProblems(seats: number): FieldProblem[] {
  return Number.isInteger(seats) && seats >= 1 && seats <= MOST_SEATS
    ? []
    : [{ field: 'seats', message: `Ask for 1 to ${MOST_SEATS} experts.` }];
}

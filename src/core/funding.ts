import { FUNDING_SOURCES, type FundingSource, type SurgeState } from './surge.js';

/** What one adviser costs in a year, in cents of US$. Source: Strategy C.5. */
const ADVISER_CENTS = 250_000_00;
/** Regional advisers in each year. Source: Strategy C.5 c. */
const REGIONAL_ADVISERS = 4;
const CONTINGENCY_CENTS = 1_000_000_00;
const TRAINING_CENTS = 300_000_00;
/** New in-country advisers by year: two cohorts of ten. Source: Strategy C.5. */
const COHORTS: Readonly<Record<number, number>> = { 2012: 10, 2013: 10 };
/** The fund's share in the first, second and third year of a post, in per cent. Source: Strategy C.5, the decreasing scale. */
export const FUND_SHARES = [100, 50, 0] as const;

/** The years that the strategy plans; what follows from it for later ones is not in its table, so it is not shown as if it were. */
export const PLANNED_YEARS = [2012, 2013] as const;

/** A year of the plan, in cents of US$. */
export interface PlannedYear {
  readonly year: number;
  /** Advisers in post by year of their post: 10 in the first, 10 in the second. */
  readonly advisers: readonly number[];
  /** The in-country advisers in full, as the strategy's table counts them. */
  readonly inCountryCents: number;
  /** What of them the fund pays after the scale; the country teams pay the rest. */
  readonly inCountryShareCents: number;
  readonly contingencyCents: number;
  readonly regionalCents: number;
  readonly trainingCents: number;
}

/**
 * The plan for a year: 2013 in country 5,000,000 in full and 3,750,000 by the scale. Contingency, regional advisers and
 * training stand in the strategy for 2012 and 2013 only. Source: Strategy C.5 and product rule "Funding".
 */
export function plannedYear(year: number): PlannedYear {
  const advisers = FUND_SHARES.map((_, age) => COHORTS[year - age] ?? 0);
  const planned = COHORTS[year] === undefined ? 0 : 1;
  return {
    year,
    advisers,
    inCountryCents: advisers.reduce((sum, count) => sum + count * ADVISER_CENTS, 0),
    inCountryShareCents: advisers.reduce((sum, count, age) => sum + (count * ADVISER_CENTS * (FUND_SHARES[age] ?? 0)) / 100, 0),
    contingencyCents: planned * CONTINGENCY_CENTS,
    regionalCents: planned * REGIONAL_ADVISERS * ADVISER_CENTS,
    trainingCents: planned * TRAINING_CENTS,
  };
}

/** Everything of a year: as the table of the strategy has it, and by the scale. */
export function totalsOf(plan: PlannedYear): { readonly fullCents: number; readonly shareCents: number } {
  const others = plan.contingencyCents + plan.regionalCents + plan.trainingCents;
  return { fullCents: plan.inCountryCents + others, shareCents: plan.inCountryShareCents + others };
}

/** What was asked of a source of money in a year. Counts only; what missions cost is not kept by the desk. */
export interface AskedOfSource {
  readonly source: FundingSource;
  readonly requests: number;
  readonly places: number;
  readonly filled: number;
}

/** Requests by where their money is to come from, in the order of the sources. Drafts do not count. */
export function askedBySource(
  requests: readonly {
    readonly fundingSource: FundingSource;
    readonly state: SurgeState;
    readonly seats: number;
    readonly filledSeats: number;
  }[],
): AskedOfSource[] {
  return FUNDING_SOURCES.map((source) => {
    const own = requests.filter((request) => request.fundingSource === source && request.state !== 'draft');
    const sum = (count: (request: (typeof own)[number]) => number) => own.reduce((total, request) => total + count(request), 0);
    return { source, requests: own.length, places: sum(({ seats }) => seats), filled: sum(({ filledSeats }) => filledSeats) };
  });
}

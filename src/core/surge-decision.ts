import { dayOf, type IsoDate } from './dates.js';
import { missionPeriod } from './deployments.js';
import { DomainError, fieldError } from './errors.js';
import type { FundingSource, Urgency } from './surge.js';

/**
 * What can be offered to an office instead of the mission that is declined. Source: Strategy, C.4 a (regional advisers) and C.4 b
 * (technical missions from the roster).
 */
export const ALTERNATIVES = ['regional-adviser', 'remote-support', 'technical-mission'] as const;
export type Alternative = (typeof ALTERNATIVES)[number];

/** What of a request an approval may change. */
export interface Terms {
  readonly urgency: Urgency;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly seats: number;
}
export const TERM_FIELDS = ['urgency', 'startsOn', 'endsOn', 'seats'] as const satisfies readonly (keyof Terms)[];
export type TermField = (typeof TERM_FIELDS)[number];

export interface TermChange {
  readonly field: TermField;
  readonly from: string | number;
  readonly to: string | number;
}

/** Why an approval needs a second officer. */
export const SECOND_PERSON_RULES = ['many-places', 'long-mission', 'contingency'] as const;
export type SecondPersonRule = (typeof SECOND_PERSON_RULES)[number];

/** From this many places on, and for missions of more than this many days, two officers decide. A policy of the desk. */
export const SECOND_PERSON_LIMITS = { places: 3, days: 90 } as const;

/** The rules that ask for a second officer, judged on what would be approved; none: one officer decides. */
export function secondPersonRules({
  seats,
  startsOn,
  endsOn,
  fundingSource,
}: Terms & { fundingSource: FundingSource }): SecondPersonRule[] {
  const applies: Readonly<Record<SecondPersonRule, boolean>> = {
    'many-places': seats >= SECOND_PERSON_LIMITS.places,
    'long-mission': dayOf(endsOn) - dayOf(startsOn) + 1 > SECOND_PERSON_LIMITS.days,
    contingency: fundingSource === 'contingency',
  };
  return SECOND_PERSON_RULES.filter((rule) => applies[rule]);
}

/** Throws `surge.second-person` when who confirms an approval is who proposed it. */
export function mustBeSecondPerson(proposedBy: string, confirmedBy: string): void {
  if (proposedBy !== confirmedBy) return;
  throw new DomainError(
    'surge.second-person',
    'You proposed this approval yourself. Policy asks for two persons: another officer has to confirm it.',
  );
}

/**
 * What an approval changes, checked: the dates stay a mission, and there are not more places than were asked for. Throws `input.invalid`
 * with the field that is wrong.
 */
export function changedTerms(asked: Terms, wanted: Partial<Terms>): TermChange[] {
  const terms = { ...asked, ...definedOnly(wanted) };
  if (terms.seats < 1 || terms.seats > asked.seats)
    throw fieldError('terms.seats', `Approve 1 to ${asked.seats} places: no more than the office asked for.`);
  mustBeMission(terms);
  return TERM_FIELDS.filter((field) => terms[field] !== asked[field]).map((field) => ({ field, from: asked[field], to: terms[field] }));
}

/** The terms after the changes. */
export function termsAfter(asked: Terms, changes: readonly TermChange[]): Terms {
  const { urgency, startsOn, endsOn, seats } = asked;
  return { urgency, startsOn, endsOn, seats, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
}

function mustBeMission({ startsOn, endsOn }: Terms): void {
  try {
    missionPeriod(startsOn, endsOn);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(
      error.code,
      error.message,
      error.fields.map(({ field, message }) => ({ field: `terms.${field}`, message })),
    );
  }
}

function definedOnly(wanted: Partial<Terms>): Partial<Terms> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

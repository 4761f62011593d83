import { daysOfYears, endOf, type IsoDate } from './dates.js';
import { DEGREE_LEVELS, type Degree } from './expert.js';

/**
 * Days of relevant professional experience that the in-lieu policy asks for beyond the minimum: two years, 730 days.
 * Source: UN Secretariat staff selection manual; the Strategy itself has no such rule, so it is off by default.
 */
export const IN_LIEU_EXTRA_DAYS = daysOfYears(2);

/** What a profile's degrees are worth to the education gate. */
export const EDUCATION_CLASSES = ['none', 'first-degree', 'advanced'] as const;
export type EducationClass = (typeof EDUCATION_CLASSES)[number];

/** A Master's degree or higher, in any field but an unrelated one, awarded by that day. Source: TOR Qualifications, "Education". */
export function isAdvanced(degree: Degree, asOf: IsoDate): boolean {
  return counts(degree, asOf) && (degree.level === 'masters' || degree.level === 'doctorate');
}

/** A first-level degree that the in-lieu policy can build on. */
export function isFirstDegree(degree: Degree, asOf: IsoDate): boolean {
  return counts(degree, asOf) && degree.level === 'first';
}

export function educationClass(degrees: readonly Degree[], asOf: IsoDate): EducationClass {
  if (degrees.some((degree) => isAdvanced(degree, asOf))) return 'advanced';
  return degrees.some((degree) => isFirstDegree(degree, asOf)) ? 'first-degree' : 'none';
}

/**
 * The degree that speaks best for the person: one that counts before one that does not, then the higher level, then the
 * one awarded earlier, then the smaller id. Undefined when there is none.
 */
export function bestDegree(degrees: readonly Degree[], asOf: IsoDate): Degree | undefined {
  return [...degrees].sort(
    (a, b) =>
      Number(counts(b, asOf)) - Number(counts(a, asOf)) ||
      DEGREE_LEVELS.indexOf(b.level) - DEGREE_LEVELS.indexOf(a.level) ||
      compare(awardedBy(a), awardedBy(b)) ||
      compare(a.id, b.id),
  )[0];
}

function counts(degree: Degree, asOf: IsoDate): boolean {
  return degree.field !== 'unrelated' && degree.awardedOn !== null && endOf(degree.awardedOn) <= asOf;
}

/** The day by which it was awarded for certain; after all others while it is not completed. */
function awardedBy({ awardedOn }: Degree): string {
  return awardedOn === null ? '9' : endOf(awardedOn);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

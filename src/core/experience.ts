import type { IsoDate, Period } from './dates.js';
import type { CountryCode, ExperienceKind } from './expert.js';
import type { ExperiencePolicy } from './requirement.js';

/** Why days of a job do not count. */
export const DROP_REASONS = ['internship', 'unpaid', 'not-professional-level', 'after-as-of', 'overlap-cap'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Days that count, at one percentage, with the jobs that were held on them. */
export interface CountedPeriod extends Period {
  /** Share of full time after the cap, whole per cent, 1 to 100. */
  readonly percentage: number;
  /** Ids of the jobs held in this period, sorted. */
  readonly evidence: readonly string[];
}

/** Days of one job that do not count, and why. */
export interface DroppedPeriod {
  readonly reason: DropReason;
  /** Id of the job. */
  readonly evidence: string;
  readonly from: IsoDate;
  /** Last day, or null for a job that starts after the as-of date and has no end. */
  readonly to: IsoDate | null;
  /** Whole full-time days that are lost, rounded down; 0 where the end is open. */
  readonly days: number;
}

/** One kind of experience, counted. */
export interface ExperienceTotal {
  /** Whole full-time days. */
  readonly days: number;
  readonly periods: readonly CountedPeriod[];
  readonly dropped: readonly DroppedPeriod[];
}

/** All that is counted of a person's experience on one day under one policy. Plain data: it can be frozen as JSON. */
export interface ExperienceCount {
  readonly asOf: IsoDate;
  readonly policy: ExperiencePolicy;
  readonly kinds: Readonly<Record<ExperienceKind, ExperienceTotal>>;
  /** Development or humanitarian experience, merged: a day that is both counts once. */
  readonly field: ExperienceTotal;
  /** Whole full-time days of any kind by country, merged per country. */
  readonly countries: Readonly<Record<CountryCode, number>>;
}

import { dayOf, type EpochDay, endOf, type IsoDate, isoDate, type PartialDate, type Period, precisionOf, startOf } from './dates.js';
import { type CountryCode, EXPERIENCE_KINDS, type Experience, type ExperienceKind } from './expert.js';
import { levelClass } from './grades.js';
import type { ExperiencePolicy } from './requirement.js';

/** Why days of a job do not count. */
export const DROP_REASONS = ['internship', 'unpaid', 'not-professional-level', 'unknown-level', 'after-as-of', 'overlap-cap'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Days that count, at one percentage, with the jobs that were held on them. */
export interface CountedPeriod extends Period {
  /** Share of full time after the cap, whole per cent, 1 to 100. */
  readonly percentage: number;
  /** Ids of the jobs held in this period, the one that started first in front. */
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

/** A day that a job does not state, because only its month or its year is known, and that was counted all the same. */
export interface AssumedDay {
  /** Id of the job. */
  readonly evidence: string;
  readonly end: 'from' | 'to';
  readonly stated: PartialDate;
  /** The first day that a start can mean, the last one that an end can mean. */
  readonly day: IsoDate;
}

/** One kind of experience, counted. */
export interface ExperienceTotal {
  /** Whole full-time days. */
  readonly days: number;
  readonly periods: readonly CountedPeriod[];
  readonly dropped: readonly DroppedPeriod[];
  /** Not there where every day is known, as in all runs that were kept before the rule was told. */
  readonly assumed?: readonly AssumedDay[];
}

/** The whole full-time days that matching compares. */
export interface ExperienceDays {
  readonly humanRights: number;
  /** Development or humanitarian experience, merged: a day that is both counts once. */
  readonly field: number;
  readonly humanitarian: number;
  /** Days of any kind by country, merged per country. */
  readonly countries: ReadonlyMap<CountryCode, number>;
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

/** Kinds that meet "with development and/or humanitarian experience". Source: TOR Qualifications. */
export const FIELD_KINDS: readonly ExperienceKind[] = ['development', 'humanitarian'];

const FULL_TIME = 100;

/** A job that counts, cut at the as-of date, as whole days. */
interface Span {
  readonly job: Experience;
  readonly first: EpochDay;
  readonly last: EpochDay;
}

/** Days on which the same jobs are held from the first to the last. */
interface Segment {
  readonly first: EpochDay;
  readonly last: EpochDay;
  readonly held: readonly Span[];
}

interface Sifted {
  readonly spans: readonly Span[];
  readonly dropped: readonly { readonly job: Experience; readonly period: DroppedPeriod }[];
}

/**
 * Counts experience up to and including a day: overlapping jobs are merged, a day counts once for each kind, shares of
 * full time add up to at most 100 % a day. Whole numbers only: percentages of days are summed, and rounded down once. A
 * month or a year alone begins on its first day and ends on its last.
 * Source: product rule "Counting years". Dates must have been validated (RangeError).
 */
export function countExperience(experience: readonly Experience[], asOf: IsoDate, policy: ExperiencePolicy): ExperienceCount {
  const sifted = sift(experience, asOf, policy);
  const told = (kinds: readonly ExperienceKind[]) => ({ ...total(sifted, kinds), ...assumedIn(experience, kinds) });
  const kinds = Object.fromEntries(EXPERIENCE_KINDS.map((kind) => [kind, told([kind])]));
  return {
    asOf,
    policy,
    kinds: kinds as Record<ExperienceKind, ExperienceTotal>,
    field: told(FIELD_KINDS),
    countries: Object.fromEntries(daysByCountry(sifted.spans)),
  };
}

/** The totals of `countExperience` without periods and reasons: equal to the day, and quick enough for a whole roster. */
export function experienceDays(experience: readonly Experience[], asOf: IsoDate, policy: ExperiencePolicy): ExperienceDays {
  const { spans } = sift(experience, asOf, policy);
  return {
    humanRights: wholeDays(ofKinds(spans, ['human-rights'])),
    field: wholeDays(ofKinds(spans, FIELD_KINDS)),
    humanitarian: wholeDays(ofKinds(spans, ['humanitarian'])),
    countries: daysByCountry(spans),
  };
}

/**
 * Whole days as years and months for people to read: m months are full at floor(m × 365.25 ÷ 12) days, so that 3,652
 * days read as 10 years. Decisions are always made on the days.
 */
export function yearsAndMonths(days: number): { readonly years: number; readonly months: number } {
  const months = Math.floor(((days + 1) * 48 - 1) / 1461);
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** Parts the jobs into spans that count, sorted by their first day, and what does not. */
function sift(experience: readonly Experience[], asOf: IsoDate, policy: ExperiencePolicy): Sifted {
  const today = dayOf(asOf);
  const spans: Span[] = [];
  const dropped: Sifted['dropped'][number][] = [];
  const drop = (job: Experience, reason: DropReason, first: EpochDay, last: EpochDay | null) => {
    const days = last === null ? 0 : Math.floor(((last - first + 1) * job.percentage) / FULL_TIME);
    dropped.push({ job, period: { reason, evidence: job.id, from: isoDate(first), to: last === null ? null : isoDate(last), days } });
  };
  for (const job of experience) {
    const first = dayOf(startOf(job.from));
    const end = job.to === null ? null : dayOf(endOf(job.to));
    if (first > today) {
      drop(job, 'after-as-of', first, end);
      continue;
    }
    const last = end === null ? today : Math.min(end, today);
    const reason = refusedBy(policy, job);
    if (reason) drop(job, reason, first, last);
    else if (job.kinds.length > 0) spans.push({ job, first, last });
    if (end !== null && end > today) drop(job, 'after-as-of', today + 1, end);
  }
  spans.sort((a, b) => a.first - b.first || (a.job.id < b.job.id ? -1 : 1));
  return { spans, dropped };
}

function refusedBy(policy: ExperiencePolicy, job: Experience): DropReason | undefined {
  if (job.engagement === 'internship' && !policy.countInternships) return 'internship';
  if (job.engagement === 'volunteer' && !policy.countUnpaid) return 'unpaid';
  if (policy.countGeneralService) return undefined;
  const level = levelClass(job.level);
  if (level === 'unknown') return 'unknown-level';
  return level === 'professional' ? undefined : 'not-professional-level';
}

/** In the order in which the jobs are told. */
function assumedIn(experience: readonly Experience[], kinds: readonly ExperienceKind[]): Pick<ExperienceTotal, 'assumed'> {
  const days = experience
    .filter((job) => job.kinds.some((kind) => kinds.includes(kind)))
    .flatMap(({ id, from, to }): AssumedDay[] => [
      ...(precisionOf(from) === 'day' ? [] : [{ evidence: id, end: 'from' as const, stated: from, day: startOf(from) }]),
      ...(to === null || precisionOf(to) === 'day' ? [] : [{ evidence: id, end: 'to' as const, stated: to, day: endOf(to) }]),
    ]);
  return days.length === 0 ? {} : { assumed: days };
}

function ofKinds(spans: readonly Span[], kinds: readonly ExperienceKind[]): Span[] {
  return spans.filter(({ job }) => job.kinds.some((kind) => kinds.includes(kind)));
}

function daysByCountry(spans: readonly Span[]): Map<CountryCode, number> {
  const countries = new Set(spans.flatMap(({ job }) => job.countries));
  return new Map([...countries].sort().map((country) => [country, wholeDays(spans.filter(({ job }) => job.countries.includes(country)))]));
}

function total(sifted: Sifted, kinds: readonly ExperienceKind[]): ExperienceTotal {
  const segments = segmentsOf(ofKinds(sifted.spans, kinds));
  const refused = sifted.dropped.filter(({ job }) => job.kinds.some((kind) => kinds.includes(kind)));
  return {
    days: wholeDaysOf(segments),
    periods: shown(segments),
    dropped: [...refused.map(({ period }) => period), ...segments.flatMap(beyondFullTime)],
  };
}

function length({ first, last }: { readonly first: EpochDay; readonly last: EpochDay }): number {
  return Math.max(0, last - first + 1);
}

/** Share of full time that counts in a segment, in whole per cent. */
function share({ held }: Segment): number {
  return Math.min(
    FULL_TIME,
    held.reduce((sum, { job }) => sum + job.percentage, 0),
  );
}

/** Cuts time wherever a job begins or ends. Days on which no job is held are in no segment. */
function segmentsOf(spans: readonly Span[]): Segment[] {
  const edges = [...new Set(spans.flatMap(({ first, last }) => [first, last + 1]))].sort((a, b) => a - b);
  return edges.flatMap((first, index) => {
    const next = edges[index + 1];
    const held = spans.filter((span) => span.first <= first && first <= span.last);
    return next === undefined || held.length === 0 ? [] : [{ first, last: next - 1, held }];
  });
}

function shown(segments: readonly Segment[]): CountedPeriod[] {
  return segments.map((segment) => ({
    from: isoDate(segment.first),
    to: isoDate(segment.last),
    percentage: share(segment),
    evidence: segment.held.map(({ job }) => job.id),
  }));
}

/** Of jobs held at once, the one that started first counts first; what exceeds full time is lost to the later ones. */
function beyondFullTime(segment: Segment): DroppedPeriod[] {
  let room = FULL_TIME;
  return segment.held.flatMap(({ job }) => {
    const lost = Math.max(0, job.percentage - room);
    room = Math.max(0, room - job.percentage);
    const days = Math.floor((length(segment) * lost) / FULL_TIME);
    return lost === 0
      ? []
      : [{ reason: 'overlap-cap' as const, evidence: job.id, from: isoDate(segment.first), to: isoDate(segment.last), days }];
  });
}

/** Whole full-time days of spans sorted by their first day. Jobs that follow one another need no segments. */
function wholeDays(spans: readonly Span[]): number {
  let percentDays = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (span.first <= previous) return wholeDaysOf(segmentsOf(spans));
    percentDays += length(span) * Math.min(FULL_TIME, span.job.percentage);
    previous = span.last;
  }
  return Math.floor(percentDays / FULL_TIME);
}

function wholeDaysOf(segments: readonly Segment[]): number {
  return Math.floor(segments.reduce((sum, segment) => sum + length(segment) * share(segment), 0) / FULL_TIME);
}

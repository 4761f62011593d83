/**
 * Days without a time zone, as text `YYYY-MM-DD` outside and as whole days since 1970-01-01 inside. Moments are UTC
 * instants and never become days by accident.
 */
export type IsoDate = string;

/** A day, or only its month or its year where no more is known: `2014-03-07`, `2014-03`, `2014`. Kept as it was given. */
export type PartialDate = string;

/** How much of a date is known. */
export type DatePrecision = 'day' | 'month' | 'year';

/** A day as an integer: 0 is 1970-01-01, 1 the day after, −1 the day before. */
export type EpochDay = number;

const MS_PER_DAY = 86_400_000;
const FULL = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^(\d{4})$/;

/** 10 years are 3,652 days: floor(years × 365.25), so that calendar years always count as full (product rule). */
export function daysOfYears(years: number): number {
  return Math.floor(years * 365.25);
}

/** The day as an integer, or undefined when it is not a real calendar day (31 February, month 13, other spellings). */
export function epochDay(date: IsoDate): EpochDay | undefined {
  const parts = FULL.exec(date);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1900 || year > 2200) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? ms / MS_PER_DAY : undefined;
}

/** As `epochDay`, for values that were validated before; throws a RangeError on anything else. */
export function dayOf(date: IsoDate): EpochDay {
  const day = epochDay(date);
  if (day === undefined) throw new RangeError('not a calendar day');
  return day;
}

/** Put together from its parts, because toISOString takes four times as long and whole rosters are counted with this. */
export function isoDate(day: EpochDay): IsoDate {
  const date = new Date(day * MS_PER_DAY);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

/** The calendar day in UTC of an instant given in milliseconds. */
export function dayOfInstant(ms: number): EpochDay {
  return Math.floor(ms / MS_PER_DAY);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(dayOf(date) + days);
}

export function isIsoDate(value: unknown): value is IsoDate {
  return typeof value === 'string' && epochDay(value) !== undefined;
}

/**
 * The first day a partial date can mean: `2019` → 2019-01-01, `2019-03` → 2019-03-01.
 * Source: product rule "months given without a day start on the first and end on the last day".
 */
export function earliestDay(partial: string): IsoDate | undefined {
  if (YEAR.test(partial)) return real(`${partial}-01-01`);
  if (MONTH.test(partial)) return real(`${partial}-01`);
  return real(partial);
}

/** The last day a partial date can mean: `2019` → 2019-12-31, `2020-02` → 2020-02-29. */
export function latestDay(partial: string): IsoDate | undefined {
  if (YEAR.test(partial)) return real(`${partial}-12-31`);
  const month = MONTH.exec(partial);
  if (!month) return real(partial);
  const first = real(`${partial}-01`);
  if (!first) return undefined;
  const next = Date.UTC(Number(month[1]), Number(month[2]), 1);
  return isoDate(next / MS_PER_DAY - 1);
}

/** How much of it is known. For dates that were validated before. */
export function precisionOf(date: PartialDate): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

export function isPartialDate(value: unknown): value is PartialDate {
  return typeof value === 'string' && earliestDay(value) !== undefined;
}

/** The day on which a period begins that is said to start then: the first one it can mean. For dates that were validated before. */
export function startOf(date: PartialDate): IsoDate {
  return assumed(date, earliestDay);
}

/**
 * The day on which a period ends that is said to end then, and by which an award or a training is certain: the last one
 * it can mean. For dates that were validated before.
 */
export function endOf(date: PartialDate): IsoDate {
  return assumed(date, latestDay);
}

/** A whole day is taken as it is, because whole rosters are counted with this and nearly all of their dates are one. */
function assumed(date: PartialDate, whole: (partial: PartialDate) => IsoDate | undefined): IsoDate {
  const day = precisionOf(date) === 'day' ? date : whole(date);
  if (day === undefined) throw new RangeError('not a day, a month or a year');
  return day;
}

function real(date: string): IsoDate | undefined {
  return isIsoDate(date) ? date : undefined;
}

/** A closed span of days: both ends belong to it. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** ISO text sorts as time does, so no parsing is needed. Back-to-back periods do not overlap. */
export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

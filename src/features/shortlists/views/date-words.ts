import { endOf, type PartialDate, precisionOf } from '../../../core/dates.js';
import type { AssumedDay } from '../../../core/experience.js';
import { dayText } from '../../../web/components/index.js';

/** An award or a training as it is stated, with the day that it counts from where only the month or the year is known. */
export function certainText(date: PartialDate): string {
  const precision = precisionOf(date);
  return precision === 'day' ? dayText(date) : `${dayText(date)} (only the ${precision} is known: counts from ${dayText(endOf(date))})`;
}

/** Which day was taken for an end of a job of which only the month or the year is known, and why. */
export function assumedWords({ end, stated, day }: AssumedDay): string {
  const precision = precisionOf(stated);
  return end === 'from'
    ? `begins in ${dayText(stated)}, so it counts from ${dayText(day)}, the first day of the ${precision}`
    : `ends in ${dayText(stated)}, so it counts to ${dayText(day)}, the last day of the ${precision}`;
}

import type { OffsetAt } from '../core/quiet-hours.js';

/** Every time zone that this machine knows, by its IANA name, UTC first. */
export const TIME_ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

const formats = new Map<string, Intl.DateTimeFormat>();

/** The clock of a time zone: minutes ahead of UTC at an instant, seconds dropped. An unknown zone throws a RangeError. */
export function offsetIn(timeZone: string): OffsetAt {
  const format = formatOf(timeZone);
  return (instant) => {
    const minute = Math.floor(instant / 60_000) * 60_000;
    const {
      year,
      month,
      day,
      hour,
      minute: shown,
    } = Object.fromEntries(format.formatToParts(minute).map(({ type, value }) => [type, Number(value)])) as Record<
      'year' | 'month' | 'day' | 'hour' | 'minute',
      number
    >;
    return Math.floor((Date.UTC(year, month - 1, day, hour, shown) - minute) / 60_000);
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory', { ...digits, hourCycle: 'h23', timeZone });
  formats.set(timeZone, format);
  return format;
}

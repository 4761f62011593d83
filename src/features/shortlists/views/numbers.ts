import { yearsAndMonths } from '../../../core/experience.js';

/** `1234` → `1,234`. */
export function count(number: number): string {
  return number.toLocaleString('en-US');
}

/** A number with its noun: `1 day`, `532 days`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** Points 0 to 1,000,000 as 0.0000 to 100.0000: exact, so that the shown parts sum to the shown total. */
export function exactText(points: number): string {
  return decimal(points, 4);
}

/** A criterion's value 0 to 10,000 as 0.00 to 100.00. */
export function valueText(value: number): string {
  return decimal(value, 2);
}

/** Integer arithmetic only: the digits are the number's own. */
function decimal(units: number, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Whole days as full years and months: 3,652 → `10 years`, 400 → `1 year 1 month`, 12 → `less than a month`. */
export function yearsText(days: number): string {
  const { years, months } = yearsAndMonths(days);
  const parts = [years > 0 ? counted(years, 'year') : '', months > 0 ? counted(months, 'month') : ''].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : days === 0 ? 'none' : 'less than a month';
}

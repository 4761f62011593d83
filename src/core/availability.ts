import { overlaps, type Period } from './dates.js';

/** Whether somebody is free on all days of a period, and if not, what stands in the way first. */
export type Availability =
  | { readonly free: true }
  | { readonly free: false; readonly because: 'unavailable' | 'reserved'; readonly period: Period };

/**
 * Compares the days asked for with the person's own statements and with the desk's reservations; a reservation is named
 * before a statement, and of each the earliest. Apart from suitability: it never changes a score.
 * Source: product rule "Scoring", availability for the dates asked.
 */
export function freeOn(unavailable: readonly Period[], reservations: readonly Period[], asked: Period): Availability {
  const reserved = firstOverlap(reservations, asked);
  if (reserved) return { free: false, because: 'reserved', period: reserved };
  const stated = firstOverlap(unavailable, asked);
  return stated ? { free: false, because: 'unavailable', period: stated } : { free: true };
}

function firstOverlap(periods: readonly Period[], asked: Period): Period | undefined {
  const found = periods.filter((period) => overlaps(period, asked)).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  return found && { from: found.from, to: found.to };
}

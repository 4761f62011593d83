import type { Requirement } from '../requirement.js';
import { explain } from './explain.js';
import type { Pool } from './pool.js';
import { rankCounter } from './rank-counter.js';
import { atOnce } from './steps.js';
import { valueColumns } from './value-columns.js';
import { packedWeightings } from './weights.js';
import type { OneOfFew } from './weights-rank.js';

/** Exact ranks of some people among all eligible, by roster number, without ranking the others. Who is not eligible has none. Throws as `rank` does. */
export function ranksOf(pool: Pool, requirement: Requirement, numbers: readonly number[]): ReadonlyMap<number, number> {
  const people = [...new Set(numbers)].flatMap((number) => eligibleOne(pool, requirement, number) ?? []);
  const ranks = rankCounter(atOnce(valueColumns(pool, requirement)), people).ranks(packedWeightings([requirement.weights]));
  return new Map(people.map(({ number }, place) => [number, ranks[place] as number]));
}

/** The person with the values, if they are there and eligible. */
export function eligibleOne(pool: Pool, requirement: Requirement, number: number): OneOfFew | undefined {
  const profile = pool.profile(number);
  if (!profile) return undefined;
  const { eligible, criteria } = explain(profile, requirement);
  const values = Object.fromEntries(criteria.map(({ criterion, value }) => [criterion, value])) as OneOfFew['values'];
  return eligible ? { number, values } : undefined;
}

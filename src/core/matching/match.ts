import type { Requirement } from '../requirement.js';
import type { Pool } from './pool.js';
import type { IneligibleCandidate, Ranking } from './ranking.js';
import { ineligiblePlainly, rankPlainly } from './reference.js';

export function rank(pool: Pool, requirement: Requirement, size: number): Ranking {
  return rankPlainly(pool.profiles, requirement, size);
}

export function ineligible(pool: Pool, requirement: Requirement, limit = Number.POSITIVE_INFINITY): IneligibleCandidate[] {
  return ineligiblePlainly(pool.profiles, requirement).slice(0, limit);
}

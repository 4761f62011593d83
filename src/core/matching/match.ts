import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import type { Pool } from './pool.js';
import type { Explanation, IneligibleCandidate, Ranking } from './ranking.js';

export function rank(_pool: Pool, _requirement: Requirement, _size: number): Ranking {
  throw new Error('rank() arrives with the next commit');
}

export function ineligible(_pool: Pool, _requirement: Requirement, _limit = Number.POSITIVE_INFINITY): IneligibleCandidate[] {
  throw new Error('ineligible() arrives with the next commit');
}

export function explain(_profile: ExpertProfile, _requirement: Requirement): Explanation {
  throw new Error('explain() arrives with the next commit');
}

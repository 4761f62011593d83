import type { Requirement } from '../requirement.js';
import { profileOf, scansOf } from './engine.js';
import { explain } from './explain.js';
import type { Pool } from './pool.js';
import type { IneligibleCandidate } from './ranking.js';
import { atOnce, gradually, type Steps } from './steps.js';
import { GATES } from './verdicts.js';

/** People whose reasons are made in one piece: some milliseconds. */
const AT_ONCE = 200;

/**
 * Everybody who misses a gate, with each of them: fewest unmet first, then roster number. Reasons are made for the first
 * `limit` only. Throws as `rank` does.
 */
export function ineligible(pool: Pool, requirement: Requirement, limit = Number.POSITIVE_INFINITY): IneligibleCandidate[] {
  return atOnce(steps(pool, requirement, limit));
}

/** As `ineligible` for everybody, some hundred people at a time with a `pause` between. */
export function ineligibleGradually(pool: Pool, requirement: Requirement, pause: () => Promise<void>): Promise<IneligibleCandidate[]> {
  return gradually(steps(pool, requirement, Number.POSITIVE_INFINITY), pause);
}

function* steps(pool: Pool, requirement: Requirement, limit: number): Steps<IneligibleCandidate[]> {
  const byMissed: number[][] = [...GATES, 'all of them'].map(() => []);
  for (const scan of scansOf(pool, requirement)) {
    scan.forEach((missed, number) => {
      byMissed[bitsIn(missed)]?.push(number);
    });
  }
  const found: IneligibleCandidate[] = [];
  for (const roster of byMissed
    .slice(1)
    .flatMap((numbers) => numbers.sort((a, b) => a - b))
    .slice(0, limit)) {
    if (found.length % AT_ONCE === AT_ONCE - 1) yield;
    const { expertId, number, gates } = explain(profileOf(pool, roster), requirement);
    found.push({ expertId, number, unmet: gates.filter(({ met }) => !met) });
  }
  return found;
}

function bitsIn(mask: number): number {
  return mask === 0 ? 0 : (mask & 1) + bitsIn(mask >> 1);
}

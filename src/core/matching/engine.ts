import type { ExpertProfile } from '../expert.js';
import { CRITERIA, type CriterionName, type Requirement } from '../requirement.js';
import { Best } from './best.js';
import { explain } from './explain.js';
import type { Pool } from './pool.js';
import type { IneligibleCandidate, RankedCandidate, Ranking } from './ranking.js';
import { checkWeights, RUBRIC_VERSION } from './rubric.js';
import { Scan } from './scan.js';
import { GATES, type GateName } from './verdicts.js';

/**
 * The best `size` of the pool, ordered by total and then by roster number. Equal input gives an equal answer on every
 * machine. Throws a RangeError when the requirement is about another day than the pool, or `size` is no whole number, and
 * 'post.weights' for weights that do not sum to 100.
 */
export function rank(pool: Pool, requirement: Requirement, size: number): Ranking {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('the size of a ranking is a whole number from 0');
  const scan = scanOf(pool, requirement);
  const best = new Best(size, pool.size);
  const byUnmet = new Uint32Array(1 << GATES.length);
  for (let row = 0; row < pool.size; row++) {
    const unmet = scan.unmet(row);
    byUnmet[unmet] = (byUnmet[unmet] as number) + 1;
    if (unmet === 0) best.offer(scan.total(row), row);
  }
  return {
    rubricVersion: RUBRIC_VERSION,
    considered: pool.size,
    eligible: byUnmet[0] as number,
    top: best.inOrder().map((row, index) => candidate(pool, scan, row, index + 1)),
    unmetByGate: unmetByGate(byUnmet),
  };
}

/**
 * Everybody who misses a gate, with each of them: fewest unmet first, then roster number. Reasons are made for the first
 * `limit` only. Throws as `rank` does.
 */
export function ineligible(pool: Pool, requirement: Requirement, limit = Number.POSITIVE_INFINITY): IneligibleCandidate[] {
  const scan = scanOf(pool, requirement);
  const byMissed: number[][] = [...GATES, 'all of them'].map(() => []);
  for (let row = 0; row < pool.size; row++) byMissed[bitsIn(scan.unmet(row))]?.push(row);
  return byMissed
    .slice(1)
    .flat()
    .slice(0, limit)
    .map((row) => {
      const { expertId, number, gates } = explain(profileAt(pool, row), requirement);
      return { expertId, number, unmet: gates.filter(({ met }) => !met) };
    });
}

/** The request compiled over the pool's columns. Throws as `rank` does. */
export function scanOf(pool: Pool, requirement: Requirement): Scan {
  if (requirement.asOf !== pool.asOf) throw new RangeError('the pool was prepared for another as-of date than the requirement asks for');
  checkWeights(requirement.weights);
  return new Scan(pool.columns, pool.experience(requirement.experiencePolicy), requirement);
}

function candidate(pool: Pool, scan: Scan, row: number, rank: number): RankedCandidate {
  const { id, number } = profileAt(pool, row);
  const total = scan.total(row);
  const values = CRITERIA.map((criterion, index) => [criterion, scan.values[index]]);
  return { rank, expertId: id, number, total, values: Object.fromEntries(values) as Record<CriterionName, number> };
}

export function profileAt({ profiles }: Pool, row: number): ExpertProfile {
  const profile = profiles[row];
  if (!profile) throw new RangeError('no such row in the pool');
  return profile;
}

function unmetByGate(byUnmet: Uint32Array): Record<GateName, number> {
  const misses = (gate: number) => byUnmet.reduce((sum, count, unmet) => sum + ((unmet >> gate) & 1) * count, 0);
  return Object.fromEntries(GATES.map((gate, index) => [gate, misses(index)])) as Record<GateName, number>;
}

function bitsIn(mask: number): number {
  return mask === 0 ? 0 : (mask & 1) + bitsIn(mask >> 1);
}

import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import type { Pool } from './pool.js';
import type { RankedCandidate, Ranking } from './ranking.js';
import { compile } from './request.js';
import { checkWeights, RUBRIC_VERSION } from './rubric.js';
import { type Findings, type Found, Scan } from './scan.js';
import { GATES, type GateName } from './verdicts.js';

/**
 * The best `size` of the pool, ordered by total and then by roster number. Equal input gives an equal answer on every
 * machine. Throws a RangeError when the requirement is about another day than the pool, or `size` is no whole number, and
 * 'post.weights' for weights that do not sum to 100.
 */
export function rank(pool: Pool, requirement: Requirement, size: number): Ranking {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('the size of a ranking is a whole number from 0');
  const room = Math.min(size, pool.size);
  const scans = scansOf(pool, requirement);
  const found = scans.map((scan) => scan.run(room));
  const misses = (gate: number) => found.reduce((sum, one) => sum + (one.misses[gate] as number), 0);
  return {
    rubricVersion: RUBRIC_VERSION,
    considered: pool.size,
    eligible: found.reduce((sum, { eligible }) => sum + eligible, 0),
    top: named(pool, merged(found, room)),
    unmetByGate: Object.fromEntries(GATES.map((gate, index) => [gate, misses(index)])) as Record<GateName, number>,
  };
}

/** One scan for each table of the pool. Throws as `rank` does. */
export function scansOf(pool: Pool, requirement: Requirement): Scan[] {
  if (requirement.asOf !== pool.asOf) throw new RangeError('the pool was prepared for another as-of date than the requirement asks for');
  checkWeights(requirement.weights);
  const request = compile(requirement);
  return pool.parts(requirement.experiencePolicy).map((part) => new Scan(part, request));
}

function merged(findings: readonly Findings[], size: number): readonly Found[] {
  const [first, ...others] = findings;
  if (first && others.every(({ best }) => best.length === 0)) return first.best;
  return findings
    .flatMap(({ best }) => best)
    .sort((a, b) => b.total - a.total || a.number - b.number)
    .slice(0, size);
}

function named(pool: Pool, best: readonly Found[]): RankedCandidate[] {
  return best.map(({ total, number, values }, index) => ({ rank: index + 1, expertId: pool.idOf(number), number, total, values }));
}

/** Throws a RangeError when nobody has the number. */
export function profileOf(pool: Pool, number: number): ExpertProfile {
  const profile = pool.profile(number);
  if (!profile) throw new RangeError('no such roster number in the pool');
  return profile;
}

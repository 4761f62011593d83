import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import { Best, type Kept } from './best.js';
import { beyondColumns, topBeyondColumns, valuesBeyondColumns } from './beyond-columns.js';
import { partsOf } from './criteria/context.js';
import type { Pool } from './pool.js';
import type { RankedCandidate, Ranking } from './ranking.js';
import { compile } from './request.js';
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
  const scans = scansOf(pool, requirement);
  const beyond = beyondColumns(requirement);
  const best = new Best(beyond ? 0 : Math.min(size, pool.size));
  const counted = scans.map((scan) => scan.run(best));
  const misses = (gate: number) => counted.reduce((sum, one) => sum + (one.misses[gate] as number), 0);
  return {
    rubricVersion: RUBRIC_VERSION,
    considered: pool.size,
    eligible: counted.reduce((sum, { eligible }) => sum + eligible, 0),
    top: beyond ? topBeyondColumns(pool, requirement, scans, size) : named(pool, requirement, scans, best.inOrder()),
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

/** Profiles are opened for what no column holds, where it is asked for at all. */
function named(pool: Pool, requirement: Requirement, scans: readonly Scan[], best: readonly Kept[]): RankedCandidate[] {
  const opened = partsOf(requirement).length > 0;
  return best.map(({ total, number, row }, index) => {
    const profile = profileOf(pool, number);
    const scan = scans.find((one) => one.has(row)) as Scan;
    const beyond = opened ? valuesBeyondColumns(profile, requirement) : { education: scan.educationValue(row), context: 0 };
    return { rank: index + 1, expertId: profile.id, number, total, values: { ...scan.values(row), ...beyond } };
  });
}

/** Throws a RangeError when nobody has the number. */
export function profileOf(pool: Pool, number: number): ExpertProfile {
  const profile = pool.profile(number);
  if (!profile) throw new RangeError('no such roster number in the pool');
  return profile;
}

import type { Requirement } from '../requirement.js';
import { Best } from './best.js';
import { profileOf, scansOf } from './engine.js';
import { explain } from './explain.js';
import type { Pool } from './pool.js';
import { GATES, type GateVerdict } from './verdicts.js';

/** Somebody whom one requirement stops, and nothing else. */
export interface NearMiss {
  readonly expertId: string;
  readonly number: number;
  /** What the criteria give apart from the gate, 0 to 1,000,000. */
  readonly total: number;
  /** The requirement that stops the person, with how far away it is. */
  readonly stop: GateVerdict;
}

/** One bit for each gate but the first, which is membership of a roster: nobody is sent without one. */
const WAIVABLE = GATES.map((_, gate) => 1 << gate).slice(1);

/**
 * The best `limit` of those whom exactly one requirement stops: higher total first, then roster number. Whoever is on no
 * roster is left out. Throws as `rank` does.
 */
export function nearMisses(pool: Pool, requirement: Requirement, limit: number): NearMiss[] {
  const best = new Best(Math.min(limit, pool.size));
  for (const scan of scansOf(pool, requirement)) scan.offerMissing(WAIVABLE, best);
  return best.inOrder().map((kept) => {
    const { expertId, number, total, gates } = explain(profileOf(pool, kept.number), requirement);
    return { expertId, number, total, stop: gates.find(({ met }) => !met) as GateVerdict };
  });
}

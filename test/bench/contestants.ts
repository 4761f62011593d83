import type { ExpertProfile } from '../../src/core/expert.js';
import { Pool, rank } from '../../src/core/matching/index.js';
import { rankPlainly } from '../../src/core/matching/reference.js';
import { AS_OF } from '../support/experts.js';
import { type Contestant, TOP } from './contest.js';
import { sqlContestant } from './sql.js';

/** Everybody who takes part. The engine stands first: the others are compared with it. */
export function contestants(profiles: readonly ExpertProfile[]): readonly Contestant[] {
  const pool = Pool.of(profiles, AS_OF);
  return [
    { name: 'engine', top: (requirement) => rank(pool, requirement, TOP).top },
    { name: 'reference', top: (requirement) => rankPlainly(profiles, requirement, TOP).top },
    sqlContestant(profiles),
  ];
}

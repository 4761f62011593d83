import { createHash } from 'node:crypto';
import type { ExpertProfile } from '../../src/core/expert.js';
import { Pool, rank } from '../../src/core/matching/index.js';
import { rankPlainly } from '../../src/core/matching/reference.js';
import type { Requirement } from '../../src/core/requirement.js';
import { AS_OF } from '../support/experts.js';
import { sqlContestant } from './sql.js';

/** How many of the best are asked for. */
export const TOP = 50;

/** The roster number and the total of one of the best. */
export interface Scored {
  readonly number: number;
  readonly total: number;
}

/** One way to rank, prepared for a roster. */
export interface Contestant {
  readonly name: string;
  top(requirement: Requirement): readonly Scored[];
}

/** Engine first: the others are compared with it. */
export function contestants(profiles: readonly ExpertProfile[]): readonly [Contestant, ...Contestant[]] {
  const pool = Pool.of(profiles, AS_OF);
  return [
    { name: 'engine', top: (requirement) => rank(pool, requirement, TOP).top },
    { name: 'reference', top: (requirement) => rankPlainly(profiles, requirement, TOP).top },
    sqlContestant(profiles, TOP),
  ];
}

/** Equal exactly when the numbers, totals and their order are. */
export function fingerprint(top: readonly Scored[]): string {
  const text = top.map(({ number, total }) => `${number}:${total}`).join();
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

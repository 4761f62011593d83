import { createHash } from 'node:crypto';
import type { Requirement } from '../../src/core/requirement.js';

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

/** Equal exactly when the numbers, totals and their order are. */
export function fingerprint(top: readonly Scored[]): string {
  const text = top.map(({ number, total }) => `${number}:${total}`).join();
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

import { createHash } from 'node:crypto';
import type { ExpertProfile } from '../../src/core/expert.js';
import type { ProfileFacts } from '../../src/core/matching/facts.js';
import type { Requirement } from '../../src/core/requirement.js';

/** How many of the best are asked for. */
export const TOP = 50;

/** The roster number and the total of one of the best. */
export interface Scored {
  readonly number: number;
  readonly total: number;
}

/** One answer and how long it took, in milliseconds. */
export interface Answer {
  readonly milliseconds: number;
  readonly top: readonly Scored[];
}

/** One way to rank, prepared for a roster. */
export interface Contestant {
  readonly name: string;
  /** Rounds in which it takes part: where one answer takes long, three are enough for a median. */
  readonly rounds: number;
  rank(requirement: Requirement): Promise<Answer>;
  close(): Promise<void>;
}

/** What everybody is prepared from: the same people, and what no request changes about them. */
export interface Contest {
  readonly profiles: readonly ExpertProfile[];
  readonly facts: readonly ProfileFacts[];
  /** A folder for files of this run. */
  readonly folder: string;
}

/** Equal exactly when the numbers, totals and their order are. */
export function fingerprint(top: readonly Scored[]): string {
  const text = top.map(({ number, total }) => `${number}:${total}`).join();
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Times what is done at once or in time. */
export async function timed(work: () => readonly Scored[] | Promise<readonly Scored[]>): Promise<Answer> {
  const start = process.hrtime.bigint();
  const top = await work();
  return { milliseconds: Number(process.hrtime.bigint() - start) / 1e6, top };
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 50);
}

/** The value that this share of the numbers, in per cent, does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((share * sorted.length) / 100) - 1)] as number;
}

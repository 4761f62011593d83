import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import { rank } from './engine.js';
import { explain } from './explain.js';
import { ineligible } from './ineligible.js';
import { Pool } from './pool.js';
import type { Explanation } from './ranking.js';
import { checkRules } from './rubric.js';
import type { GateName, GateVerdict } from './verdicts.js';

/** A run as it was kept: the question, the counts, and what came out for everybody. */
export interface FrozenRun {
  readonly rubricVersion: string;
  readonly requirement: Requirement;
  /** How many of the eligible are kept, best first. */
  readonly size: number;
  readonly considered: number;
  readonly eligible: number;
  readonly unmetByGate: Readonly<Record<GateName, number>>;
  readonly ranked: readonly FrozenRanked[];
  readonly others: readonly FrozenOther[];
}

export interface FrozenRanked {
  /** Roster number. */
  readonly number: number;
  readonly expertId: string;
  /** From 1. */
  readonly position: number;
  /** 0 to 1,000,000. */
  readonly total: number;
  readonly explanation: Explanation;
}

export interface FrozenOther {
  readonly number: number;
  readonly expertId: string;
  readonly position: number;
  readonly unmet: readonly GateVerdict[];
}

/** One value that came out otherwise. */
export interface ReplayDifference {
  /** Roster number; null for a value of the run as a whole. */
  readonly number: number | null;
  /** Where it stands: `position`, `explanation.criteria.0.value`, `unmetByGate.education`. */
  readonly path: string;
  /** As it was kept, as JSON; null where there was nothing. */
  readonly frozen: string | null;
  readonly recomputed: string | null;
}

export interface Replay {
  readonly equal: boolean;
  /** People whose place, total and verdicts were compared. */
  readonly people: number;
  /** Single values that were compared: numbers, words and flags. */
  readonly values: number;
  /** How many of them differ. */
  readonly differing: number;
  /** The first hundred. */
  readonly differences: readonly ReplayDifference[];
}

/** Differences that are listed one by one. */
const LISTED = 100;

/**
 * Recomputes a run from the profiles that it was made with and compares every position, total, value and verdict. What
 * was kept must come out again; what newer rules say in addition is not compared. Pure, so that an auditor's copy can be
 * replayed without this desk. Throws 'shortlist.other-rules' for a run of another version of the rubric, and as `rank` does.
 */
export function replay(run: FrozenRun, profiles: Iterable<ExpertProfile>): Replay {
  checkRules(run.rubricVersion);
  const pool = Pool.of(profiles, run.requirement.asOf);
  const ranking = rank(pool, run.requirement, run.size);
  const others = ineligible(pool, run.requirement);
  const comparison = new Comparison();
  const { rubricVersion, considered, eligible, unmetByGate } = run;
  comparison.compare(null, '', { rubricVersion, considered, eligible, unmetByGate }, ranking);
  const ranked = new Map(ranking.top.map((one) => [one.number, one]));
  for (const { number, expertId, position, total, explanation } of run.ranked) {
    const again = ranked.get(number);
    const profile = pool.profile(number);
    comparison.compare(
      number,
      '',
      { expertId, position, total, explanation },
      again && profile
        ? { expertId: again.expertId, position: again.rank, total: again.total, explanation: explain(profile, run.requirement) }
        : {},
    );
  }
  comparison.compare(null, 'ranked', numbers(run.ranked), numbers(ranking.top));
  comparison.compare(null, 'others', numbers(run.others), numbers(others));
  const places = new Map(others.map((one, index) => [one.number, { ...one, position: index + 1 }]));
  for (const { number, expertId, position, unmet } of run.others)
    comparison.compare(number, '', { expertId, position, unmet }, places.get(number) ?? {});
  return comparison.result(run.ranked.length + run.others.length);
}

function numbers(people: readonly { readonly number: number }[]): number[] {
  return people.map(({ number }) => number);
}

/** Walks what was kept beside what was recomputed. */
class Comparison {
  private values = 0;
  private differing = 0;
  private readonly differences: ReplayDifference[] = [];

  compare(number: number | null, path: string, frozen: unknown, recomputed: unknown): void {
    if (!comparable(frozen, recomputed)) {
      this.values += 1;
      if (frozen !== recomputed) this.differ(number, path, frozen, recomputed);
      return;
    }
    for (const [key, value] of Object.entries(frozen as Keyed))
      this.compare(number, path === '' ? key : `${path}.${key}`, value, recomputed[key]);
  }

  result(people: number): Replay {
    return { equal: this.differing === 0, people, values: this.values, differing: this.differing, differences: this.differences };
  }

  private differ(number: number | null, path: string, frozen: unknown, recomputed: unknown): void {
    this.differing += 1;
    if (this.differences.length < LISTED) this.differences.push({ number, path, frozen: text(frozen), recomputed: text(recomputed) });
  }
}

type Keyed = Readonly<Record<string, unknown>>;

/** Whether the two have parts that can be compared one by one; lists of different length are compared as a whole. */
function comparable(frozen: unknown, recomputed: unknown): recomputed is Keyed {
  if (typeof frozen !== 'object' || frozen === null || typeof recomputed !== 'object' || recomputed === null) return false;
  return !Array.isArray(frozen) || (Array.isArray(recomputed) && frozen.length === recomputed.length);
}

function text(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import { profileOf, rank } from './engine.js';
import { explain } from './explain.js';
import { Pool } from './pool.js';
import type { Explanation, IneligibleCandidate } from './ranking.js';
import { checkRules } from './rubric.js';
import { atOnce, gradually, type Steps } from './steps.js';
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

/** People who are explained or compared between two pauses: some milliseconds. */
const AT_ONCE = 100;

/**
 * Recomputes a run from the profiles that it was made with and compares every position, total, value and verdict. What
 * was kept must come out again; what newer rules say in addition is not compared. Pure, so that an auditor's copy can be
 * replayed without this desk. Throws 'shortlist.other-rules' for a run of another version of the rubric, and as `rank` does.
 */
export function replay(run: FrozenRun, profiles: Iterable<ExpertProfile>): Replay {
  checkRules(run.rubricVersion);
  return atOnce(steps(run, Pool.of(profiles, run.requirement.asOf)));
}

/** As `replay`, from a pool of those profiles as of the day of the run, with a `pause` every few milliseconds. */
export async function replayGradually(run: FrozenRun, pool: Pool, pause: () => Promise<void>): Promise<Replay> {
  checkRules(run.rubricVersion);
  return gradually(steps(run, pool), pause);
}

function* steps(run: FrozenRun, pool: Pool): Steps<Replay> {
  const ranking = rank(pool, run.requirement, run.size);
  const others = yield* ineligibleInSteps(pool, run.requirement);
  const comparison = new Comparison();
  const { rubricVersion, considered, eligible, unmetByGate } = run;
  comparison.compare(null, '', { rubricVersion, considered, eligible, unmetByGate }, ranking);
  comparison.compare(null, 'ranked', numbers(run.ranked), numbers(ranking.top));
  comparison.compare(null, 'others', numbers(run.others), numbers(others));
  const ranked = new Map(ranking.top.map((one) => [one.number, one]));
  for (const [index, { number, expertId, position, total, explanation }] of run.ranked.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    const again = ranked.get(number);
    const recomputed = again && {
      expertId: again.expertId,
      position: again.rank,
      total: again.total,
      explanation: explain(profileOf(pool, number), run.requirement),
    };
    comparison.compare(number, '', { expertId, position, total, explanation }, recomputed ?? {});
  }
  const places = new Map(others.map((one, index) => [one.number, { ...one, position: index + 1 }]));
  for (const [index, { number, expertId, position, unmet }] of run.others.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    comparison.compare(number, '', { expertId, position, unmet }, places.get(number) ?? {});
  }
  return comparison.result(run.ranked.length + run.others.length);
}

/** As `ineligible`, from the explanations alone: a replay does not lean on the columns that the run was made with. */
function* ineligibleInSteps(pool: Pool, requirement: Requirement): Steps<IneligibleCandidate[]> {
  const found: IneligibleCandidate[] = [];
  for (const [index, profile] of pool.profiles.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    const { eligible, expertId, number, gates } = explain(profile, requirement);
    if (!eligible) found.push({ expertId, number, unmet: gates.filter(({ met }) => !met) });
  }
  return found.sort((a, b) => a.unmet.length - b.unmet.length || a.number - b.number);
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

import type { ExpertProfile } from '../expert.js';
import { CRITERIA, type CriterionName, type Requirement } from '../requirement.js';
import { type DiffFact, profileFacts, requirementFacts } from './diff-facts.js';
import { rank } from './engine.js';
import { explain } from './explain.js';
import type { Pool } from './pool.js';
import type { Explanation } from './ranking.js';
import { GATES, type GateName } from './verdicts.js';

export type { DiffFact } from './diff-facts.js';

/**
 * Where a change comes from, in the order in which changes are applied one after another: the profile, the as-of day, the
 * needs of the country, the rules of the post, its weights.
 */
export const CHANGE_SOURCES = ['profile', 'date', 'needs', 'rules', 'weights'] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

/** One run: what it asked, of whom, and how many of the best it lists. */
export interface DiffSide {
  readonly pool: Pool;
  readonly requirement: Requirement;
  readonly size: number;
}

/** Where a person stood. */
export interface Standing {
  /** Not on the roster at all: everything else is null or empty. */
  readonly known: boolean;
  /** Among all eligible; null for a person who is not eligible. */
  readonly rank: number | null;
  /** 0 to 1,000,000. */
  readonly total: number | null;
  readonly unmet: readonly GateName[];
}

/** What one source changed: the points of each step of all sources sum to the change of the total. */
export interface ChangeStep {
  readonly source: ChangeSource;
  /** Criteria whose points changed, by how much. */
  readonly points: readonly { readonly criterion: CriterionName; readonly by: number }[];
  /** By how much the total changed that verified and assessed claims alone give. */
  readonly verifiedBy: number;
  /** Gates that opened or closed. */
  readonly gates: readonly { readonly gate: GateName; readonly met: boolean }[];
  /** What is behind it. */
  readonly facts: readonly DiffFact[];
}

export interface CandidateDiff {
  readonly number: number;
  readonly expertId: string;
  readonly before: Standing;
  readonly after: Standing;
  /** The criterion that changed most in the direction of the total; null when the total is the same or somebody is new or gone. */
  readonly leading: CriterionName | null;
  /** Sources that changed something about this person, if only how far a claim is backed. None for somebody whom only others moved. */
  readonly steps: readonly ChangeStep[];
  /** Roster numbers of people who are ahead now and were not before, best first. */
  readonly passedBy: readonly number[];
}

export interface RunDiff {
  readonly eligible: { readonly before: number; readonly after: number };
  /** Everybody who is listed in one of the runs and stands otherwise in the other, in the order of the later run; then those who left. */
  readonly changed: readonly CandidateDiff[];
  /** How many are listed in both with the same place and total. */
  readonly unchanged: number;
  /** What the two runs asked differently, whoever it touched. */
  readonly asked: readonly DiffFact[];
}

type Places = ReadonlyMap<number, number>;

/** For each person listed in one of two runs: which criterion moved the rank, and which fact moved the criterion. */
export function diffRuns(before: DiffSide, after: DiffSide): RunDiff {
  const [first, second] = [rankAll(before), rankAll(after)];
  const [placesBefore, placesAfter] = [placesOf(first), placesOf(second)];
  const listed = [...new Set([...second.slice(0, after.size), ...first.slice(0, before.size)])];
  const all = listed.map((number) => candidateDiff(number, before, after, placesBefore, placesAfter, second));
  const changed = all.filter((one) => one.steps.length > 0 || one.before.rank !== one.after.rank || one.before.total !== one.after.total);
  return {
    eligible: { before: first.length, after: second.length },
    changed,
    unchanged: all.length - changed.length,
    asked: CHANGE_SOURCES.flatMap((source) => requirementFacts(source, before.requirement, after.requirement)),
  };
}

/** Roster numbers of all eligible people, best first. */
function rankAll({ pool, requirement }: DiffSide): number[] {
  return rank(pool, requirement, pool.size).top.map(({ number }) => number);
}

function placesOf(numbers: readonly number[]): Places {
  return new Map(numbers.map((number, index) => [number, index + 1]));
}

function candidateDiff(
  number: number,
  before: DiffSide,
  after: DiffSide,
  placesBefore: Places,
  placesAfter: Places,
  order: readonly number[],
): CandidateDiff {
  const [old, fresh] = [before.pool.profile(number), after.pool.profile(number)];
  const standing = {
    before: standingOf(old, before.requirement, placesBefore),
    after: standingOf(fresh, after.requirement, placesAfter),
  };
  const steps = old && fresh ? stepsBetween(old, fresh, before.requirement, after.requirement) : [];
  const wasAhead = (other: number) => (placesBefore.get(other) ?? Number.POSITIVE_INFINITY) < (standing.before.rank ?? 0);
  return {
    number,
    expertId: (fresh ?? old)?.id ?? '',
    ...standing,
    leading: leadingOf(steps),
    steps,
    passedBy:
      standing.before.rank && standing.after.rank ? order.slice(0, standing.after.rank - 1).filter((other) => !wasAhead(other)) : [],
  };
}

function standingOf(profile: ExpertProfile | undefined, requirement: Requirement, places: Places): Standing {
  if (!profile) return { known: false, rank: null, total: null, unmet: [] };
  const { gates, total } = explain(profile, requirement);
  const unmet = gates.filter(({ met }) => !met).map(({ gate }) => gate);
  return unmet.length > 0
    ? { known: true, rank: null, total: null, unmet }
    : { known: true, rank: places.get(profile.number) ?? null, total, unmet };
}

/** Applies the sources one after another and says what each did. */
function stepsBetween(old: ExpertProfile, fresh: ExpertProfile, from: Requirement, to: Requirement): ChangeStep[] {
  let explained = explain(old, from);
  return CHANGE_SOURCES.flatMap((source) => {
    const next = explain(fresh, mixed(source, from, to));
    const step = stepOf(
      source,
      explained,
      next,
      source === 'profile' ? profileFacts(old, fresh, explained, next) : requirementFacts(source, from, to),
    );
    explained = next;
    const touched = step.points.length + step.gates.length > 0 || (source === 'profile' && step.facts.length > 0);
    return touched ? [step] : [];
  });
}

/** The question with every source up to and including this one as in the later run. */
function mixed(upTo: ChangeSource, from: Requirement, to: Requirement): Requirement {
  const { weights, asOf, themes, desiredLanguages, country, region } = to;
  switch (upTo) {
    case 'profile':
      return from;
    case 'date':
      return { ...from, asOf };
    case 'needs':
      return { ...from, asOf, themes, desiredLanguages, country, region };
    case 'rules':
      return { ...to, weights: from.weights };
    case 'weights':
      return { ...to, weights };
  }
}

function stepOf(source: ChangeSource, before: Explanation, after: Explanation, facts: readonly DiffFact[]): ChangeStep {
  return {
    source,
    points: CRITERIA.flatMap((criterion) => {
      const by = pointsOf(after, criterion) - pointsOf(before, criterion);
      return by === 0 ? [] : [{ criterion, by }];
    }),
    verifiedBy: after.verifiedTotal - before.verifiedTotal,
    gates: GATES.filter((gate) => meets(before, gate) !== meets(after, gate)).map((gate) => ({ gate, met: meets(after, gate) })),
    facts,
  };
}

/** A gate that is not asked for is met. */
function meets({ gates }: Explanation, name: GateName): boolean {
  return gates.find(({ gate }) => gate === name)?.met ?? true;
}

function pointsOf({ criteria }: Explanation, name: CriterionName): number {
  return criteria.find(({ criterion }) => criterion === name)?.points ?? 0;
}

function leadingOf(steps: readonly ChangeStep[]): CriterionName | null {
  const changes = CRITERIA.map((criterion) => ({
    criterion,
    by: steps.flatMap(({ points }) => points).reduce((sum, change) => (change.criterion === criterion ? sum + change.by : sum), 0),
  }));
  const total = changes.reduce((sum, { by }) => sum + by, 0);
  if (total === 0) return null;
  return changes.reduce((most, change) => (change.by * Math.sign(total) > most.by * Math.sign(total) ? change : most)).criterion;
}

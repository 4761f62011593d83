import type { ExpertProfile } from '../expert.js';
import { CRITERIA, type Requirement } from '../requirement.js';
import { explain } from './explain.js';
import type { CriterionValues, Explanation, IneligibleCandidate, Ranking } from './ranking.js';
import { RUBRIC_VERSION } from './rubric.js';
import { GATES, type GateName } from './verdicts.js';

/**
 * The plain twin of the engine: explains every profile and sorts. Slow and obviously right; tests hold the engine to it
 * on shared cases and on random input.
 */
export function rankPlainly(profiles: readonly ExpertProfile[], requirement: Requirement, size: number): Ranking {
  const all = profiles.map((profile) => explain(profile, requirement));
  const eligible = all.filter((one) => one.eligible);
  const best = eligible.sort((a, b) => b.total - a.total || a.number - b.number).slice(0, size);
  return {
    rubricVersion: RUBRIC_VERSION,
    considered: all.length,
    eligible: eligible.length,
    top: best.map((one, index) => ({
      rank: index + 1,
      expertId: one.expertId,
      number: one.number,
      total: one.total,
      values: valuesOf(one),
    })),
    unmetByGate: Object.fromEntries(GATES.map((gate) => [gate, all.filter((one) => misses(one, gate)).length])) as Record<GateName, number>,
  };
}

/** The plain twin of `ineligible()`. */
export function ineligiblePlainly(profiles: readonly ExpertProfile[], requirement: Requirement): IneligibleCandidate[] {
  return profiles
    .map((profile) => explain(profile, requirement))
    .filter(({ eligible }) => !eligible)
    .map(({ expertId, number, gates }) => ({ expertId, number, unmet: gates.filter(({ met }) => !met) }))
    .sort((a, b) => a.unmet.length - b.unmet.length || a.number - b.number);
}

function misses({ gates }: Explanation, name: GateName): boolean {
  return gates.some(({ gate, met }) => gate === name && !met);
}

function valuesOf({ criteria }: Explanation): CriterionValues {
  return Object.fromEntries(CRITERIA.map((name) => [name, criteria.find(({ criterion }) => criterion === name)?.value])) as Record<
    keyof CriterionValues,
    number
  >;
}

import { countExperience } from '../experience.js';
import type { ExpertProfile } from '../expert.js';
import { CRITERIA, type CriterionName, type Requirement } from '../requirement.js';
import { backedPart, discounted, worthOf } from './backing.js';
import { CRITERION_RULES, GATE_RULES } from './criteria/index.js';
import type { Candidate } from './criteria/rule.js';
import type { Explanation } from './ranking.js';
import { RUBRIC_VERSION } from './rubric.js';
import { type CriterionResult, GATES, isTold } from './verdicts.js';

/**
 * Opens every number of one candidate down to evidence ids, as claimed and as verified. Agrees with `rank()` to the last
 * digit.
 */
export function explain(profile: ExpertProfile, requirement: Requirement): Explanation {
  const claimed = candidateOf(profile, requirement);
  const verified = candidateOf(backedPart(profile, 'verified'), requirement);
  const assessed = candidateOf(backedPart(profile, 'panel-assessed'), requirement);
  const gates = GATES.map((name) => GATE_RULES[name].judge(claimed, requirement)).filter(isTold);
  const criteria = CRITERIA.map((name) => layered(name, claimed, verified, assessed, requirement));
  return {
    rubricVersion: RUBRIC_VERSION,
    expertId: profile.id,
    number: profile.number,
    eligible: gates.every(({ met }) => met),
    total: sum(criteria.map(({ points }) => points)),
    claimedTotal: sum(criteria.map(({ weight, claimed }) => weight * claimed)),
    verifiedTotal: sum(criteria.map(({ weight, verified }) => weight * verified)),
    eligibleAsVerified: GATES.every((name) => GATE_RULES[name].judge(verified, requirement).met),
    gates,
    criteria,
    experience: claimed.experience,
  };
}

function candidateOf(profile: ExpertProfile, { asOf, experiencePolicy }: Requirement): Candidate {
  return { profile, experience: countExperience(profile.experience, asOf, experiencePolicy) };
}

function layered(
  name: CriterionName,
  claimed: Candidate,
  verified: Candidate,
  assessed: Candidate,
  requirement: Requirement,
): CriterionResult {
  const rule = CRITERION_RULES[name];
  const result = rule.judge(claimed, requirement);
  const layers = {
    claimed: result.value,
    verified: rule.judge(verified, requirement).value,
    assessed: rule.judge(assessed, requirement).value,
  };
  const value = discounted(layers, worthOf(requirement.claimWorth, name));
  const { weight } = result;
  // The rule of a name gives the result of that name, which a lookup by a variable cannot tell the compiler.
  return { ...result, value, claimed: layers.claimed, verified: layers.verified, points: weight * value } as CriterionResult;
}

function sum(points: readonly number[]): number {
  return points.reduce((total, point) => total + point, 0);
}

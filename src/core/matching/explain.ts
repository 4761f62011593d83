import { countExperience } from '../experience.js';
import type { ExpertProfile } from '../expert.js';
import { CRITERIA, type Requirement } from '../requirement.js';
import { CRITERION_RULES, GATE_RULES } from './criteria/index.js';
import type { Explanation } from './ranking.js';
import { RUBRIC_VERSION } from './rubric.js';
import { GATES } from './verdicts.js';

/** Opens every number of one candidate down to evidence ids. Agrees with `rank()` to the last digit. */
export function explain(profile: ExpertProfile, requirement: Requirement): Explanation {
  const experience = countExperience(profile.experience, requirement.asOf, requirement.experiencePolicy);
  const candidate = { profile, experience };
  const gates = GATES.map((name) => GATE_RULES[name].judge(candidate, requirement));
  const criteria = CRITERIA.map((name) => CRITERION_RULES[name].judge(candidate, requirement));
  return {
    rubricVersion: RUBRIC_VERSION,
    expertId: profile.id,
    number: profile.number,
    eligible: gates.every(({ met }) => met),
    total: criteria.reduce((sum, { points }) => sum + points, 0),
    gates,
    criteria,
    experience,
  };
}

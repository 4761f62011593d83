import { EDUCATION_CLASSES, educationClass } from '../education.js';
import { countExperience } from '../experience.js';
import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import { discounts } from './backing.js';
import { context, partsOf } from './criteria/context.js';
import { EDUCATION_TOP } from './criteria/education.js';
import { valueOf } from './criteria/rule.js';
import type { CriterionValues } from './ranking.js';

/**
 * Whether a requirement weighs what the engine's columns do not hold: how far claims are backed, a desirable degree, the
 * country's situation. Most weigh none of them; whoever does is ranked by opening the profiles, exactly and more slowly.
 */
export function beyondColumns({ claimWorth, weights }: Requirement): boolean {
  return discounts(claimWorth) || weights.education > 0 || weights.context > 0;
}

/** The values of the criteria that no column holds, for rows that are shown. Agrees with `explain()`. */
export function valuesBeyondColumns(profile: ExpertProfile, requirement: Requirement): Pick<CriterionValues, 'education' | 'context'> {
  const education = valueOf(EDUCATION_CLASSES.indexOf(educationClass(profile.degrees, requirement.asOf)), EDUCATION_TOP);
  if (partsOf(requirement).length === 0) return { education, context: 0 };
  const experience = countExperience(profile.experience, requirement.asOf, requirement.experiencePolicy);
  return { education, context: context.judge({ profile, experience }, requirement).value };
}

import type { ClaimStatus } from '../core/knowledge.js';
import type { GateName } from '../core/matching/index.js';
import type { CriterionName, ExperiencePolicy } from '../core/requirement.js';
import type { Tone } from './components/index.js';

/** The weighted criteria as people read them. */
export const CRITERION_NAMES: Readonly<Record<CriterionName, string>> = {
  themes: 'Themes of the country',
  experience: 'Years beyond the minimum',
  languages: 'Desired languages',
  knowledge: 'Depth of knowledge',
  field: 'Field experience',
  country: 'Country and region',
  skills: 'Advocacy and sensitivity',
  trainings: 'Trainings',
};

/** What each criterion looks at, in one sentence. */
export const CRITERION_HINTS: Readonly<Record<CriterionName, string>> = {
  themes: "The person's expertise in the themes that the country's UPR recommendations ask for.",
  experience: 'Days of human-rights experience beyond the minimum of the level.',
  languages: 'Languages that are desired but not required.',
  knowledge: 'UN machinery, mandates, development programming and humanitarian action, beyond what is essential.',
  field: 'Days of development or humanitarian experience.',
  country: 'Days of work in the country itself, and half as much for its sub-region.',
  skills: 'Advocacy, communication and networking; cultural and gender sensitivity.',
  trainings: 'Distinct trainings completed by the as-of day.',
};

/** The essential gates as people read them, in the words of the Standard TOR. */
export const GATE_NAMES: Readonly<Record<GateName, string>> = {
  roster: 'Active on a roster',
  education: 'Advanced university degree',
  experience: 'Professional experience',
  machinery: 'Human rights machinery and treaties',
  mandates: 'UN mandates, policies and guidelines',
  'development-programming': 'Development programming',
  languages: 'Required languages',
};

/** How far a claim is backed. */
export const CLAIM_STATUS_NAMES: Readonly<Record<ClaimStatus, string>> = {
  'self-declared': 'Self-declared',
  verified: 'Verified',
  'panel-assessed': 'Panel-assessed',
};

/** A mark and a colour of its own for each, so that no two look alike, in print neither. */
export const CLAIM_STATUS_MARKS: Readonly<Record<ClaimStatus, string>> = { 'self-declared': '○', verified: '✓', 'panel-assessed': '★' };
export const CLAIM_STATUS_TONES: Readonly<Record<ClaimStatus, Tone>> = {
  'self-declared': 'warning',
  verified: 'good',
  'panel-assessed': 'accent',
};

/** What counts as professional experience under the policy of a post. */
export function policyWords({ countUnpaid, countInternships, countGeneralService }: ExperiencePolicy): string {
  const also = [countUnpaid && 'unpaid work', countInternships && 'internships', countGeneralService && 'general-service levels'].filter(
    Boolean,
  );
  if (also.length === 0) return 'Unpaid work, internships and general-service levels do not count.';
  return `By the policy of this post, these count as well: ${also.join(', ')}.`;
}

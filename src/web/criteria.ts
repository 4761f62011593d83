import type { Backing, ClaimStatus } from '../core/knowledge.js';
import type { GateName } from '../core/matching/index.js';
import type { ContextPart, CriterionName, ExperiencePolicy } from '../core/requirement.js';
import { ROLE_NAMES } from '../core/roles.js';
import { dayText, type Tone } from './components/index.js';

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
  education: 'Degree',
  context: "The country's situation",
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
  education: 'An advanced degree in full, a first-level degree by half; for posts on which the degree is desirable.',
  context: 'What the situation of the country asks for beyond the standard, such as humanitarian experience.',
};

/** The parts of the criterion `context` as people read them. */
export const CONTEXT_PART_NAMES: Readonly<Record<ContextPart, string>> = {
  'humanitarian-experience': 'humanitarian experience',
  'humanitarian-knowledge': 'knowledge of humanitarian action',
  'humanitarian-training': 'training in humanitarian action',
  'due-diligence-training': 'training in the Human Rights Due Diligence Policy',
  'rights-based-training': 'training in the human rights-based approach',
  'mandates-knowledge': 'knowledge of UN mandates and policies',
  'machinery-knowledge': 'knowledge of the human rights machinery',
  'programming-knowledge': 'knowledge of development programming',
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
  additional: 'Additional qualifications',
  advocacy: 'Advocacy, communication and networking',
  sensitivity: 'Cultural and gender sensitivity',
};

/** How far a claim is backed. */
export const CLAIM_STATUS_NAMES: Readonly<Record<ClaimStatus, string>> = {
  'self-declared': 'Self-declared',
  verified: 'Verified',
  'panel-assessed': 'Panel-assessed',
};

/** `assessed by a panel on 24 Nov 2026`, `verified by Recruiter on 3 Mar 2025`; the status alone where no more was recorded. */
export function backingText({ status, backing = [] }: { readonly status: ClaimStatus; readonly backing?: readonly Backing[] }): string {
  const latest = backing.findLast((one) => one.status === status);
  return latest ? oneBackingText(latest) : CLAIM_STATUS_NAMES[status].toLowerCase();
}

export function oneBackingText(backing: Backing): string {
  return backing.as === 'panel' ? `assessed by a panel ${whoAndWhen(backing)}` : `verified ${whoAndWhen(backing)}`;
}

/** What stands beside a tag that says the status: `by Recruiter on 3 Mar 2025`, and of a panel only the day. */
export function whoAndWhen({ as, on }: Backing): string {
  return as === 'panel' ? `on ${dayText(on)}` : `by ${ROLE_NAMES[as]} on ${dayText(on)}`;
}

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

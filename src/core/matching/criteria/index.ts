import type { CriterionName } from '../../requirement.js';
import type { GateName } from '../verdicts.js';
import { additional } from './additional.gate.js';
import { context } from './context.js';
import { country } from './country.js';
import { education as requiredEducation } from './education.gate.js';
import { education } from './education.js';
import { experience as requiredExperience } from './experience.gate.js';
import { experience } from './experience.js';
import { field } from './field.js';
import { advocacy, developmentProgramming, machinery, mandates, sensitivity } from './knowledge.gates.js';
import { knowledge } from './knowledge.js';
import { requiredLanguages } from './languages.gate.js';
import { languages } from './languages.js';
import { roster } from './roster.gate.js';
import type { Criterion, Gate } from './rule.js';
import { skills } from './skills.js';
import { themes } from './themes.js';
import { trainings } from './trainings.js';

/** Every gate by its name. */
export const GATE_RULES: { readonly [G in GateName]: Gate<G> } = {
  roster,
  education: requiredEducation,
  experience: requiredExperience,
  machinery,
  mandates,
  'development-programming': developmentProgramming,
  languages: requiredLanguages,
  additional,
  advocacy,
  sensitivity,
};

/** Every weighted criterion by its name. */
export const CRITERION_RULES: { readonly [C in CriterionName]: Criterion<C> } = {
  themes,
  experience,
  languages,
  knowledge,
  field,
  country,
  skills,
  trainings,
  education,
  context,
};

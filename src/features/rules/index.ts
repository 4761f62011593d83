export { RULES_ENTITIES } from './degree-term-change.entity.js';
export { DegreeTerms, termsIn } from './degree-terms.service.js';
export { RulesModule } from './rules.module.js';

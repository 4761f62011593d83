import { ESSENTIAL_AREAS, KNOWLEDGE_TOP, knowledgeValue } from '../../knowledge.js';
import { depth, knowledgeOf } from './claims.js';
import { criterion, NOTHING } from './rule.js';

/**
 * Depth above the essentials: steps of knowledge beyond what the gates ask for, out of the steps there are. Nothing is
 * asked when every essential level is the highest already. Source: first rubric, docs/scoring.md.
 */
export const knowledge = criterion('knowledge', ({ profile }, { gates }) => {
  const found = ESSENTIAL_AREAS.map((area) => knowledgeOf(profile, area, gates.knowledge[area] ?? 'none'));
  const facts = found.map(({ fact }) => fact);
  const whole = facts.reduce((sum, { need }) => sum + KNOWLEDGE_TOP - knowledgeValue(need), 0);
  if (whole === 0) return NOTHING;
  return {
    share: { part: facts.reduce((sum, fact) => sum + depth(fact), 0), whole },
    reason: { code: 'depth', areas: facts },
    evidence: found.flatMap(({ evidence }) => evidence),
  };
});

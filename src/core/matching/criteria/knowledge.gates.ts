import { type EssentialArea, knowledgeValue } from '../../knowledge.js';
import { knowledgeOf } from './claims.js';
import { type Gate, gate, OPEN } from './rule.js';

/**
 * Specialist knowledge of the human rights machinery, excellent knowledge of UN mandates and policies, good knowledge of
 * development programming, or whatever level the post states for each. Source: Strategy, Annex, "Qualifications and Experience".
 */
export const machinery = knowledgeGate('machinery');
export const mandates = knowledgeGate('mandates');
export const developmentProgramming = knowledgeGate('development-programming');

function knowledgeGate<A extends EssentialArea>(area: A): Gate<A> {
  return gate<A>(area, ({ profile }, { gates }) => {
    const need = gates.knowledge[area] ?? 'none';
    if (need === 'none') return OPEN;
    const { fact, evidence } = knowledgeOf(profile, area, need);
    return { met: knowledgeValue(fact.have) >= knowledgeValue(need), reason: { code: 'level', ...fact }, evidence };
  });
}

import { type EssentialArea, type KnowledgeLevel, knowledgeValue, type SkillArea } from '../../knowledge.js';
import type { Requirement } from '../../requirement.js';
import { knowledgeOf } from './claims.js';
import { type Gate, gate, OPEN } from './rule.js';

/**
 * Specialist knowledge of the human rights machinery, excellent knowledge of UN mandates and policies, good knowledge of
 * development programming, or whatever level the post states for each. Source: Strategy, Annex, "Qualifications and Experience".
 */
export const machinery = levelGate('machinery', ({ knowledge }) => knowledge.machinery);
export const mandates = levelGate('mandates', ({ knowledge }) => knowledge.mandates);
export const developmentProgramming = levelGate('development-programming', ({ knowledge }) => knowledge['development-programming']);

/** The skills of the TOR, where a post makes them essential, at the level that it names. Source: the same. */
export const advocacy = levelGate('advocacy', ({ skills }) => skills?.advocacy);
export const sensitivity = levelGate('sensitivity', ({ skills }) => skills?.sensitivity);

function levelGate<A extends EssentialArea | SkillArea>(
  area: A,
  needOf: (gates: Requirement['gates']) => KnowledgeLevel | undefined,
): Gate<A> {
  return gate<A>(area, ({ profile }, { gates }) => {
    const need = needOf(gates) ?? 'none';
    if (need === 'none') return OPEN;
    const { fact, evidence } = knowledgeOf(profile, area, need);
    return { met: knowledgeValue(fact.have) >= knowledgeValue(need), reason: { code: 'level', ...fact }, evidence };
  });
}

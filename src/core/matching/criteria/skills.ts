import { KNOWLEDGE_TOP, knowledgeValue, SKILL_AREAS } from '../../knowledge.js';
import { knowledgeOf } from './claims.js';
import { criterion } from './rule.js';

/** Advocacy, communication and networking; cultural and gender sensitivity: the skills the TOR names beside knowledge, on the same scale. Source: TOR Qualifications. */
export const skills = criterion('skills', ({ profile }) => {
  const found = SKILL_AREAS.map((area) => knowledgeOf(profile, area, 'none'));
  const areas = found.map(({ fact }) => fact);
  return {
    share: { part: areas.reduce((sum, { have }) => sum + knowledgeValue(have), 0), whole: SKILL_AREAS.length * KNOWLEDGE_TOP },
    reason: { code: 'levels', areas },
    evidence: found.flatMap(({ evidence }) => evidence),
  };
});

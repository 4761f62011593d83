import { knowledgeValue } from '../../knowledge.js';
import { CONTEXT_PARTS, type ContextPart, PART_LEVEL, type Requirement } from '../../requirement.js';
import type { PartFact } from '../verdicts.js';
import { knowledgeOf } from './claims.js';
import { PART_RULES } from './context.js';
import { type Candidate, gate, jobsBehind, OPEN } from './rule.js';
import { completedBy } from './trainings.js';

interface Found {
  readonly fact: PartFact;
  readonly evidence: readonly string[];
}

const NONE: readonly ContextPart[] = [];

/** The parts that are essential, each once and in a fixed order, whatever the order in which they were named. */
export function essentialParts({ additional }: Pick<Requirement['gates'], 'additional'>): readonly ContextPart[] {
  if (!additional || additional.length === 0) return NONE;
  return CONTEXT_PARTS.filter((part) => additional.includes(part));
}

/**
 * Every part of the country's situation that the post makes essential: a whole day of humanitarian experience, good knowledge
 * or better, a training that is completed. One missing part is enough to miss the gate. Source: TOR Qualifications,
 * "additional qualifications … as may be relevant to the specificities of the country context"; the thresholds: docs/scoring.md.
 */
export const additional = gate('additional', (candidate, { gates, asOf }) => {
  const found = essentialParts(gates).map((part) => judge(part, candidate, asOf));
  if (found.length === 0) return OPEN;
  return {
    met: found.every(({ fact }) => fact.met),
    reason: { code: 'parts', parts: found.map(({ fact }) => fact) },
    evidence: [...new Set(found.flatMap(({ evidence }) => evidence))],
  };
});

function judge(part: ContextPart, { profile, experience }: Candidate, asOf: Requirement['asOf']): Found {
  const rule = PART_RULES[part];
  switch (rule.kind) {
    case 'experience': {
      const { humanitarian } = experience.kinds;
      const days = { have: humanitarian.days, need: 1 };
      return { fact: { part, kind: rule.kind, met: days.have >= days.need, ...days }, evidence: jobsBehind(humanitarian) };
    }
    case 'knowledge': {
      const { fact, evidence } = knowledgeOf(profile, rule.area, PART_LEVEL);
      const { have, need, status } = fact;
      return { fact: { part, kind: rule.kind, met: knowledgeValue(have) >= knowledgeValue(need), have, need, status }, evidence };
    }
    case 'training': {
      const done = completedBy(profile.trainings, asOf).find(({ kind }) => kind === rule.training);
      const training = done ? { kind: done.kind, completedOn: done.completedOn, status: done.status } : null;
      return { fact: { part, kind: rule.kind, met: done !== undefined, training }, evidence: done ? [done.id] : [] };
    }
  }
}

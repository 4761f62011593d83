import { type KnowledgeLevel, knowledgeValue } from '../../../core/knowledge.js';
import type { CriterionReasons, PartFact } from '../../../core/matching/index.js';
import { capital } from '../../../web/components/index.js';
import { CONTEXT_PART_NAMES } from '../../../web/criteria.js';
import { certainText } from './date-words.js';
import { count, counted, yearsText } from './numbers.js';

type ContextFact = Extract<CriterionReasons['context'], { readonly code: 'context' }>['parts'][number];

/** What a part of the country's situation scored on. */
export function contextWords(fact: ContextFact): string {
  switch (fact.kind) {
    case 'experience':
      return `${yearsText(fact.have)} of humanitarian experience (${counted(fact.have, 'day')}, full at ${count(fact.top)})`;
    case 'knowledge':
      return `${CONTEXT_PART_NAMES[fact.part]}: ${level(fact.level)}`;
    case 'training':
      return `${CONTEXT_PART_NAMES[fact.part]}: ${fact.training ? `completed ${certainText(fact.training.completedOn)}` : 'none'}`;
  }
}

/** Why an essential part is there, or how far it is from it. */
export function partNeed(fact: PartFact): string {
  const name = CONTEXT_PART_NAMES[fact.part];
  switch (fact.kind) {
    case 'experience':
      return fact.met ? `${counted(fact.have, 'day')} of ${name}; any is enough.` : `Needs ${name}, has none.`;
    case 'knowledge': {
      const steps = knowledgeValue(fact.need) - knowledgeValue(fact.have);
      return fact.met
        ? `${capital(name)}: ${fact.have}; ${fact.need} is needed.`
        : `Needs ${fact.need} ${name}, has ${level(fact.have)}: ${counted(steps, 'level')} short.`;
    }
    case 'training':
      return fact.training
        ? `${capital(name)}, completed ${certainText(fact.training.completedOn)}.`
        : `Needs ${name}, has not completed it.`;
  }
}

export function level(knowledge: KnowledgeLevel): string {
  return knowledge === 'none' ? 'none stated' : knowledge;
}

import type { IsoDate } from '../../dates.js';
import type { ExperienceTotal } from '../../experience.js';
import type { ExpertProfile, TrainingKind } from '../../expert.js';
import { KNOWLEDGE_TOP, type KnowledgeArea, knowledgeValue } from '../../knowledge.js';
import { CONTEXT_PARTS, type ContextPart, type Requirement } from '../../requirement.js';
import { VALUE_TOP } from '../rubric.js';
import type { ContextFact } from '../verdicts.js';
import { knowledgeOf } from './claims.js';
import { FIELD_TOP } from './field.js';
import { criterion, jobsBehind, NOTHING, valueOf } from './rule.js';
import { completedBy } from './trainings.js';

type PartRule =
  | { readonly kind: 'experience' }
  | { readonly kind: 'knowledge'; readonly area: KnowledgeArea }
  | { readonly kind: 'training'; readonly training: TrainingKind };

/** What each part looks at. Days of humanitarian experience are full at five years, a training counts or does not. */
export const PART_RULES: Readonly<Record<ContextPart, PartRule>> = {
  'humanitarian-experience': { kind: 'experience' },
  'humanitarian-knowledge': { kind: 'knowledge', area: 'humanitarian-action' },
  'humanitarian-training': { kind: 'training', training: 'humanitarian-action' },
  'due-diligence-training': { kind: 'training', training: 'hrddp' },
  'rights-based-training': { kind: 'training', training: 'hrba' },
  'mandates-knowledge': { kind: 'knowledge', area: 'mandates' },
  'machinery-knowledge': { kind: 'knowledge', area: 'machinery' },
  'programming-knowledge': { kind: 'knowledge', area: 'development-programming' },
};

interface Found {
  readonly fact: ContextFact;
  /** 0 to 10,000. */
  readonly value: number;
  readonly evidence: readonly string[];
}

/** The parts that are asked for, each once and in a fixed order, whatever the order in which they were named. */
export function partsOf({ context = [] }: Pick<Requirement, 'context'>): ContextPart[] {
  return CONTEXT_PARTS.filter((part) => context.includes(part));
}

/**
 * What the country's situation asks for: the mean of its parts, rounded down. Which situation switches on which part is
 * stated in core/context.ts. Source: TOR Qualifications, "additional qualifications … including on humanitarian action".
 */
export const context = criterion('context', ({ profile, experience }, requirement) => {
  const found = partsOf(requirement).map((part) => judge(part, profile, experience.kinds.humanitarian, requirement.asOf));
  if (found.length === 0) return NOTHING;
  return {
    share: { part: found.reduce((sum, { value }) => sum + value, 0), whole: VALUE_TOP * found.length },
    reason: { code: 'context', parts: found.map(({ fact }) => fact) },
    evidence: [...new Set(found.flatMap(({ evidence }) => evidence))],
  };
});

type Humanitarian = Pick<ExperienceTotal, 'days' | 'periods'>;

function judge(part: ContextPart, profile: ExpertProfile, humanitarian: Humanitarian, asOf: IsoDate): Found {
  const rule = PART_RULES[part];
  switch (rule.kind) {
    case 'experience': {
      return {
        fact: { part, kind: rule.kind, have: humanitarian.days, top: FIELD_TOP },
        value: valueOf(Math.min(humanitarian.days, FIELD_TOP), FIELD_TOP),
        evidence: jobsBehind(humanitarian),
      };
    }
    case 'knowledge': {
      const { fact, evidence } = knowledgeOf(profile, rule.area, 'none');
      const value = valueOf(knowledgeValue(fact.have), KNOWLEDGE_TOP);
      return { fact: { part, kind: rule.kind, level: fact.have, status: fact.status }, value, evidence };
    }
    case 'training': {
      const done = completedBy(profile.trainings, asOf).find(({ kind }) => kind === rule.training);
      const training = done ? { kind: done.kind, completedOn: done.completedOn, status: done.status } : null;
      return { fact: { part, kind: rule.kind, training }, value: done ? VALUE_TOP : 0, evidence: done ? [done.id] : [] };
    }
  }
}

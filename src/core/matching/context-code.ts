import { ESSENTIAL_AREAS, KNOWLEDGE_LEVELS, KNOWLEDGE_TOP, type KnowledgeArea } from '../knowledge.js';
import { CONTEXT_PARTS, type ContextPart, PART_LEVEL, type Requirement } from '../requirement.js';
import { PART_RULES, partsOf } from './criteria/context.js';
import { FIELD_TOP } from './criteria/field.js';
import { valueOf } from './criteria/rule.js';
import { VALUE_TOP } from './rubric.js';

/**
 * What the criterion "context" reads of a person, apart from days of humanitarian experience and from the essential areas
 * that a signature holds: the level of the one other area, then one bit for each training.
 */
const LEVEL_BITS = 3;
const [AREA] = CONTEXT_PARTS.flatMap((part) => areasOf(part)).filter((area) => !ESSENTIAL_AREAS.some((one) => one === area));
const TRAINING_PARTS = CONTEXT_PARTS.filter((part) => PART_RULES[part].kind === 'training');

/** Codes are whole numbers from 0 to one less than this. */
export const CONTEXT_CODES = 2 ** (LEVEL_BITS + TRAINING_PARTS.length);

/** `levelOf` says the level 0 to 4 in an area, `holds` whether a training is there. */
export function contextCodeOf(levelOf: (area: KnowledgeArea) => number, holds: (part: ContextPart) => boolean): number {
  return TRAINING_PARTS.reduce(
    (code, part, index) => code | (holds(part) ? 1 << (LEVEL_BITS + index) : 0),
    AREA === undefined ? 0 : levelOf(AREA),
  );
}

/** What the context of a requirement adds up to: the sum of the values of its parts, divided by how many they are. */
export interface ContextRequest {
  /** How many parts; 1 where none is asked for, so that dividing gives the value 0. */
  readonly parts: number;
  /** Whether days of humanitarian experience are a part. */
  readonly days: boolean;
  /** By code: the values of its parts together. */
  readonly byCode: readonly number[];
  /** In the order of ESSENTIAL_AREAS: whether the level is a part. */
  readonly areas: readonly boolean[];
}

const NOTHING_ASKED: ContextRequest = {
  parts: 1,
  days: false,
  byCode: new Array<number>(CONTEXT_CODES).fill(0),
  areas: ESSENTIAL_AREAS.map(() => false),
};

export function contextRequest(requirement: Pick<Requirement, 'context'>): ContextRequest {
  const parts = partsOf(requirement);
  if (parts.length === 0) return NOTHING_ASKED;
  const areas = parts.flatMap(areasOf);
  return {
    parts: parts.length,
    days: parts.some((part) => PART_RULES[part].kind === 'experience'),
    byCode: Array.from({ length: CONTEXT_CODES }, (_, code) => {
      const level = AREA && areas.includes(AREA) ? levelValue(code % 2 ** LEVEL_BITS) : 0;
      const trainings = TRAINING_PARTS.filter((part, index) => parts.includes(part) && (code >> (LEVEL_BITS + index)) & 1);
      return level + VALUE_TOP * trainings.length;
    }),
    areas: ESSENTIAL_AREAS.map((area) => areas.includes(area)),
  };
}

/** The values of the parts that the essential areas give together, by their levels. */
export function essentialContext({ areas }: ContextRequest, essential: readonly number[]): number {
  return areas.reduce((sum, asked, area) => (asked ? sum + levelValue(essential[area] as number) : sum), 0);
}

/** 0 to 10,000: the mean of the parts, rounded down. `days` of humanitarian experience, up to FIELD_TOP. */
export function contextValueOf({ parts, days: counts, byCode }: ContextRequest, essential: number, days: number, code: number): number {
  return valueOf(essential + (counts ? valueOf(days, FIELD_TOP) : 0) + (byCode[code] as number), VALUE_TOP * parts);
}

/** The most that a part is worth to somebody, by whether it holds as the gate "additional" judges it. */
export function mostOfPart(part: ContextPart, holds: boolean): number {
  if (holds) return VALUE_TOP;
  return PART_RULES[part].kind === 'knowledge' ? levelValue(KNOWLEDGE_LEVELS.indexOf(PART_LEVEL) - 1) : 0;
}

function areasOf(part: ContextPart): KnowledgeArea[] {
  const rule = PART_RULES[part];
  return rule.kind === 'knowledge' ? [rule.area] : [];
}

function levelValue(level: number): number {
  return valueOf(level, KNOWLEDGE_TOP);
}

import type { IsoDate } from './dates.js';
import type { Role } from './roles.js';

/** The knowledge scale in the TOR's own words; the index is the value: none 0 … specialist 4. Source: TOR Qualifications. */
export const KNOWLEDGE_LEVELS = ['none', 'basic', 'good', 'excellent', 'specialist'] as const;
export type KnowledgeLevel = (typeof KNOWLEDGE_LEVELS)[number];

/** 0 (none) to 4 (specialist). */
export function knowledgeValue(level: KnowledgeLevel): number {
  return KNOWLEDGE_LEVELS.indexOf(level);
}

/** Highest value of the scale. */
export const KNOWLEDGE_TOP = 4;

/** What a profile states a level for. The first three carry an essential requirement. Source: TOR Qualifications. */
export const KNOWLEDGE_AREAS = [
  'machinery',
  'mandates',
  'development-programming',
  'humanitarian-action',
  'advocacy',
  'sensitivity',
] as const;
export type KnowledgeArea = (typeof KNOWLEDGE_AREAS)[number];

/** The areas in which the standard TOR sets an essential level: each is a gate of its own. Source: TOR Qualifications. */
export const ESSENTIAL_AREAS = ['machinery', 'mandates', 'development-programming'] as const satisfies readonly KnowledgeArea[];
export type EssentialArea = (typeof ESSENTIAL_AREAS)[number];

/** The skills that the standard TOR names without a level: they score, and are gates of their own where a post makes them essential. */
export const SKILL_AREAS = ['advocacy', 'sensitivity'] as const satisfies readonly KnowledgeArea[];
export type SkillArea = (typeof SKILL_AREAS)[number];

export const KNOWLEDGE_AREA_NAMES: Readonly<Record<KnowledgeArea, string>> = {
  machinery: 'International human rights machinery and treaties',
  mandates: 'UN mandates, policies and guidelines',
  'development-programming': 'Development programming',
  'humanitarian-action': 'Humanitarian action',
  advocacy: 'Advocacy, communication and networking',
  sensitivity: 'Cultural and gender sensitivity',
};

/** How far a claim is backed: said by the person, checked by somebody, or assessed by a panel. Never shown alike. */
export const CLAIM_STATUSES = ['self-declared', 'verified', 'panel-assessed'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Who backed a claim, when, and how. Source: issue "Rules, complete", Evidence. */
export interface Backing {
  readonly status: Exclude<ClaimStatus, 'self-declared'>;
  /** A panel, or the role of whoever verified it. */
  readonly as: 'panel' | Role;
  /** Id of the panel, or of the account. */
  readonly by: string;
  readonly on: IsoDate;
  /** In words; empty where it was not told. */
  readonly how: string;
}

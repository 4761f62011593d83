import { EDUCATION_CLASSES } from '../education.js';
import { ESSENTIAL_AREAS, KNOWLEDGE_LEVELS } from '../knowledge.js';

/**
 * What the gates look at and takes few values, as one number: the levels of the essential areas first, so that higher
 * signatures know more, then education, an active membership and any field experience. Days and languages take many
 * values and are columns of their own.
 */
export interface GateFacts {
  /** 0 to 4, in the order of ESSENTIAL_AREAS. */
  readonly essential: readonly number[];
  /** Index into EDUCATION_CLASSES. */
  readonly education: number;
  readonly active: boolean;
  readonly field: boolean;
}

const LEVELS = KNOWLEDGE_LEVELS.length;
const CLASSES = EDUCATION_CLASSES.length;

/** Signatures are whole numbers from 0 to one less than this. */
export const SIGNATURES = LEVELS ** ESSENTIAL_AREAS.length * CLASSES * 4;

export function signatureOf({ essential, education, active, field }: GateFacts): number {
  const levels = essential.reduce((digits, level) => digits * LEVELS + level, 0);
  return (levels * CLASSES + education) * 4 + (active ? 2 : 0) + (field ? 1 : 0);
}

/** The facts behind a signature. */
export function gateFacts(signature: number): GateFacts {
  return FACTS[signature] as GateFacts;
}

const FACTS: readonly GateFacts[] = Array.from({ length: SIGNATURES }, (_, signature) => {
  const levels = Math.floor(signature / (4 * CLASSES));
  return {
    essential: ESSENTIAL_AREAS.map((_, area) => Math.floor(levels / LEVELS ** (ESSENTIAL_AREAS.length - 1 - area)) % LEVELS),
    education: Math.floor(signature / 4) % CLASSES,
    active: (signature & 2) !== 0,
    field: (signature & 1) !== 0,
  };
});

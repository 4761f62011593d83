import type { ContextFlag } from './needs.js';
import { CONTEXT_PARTS, type ContextPart, CRITERIA, type CriterionName, type Weights } from './requirement.js';
import type { Theme } from './themes.js';

/** What a situation of the country asks of an adviser. */
export interface Situation {
  /** Parts of the criterion `context` that it switches on. */
  readonly parts: readonly ContextPart[];
  /** Themes that then weigh at least SITUATION_THEME_WEIGHT, whatever the recommendations say. */
  readonly themes: readonly Theme[];
  /** Why, and where that stands. */
  readonly source: string;
}

/** The least that a theme of an accepted situation weighs, 0 to 100. Ours: no source gives a number. */
export const SITUATION_THEME_WEIGHT = 60;

/** The weight that is proposed for the criterion `context`. Ours: no source gives a number. */
export const PROPOSED_CONTEXT_WEIGHT = 10;

/**
 * Which situation switches on what. A table of proposals: nothing of it counts until a recruiter accepts it for a post.
 * Which themes go with a situation is our reading of the named sentence.
 */
export const SITUATIONS: Readonly<Record<ContextFlag, Situation>> = {
  'undaf-roll-out': {
    parts: ['programming-knowledge', 'rights-based-training'],
    themes: [],
    source: 'TOR 1.1: integrating human rights into the UNDAF, a human rights-based approach to programmes',
  },
  'upr-follow-up': {
    parts: ['machinery-knowledge'],
    themes: ['treaty-bodies', 'special-procedures'],
    source: 'TOR 2.1: engagement with the Universal Periodic Review, Treaty Bodies and Special Procedures',
  },
  'post-conflict': {
    parts: ['mandates-knowledge'],
    themes: ['impunity', 'justice', 'internally-displaced-persons', 'international-humanitarian-law'],
    source: 'TOR Qualifications: UN work in peace and security; TOR 1.4: post-crisis recovery',
  },
  'humanitarian-emergency': {
    parts: ['humanitarian-experience', 'humanitarian-knowledge', 'humanitarian-training'],
    themes: ['asylum-seekers-refugees', 'internally-displaced-persons', 'international-humanitarian-law'],
    source:
      'TOR 1.4: human rights in the humanitarian response; TOR Qualifications: additional qualifications, including on humanitarian action',
  },
  elections: {
    parts: [],
    themes: ['elections', 'freedom-of-association-and-peaceful-assembly', 'freedom-of-opinion-and-expression'],
    source: 'Strategy, Kenya 2008: an adviser deployed after the post-election violence',
  },
  disaster: {
    parts: ['humanitarian-experience', 'humanitarian-knowledge'],
    themes: ['internally-displaced-persons', 'right-to-food', 'right-to-housing', 'right-to-water'],
    source: 'TOR 1.4: human rights in the humanitarian response and post-crisis recovery',
  },
  'hrddp-risk': {
    parts: ['due-diligence-training', 'mandates-knowledge'],
    themes: ['human-rights-violations-by-state-agents', 'public-security'],
    source: 'Human Rights Due Diligence Policy on UN support to non-UN security forces, A/67/775–S/2013/110',
  },
};

/** Parts of the criterion `context` that the situations switch on together, each once, in a fixed order. */
export function partsOfSituations(flags: readonly ContextFlag[]): ContextPart[] {
  const parts = new Set(flags.flatMap((flag) => SITUATIONS[flag].parts));
  return CONTEXT_PARTS.filter((part) => parts.has(part));
}

/** The themes with those of the situations lifted to their least weight; nothing is ever lowered. */
export function withSituations(
  themes: Readonly<Partial<Record<Theme, number>>>,
  flags: readonly ContextFlag[],
): Readonly<Partial<Record<Theme, number>>> {
  const lifted: Partial<Record<Theme, number>> = { ...themes };
  for (const theme of flags.flatMap((flag) => SITUATIONS[flag].themes))
    lifted[theme] = Math.max(lifted[theme] ?? 0, SITUATION_THEME_WEIGHT);
  return lifted;
}

/**
 * The weights with a share for the situation, taken from the others in proportion: whole numbers that sum to 100 again.
 * What rounding leaves goes to the largest remainders, of equal ones to the first in the order of CRITERIA. Weights that
 * give the situation something already are left alone.
 */
export function proposedWeights(weights: Weights): Weights {
  if (weights.context > 0) return weights;
  const rest = 100 - PROPOSED_CONTEXT_WEIGHT;
  const shares = CRITERIA.filter((name) => name !== 'context').map((name) => ({
    name,
    whole: Math.floor((weights[name] * rest) / 100),
    remainder: (weights[name] * rest) % 100,
  }));
  const left = rest - shares.reduce((sum, { whole }) => sum + whole, 0);
  const favoured = new Set<CriterionName>(
    [...shares]
      .sort((a, b) => b.remainder - a.remainder)
      .slice(0, left)
      .map(({ name }) => name),
  );
  const scaled = shares.map(({ name, whole }) => [name, whole + Number(favoured.has(name))]);
  return { ...weights, ...Object.fromEntries(scaled), context: PROPOSED_CONTEXT_WEIGHT };
}

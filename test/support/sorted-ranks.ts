import type { RankedCandidate } from '../../src/core/matching/index.js';
import { CRITERIA, type Weights } from '../../src/core/requirement.js';

/** By roster number: ranks of the people among themselves, by sorting them again under one weighting after another. */
export function sortedRanks(
  list: readonly Pick<RankedCandidate, 'number' | 'values'>[],
  weightings: readonly Weights[],
): ReadonlyMap<number, number[]> {
  const ranks = new Map<number, number[]>(list.map(({ number }) => [number, []]));
  for (const weights of weightings) {
    const total = ({ values }: Pick<RankedCandidate, 'values'>) => CRITERIA.reduce((sum, name) => sum + weights[name] * values[name], 0);
    const order = [...list].sort((a, b) => total(b) - total(a) || a.number - b.number);
    for (const [place, { number }] of order.entries()) ranks.get(number)?.push(place + 1);
  }
  return ranks;
}

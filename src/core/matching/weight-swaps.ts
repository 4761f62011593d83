import { CRITERIA, type CriterionName, type Weights } from '../requirement.js';
import type { RankedCandidate } from './ranking.js';
import { WEIGHTS_SUM } from './rubric.js';
import { variedWeights } from './weights.js';

/** The smallest change of one weight, of those that are not 0; the others share the rest in their proportions. */
export interface WeightSwap {
  readonly criterion: CriterionName;
  readonly from: number;
  readonly to: number;
}

/** Weightings with one weight changed, each made when it is first needed. */
export class Ladders {
  private readonly made = new Map<CriterionName, (Weights | undefined)[]>();

  constructor(readonly weights: Weights) {}

  /** The weights with one of them at `to`; undefined outside 0 to 100, and where the others cannot take up the rest. */
  at(criterion: CriterionName, to: number): Weights | undefined {
    if (to < 0 || to > WEIGHTS_SUM) return undefined;
    const ladder = this.made.get(criterion) ?? [];
    this.made.set(criterion, ladder);
    if (!(to in ladder)) ladder[to] = variedWeights(this.weights, criterion, to);
    return ladder[to];
  }
}

/** What puts the one behind ahead; null when no single weight does. */
export function smallestSwap(ahead: RankedCandidate, behind: RankedCandidate, ladders: Ladders): WeightSwap | null {
  const { weights } = ladders;
  const weighty = CRITERIA.filter((criterion) => weights[criterion] > 0);
  const gain = weighty.map((criterion) => [criterion, behind.values[criterion] - ahead.values[criterion]] as const);
  // At least as good in everything: no weighting puts the other one ahead.
  if (gain.every(([, by]) => by <= 0) && ahead.number < behind.number) return null;
  const needed = behind.number < ahead.number ? 0 : 1;
  for (let change = 1; change <= WEIGHTS_SUM; change += 1)
    for (const criterion of weighty)
      for (const to of [weights[criterion] - change, weights[criterion] + change]) {
        const tried = ladders.at(criterion, to);
        if (tried && gain.reduce((sum, [name, by]) => sum + tried[name] * by, 0) >= needed)
          return { criterion, from: weights[criterion], to };
      }
  return null;
}

/** Every weighting in which one of the weights that are not 0 is another, the smallest changes first, each with the change. */
export function singleChanges(weights: Weights): { readonly change: WeightSwap; readonly weights: Weights }[] {
  const weighty = CRITERIA.filter((criterion) => weights[criterion] > 0);
  const changes = weighty.flatMap((criterion) =>
    Array.from({ length: WEIGHTS_SUM + 1 }, (_, to) => ({ criterion, from: weights[criterion], to })).filter(({ from, to }) => from !== to),
  );
  return changes
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from))
    .flatMap((change) => {
      const varied = variedWeights(weights, change.criterion, change.to);
      return varied ? [{ change, weights: varied }] : [];
    });
}

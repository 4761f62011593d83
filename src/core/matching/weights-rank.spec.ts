import fc from 'fast-check';
import { someWeights } from '../../../test/support/arbitraries.js';
import { CRITERIA, type Weights } from '../requirement.js';
import type { RankedCandidate } from './index.js';
import { RankCounter } from './weights-rank.js';

/** Few different values, so that equal totals come up often. */
const people = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 500 }),
    values: fc.array(fc.constantFrom(0, 1, 5_000, 10_000), { minLength: CRITERIA.length, maxLength: CRITERIA.length }),
  }),
  { minLength: 8, maxLength: 60, selector: ({ number }) => number },
);

function candidates(drawn: readonly { number: number; values: readonly number[] }[]): RankedCandidate[] {
  return drawn.map(({ number, values }) => ({
    rank: 0,
    expertId: '',
    number,
    total: 0,
    values: Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, values[index]])) as RankedCandidate['values'],
  }));
}

/** The plain twin: totals, then roster numbers. */
function plainRanks(everybody: readonly RankedCandidate[], few: number, weights: Weights): number[] {
  const total = ({ values }: RankedCandidate) => CRITERIA.reduce((sum, criterion) => sum + weights[criterion] * values[criterion], 0);
  const order = [...everybody].sort((a, b) => total(b) - total(a) || a.number - b.number);
  return everybody.slice(0, few).map((one) => order.indexOf(one) + 1);
}

it('ranks a few among all exactly as sorting everybody does, whoever they are', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 8 }), fc.array(someWeights, { minLength: 1, maxLength: 4 }), (drawn, few, weightings) => {
      const everybody = candidates(drawn);
      const counter = new RankCounter(everybody, few);
      for (const weights of weightings) expect([...counter.ranks(weights)]).toEqual(plainRanks(everybody, few, weights));
    }),
    { numRuns: 300 },
  );
});

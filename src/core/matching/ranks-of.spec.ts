import fc from 'fast-check';
import { anyRequirement, aRoster, someWeights } from '../../../test/support/arbitraries.js';
import { AS_OF, anOpenRequirement } from '../../../test/support/experts.js';
import { Pool, rank, ranksOf } from './index.js';

it('gives some people the ranks that they have among all, and nobody else one', () => {
  let ranked = 0;
  fc.assert(
    fc.property(
      aRoster(15),
      fc.oneof(
        anyRequirement,
        someWeights.map((weights) => anOpenRequirement({ weights })),
      ),
      (profiles, requirement) => {
        const pool = Pool.of(profiles, AS_OF);
        const { top } = rank(pool, requirement, pool.size);
        ranked += top.length;
        expect(new Map(top.map((one) => [one.number, one.rank]))).toEqual(
          new Map([...ranksOf(pool, requirement, [...pool.profiles.map(({ number }) => number), 9_999])].sort(([, a], [, b]) => a - b)),
        );
      },
    ),
    { numRuns: 200 },
  );
  expect(ranked).toBeGreaterThan(20);
});

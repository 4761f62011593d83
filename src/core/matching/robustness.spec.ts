import fc from 'fast-check';
import { aRoster, someWeights } from '../../../test/support/arbitraries.js';
import { AS_OF, anExpert, anOpenRequirement } from '../../../test/support/experts.js';
import type { CriterionName, Weights } from '../requirement.js';
import { DEFAULT_WEIGHTS, Pool, rank, robustness, robustnessGradually } from './index.js';
import { fifthVariations, openedWeightings, randomWeightings, variedWeights } from './weights.js';

const only = (parts: Partial<Record<CriterionName, number>>): Weights => {
  const none = Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((criterion) => [criterion, 0]));
  return { ...none, ...parts } as Weights;
};
const NEEDS = { themes: { justice: 100, poverty: 40 }, desiredLanguages: [{ language: 'fr', level: 4 }] } as const;
const options = { kept: 5, top: 2, weightings: 30, seed: 7 };

it('gives exactly the ranks that ranking again under each weighting gives', () => {
  fc.assert(
    fc.property(aRoster(25), someWeights, (profiles, weights) => {
      const pool = Pool.of(profiles, AS_OF);
      const requirement = anOpenRequirement({ ...NEEDS, weights });
      const found = robustness(pool, requirement, options);
      const ranksOf = (number: number, weightings: readonly Weights[]) =>
        weightings.map(
          (drawn) => rank(pool, { ...requirement, weights: drawn }, pool.size).top.find((one) => one.number === number)?.rank ?? 0,
        );
      const random = openedWeightings(randomWeightings(weights, options.weightings, options.seed));
      const varied = fifthVariations(weights).map((variation) => variation.weights);
      for (const one of found.candidates) {
        const ranks = ranksOf(one.number, random);
        expect([one.random.best, one.random.worst]).toEqual([Math.min(...ranks), Math.max(...ranks)]);
        expect(one.inTop).toBe(ranks.filter((place) => place <= options.top).length);
        const near = [one.rank, ...ranksOf(one.number, varied)];
        expect(one.varied).toEqual({ best: Math.min(...near), worst: Math.max(...near) });
      }
    }),
    { numRuns: 60 },
  );
});

it('names a swap that really swaps, and no smaller one', () => {
  fc.assert(
    fc.property(aRoster(12), someWeights, (profiles, weights) => {
      const pool = Pool.of(profiles, AS_OF);
      const requirement = anOpenRequirement({ ...NEEDS, weights });
      const { candidates } = robustness(pool, requirement, { ...options, weightings: 1 });
      const aheadUnder = (weighting: Weights, one: number, other: number) => {
        const order = rank(pool, { ...requirement, weights: weighting }, pool.size).top.map(({ number }) => number);
        return order.indexOf(one) < order.indexOf(other);
      };
      candidates.slice(0, 2).forEach(({ number, swap }, place) => {
        const next = candidates[place + 1]?.number;
        if (!next || !swap) return;
        const at = (criterion: CriterionName, to: number) => variedWeights(weights, criterion, to);
        expect(aheadUnder(at(swap.criterion, swap.to) as Weights, next, number)).toBe(true);
        const size = Math.abs(swap.to - swap.from);
        for (let smaller = 1; smaller < size; smaller += 1)
          for (const to of [swap.from - smaller, swap.from + smaller]) {
            const tried = to >= 0 && to <= 100 ? at(swap.criterion, to) : undefined;
            if (tried) expect(aheadUnder(tried, next, number)).toBe(false);
          }
      });
    }),
    { numRuns: 40 },
  );
});

it('sees that whoever is best in everything is first under any weights', () => {
  const best = anExpert(2).expertIn('justice', 'specialist').knows('advocacy', 'specialist').build();
  const other = anExpert(1).expertIn('justice', 'good').knows('advocacy', 'good').build();
  const requirement = anOpenRequirement({ themes: { justice: 100 }, weights: only({ themes: 50, skills: 50 }) });
  const { candidates } = robustness(Pool.of([best, other], AS_OF), requirement, { ...options, weightings: 200 });
  expect(candidates[0]).toMatchObject({
    number: 2,
    varied: { best: 1, worst: 1 },
    random: { best: 1, worst: 1 },
    sensitiveTo: [],
    inTop: 200,
    swap: null,
  });
  expect(candidates[1]).toMatchObject({ number: 1, swap: null });
});

it('finds the weight at which two people change places', () => {
  // 50 × 7,500 + 50 × 5,000 against 50 × 5,000 + 50 × 6,250: the second is ahead once skills weigh more than two thirds.
  const first = anExpert(1).expertIn('justice', 'excellent').knows('advocacy', 'specialist').build();
  const second = anExpert(2).expertIn('justice', 'good').knows('advocacy', 'specialist').knows('sensitivity', 'basic').build();
  const requirement = anOpenRequirement({ themes: { justice: 100 }, weights: only({ themes: 50, skills: 50 }) });
  const { candidates } = robustness(Pool.of([first, second], AS_OF), requirement, { ...options, weightings: 10 });
  expect(candidates[0]).toMatchObject({ number: 1, swap: { criterion: 'themes', from: 50, to: 33 } });
});

it('changes places at equal totals when the next person has the lower roster number', () => {
  // 50 × 7,500 + 50 × 5,000 against 50 × 5,000 + 50 × 7,500 are equal; number 1 needs no more than that, number 2 one point.
  const build = (number: number, theme: 'excellent' | 'good', skill: 'excellent' | 'good') =>
    anExpert(number).expertIn('justice', theme).knows('advocacy', skill).knows('sensitivity', skill).build();
  const requirement = (themes: number) => anOpenRequirement({ themes: { justice: 100 }, weights: only({ themes, skills: 100 - themes }) });
  const swapOf = (pool: Pool, themes: number) => robustness(pool, requirement(themes), { ...options, weightings: 1 }).candidates[0]?.swap;
  const lower = Pool.of([build(1, 'good', 'excellent'), build(2, 'excellent', 'good')], AS_OF);
  const higher = Pool.of([build(2, 'good', 'excellent'), build(1, 'excellent', 'good')], AS_OF);
  expect(swapOf(lower, 52)).toEqual({ criterion: 'themes', from: 52, to: 50 });
  expect(swapOf(higher, 52)).toEqual({ criterion: 'themes', from: 52, to: 49 });
});

it('pauses on its way, to the same answer', async () => {
  const pool = Pool.of(
    [1, 2, 3].map((number) => anExpert(number).trained('hrba').build()),
    AS_OF,
  );
  const requirement = anOpenRequirement(NEEDS);
  let pauses = 0;
  const found = await robustnessGradually(pool, requirement, options, async () => {
    pauses += 1;
  });
  expect(found).toEqual(robustness(pool, requirement, options));
  expect(pauses).toBeGreaterThan(0);
});

it('agrees with the plain counter in everything', () => {
  fc.assert(
    fc.property(aRoster(40), someWeights, (profiles, weights) => {
      const pool = Pool.of(profiles, AS_OF);
      const requirement = anOpenRequirement({ ...NEEDS, weights });
      expect(robustness(pool, requirement, options)).toEqual(robustness(pool, requirement, options, null));
    }),
    { numRuns: 60 },
  );
});

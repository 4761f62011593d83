import fc from 'fast-check';
import { aRoster, someWeights } from '../../../test/support/arbitraries.js';
import { AS_OF, anExpert, anOpenRequirement } from '../../../test/support/experts.js';
import { sortedRanks } from '../../../test/support/sorted-ranks.js';
import { CRITERIA, type Weights } from '../requirement.js';
import { DEFAULT_WEIGHTS, listRobustness, Pool, rank, robustness } from './index.js';
import type { ListedPerson } from './list-robustness.js';
import { theRankKernel } from './rank-kernel.js';
import { fifthVariations, openedWeightings, randomWeightings } from './weights.js';

/** With the kernel of this machine, and as on a machine without. */
const WAYS = [
  ['with the kernel', theRankKernel()],
  ['plainly', null],
] as const;

/** Few different values, so that equal totals come up often; or any, so that totals lie close. */
const VALUES = [fc.constantFrom(0, 5_000, 10_000), fc.integer({ min: 0, max: 10_000 })];
/** Some longer than the kernel's room. */
const aList = fc.tuple(fc.constantFrom(...VALUES), fc.constantFrom(12, 12, 70)).chain(([value, most]) =>
  fc.uniqueArray(
    fc.record({
      number: fc.oneof(fc.nat(500), fc.constant(2 ** 32 - 1)),
      expertId: fc.uuid(),
      values: fc.record(Object.fromEntries(CRITERIA.map((name) => [name, value]))) as fc.Arbitrary<ListedPerson['values']>,
    }),
    { maxLength: most, selector: ({ number }) => number },
  ),
);
const someOptions = fc.record({ top: fc.integer({ min: 1, max: 8 }), weightings: fc.integer({ min: 1, max: 60 }), seed: fc.nat() });

describe.each(WAYS)('%s', (_, kernel) => {
  it('those on a list are ranked among themselves exactly as by sorting them', () => {
    fc.assert(
      fc.property(aList, someWeights, someOptions, (list, weights, options) => {
        const study = listRobustness(list, weights, options, kernel);
        const random = sortedRanks(list, openedWeightings(randomWeightings(weights, options.weightings, options.seed)));
        const variations = fifthVariations(weights);
        const near = sortedRanks(list, [weights, ...variations.map((variation) => variation.weights)]);
        expect(study).toMatchObject({ ...options, listed: list.length, variations: variations.length });
        expect(study.candidates.map(({ rank }) => rank)).toEqual(list.map((__, place) => place + 1));
        for (const { number, expertId, rank, ...moves } of study.candidates) {
          const [own = 0, ...others] = near.get(number) ?? [];
          const drawn = (random.get(number) ?? []).sort((a, b) => a - b);
          const atShare = (share: number) => drawn[Math.ceil((drawn.length * share) / 100) - 1];
          expect([rank, expertId]).toEqual([own, list.find((one) => one.number === number)?.expertId]);
          expect(moves).toEqual({
            varied: { best: Math.min(own, ...others), worst: Math.max(own, ...others) },
            sensitiveTo: CRITERIA.filter((name) => variations.some(({ criterion }, at) => criterion === name && others[at] !== own)),
            random: { best: drawn[0], worst: drawn.at(-1), low: atShare(5), median: atShare(50), high: atShare(95) },
            inTop: drawn.filter((place) => place <= options.top).length,
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('more weightings than are handed over at once count as well, each of them once', () => {
    const list = [1, 2, 3].map((number): ListedPerson => {
      const values = CRITERIA.map((name, place) => [name, (number * 7_919 * (place + 1)) % 10_001]);
      return { number, expertId: String(number), values: Object.fromEntries(values) as ListedPerson['values'] };
    });
    const options = { top: 1, weightings: 3_001, seed: 5 };
    const { candidates } = listRobustness(list, DEFAULT_WEIGHTS, options, kernel);
    const ranks = sortedRanks(list, openedWeightings(randomWeightings(DEFAULT_WEIGHTS, options.weightings, options.seed)));
    for (const { number, inTop } of candidates) expect(inTop).toBe(ranks.get(number)?.filter((place) => place === 1).length);
    expect(candidates.reduce((sum, { inTop }) => sum + inTop, 0)).toBe(options.weightings);
  });

  it('whoever is listed in another order has the same ranks', () => {
    const twoOrders = aList.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(twoOrders, someWeights, someOptions, ([list, shuffled], weights, options) => {
        expect(listRobustness(shuffled, weights, options, kernel)).toEqual(listRobustness(list, weights, options, kernel));
      }),
    );
  });
});

const NEEDS = { themes: { justice: 100, poverty: 40 }, desiredLanguages: [{ language: 'fr', level: 4 }] } as const;

it('says of a list of everybody eligible what is said of everybody, and of a shorter one never a worse rank', () => {
  fc.assert(
    fc.property(aRoster(25), someWeights, someOptions, fc.nat(25), (profiles, weights, options, shorter) => {
      const pool = Pool.of(profiles, AS_OF);
      const requirement = anOpenRequirement({ ...NEEDS, weights });
      const { top, eligible } = rank(pool, requirement, pool.size);
      const among = robustness(pool, requirement, { ...options, kept: pool.size });
      const everybody = listRobustness(top, weights, options);
      expect(everybody.candidates).toEqual(among.candidates.map(({ total, swap, ...moves }) => moves));
      expect(everybody).toMatchObject({ listed: eligible, variations: among.variations });
      for (const { rank: place, random, inTop } of listRobustness(top.slice(0, shorter), weights, options).candidates) {
        const all = among.candidates[place - 1];
        expect(random.worst).toBeLessThanOrEqual(all?.random.worst ?? 0);
        expect(inTop).toBeGreaterThanOrEqual(all?.inTop ?? 0);
      }
    }),
    { numRuns: 100 },
  );
});

it('does not count whoever is not on the list, even where they pass', () => {
  // The third is best in skills and nowhere in themes: first whenever skills weigh enough.
  const even = anExpert(1).expertIn('justice', 'specialist').knows('advocacy', 'good').build();
  const second = anExpert(2).expertIn('justice', 'excellent').build();
  const outside = anExpert(3).knows('advocacy', 'specialist').knows('sensitivity', 'specialist').build();
  const weights = { ...Object.fromEntries(CRITERIA.map((name) => [name, 0])), themes: 80, skills: 20 } as Weights;
  const requirement = anOpenRequirement({ themes: { justice: 100 }, weights });
  const pool = Pool.of([even, second, outside], AS_OF);
  const options = { top: 1, weightings: 200, seed: 1 };
  const list = rank(pool, requirement, 2).top;
  const among = robustness(pool, requirement, { ...options, kept: 2 }).candidates;
  const within = listRobustness(list, weights, options).candidates;
  expect(list.map(({ number }) => number)).toEqual([1, 2]);
  expect(within).toMatchObject([
    { number: 1, random: { best: 1, worst: 1 }, inTop: 200 },
    { number: 2, random: { best: 2, worst: 2 } },
  ]);
  expect(among[0]?.random.worst).toBe(2);
  expect(among[1]?.random.worst).toBe(3);
});

it('is refused for weights that do not sum to 100', () => {
  expect(() => listRobustness([], { ...DEFAULT_WEIGHTS, themes: 99 }, { top: 1, weightings: 1, seed: 1 })).toThrow('sum');
});

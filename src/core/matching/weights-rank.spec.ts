import fc from 'fast-check';
import { aRoster, someWeights } from '../../../test/support/arbitraries.js';
import { AS_OF, anOpenRequirement } from '../../../test/support/experts.js';
import { CRITERIA, type Weights } from '../requirement.js';
import { Pool, rank } from './index.js';
import { rankCounter } from './rank-counter.js';
import { RankKernel, theRankKernel } from './rank-kernel.js';
import { atOnce } from './steps.js';
import { type ValueColumns, valueColumns } from './value-columns.js';
import { packedWeightings } from './weights.js';
import type { OneOfFew } from './weights-rank.js';

/** With the kernel of this machine, and as on a machine without. */
const WAYS = [
  ['with the kernel', theRankKernel()],
  ['plainly', null],
] as const;

/** Few different values, so that equal totals come up often; or any, so that totals lie close. */
const VALUES = [fc.constantFrom(0, 5_000, 10_000), fc.integer({ min: 0, max: 10_000 })];
const everybody = fc.tuple(fc.constantFrom(8, 10), fc.constantFrom(...VALUES)).chain(([width, value]) =>
  fc
    .uniqueArray(
      fc.record({
        number: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constant(2 ** 32 - 1)),
        values: fc.array(value, { minLength: width, maxLength: width }),
      }),
      { minLength: 8, maxLength: 200, selector: ({ number }) => number },
    )
    .map(
      (people): ValueColumns => ({
        size: people.length,
        width,
        values: Int16Array.from(people.flatMap(({ values }) => values)),
        numbers: Uint32Array.from(people, ({ number }) => number),
      }),
    ),
);

/** The plain twin's plain twin: totals, then roster numbers. Weights of criteria without a column play no part. */
function sortedRanks({ values, width, numbers }: ValueColumns, few: readonly OneOfFew[], weights: Weights): number[] {
  const total = (row: number) =>
    CRITERIA.slice(0, width).reduce((sum, name, at) => sum + weights[name] * (values[row * width + at] ?? 0), 0);
  const rows = [...numbers.keys()].sort((a, b) => total(b) - total(a) || (numbers[a] ?? 0) - (numbers[b] ?? 0));
  return few.map(({ number }) => rows.findIndex((row) => numbers[row] === number) + 1);
}

function personOf({ values, width, numbers }: ValueColumns, number: number): OneOfFew {
  const start = numbers.indexOf(number) * width;
  return {
    number,
    values: Object.fromEntries(CRITERIA.map((name, at) => [name, at < width ? values[start + at] : 0])) as OneOfFew['values'],
  };
}

describe.each(WAYS)('%s', (_, kernel) => {
  it('a few are ranked among all exactly as by sorting everybody, whoever they are', () => {
    const weightings = fc.array(someWeights, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(everybody, fc.integer({ min: 1, max: 20 }), weightings, (columns, few, tried) => {
        const asked = [...columns.numbers.slice(-few)].map((number) => personOf(columns, number));
        const ranks = rankCounter(columns, asked, kernel).ranks(packedWeightings(tried));
        expect([...ranks]).toEqual(tried.flatMap((weights) => sortedRanks(columns, asked, weights)));
      }),
      { numRuns: 400 },
    );
  });

  it('more people than the kernel takes at once, and many weightings, are ranked as well', () => {
    fc.assert(
      fc.property(fc.constantFrom(126, 127), fc.array(someWeights, { minLength: 300, maxLength: 300 }), (few, tried) => {
        const values = Int16Array.from({ length: 150 * 8 }, (__, at) => (at * 7_919) % 10_001);
        const columns = { size: 150, width: 8, values, numbers: Uint32Array.from({ length: 150 }, (__, row) => 150 - row) };
        const asked = [...columns.numbers.slice(0, few)].map((number) => personOf(columns, number));
        const ranks = rankCounter(columns, asked, kernel).ranks(packedWeightings(tried));
        expect([...ranks.subarray(-few)]).toEqual(sortedRanks(columns, asked, tried.at(-1) as Weights));
      }),
      { numRuns: 3 },
    );
  });

  it('nobody among nobody has no rank', () => {
    const columns = { size: 0, width: 8, values: new Int16Array(0), numbers: new Uint32Array(0) };
    expect(rankCounter(columns, [], kernel).ranks(new Uint8Array(10))).toHaveLength(0);
  });
});

it('is found on this machine, and not where there are no vectors', () => {
  expect(theRankKernel()).not.toBeNull();
  expect(RankKernel.onThisMachine({})).toBeNull();
  expect(RankKernel.onThisMachine({ WebAssembly: { ...WebAssembly, validate: () => false } })).toBeNull();
});

describe('the values of all eligible', () => {
  it('are those of the ranking, whatever is asked and changed', () => {
    fc.assert(
      fc.property(aRoster(15), someWeights, fc.nat(15), (profiles, weights, gone) => {
        const requirement = anOpenRequirement({ themes: { justice: 100, poverty: 40 }, weights });
        const pool = Pool.of(profiles, AS_OF).removed(gone);
        const columns = atOnce(valueColumns(pool, requirement));
        const { top } = rank(pool, requirement, pool.size);
        expect([...columns.numbers].sort()).toEqual(top.map(({ number }) => number).sort());
        for (const { number, values } of top) {
          const row = columns.numbers.indexOf(number);
          for (const [at, name] of CRITERIA.slice(0, columns.width).entries())
            expect([name, columns.values[row * columns.width + at]]).toEqual([name, values[name]]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are refused for another day and for weights that do not sum to 100', () => {
    const pool = Pool.of([], AS_OF);
    expect(() => atOnce(valueColumns(pool, anOpenRequirement({ asOf: '2001-01-01' })))).toThrow(RangeError);
    const weights = { ...anOpenRequirement().weights, themes: 99 };
    expect(() => atOnce(valueColumns(pool, anOpenRequirement({ weights })))).toThrow('sum');
  });
});

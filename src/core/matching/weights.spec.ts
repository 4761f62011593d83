import fc from 'fast-check';
import { someWeights } from '../../../test/support/arbitraries.js';
import { CRITERIA, type CriterionName } from '../requirement.js';
import { DEFAULT_WEIGHTS, normalisedWeights, weightProblems } from './index.js';
import { fifthVariations, openedWeightings, packedWeightings, randomWeightings, variedWeights } from './weights.js';

const amounts = (parts: Partial<Record<CriterionName, number>>) =>
  Object.fromEntries(CRITERIA.map((criterion) => [criterion, parts[criterion] ?? 0])) as Record<CriterionName, number>;

describe('amounts as weights', () => {
  it.each([
    ['keeps what sums to 100', { themes: 60, field: 40 }, { themes: 60, field: 40 }],
    ['keeps proportions', { themes: 3, field: 1 }, { themes: 75, field: 25 }],
    ['gives what is left to the largest remainder', { themes: 2, field: 5 }, { themes: 29, field: 71 }],
    [
      'and of equal remainders to the first criteria',
      { themes: 1, experience: 1, languages: 1 },
      { themes: 34, experience: 33, languages: 33 },
    ],
  ])('%s', (_, given, expected) => {
    expect(normalisedWeights(amounts(given))).toEqual(amounts(expected));
  });

  it('are always proper weights, and nothing when there is no amount', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: CRITERIA.length, maxLength: CRITERIA.length }), (parts) => {
        const weights = normalisedWeights(Object.fromEntries(CRITERIA.map((criterion, at) => [criterion, parts[at]])) as never);
        expect(weights === undefined).toBe(parts.every((part) => part === 0));
        if (weights) expect(weightProblems(weights)).toEqual([]);
      }),
    );
  });
});

describe('one weight changed', () => {
  it('leaves the others in their proportions and the sum at 100', () => {
    fc.assert(
      fc.property(someWeights, fc.constantFrom(...CRITERIA), fc.nat(100), (weights, criterion, to) => {
        const varied = variedWeights(weights, criterion, to);
        if (weights[criterion] === 100) return expect(varied).toBeUndefined();
        if (!varied) throw new Error('the others carry weight');
        expect(weightProblems(varied)).toEqual([]);
        expect(varied[criterion]).toBe(to);
        const scale = (100 - to) / (100 - weights[criterion]);
        for (const other of CRITERIA.filter((name) => name !== criterion))
          expect(Math.abs(varied[other] - weights[other] * scale)).toBeLessThan(1);
      }),
    );
  });

  it('by a fifth: both ways for each weight, rounded half up', () => {
    const tried = fifthVariations(DEFAULT_WEIGHTS).map(({ criterion, weights }) => [criterion, weights[criterion]]);
    expect(tried).toEqual(
      expect.arrayContaining([
        ['themes', 24],
        ['themes', 36],
        ['experience', 12],
        ['experience', 18],
        ['skills', 4],
        ['skills', 6],
      ]),
    );
    expect(tried).toHaveLength(2 * CRITERIA.filter((criterion) => DEFAULT_WEIGHTS[criterion] > 0).length);
  });
});

describe('random weightings', () => {
  it('are proper weights over the criteria that carry weight, the same for the same seed', () => {
    fc.assert(
      fc.property(someWeights, fc.integer(), (weights, seed) => {
        const packed = randomWeightings(weights, 20, seed);
        const drawn = openedWeightings(packed);
        expect(randomWeightings(weights, 20, seed)).toEqual(packed);
        expect(packedWeightings(drawn)).toEqual(packed);
        for (const one of drawn) {
          expect(weightProblems(one)).toEqual([]);
          for (const criterion of CRITERIA) if (weights[criterion] === 0) expect(one[criterion]).toBe(0);
        }
      }),
    );
  });

  it('stay what they are: figures in records come from them', () => {
    expect(Array.from(randomWeightings(DEFAULT_WEIGHTS, 3, 2012))).toEqual([
      ...[42, 10, 5, 14, 6, 22, 1, 0, 0, 0],
      ...[19, 6, 5, 15, 5, 31, 11, 8, 0, 0],
      ...[5, 8, 16, 5, 27, 38, 0, 1, 0, 0],
    ]);
  });

  it('give each criterion the same weight on average, however heavy it was', () => {
    const weights = amounts({ themes: 90, field: 5, country: 5 });
    const drawn = openedWeightings(randomWeightings(weights, 3_000, 1));
    for (const criterion of ['themes', 'field', 'country'] as const) {
      const mean = drawn.reduce((sum, one) => sum + one[criterion], 0) / drawn.length;
      expect(mean).toBeGreaterThan(31);
      expect(mean).toBeLessThan(36);
    }
  });
});

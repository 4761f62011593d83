import fc from 'fast-check';
import {
  ACTION_POINTS,
  checkOverride,
  needVector,
  pointsOf,
  RECENCY_POINTS,
  RESPONSE_POINTS,
  recencyOf,
  sourceOf,
  themeWeights,
  type WeightOverride,
  weighed,
  weightOf,
} from './needs.js';
import { THEME_SLUGS, THEMES_WITHOUT_EXPERTISE, type Theme } from './themes.js';
import { ACTIONS, RESPONSES, type Recommendation } from './upr.js';

const anyRecommendation: fc.Arbitrary<Recommendation> = fc.record({
  country: fc.constant('MDA'),
  session: fc.integer({ min: 1, max: 40 }),
  response: fc.constantFrom(...RESPONSES),
  action: fc.constantFrom(null, ...ACTIONS),
  themes: fc.subarray([...THEME_SLUGS], { minLength: 1, maxLength: 4 }),
});
const anyRecommendations = fc.array(anyRecommendation, { maxLength: 40 });

const recommendation = (themes: Theme[], more: Partial<Recommendation> = {}): Recommendation => ({
  country: 'MDA',
  session: 13,
  response: 'accepted',
  action: 5,
  themes,
  ...more,
});
const weights = (recommendations: Recommendation[], newest = 13) =>
  Object.fromEntries(needVector(recommendations, newest).themes.map(({ theme, weight }) => [theme, weight]));

describe('points of a recommendation', () => {
  it('are the product of the three terms', () => {
    expect([RESPONSE_POINTS, ACTION_POINTS, RECENCY_POINTS]).toEqual([
      { accepted: 4, noted: 1 },
      { 0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4 },
      { 'under-12': 4, 'under-24': 2, older: 1 },
    ]);
    expect(pointsOf({ response: 'accepted', action: 5, recency: 'under-12' })).toBe(64);
    expect(pointsOf({ response: 'accepted', action: 3, recency: 'under-24' })).toBe(16);
    expect(pointsOf({ response: 'noted', action: null, recency: 'older' })).toBe(1);
  });

  it.each([
    [13, 13, 'under-12'],
    [2, 13, 'under-12'],
    [1, 13, 'under-24'],
    [1, 24, 'under-24'],
    [1, 25, 'older'],
  ] as const)('take session %i against %i as %s', (session, newest, recency) => expect(recencyOf(session, newest)).toBe(recency));
});

describe('a theme weight', () => {
  it.each([
    [64, 64, 100],
    [1, 64, 2],
    [0, 64, 0],
    [1, 200, 1],
    [1, 201, 0],
    [3, 8, 38],
    [5, 8, 63],
    [0, 0, 0],
  ])('of %i points of %i is %i: rounded half up', (points, highest, weight) => expect(weightOf(points, highest)).toBe(weight));

  it('does not change when all points double', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000_000),
        fc.integer({ min: 1, max: 2_000_000 }),
        (points, highest) => weightOf(points, highest) === weightOf(2 * points, 2 * highest),
      ),
    );
    fc.assert(fc.property(anyRecommendations, (all) => expect(weights([...all, ...all], 40)).toEqual(weights(all, 40))));
  });
});

describe('a need vector', () => {
  it('counts full points for each issue and keeps the terms', () => {
    const need = needVector(
      [
        recommendation(['justice', 'detention']),
        recommendation(['justice']),
        recommendation(['justice'], { response: 'noted', action: null, session: 1 }),
        recommendation(['general', 'detention']),
        recommendation(['general']),
        recommendation(['general']),
      ],
      13,
    );
    expect(need).toMatchObject({ recommendations: 6, highestPoints: 130 });
    expect(need.themes.map(({ theme, count, points, weight }) => [theme, count, points, weight])).toEqual([
      ['justice', 3, 130, 100],
      ['detention', 2, 128, 98],
      ['general', 3, 192, 0],
    ]);
    expect(need.themes[0]?.terms).toEqual([
      { response: 'accepted', action: 5, recency: 'under-12', count: 2 },
      { response: 'noted', action: null, recency: 'under-24', count: 1 },
    ]);
  });

  it('is empty without recommendations', () => {
    expect(needVector([], 13)).toEqual({ recommendations: 0, highestPoints: 0, themes: [] });
  });

  it('does not depend on the order of the rows, nor on how they are split into files', () => {
    fc.assert(
      fc.property(
        anyRecommendations.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length)),
        ),
        ([all, shuffled, cut]) => {
          expect(needVector(shuffled, 40)).toEqual(needVector(all, 40));
          expect(needVector([...all.slice(cut), ...all.slice(0, cut)], 40)).toEqual(needVector(all, 40));
        },
      ),
    );
  });

  it('weighs from 0 to 100, the highest exactly 100, and nothing where there is no expertise', () => {
    fc.assert(
      fc.property(anyRecommendations, (all) => {
        const { themes, highestPoints } = needVector(all, 40);
        const real = themes.filter(({ theme }) => !THEMES_WITHOUT_EXPERTISE.has(theme));
        expect(themes.every(({ weight }) => Number.isInteger(weight) && weight >= 0 && weight <= 100)).toBe(true);
        expect(themes.every(({ theme, weight }) => !THEMES_WITHOUT_EXPERTISE.has(theme) || weight === 0)).toBe(true);
        expect(real.filter(({ points }) => points === highestPoints).every(({ weight }) => weight === 100)).toBe(true);
        expect(real.length === 0 || real[0]?.weight === 100).toBe(true);
      }),
    );
  });

  it('can be recomputed by anybody from its terms', () => {
    fc.assert(
      fc.property(anyRecommendations, (all) => {
        for (const { count, points, terms } of needVector(all, 40).themes) {
          expect(terms.reduce((sum, term) => sum + term.count, 0)).toBe(count);
          expect(terms.reduce((sum, term) => sum + term.count * pointsOf(term), 0)).toBe(points);
        }
      }),
    );
  });
});

describe('a weight set by a person', () => {
  const override = (theme: Theme, weight: number | null, at = '2026-11-24T10:00:00.000Z'): WeightOverride => ({
    theme,
    weight,
    reason: 'The assessment mission found it',
    by: { accountId: 'a', name: 'A' },
    at,
  });
  const computed = needVector([recommendation(['justice', 'detention']), recommendation(['justice'])], 13).themes;

  it('counts instead of the computed one, which stays beside it', () => {
    const themes = weighed(computed, [override('detention', 90), override('justice', 10)]);
    expect(themes.map(({ theme, weight, computed: own }) => [theme, weight, own])).toEqual([
      ['detention', 90, 50],
      ['justice', 10, 100],
    ]);
    expect(themeWeights({ themes })).toEqual({ detention: 90, justice: 10 });
    expect(sourceOf(2, themes)).toBe('upr-and-hand');
  });

  it('is replaced by a later one and ends with a withdrawal', () => {
    const history = [override('detention', 90), override('detention', 70)];
    expect(weighed(computed, history).find(({ theme }) => theme === 'detention')).toMatchObject({ weight: 70 });
    expect(weighed(computed, [...history, override('detention', null)])).toEqual(weighed(computed, []));
  });

  it('makes a need where the UPR has none, and 0 leaves a theme out', () => {
    const themes = weighed([], [override('elections', 80), override('poverty', 0)]);
    expect(themeWeights({ themes })).toEqual({ elections: 80 });
    expect(themes[0]).toMatchObject({ theme: 'elections', weight: 80, computed: 0, count: 0, points: 0 });
    expect([sourceOf(0, themes), sourceOf(0, []), sourceOf(3, [])]).toEqual(['hand', 'none', 'upr']);
  });

  it.each([
    ['general', 50, 'because', 'theme'],
    ['justice', 101, 'because', 'weight'],
    ['justice', -1, 'because', 'weight'],
    ['justice', 1.5, 'because', 'weight'],
    ['justice', 50, '  ', 'reason'],
    ['justice', 50, 'x'.repeat(501), 'reason'],
  ] as const)('is refused for %s, %p, %p: %s', (theme, weight, reason, field) => {
    expect(() => checkOverride(theme, weight, reason)).toThrow(
      expect.objectContaining({ code: 'input.invalid', fields: [expect.objectContaining({ field })] }),
    );
  });

  it.each([0, 100, null])('may be %p', (weight) => expect(() => checkOverride('justice', weight, 'The assessment says so')).not.toThrow());
});

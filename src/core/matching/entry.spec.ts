import fc from 'fast-check';
import { anyRequirement, aRoster, someWeights } from '../../../test/support/arbitraries.js';
import { AS_OF, anExpert, anOpenRequirement } from '../../../test/support/experts.js';
import { raised } from '../../../test/support/raised.js';
import type { ExpertProfile } from '../expert.js';
import { CRITERIA, type Weights } from '../requirement.js';
import { entries, explain, Pool, rank } from './index.js';
import { variedWeights } from './weights.js';

const REQUIREMENT = {
  themes: { justice: 100, poverty: 40, elections: 7 },
  desiredLanguages: [
    { language: 'fr', level: 4 },
    { language: 'ar', level: 2 },
  ],
} as const;

/** Any post as drawn, or with no gate but the roster, so that many are eligible. */
const anyPost = fc
  .tuple(anyRequirement, fc.boolean())
  .map(([drawn, open]) => (open ? { ...drawn, gates: anOpenRequirement().gates } : drawn));

describe('the raises', () => {
  const peopleOf = (drawn: readonly ExpertProfile[]) =>
    // Everybody on the roster, so that there is always somebody behind the first.
    drawn.map((profile) => ({ ...profile, memberships: anExpert().build().memberships }));

  it('give every criterion at least the value that they are said to give, and bring the person into the top', () => {
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(aRoster(12), anyPost, (drawn, requirement) => {
        const profiles = peopleOf(drawn);
        const found = entries(Pool.of(profiles, AS_OF), requirement, 2, { behind: 3, also: profiles.at(-1)?.number });
        for (const { number, ways, together } of found) {
          const profile = profiles.find((one) => one.number === number) as ExpertProfile;
          for (const joined of [...ways.map((way) => [way]), together].filter(({ length }) => length > 0)) {
            for (const better of raised(
              profile,
              joined.flatMap(({ raises }) => raises),
              requirement,
            )) {
              const { criteria } = explain(better, requirement);
              for (const { criterion, needed, raises } of joined) {
                expect(raises).not.toEqual([]);
                for (const { kind } of raises) tried.set(`${criterion} ${kind}`, (tried.get(`${criterion} ${kind}`) ?? 0) + 1);
                expect(criteria.find((one) => one.criterion === criterion)?.value).toBeGreaterThanOrEqual(needed);
              }
              const others = profiles.filter((one) => one !== profile);
              expect(rank(Pool.of([...others, better], AS_OF), requirement, 2).top.map((one) => one.number)).toContain(number);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
    const kinds = [...tried.keys()].sort();
    expect(kinds).toEqual(expect.arrayContaining(CRITERIA.map((criterion) => expect.stringContaining(criterion))));
    expect(kinds).toEqual(expect.arrayContaining(['context days', 'context knowledge', 'context one-of', 'context training']));
  });
});

it('says what is missing in levels, days and trainings, and nothing that is too little', () => {
  const ahead = anExpert(1)
    .worked('2013-11-25', AS_OF, ['human-rights', 'development'], { countries: ['KEN'] })
    .build();
  const behind = anExpert(2)
    .worked('2016-11-25', AS_OF, ['human-rights', 'development'], { countries: ['KEN'] })
    .build();
  const weights = { ...anOpenRequirement().weights, themes: 40, languages: 0, knowledge: 10, trainings: 10 };
  const requirement = anOpenRequirement({ themes: { justice: 100 }, weights });
  const [entry] = entries(Pool.of([ahead, behind], AS_OF), requirement, 1, { behind: 5 });
  if (!entry) throw new Error('nobody stands behind the first');
  expect(entry).toMatchObject({ number: 2, rank: 2 });
  const days = entry.ways.find(({ criterion }) => criterion === 'themes');
  expect(days?.raises).toEqual([{ kind: 'theme', theme: 'justice', from: 'none', to: 'basic' }]);
  for (const { value, needed } of entry.ways) expect(needed).toBeGreaterThan(value);
  const more = entry.ways.find(({ criterion }) => criterion === 'trainings');
  expect(more?.raises).toEqual([{ kind: 'trainings', more: Math.ceil(entry.gap / 10 / 2_500) }]);
});

describe('the weight that lets somebody in', () => {
  const changed = (weights: Weights, smallest: number, largest: number): Weights[] =>
    CRITERIA.filter((criterion) => weights[criterion] > 0).flatMap((criterion) =>
      Array.from({ length: 101 }, (_, to) => to)
        .filter((to) => Math.abs(to - weights[criterion]) >= smallest && Math.abs(to - weights[criterion]) <= largest)
        .flatMap((to) => variedWeights(weights, criterion, to) ?? []),
    );

  it('really does, and no smaller change of one weight does; with none there is none', () => {
    let found = 0;
    fc.assert(
      fc.property(aRoster(10), someWeights, (drawn, weights) => {
        const profiles = drawn.map((profile) => ({ ...profile, memberships: anExpert().build().memberships }));
        const pool = Pool.of(profiles, AS_OF);
        const requirement = anOpenRequirement({ ...REQUIREMENT, weights });
        const isIn = (number: number, weighting: Weights) =>
          rank(pool, { ...requirement, weights: weighting }, 2).top.some((one) => one.number === number);
        for (const { number, weight } of entries(pool, requirement, 2, { behind: 2 })) {
          const size = weight ? Math.abs(weight.to - weight.from) : 101;
          if (weight) found += 1;
          if (weight) expect(isIn(number, variedWeights(weights, weight.criterion, weight.to) as Weights)).toBe(true);
          for (const smaller of changed(weights, 1, size - 1)) expect(isIn(number, smaller)).toBe(false);
        }
      }),
      { numRuns: 25 },
    );
    expect(found).toBeGreaterThan(5);
  });
});

describe('somebody further behind', () => {
  const people = [0, 1, 2, 3, 4].map((index) =>
    anExpert(index + 1)
      .worked(`20${10 + 2 * index}-01-01`, AS_OF, ['human-rights', 'development'])
      .build(),
  );
  const pool = Pool.of([...people, anExpert(9).withoutMembership().build()], AS_OF);

  it('is answered with the exact rank; whoever is in the top, not eligible or unknown is not', () => {
    const numbers = (also?: number) =>
      entries(pool, anOpenRequirement(), 1, { behind: 1, also }).map(({ number, rank: at }) => [number, at]);
    expect(numbers(5)).toEqual([
      [2, 2],
      [5, 5],
    ]);
    for (const also of [undefined, 1, 2, 9, 77]) expect(numbers(also)).toEqual([[2, 2]]);
  });

  it('needs several criteria together where none can give it alone: the last of them no more than is missing', () => {
    const best = anExpert(1).expertIn('justice', 'specialist').knows('advocacy', 'specialist').knows('sensitivity', 'specialist').build();
    const last = anExpert(2).build();
    const none = Object.fromEntries(CRITERIA.map((criterion) => [criterion, 0])) as unknown as Weights;
    const requirement = anOpenRequirement({ themes: { justice: 100 }, weights: { ...none, themes: 60, skills: 40 } });
    const [entry] = entries(Pool.of([best, last], AS_OF), requirement, 1, { behind: 1 });
    expect(entry).toMatchObject({
      gap: 1_000_001,
      ways: [],
      together: [],
      weight: null,
    });
    const lower = anExpert(1).expertIn('justice', 'specialist').knows('advocacy', 'specialist').build();
    const [possible] = entries(Pool.of([lower, last], AS_OF), requirement, 1, { behind: 1 });
    expect(possible).toMatchObject({
      ways: [],
      together: [
        { criterion: 'themes', value: 0, needed: 10_000 },
        { criterion: 'skills', value: 0, needed: 5_001 },
      ],
    });
  });
});

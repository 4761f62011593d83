import fc from 'fast-check';
import { aRoster, someWeights } from '../../../test/support/arbitraries.js';
import { AS_OF, anExpert, anOpenRequirement } from '../../../test/support/experts.js';
import type { ExpertProfile } from '../expert.js';
import { entries, Pool, type Raise, rank } from './index.js';

const REQUIREMENT = {
  themes: { justice: 100, poverty: 40, elections: 7 },
  desiredLanguages: [
    { language: 'fr', level: 4 },
    { language: 'ar', level: 2 },
  ],
} as const;

/** The profile after the raises that are levels; undefined where one of them is something else. */
function after(profile: ExpertProfile, raises: readonly Raise[]): ExpertProfile | undefined {
  let changed: ExpertProfile | undefined = profile;
  for (const raise of raises) {
    if (!changed) return undefined;
    const claim = { id: `raised-${raise.kind}`, status: 'verified' } as const;
    switch (raise.kind) {
      case 'theme':
        changed = { ...changed, themes: [...changed.themes, { ...claim, theme: raise.theme, level: raise.to }] };
        break;
      case 'knowledge':
        changed = { ...changed, knowledge: [...changed.knowledge, { ...claim, area: raise.area, level: raise.to }] };
        break;
      case 'language':
        changed = { ...changed, languages: [...changed.languages, { ...claim, language: raise.language, level: raise.to }] };
        break;
      default:
        changed = undefined;
    }
  }
  return changed;
}

it('names raises that really bring the person into the top', () => {
  let tried = 0;
  fc.assert(
    fc.property(aRoster(12), someWeights, (drawn, weights) => {
      // Everybody on the roster, so that there is always somebody behind the first three.
      const profiles = drawn.map((profile) => ({ ...profile, memberships: anExpert().build().memberships }));
      const requirement = anOpenRequirement({ ...REQUIREMENT, weights });
      for (const { number, ways } of entries(Pool.of(profiles, AS_OF), requirement, 3, 3))
        for (const { raises } of ways) {
          const profile = profiles.find((one) => one.number === number) as ExpertProfile;
          const raised = raises.length > 0 ? after(profile, raises) : undefined;
          if (!raised) continue;
          tried += 1;
          const pool = Pool.of([...profiles.filter((one) => one !== profile), raised], AS_OF);
          expect(rank(pool, requirement, 3).top.map((one) => one.number)).toContain(number);
        }
    }),
    { numRuns: 200 },
  );
  expect(tried).toBeGreaterThan(100);
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
  const [entry] = entries(Pool.of([ahead, behind], AS_OF), requirement, 1, 5);
  if (!entry) throw new Error('nobody stands behind the first');
  expect(entry).toMatchObject({ number: 2, rank: 2 });
  const days = entry.ways.find(({ criterion }) => criterion === 'themes');
  expect(days?.raises).toEqual([{ kind: 'theme', theme: 'justice', from: 'none', to: 'basic' }]);
  for (const { value, needed } of entry.ways) expect(needed).toBeGreaterThan(value);
  const more = entry.ways.find(({ criterion }) => criterion === 'trainings');
  expect(more?.raises).toEqual([{ kind: 'trainings', more: Math.ceil(entry.gap / 10 / 2_500) }]);
});

import fc from 'fast-check';
import { anyRequirement, aRoster } from '../../../test/support/arbitraries.js';
import { AS_OF, anExpert, anOpenRequirement } from '../../../test/support/experts.js';
import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import { diffRuns, Pool } from './index.js';

const side = (profiles: readonly ExpertProfile[], requirement: Requirement, size = 10) => ({
  pool: Pool.of(profiles, requirement.asOf),
  requirement,
  size,
});
const person = (number: number, level: 'good' | 'excellent' | 'specialist') => anExpert(number).expertIn('justice', level).build();
const requirement = anOpenRequirement({ themes: { justice: 100, poverty: 50 } });

it('is empty when nothing changed', () => {
  fc.assert(
    fc.property(aRoster(10), anyRequirement, (profiles, asked) => {
      expect(diffRuns(side(profiles, asked), side([...profiles].reverse(), asked))).toMatchObject({ changed: [], asked: [] });
    }),
    { numRuns: 50 },
  );
});

it('explains every change of a total to the last point', () => {
  fc.assert(
    fc.property(aRoster(8), aRoster(8), anyRequirement, anyRequirement, (old, fresh, before, after) => {
      for (const one of diffRuns(side(old, before), side(fresh, after)).changed) {
        if (one.before.total === null || one.after.total === null) continue;
        const sum = one.steps.flatMap(({ points }) => points).reduce((total, { by }) => total + by, 0);
        expect(sum).toBe(one.after.total - one.before.total);
      }
    }),
    { numRuns: 200 },
  );
});

it('names the claim behind a new rank, and says who was only passed', () => {
  const before = [person(1, 'excellent'), person(2, 'good')];
  const after = [person(1, 'excellent'), person(2, 'specialist')];
  const { changed, unchanged } = diffRuns(side(before, requirement), side(after, requirement));
  expect(unchanged).toBe(0);
  expect(changed).toMatchObject([
    {
      number: 2,
      before: { rank: 2 },
      after: { rank: 1 },
      leading: 'themes',
      passedBy: [],
      steps: [
        {
          source: 'profile',
          gates: [],
          facts: [{ kind: 'evidence', part: 'themes', id: 'theme-1', before: { level: 'good' }, after: { level: 'specialist' } }],
        },
      ],
    },
    { number: 1, before: { rank: 1 }, after: { rank: 2 }, leading: null, steps: [], passedBy: [2] },
  ]);
});

it('names a claim that is backed otherwise, although no point moved', () => {
  const backing = [{ status: 'panel-assessed', as: 'panel', by: 'panel-1', on: '2026-11-20', how: '' }] as const;
  const assessed = anExpert(1).expertIn('justice', 'good', { status: 'panel-assessed', backing }).build();
  const { changed } = diffRuns(side([person(1, 'good')], requirement), side([assessed], requirement));
  expect(changed).toMatchObject([
    {
      number: 1,
      before: { rank: 1, total: 99_990 },
      after: { rank: 1, total: 99_990 },
      leading: null,
      steps: [
        {
          source: 'profile',
          points: [],
          verifiedBy: 99_990,
          facts: [{ part: 'themes', before: { status: 'self-declared' }, after: { status: 'panel-assessed', backing } }],
        },
      ],
    },
  ]);
});

it('does not name what neither moved a point nor is backed otherwise', () => {
  const poorer = { ...person(1, 'good'), knowledge: anExpert().knows('advocacy', 'none').build().knowledge };
  expect(diffRuns(side([person(1, 'good')], requirement), side([poorer], requirement))).toMatchObject({ changed: [], unchanged: 1 });
});

it('tells weights, needs, days and rules apart', () => {
  const people = [anExpert(1).expertIn('justice', 'good').expertIn('poverty', 'good').worked('2020-01-01', null, 'human-rights').build()];
  const later = anOpenRequirement({
    asOf: '2027-06-30',
    themes: { justice: 100, poverty: 80 },
    weights: { ...requirement.weights, themes: 20, experience: 25 },
    experiencePolicy: { ...requirement.experiencePolicy, countUnpaid: true },
  });
  const { changed, asked } = diffRuns(side(people, requirement), side(people, later));
  expect(changed[0]?.steps.map(({ source }) => source)).toEqual(['date', 'weights']);
  expect(asked).toEqual([
    { kind: 'as-of', before: AS_OF, after: '2027-06-30' },
    { kind: 'theme-need', theme: 'poverty', before: 50, after: 80 },
    { kind: 'rule', path: 'experiencePolicy.countUnpaid', before: 'false', after: 'true' },
    { kind: 'weight', criterion: 'themes', before: 30, after: 20 },
    { kind: 'weight', criterion: 'experience', before: 15, after: 25 },
  ]);
});

it('shows who came, who left and which gate closed', () => {
  const gone = anExpert(3).build();
  const closed = { ...person(1, 'good'), memberships: [] };
  const { changed } = diffRuns(side([person(1, 'good'), gone], requirement), side([closed, person(4, 'good')], requirement));
  expect(changed).toMatchObject([
    { number: 4, before: { known: false, rank: null }, after: { known: true, rank: 1 } },
    {
      number: 1,
      before: { rank: 1 },
      after: { rank: null, unmet: ['roster'] },
      steps: [{ source: 'profile', gates: [{ gate: 'roster', met: false }], facts: [{ kind: 'memberships', after: [] }] }],
    },
    { number: 3, before: { rank: 2 }, after: { known: false } },
  ]);
});

it('does not take a claim that was only written again for a change', () => {
  const before = anExpert(1).expertIn('justice', 'good').expertIn('poverty', 'good').build();
  const again = {
    ...before,
    themes: [
      ...before.themes.map((claim) => ({ ...claim, id: `${claim.id}-again` })),
      { id: 'new', status: 'verified' as const, theme: 'poverty' as const, level: 'specialist' as const },
    ],
  };
  const { changed } = diffRuns(side([before], requirement), side([again], requirement));
  expect(changed[0]?.steps[0]?.facts).toEqual([{ kind: 'evidence', part: 'themes', id: 'new', before: null, after: again.themes[2] }]);
});

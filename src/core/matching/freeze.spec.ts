import fc from 'fast-check';
import { anyRequirement, aRoster } from '../../../test/support/arbitraries.js';
import { anExpert } from '../../../test/support/experts.js';
import { explain, frozenProfile } from './index.js';

it('leaves out only what no rule reads', () => {
  fc.assert(
    fc.property(aRoster(4), anyRequirement, (profiles, requirement) => {
      for (const profile of profiles) expect(explain(frozenProfile(profile), requirement)).toEqual(explain(profile, requirement));
    }),
    { numRuns: 100 },
  );
});

it('keeps who backed a claim and when, and not in which words', () => {
  const backing = [
    { status: 'verified', as: 'recruiter', by: 'account-1', on: '2026-11-24', how: 'Diploma of the University of X' },
  ] as const;
  const { knowledge, degrees } = frozenProfile(
    anExpert().knows('mandates', 'good', { status: 'verified', backing }).degree('first', 'public-law', '2004', { backing }).build(),
  );
  const kept = [{ ...backing[0], how: '' }];
  expect([knowledge[0]?.backing, degrees[0]?.backing]).toEqual([kept, kept]);
});

it('keeps no title, institution or employer', () => {
  fc.assert(
    fc.property(aRoster(4), (profiles) => {
      for (const { degrees, experience } of profiles.map(frozenProfile)) {
        expect(degrees.every(({ title, institution }) => title + institution === '')).toBe(true);
        expect(experience.every(({ title, employer }) => title + employer === '')).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

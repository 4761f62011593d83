import fc from 'fast-check';
import { anyRequirement, aRoster } from '../../../test/support/arbitraries.js';
import { explain, frozenProfile } from './index.js';

it('leaves out only what no rule reads', () => {
  fc.assert(
    fc.property(aRoster(4), anyRequirement, (profiles, requirement) => {
      for (const profile of profiles) expect(explain(frozenProfile(profile), requirement)).toEqual(explain(profile, requirement));
    }),
    { numRuns: 100 },
  );
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

import fc from 'fast-check';
import { anyRequirement, aRoster } from '../../../test/support/arbitraries.js';
import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import { explain, nearMisses, Pool, rank, relaxed, reliefs } from './index.js';

const strictly = (requirement: Requirement): Requirement => ({ ...requirement, educationInLieu: false });
const opened = (profiles: readonly ExpertProfile[], requirement: Requirement) => profiles.map((profile) => explain(profile, requirement));
const unmet = (explanation: ReturnType<typeof explain>) => explanation.gates.filter(({ met }) => !met);

describe('near misses', () => {
  it('are those whom one requirement stops and who are on a roster, best first, as the explanations say', () => {
    fc.assert(
      fc.property(aRoster(12), anyRequirement, fc.integer({ min: 0, max: 15 }), (profiles, requirement, limit) => {
        const expected = opened(profiles, requirement)
          .filter((one) => unmet(one).length === 1 && unmet(one)[0]?.gate !== 'roster')
          .sort((a, b) => b.total - a.total || a.number - b.number)
          .slice(0, limit)
          .map((one) => ({ expertId: one.expertId, number: one.number, total: one.total, stop: unmet(one)[0] }));
        expect(nearMisses(Pool.of(profiles, requirement.asOf), requirement, limit)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what relaxing one requirement would give', () => {
  it('is never fewer people, and for a whole gate exactly those whom it alone stops in addition', () => {
    fc.assert(
      fc.property(aRoster(12), anyRequirement, (profiles, asked) => {
        const requirement = strictly(asked);
        const pool = Pool.of(profiles, requirement.asOf);
        const now = rank(pool, requirement, 0).eligible;
        for (const relief of reliefs(pool, requirement, () => true)) {
          expect(relief.free).toBe(relief.eligible);
          expect(relief.eligible).toBeGreaterThanOrEqual(now);
          const stopped = opened(profiles, requirement).filter((one) => unmet(one).length === 1 && unmet(one)[0]?.gate === relief.gate);
          if (relief.language === null) expect(relief.eligible).toBe(now + stopped.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts apart who is free, and puts the most helpful first', () => {
    fc.assert(
      fc.property(aRoster(12), anyRequirement, (profiles, requirement) => {
        const odd = ({ number }: ExpertProfile) => number % 2 === 1;
        const found = reliefs(Pool.of(profiles, requirement.asOf), requirement, odd);
        for (const { waived, requirement: without } of relaxed(requirement)) {
          const free = opened(profiles.filter(odd), without).filter(({ eligible }) => eligible).length;
          expect(found).toContainEqual(expect.objectContaining({ ...waived, free }));
        }
        expect(found.map(({ free }) => free)).toEqual(found.map(({ free }) => free).sort((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });

  it('knows each language by itself where several are asked for, and never the roster', () => {
    fc.assert(
      fc.property(anyRequirement, (requirement) => {
        const languages = requirement.gates.languages.length;
        const found = relaxed(requirement).filter(({ waived }) => waived.gate === 'languages');
        expect(found).toHaveLength(languages > 1 ? languages + 1 : languages);
        expect(relaxed(requirement).some(({ waived }) => (waived.gate as string) === 'roster')).toBe(false);
      }),
    );
  });
});

import fc from 'fast-check';
import { anyRequirement, aRoster } from '../../../test/support/arbitraries.js';
import { AS_OF, anExpert, anOpenRequirement, aRequirement } from '../../../test/support/experts.js';
import type { ExpertProfile } from '../expert.js';
import { CONTEXT_PARTS, type ContextPart, type Requirement } from '../requirement.js';
import { essentialParts } from './criteria/additional.gate.js';
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
          if (relief.language === null && relief.parts === null) expect(relief.eligible).toBe(now + stopped.length);
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

  describe('of the additional qualifications', () => {
    const withoutParts = ({ gates, ...rest }: Requirement, parts: readonly ContextPart[]): Requirement => ({
      ...rest,
      gates: { ...gates, additional: essentialParts(gates).filter((part) => !parts.includes(part)) },
    });
    const severalParts = fc
      .tuple(anyRequirement, fc.subarray([...CONTEXT_PARTS], { minLength: 2, maxLength: 4 }))
      .map(([{ gates, ...rest }, additional]) => ({
        ...rest,
        gates: { ...anOpenRequirement().gates, languages: gates.languages, additional },
      }));
    /** Few people, each with some of four parts, so that often nobody lacks one part alone. */
    const holders = fc
      .array(
        fc.subarray(['humanitarian-training', 'due-diligence-training', 'rights-based-training', 'mandates-knowledge'], { maxLength: 3 }),
        {
          maxLength: 4,
        },
      )
      .map((all) =>
        all.map((parts, index) => {
          const expert = anExpert(index + 1);
          if (parts.includes('humanitarian-training')) expert.trained('humanitarian-action');
          if (parts.includes('due-diligence-training')) expert.trained('hrddp');
          if (parts.includes('rights-based-training')) expert.trained('hrba');
          if (parts.includes('mandates-knowledge')) expert.knows('mandates', 'good');
          return expert.build();
        }),
      );
    const fourParts = anOpenRequirement({
      gates: { additional: ['humanitarian-training', 'due-diligence-training', 'rights-based-training', 'mandates-knowledge'] },
    });
    const cases = fc.oneof(
      fc.tuple(aRoster(12), severalParts),
      holders.map((people): [ExpertProfile[], Requirement] => [people, fourParts]),
    );
    const setsOf = (parts: readonly ContextPart[]) =>
      Array.from({ length: 2 ** parts.length }, (_, bits) => parts.filter((_part, index) => (bits >> index) & 1));

    it('tells each part alone, and where none is enough the fewest that are together: as the explanations say', () => {
      let together = 0;
      fc.assert(
        fc.property(cases, ([profiles, requirement]) => {
          const able = ({ number }: ExpertProfile) => number % 3 !== 0;
          const all = essentialParts(requirement.gates);
          const counted = (parts: readonly ContextPart[]) => {
            const eligible = profiles.filter((profile) => explain(profile, withoutParts(requirement, parts)).eligible);
            return { parts, eligible: eligible.length, free: eligible.filter(able).length };
          };
          const { free: now } = counted([]);
          const helping = setsOf(all)
            .map(counted)
            .filter(({ parts, free }) => parts.length > 0 && free > now);
          const fewest = Math.min(...helping.map(({ parts }) => parts.length));
          const expected = [
            { ...counted(all), parts: null },
            ...all.map((part) => counted([part])),
            ...helping.filter(({ parts }) => fewest > 1 && parts.length === fewest && fewest < all.length),
          ];
          if (expected.length > all.length + 1) together += 1;
          const found = reliefs(Pool.of(profiles, requirement.asOf), requirement, able)
            .filter(({ gate }) => gate === 'additional')
            .map(({ parts, eligible, free }) => ({ parts, eligible, free }));
          const inOrder = (rows: typeof found) => rows.map((row) => JSON.stringify(row)).sort();
          expect(inOrder(found)).toEqual(inOrder(expected));
        }),
        { numRuns: 150 },
      );
      expect(together).toBeGreaterThan(5);
    });

    it('names no part where only one is asked for: that is the whole', () => {
      const requirement = anOpenRequirement({ gates: { additional: ['rights-based-training'] } });
      const pool = Pool.of([anExpert(1).build(), anExpert(2).trained('hrba').build()], AS_OF);
      expect(reliefs(pool, requirement, () => true)).toEqual([{ gate: 'additional', language: null, parts: null, eligible: 2, free: 2 }]);
    });

    it('says which two would have to be waived together', () => {
      const requirement = anOpenRequirement({
        gates: { additional: ['humanitarian-experience', 'due-diligence-training', 'rights-based-training'] },
      });
      // The fourth misses one part only, and cannot go.
      const pool = Pool.of(
        [
          anExpert(1).trained('hrba').build(),
          anExpert(2).build(),
          anExpert(3).trained('hrba').build(),
          anExpert(4).trained('hrba').trained('hrddp').build(),
        ],
        AS_OF,
      );
      expect(reliefs(pool, requirement, ({ number }) => number < 3).map(({ parts, eligible, free }) => [parts, eligible, free])).toEqual([
        [null, 4, 2],
        [['humanitarian-experience', 'due-diligence-training'], 3, 1],
        [['humanitarian-experience'], 1, 0],
        [['due-diligence-training'], 0, 0],
        [['rights-based-training'], 0, 0],
      ]);
    });
  });

  it('knows that years in lieu of a degree are fewer where no years are asked for', () => {
    const requirement = aRequirement('P-2', { educationInLieu: true, gates: { knowledge: {}, languages: [], fieldExperience: false } });
    const graduate = anExpert(1).degree('first', 'human-rights').worked('2024-01-01', '2025-12-31', 'human-rights').build();
    const beginner = anExpert(2).degree('first', 'human-rights').worked('2025-01-01', '2025-12-31', 'human-rights').build();
    expect(
      explain(graduate, requirement)
        .gates.filter(({ met }) => !met)
        .map(({ gate }) => gate),
    ).toEqual(['education']);
    expect(
      explain(beginner, requirement)
        .gates.filter(({ met }) => !met)
        .map(({ gate }) => gate),
    ).toEqual(['education', 'experience']);
    const found = reliefs(Pool.of([graduate, beginner], AS_OF), requirement, () => true);
    expect(found.map(({ gate, eligible }) => [gate, eligible])).toEqual([
      ['education', 1],
      ['experience', 1],
    ]);
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

import fc from 'fast-check';
import { analysisReasons, compositionOf, SMALL_GROUP } from './balance.js';

const GROUPS = ['female', 'male', 'other', 'not-stated'] as const;
type Group = (typeof GROUPS)[number];

/** `people('female', 40, 20, 5)`: 40 considered, of them 20 eligible, of them 5 listed. */
const people = (group: Group, considered: number, eligible: number, listed: number) =>
  Array.from({ length: considered }, (_, index) => ({ group, eligible: index < eligible, listed: index < listed }));

describe('composition', () => {
  it('compares rates with the best rate and flags what is below four fifths', () => {
    const { groups, totals } = compositionOf([...people('female', 100, 60, 30), ...people('male', 100, 40, 16)], GROUPS);
    expect(totals).toEqual({ considered: 200, eligible: 100, listed: 46 });
    expect(groups).toEqual([
      {
        groups: ['female'],
        counts: { considered: 100, eligible: 60, listed: 30 },
        impact: { eligible: 10_000, listed: 10_000 },
        flagged: false,
      },
      {
        groups: ['male'],
        counts: { considered: 100, eligible: 40, listed: 16 },
        impact: { eligible: 6_666, listed: 8_000 },
        flagged: true,
      },
    ]);
  });

  it('says nothing about groups that are too small for a rate, and does not measure others by them', () => {
    const { groups } = compositionOf([...people('female', 8, 8, 8), ...people('male', 500, 100, 10)], GROUPS);
    expect(groups.map(({ impact }) => impact.eligible)).toEqual([null, 10_000]);
  });

  it('does not measure anybody by those who have not said it, however many of them there are', () => {
    const { groups } = compositionOf(
      [...people('female', 500, 430, 10), ...people('male', 500, 440, 12), ...people('not-stated', 50, 18, 9)],
      GROUPS,
    );
    expect(groups.map((row) => [row.groups[0], row.impact.eligible])).toEqual([
      ['female', 9_772],
      ['male', 10_000],
      ['not-stated', null],
    ]);
    expect(groups[1]?.impact.listed).toBe(10_000);
  });

  it('shows no group under five, nor one that could be worked out from the rest', () => {
    const { groups } = compositionOf([...people('female', 40, 20, 5), ...people('male', 50, 20, 5), ...people('other', 2, 1, 1)], GROUPS);
    expect(groups.map((row) => row.groups)).toEqual([['male'], ['female', 'other']]);
    expect(groups[1]).toMatchObject({ counts: { considered: 42, eligible: 21, listed: 6 }, impact: { eligible: null, listed: null } });
  });

  it('warns when there are too few people for rates', () => {
    expect(compositionOf([...people('female', 20, 10, 5), ...people('male', 20, 10, 5)], GROUPS).smallSamples).toEqual(['listed']);
    expect(compositionOf(people('female', 10, 5, 5), GROUPS).smallSamples).toEqual(['eligible', 'listed']);
  });

  it('counts everybody once, and nobody by a group under five', () => {
    const person = fc.record({ group: fc.constantFrom(...GROUPS), eligible: fc.boolean(), listed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), (all) => {
        const { groups, totals } = compositionOf(all, GROUPS);
        expect(groups.reduce((sum, { counts }) => sum + counts.considered, 0)).toBe(all.length);
        expect(totals.considered).toBe(all.length);
        for (const row of groups)
          if (row.groups.length === 1) expect(row.counts.considered >= SMALL_GROUP || groups.length === 1).toBe(true);
      }),
    );
  });
});

it.each([
  [[], ['fewer-than-two', 'no-woman']],
  [['female'], ['fewer-than-two']],
  [['male', 'male', 'not-stated'], ['no-woman']],
  [['male', 'female'], []],
] as const)('a list of %j asks for an analysis because of %j', (listed, expected) => {
  expect(analysisReasons(listed)).toEqual(expected);
});

import fc from 'fast-check';
import { anyRequirement, aProfile, aRoster } from '../../../test/support/arbitraries.js';
import { CASES } from '../../../test/support/matching-cases.js';
import { addDays } from '../dates.js';
import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import { explain, ineligible, Pool, rank } from './index.js';
import { ineligiblePlainly, rankPlainly } from './reference.js';

/** The engine and its plain twin, and the explanations, say the same about everything, to the last digit. */
function expectAgreement(profiles: readonly ExpertProfile[], requirement: Requirement, size: number): void {
  const pool = Pool.of(profiles, requirement.asOf);
  const ranking = rank(pool, requirement, size);
  expect(ranking).toEqual(rankPlainly(profiles, requirement, size));
  expect(ineligible(pool, requirement)).toEqual(ineligiblePlainly(profiles, requirement));
  for (const { number, total, values } of ranking.top) {
    const opened = explain(pool.profile(number) as ExpertProfile, requirement);
    expect(opened).toMatchObject({ number, total, eligible: true });
    expect(Object.fromEntries(opened.criteria.map(({ criterion, value }) => [criterion, value]))).toEqual(values);
  }
}

describe('engine and reference agree', () => {
  it.each(CASES)('on $name', ({ profiles, requirement }) => {
    expectAgreement(profiles, requirement, 50);
    expectAgreement(profiles, requirement, 1);
  });

  it('on random rosters and requirements', () => {
    fc.assert(fc.property(aRoster(12), anyRequirement, fc.integer({ min: 0, max: 15 }), expectAgreement), { numRuns: 400 });
  });

  it('on random people with every gate open, so that every total is compared', () => {
    fc.assert(
      fc.property(aRoster(8), anyRequirement, (profiles, asked) => {
        const members = profiles.map((profile) => ({
          ...profile,
          memberships: [{ roster: 'external' as const, agency: null, state: 'active' as const, since: '2000-01-01', until: null }],
        }));
        const gates = { education: false, humanRightsDays: 0, fieldExperience: false, languages: [], knowledge: {} };
        expectAgreement(members, { ...asked, gates }, 100);
        expect(rank(Pool.of(members, asked.asOf), { ...asked, gates }, 100).eligible).toBe(members.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a score', () => {
  it('stays between 0 and 1,000,000, and every value between 0 and 10,000', () => {
    fc.assert(
      fc.property(aProfile(1), anyRequirement, (profile, requirement) => {
        const { total, criteria } = explain(profile, requirement);
        expect(Number.isInteger(total) && total >= 0 && total <= 1_000_000).toBe(true);
        for (const { value } of criteria) expect(Number.isInteger(value) && value >= 0 && value <= 10_000).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which a profile lists its claims', () => {
    fc.assert(
      fc.property(aProfile(1), anyRequirement, (profile, requirement) => {
        const turned = Object.fromEntries(
          Object.entries(profile).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
        ) as unknown as ExpertProfile;
        expect(explain(turned, requirement).total).toBe(explain(profile, requirement).total);
      }),
    );
  });
});

describe('the pool', () => {
  const [first] = CASES;

  it('refuses two profiles with one roster number', () => {
    const { profiles, requirement } = first as (typeof CASES)[number];
    expect(() => Pool.of([...profiles, ...profiles], requirement.asOf)).toThrow(RangeError);
  });

  it('refuses a requirement for another day, and a size that is no whole number', () => {
    const { profiles, requirement } = first as (typeof CASES)[number];
    const pool = Pool.of(profiles, requirement.asOf);
    expect(() => rank(pool, { ...requirement, asOf: addDays(requirement.asOf, 1) }, 5)).toThrow(RangeError);
    expect(() => rank(pool, requirement, -1)).toThrow(RangeError);
    expect(() => rank(pool, requirement, 1.5)).toThrow(RangeError);
  });

  it('is not ranked by weights that do not sum to 100', () => {
    const { profiles, requirement } = first as (typeof CASES)[number];
    const weights = { ...requirement.weights, themes: 99 };
    expect(() => rank(Pool.of(profiles, requirement.asOf), { ...requirement, weights }, 5)).toThrow(
      expect.objectContaining({ code: 'post.weights' }),
    );
  });

  it('knows its profiles by roster number', () => {
    const { profiles, requirement } = first as (typeof CASES)[number];
    const pool = Pool.of(profiles, requirement.asOf);
    expect(pool.profile(profiles[0]?.number as number)).toBe(profiles[0]);
    expect(pool.profile(999_999)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { aClaimWorth, aJob, anyRequirement, aProfile } from '../../../test/support/arbitraries.js';
import { anExpert, anOpenRequirement, aQualifiedExpert, aRequirement } from '../../../test/support/experts.js';
import { type ClaimWorth, CRITERIA, FULL_WORTH } from '../requirement.js';
import { discounted, discounts } from './backing.js';
import { explain, Pool, rank } from './index.js';

const ONLY_VERIFIED: ClaimWorth = { 'self-declared': 0, verified: 100, 'panel-assessed': 100 };
const themes = { justice: 100, poverty: 100 };
const halfBacked = anExpert().expertIn('justice', 'specialist').expertIn('poverty', 'good', { status: 'verified' });

describe('every score', () => {
  it('is shown as claimed and as verified', () => {
    const opened = explain(halfBacked.build(), anOpenRequirement({ themes }));
    expect(opened.criteria[0]).toMatchObject({ criterion: 'themes', value: 7500, claimed: 7500, verified: 2500 });
    expect(opened).toMatchObject({ total: 225_000, claimedTotal: 225_000, verifiedTotal: 75_000, eligibleAsVerified: true });
  });

  it('tells whether the verified claims alone would meet the gates', () => {
    const said = aQualifiedExpert().build();
    expect(explain(said, aRequirement('P-5'))).toMatchObject({ eligible: true, eligibleAsVerified: false });
    const verified = Object.fromEntries(
      Object.entries(said).map(([part, claims]) => [
        part,
        Array.isArray(claims) && part !== 'memberships' ? claims.map((claim) => ({ ...claim, status: 'verified' })) : claims,
      ]),
    ) as unknown as typeof said;
    expect(explain(verified, aRequirement('P-5'))).toMatchObject({ eligible: true, eligibleAsVerified: true });
  });
});

describe('what a post says that claims are worth', () => {
  it('changes the value that counts and leaves both others as they are', () => {
    const half = { ...FULL_WORTH, 'self-declared': 50 };
    const opened = explain(halfBacked.build(), anOpenRequirement({ themes, claimWorth: { themes: half } }));
    expect(opened.criteria[0]).toMatchObject({ value: 5000, claimed: 7500, verified: 2500, points: 150_000 });
    expect(opened).toMatchObject({ total: 150_000, claimedTotal: 225_000, verifiedTotal: 75_000 });
  });

  it('is full for every status unless the post says otherwise', () => {
    expect(discounts(undefined)).toBe(false);
    expect(discounts({ themes: FULL_WORTH })).toBe(false);
    expect(discounts({ themes: ONLY_VERIFIED })).toBe(true);
  });

  it('orders people anew, and never touches a gate', () => {
    const profiles = [
      anExpert(1).expertIn('justice', 'specialist').build(),
      anExpert(2).expertIn('justice', 'good', { status: 'panel-assessed' }).build(),
    ];
    const pool = Pool.of(profiles, anOpenRequirement().asOf);
    const order = (claimWorth = {}) => rank(pool, anOpenRequirement({ themes, claimWorth }), 2).top.map(({ number }) => number);
    expect(order()).toEqual([1, 2]);
    expect(order({ themes: ONLY_VERIFIED })).toEqual([2, 1]);
    expect(rank(pool, anOpenRequirement({ claimWorth: { themes: ONLY_VERIFIED } }), 2).eligible).toBe(2);
  });

  it('is exact: whole numbers, between nothing and what is claimed', () => {
    const layers = fc
      .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
      .map((values) => values.sort((a, b) => b - a))
      .map(([claimed, verified, assessed]) => ({
        claimed: claimed as number,
        verified: verified as number,
        assessed: assessed as number,
      }));
    fc.assert(
      fc.property(layers, aClaimWorth, (found, worth) => {
        const value = discounted(found, worth);
        expect(Number.isInteger(value) && value >= 0 && value <= found.claimed).toBe(true);
        expect(discounted(found, FULL_WORTH)).toBe(found.claimed);
        expect(discounted(found, ONLY_VERIFIED)).toBe(found.verified);
      }),
    );
  });
});

describe('for everybody', () => {
  it('verified is never above claimed, and what counts lies between nothing and claimed', () => {
    fc.assert(
      fc.property(aProfile(1), anyRequirement, (profile, requirement) => {
        const { criteria, verifiedTotal, claimedTotal, total } = explain(profile, requirement);
        for (const { value, claimed, verified } of criteria) {
          expect(verified).toBeLessThanOrEqual(claimed);
          expect(value).toBeLessThanOrEqual(claimed);
        }
        expect(verifiedTotal).toBeLessThanOrEqual(claimedTotal);
        expect(total).toBeLessThanOrEqual(claimedTotal);
      }),
    );
  });

  it('adding experience never lowers a total, as claimed, as verified or as it counts', () => {
    fc.assert(
      fc.property(aProfile(1), aJob, anyRequirement, (profile, job, requirement) => {
        const before = explain(profile, requirement);
        const after = explain({ ...profile, experience: [...profile.experience, job] }, requirement);
        for (const total of ['total', 'claimedTotal', 'verifiedTotal'] as const) expect(after[total]).toBeGreaterThanOrEqual(before[total]);
        for (const criterion of CRITERIA)
          expect(after.criteria.find((one) => one.criterion === criterion)?.value).toBeGreaterThanOrEqual(
            before.criteria.find((one) => one.criterion === criterion)?.value as number,
          );
      }),
    );
  });

  it('splitting a job in two changes no total', () => {
    fc.assert(
      fc.property(aProfile(1), aJob, anyRequirement, (profile, job, requirement) => {
        fc.pre(job.to !== null && job.to > job.from);
        const middle = job.from.slice(0, 4) === job.to?.slice(0, 4) ? job.from : `${Number(job.from.slice(0, 4))}-12-31`;
        const next = new Date(`${middle}T00:00:00Z`);
        next.setUTCDate(next.getUTCDate() + 1);
        const halves = [
          { ...job, id: 'first-half', to: middle },
          { ...job, id: 'second-half', from: next.toISOString().slice(0, 10) },
        ];
        const whole = explain({ ...profile, experience: [...profile.experience, job] }, requirement);
        const split = explain({ ...profile, experience: [...profile.experience, ...halves] }, requirement);
        expect([split.total, split.claimedTotal, split.verifiedTotal]).toEqual([whole.total, whole.claimedTotal, whole.verifiedTotal]);
      }),
    );
  });
});

import fc from 'fast-check';
import { REQUEST_CLASSES } from '../../../test/bench/requests.js';
import { fictionalProfile, fictionalRoster } from '../../../test/bench/roster.js';
import { aClaimWorth, anyRequirement, aProfile } from '../../../test/support/arbitraries.js';
import { AS_OF } from '../../../test/support/experts.js';
import type { ExpertProfile } from '../expert.js';
import { type ClaimWorth, CRITERIA, type Requirement } from '../requirement.js';
import { explain, nearMisses, Pool, rank, robustness } from './index.js';
import { rankPlainly } from './reference.js';
import { Score } from './score.js';
import { atOnce } from './steps.js';
import { valueColumns } from './value-columns.js';

const ROSTER: readonly ExpertProfile[] = [...fictionalRoster(1600)];
const worth = (said: number, verified: number, assessed: number): ClaimWorth => ({
  'self-declared': said,
  verified,
  'panel-assessed': assessed,
});
const WORTHS = [worth(50, 100, 100), worth(0, 60, 100), worth(80, 80, 90), worth(0, 0, 0)];

function discounting(requirement: Requirement, all: ClaimWorth): Requirement {
  return { ...requirement, claimWorth: Object.fromEntries(CRITERIA.map((criterion) => [criterion, all])) };
}

const REQUESTS: readonly Requirement[] = REQUEST_CLASSES.flatMap(({ requests }, index) =>
  requests.slice(0, 1).map((requirement) => discounting(requirement, WORTHS[index] as ClaimWorth)),
);
const aDiscountingRequirement = fc.tuple(anyRequirement, aClaimWorth).map(([requirement, all]) => discounting(requirement, all));

describe('a large roster for posts that discount claims', () => {
  const byKernel = Pool.of(ROSTER, AS_OF);
  const plainly = Pool.of(ROSTER, AS_OF, null);

  it.each(REQUESTS.map((requirement, index) => ({ requirement, index })))(
    'is ranked as the reference does, request $index',
    ({ requirement }) => {
      const expected = rankPlainly(ROSTER, requirement, 50);
      expect(expected.eligible).toBeGreaterThan(0);
      expect(rank(byKernel, requirement, 50)).toEqual(expected);
      expect(rank(plainly, requirement, 50)).toEqual(expected);
    },
  );

  it('is ranked the same by the kernel and without, however many are asked for', () => {
    fc.assert(
      fc.property(aDiscountingRequirement, fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constant(5000)), (requirement, size) => {
        expect(rank(byKernel, requirement, size)).toEqual(rank(plainly, requirement, size));
      }),
      { numRuns: 60 },
    );
  });

  it('does not let a discounting post change the next one', () => {
    for (const requirement of REQUESTS) {
      const { claimWorth: _, ...full } = requirement;
      expect([rank(byKernel, requirement, 20), rank(byKernel, full, 20)]).toEqual([
        rank(plainly, requirement, 20),
        rank(plainly, full, 20),
      ]);
    }
  });

  it('leaves nobody struck out when a score fails', () => {
    const [requirement] = REQUESTS as [Requirement];
    const expected = rank(byKernel, requirement, 20);
    const without = byKernel.removed(expected.top[0]?.number as number);
    rank(without, requirement, 20);
    jest.spyOn(Score.prototype, 'total').mockImplementationOnce(() => {
      throw new Error('no room');
    });
    expect(() => rank(without, requirement, 20)).toThrow('no room');
    expect(rank(byKernel, requirement, 20)).toEqual(expected);
  });

  it('has near misses as the explanations say', () => {
    for (const requirement of REQUESTS.slice(1)) {
      const expected = ROSTER.map((profile) => explain(profile, requirement))
        .map(({ number, total, gates }) => ({ number, total, unmet: gates.filter(({ met }) => !met) }))
        .filter(({ unmet }) => unmet.length === 1 && unmet[0]?.gate !== 'roster')
        .sort((a, b) => b.total - a.total || a.number - b.number)
        .slice(0, 20)
        .map(({ number, total }) => [number, total]);
      expect(expected.length).toBeGreaterThan(0);
      expect(nearMisses(byKernel, requirement, 20).map(({ number, total }) => [number, total])).toEqual(expected);
    }
  });

  it('has values for every weighting that give the same totals as the ranking', () => {
    const [requirement] = REQUESTS as [Requirement];
    const { size, width, values, numbers } = atOnce(valueColumns(byKernel, requirement));
    const { top } = rank(byKernel, requirement, ROSTER.length);
    expect(size).toBe(top.length);
    const totals = new Map(top.map(({ number, total }) => [number, total]));
    for (let row = 0; row < size; row++) {
      const total = CRITERIA.slice(0, width).reduce(
        (sum, name, at) => sum + requirement.weights[name] * (values[row * width + at] as number),
        0,
      );
      expect(total).toBe(totals.get(numbers[row] as number));
    }
    const study = robustness(byKernel, requirement, { kept: 20, top: 5, weightings: 50, seed: 1 });
    expect(study.candidates.map(({ number }) => number)).toEqual(top.slice(0, 20).map(({ number }) => number));
  });

  it('is ranked as one that was made anew when some profiles have changed, whoever ranked before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 1700 }), aProfile(0)), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...REQUESTS),
        (changes, requirement) => {
          rank(byKernel, requirement, 1);
          const changed = changes.reduce(
            (pool, [number, profile]) =>
              pool
                .with({ ...profile, id: `expert-${number}`, number })
                .with({ ...fictionalProfile(2000 + number), number: 1701 - number })
                .removed(number + 1),
            byKernel,
          );
          const anew = Pool.of(changed.profiles, AS_OF);
          for (const size of [50, 5000]) expect(rank(changed, requirement, size)).toEqual(rank(anew, requirement, size));
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what is left of profiles without weakly backed claims', () => {
  const [requirement] = REQUESTS as [Requirement];
  const three = discounting(requirement, worth(10, 20, 100));
  const paused = () => {
    const pauses = { count: 0, pause: async () => void pauses.count++ };
    return pauses;
  };

  it('is packed with pauses, once for whoever asks meanwhile, and only as far as the post needs it', async () => {
    const pool = Pool.of(ROSTER.slice(0, 500), AS_OF);
    const { claimWorth: _, ...full } = requirement;
    const pauses = paused();
    await pool.ready(full, pauses.pause);
    expect(pauses.count).toBe(0);
    await Promise.all([pool.ready(requirement, pauses.pause), pool.ready(requirement, pauses.pause)]);
    expect(pauses.count).toBe(2);
    await pool.ready(three, pauses.pause);
    expect(pauses.count).toBe(4);
    await pool.ready(three, pauses.pause);
    expect(pauses.count).toBe(4);
    expect(rank(pool, three, 50)).toEqual(rankPlainly(ROSTER.slice(0, 500), three, 50));
  });

  it('is packed beneath the columns that are ranked by, though somebody ranked while those were packed', async () => {
    const pool = Pool.of(ROSTER.slice(0, 500), AS_OF);
    const unusual = { ...three, experiencePolicy: { ...three.experiencePolicy, countUnpaid: true } };
    const { claimWorth: _, ...full } = unusual;
    let ranked = false;
    await pool.ready(unusual, async () => {
      if (!ranked) rank(pool, full, 1);
      ranked = true;
    });
    expect(pool.parts(unusual.experiencePolicy).map(({ layers }) => layers.backings)).toEqual([['verified', 'panel-assessed']]);
  });

  it('is packed again with the columns, so that nobody waits for it then', async () => {
    const pool = Pool.of(ROSTER.slice(0, 500), AS_OF).with(fictionalProfile(600));
    await pool.ready(three, async () => undefined);
    const moved = (await pool.repacked(async () => undefined))(pool);
    const pauses = paused();
    await moved.ready(three, pauses.pause);
    expect(pauses.count).toBe(0);
    expect(rank(moved, three, 50)).toEqual(rank(pool, three, 50));
  });
});

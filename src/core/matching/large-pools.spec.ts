import fc from 'fast-check';
import { REQUEST_CLASSES } from '../../../test/bench/requests.js';
import { fictionalProfile, fictionalRoster } from '../../../test/bench/roster.js';
import { anyRequirement, aProfile } from '../../../test/support/arbitraries.js';
import { AS_OF } from '../../../test/support/experts.js';
import type { ExpertProfile } from '../expert.js';
import type { Requirement } from '../requirement.js';
import { ineligible, ineligibleGradually, nearMisses, Pool, rank } from './index.js';
import { rankPlainly } from './reference.js';

/** Many blocks and some hundred signatures; every twelfth profile again, so that there are ties. */
const ROSTER: readonly ExpertProfile[] = [...fictionalRoster(1500)].flatMap((profile) =>
  profile.number % 12 === 0 ? [profile, { ...profile, id: `twin-${profile.number}`, number: 10_000 + profile.number }] : [profile],
);
const REAL_REQUESTS: readonly Requirement[] = REQUEST_CLASSES.flatMap(({ requests }) => requests.slice(0, 1));

describe('over many blocks of rows', () => {
  const byKernel = Pool.of(ROSTER, AS_OF);
  const plainly = Pool.of(ROSTER, AS_OF, null);

  it.each(REAL_REQUESTS.map((requirement, index) => ({ requirement, index })))(
    'request $index is answered as the reference does',
    ({ requirement }) => {
      const expected = rankPlainly(ROSTER, requirement, 50);
      expect(expected.eligible).toBeGreaterThan(0);
      expect(rank(byKernel, requirement, 50)).toEqual(expected);
      expect(rank(plainly, requirement, 50)).toEqual(expected);
    },
  );

  it.each<Partial<Requirement['gates']>>([
    { skills: { advocacy: 'good' } },
    { skills: { advocacy: 'basic', sensitivity: 'excellent' } },
    { additional: ['humanitarian-experience'] },
    { additional: ['humanitarian-knowledge', 'due-diligence-training', 'mandates-knowledge'] },
    { additional: ['rights-based-training', 'humanitarian-training'], skills: { sensitivity: 'good' } },
  ])('gates on request are answered as the reference does: %j', (asked) => {
    for (const requirement of REAL_REQUESTS.slice(0, 2)) {
      const all = { ...requirement, gates: { ...requirement.gates, humanRightsDays: 1000, knowledge: {}, ...asked } };
      const expected = rankPlainly(ROSTER, all, 50);
      expect(expected.eligible).toBeGreaterThan(0);
      expect(rank(byKernel, all, 50)).toEqual(expected);
      expect(rank(plainly, all, 50)).toEqual(expected);
    }
  });

  it('the kernel and the plain engine agree on anything, however many are asked for', () => {
    fc.assert(
      fc.property(anyRequirement, fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constant(5000)), (requirement, size) => {
        expect(rank(byKernel, requirement, size)).toEqual(rank(plainly, requirement, size));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a large pool of which some profiles changed', () => {
  it('is ranked by the kernel as one that was made anew', () => {
    let changed = Pool.of(ROSTER, AS_OF);
    for (let round = 1; round <= 40; round++) {
      changed = changed.with({ ...fictionalProfile(3000 + round), number: 37 * round }).removed(29 * round);
    }
    expect(changed.profiles.length).toBeGreaterThan(1500);
    const anew = Pool.of(changed.profiles, AS_OF);
    for (const requirement of REAL_REQUESTS) expect(rank(changed, requirement, 50)).toEqual(rank(anew, requirement, 50));
  });
});

describe('a large pool at its limits', () => {
  it('has nobody left when everybody is removed, and everybody in the pool that it was made from', () => {
    const pool = Pool.of(ROSTER, AS_OF);
    const empty = pool.changed(ROSTER.map(({ number }) => [number, null]));
    for (const requirement of REAL_REQUESTS) {
      const before = rank(pool, requirement, 50);
      expect(rank(empty, requirement, 50)).toEqual(rank(Pool.of([], AS_OF), requirement, 50));
      expect(rank(pool, requirement, 50)).toEqual(before);
    }
  });

  it('orders equal totals by number up to the highest there can be', () => {
    const highest = ROSTER.map((profile, index) => ({ ...profile, id: `expert-${index}`, number: index === 0 ? 0 : 2 ** 32 - index }));
    for (const requirement of REAL_REQUESTS)
      expect(rank(Pool.of(highest, AS_OF), requirement, 50)).toEqual(rank(Pool.of(highest, AS_OF, null), requirement, 50));
  });
});

describe('the others of a large pool', () => {
  it('are listed with pauses as without', async () => {
    const pool = Pool.of(ROSTER, AS_OF);
    for (const requirement of REAL_REQUESTS) {
      let pauses = 0;
      const others = await ineligibleGradually(pool, requirement, async () => {
        pauses += 1;
      });
      expect(others).toEqual(ineligible(pool, requirement));
      expect(pauses).toBe(Math.floor((others.length + 1) / 200));
    }
  });
});

describe('a pool that is packed a few profiles at a time', () => {
  it('pauses in between and answers as one that was packed at once', async () => {
    let pauses = 0;
    const pool = await Pool.gradually(ROSTER, AS_OF, async () => {
      pauses += 1;
    });
    expect(pauses).toBeGreaterThan(5);
    for (const requirement of REAL_REQUESTS) expect(rank(pool, requirement, 50)).toEqual(rank(Pool.of(ROSTER, AS_OF), requirement, 50));
  });

  it('refuses what cannot be packed', async () => {
    const [profile] = ROSTER as [ExpertProfile];
    await expect(Pool.gradually([profile, profile], AS_OF, async () => undefined)).rejects.toThrow(RangeError);
    expect(() => Pool.of([{ ...profile, number: 2 ** 32 }], AS_OF)).toThrow(RangeError);
  });
});

type Change = { readonly kind: 'put'; readonly profile: ExpertProfile } | { readonly kind: 'remove'; readonly number: number };

const number = fc.integer({ min: 1, max: 80 });
const aChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(aProfile(0), number).map(([profile, of]) => put({ ...profile, id: `expert-${of}`, number: of })) },
  { weight: 2, arbitrary: fc.tuple(number, number).map(([like, of]) => put({ ...fictionalProfile(like), number: of })) },
  { weight: 1, arbitrary: number.map((of) => ({ kind: 'remove' as const, number: of })) },
);

function put(profile: ExpertProfile): Change {
  return { kind: 'put', profile };
}

function applied(pool: Pool, change: Change): Pool {
  return change.kind === 'put' ? pool.with(change.profile) : pool.removed(change.number);
}

function everything(pool: Pool, requirement: Requirement): unknown {
  return [rank(pool, requirement, 20), ineligible(pool, requirement, 30), nearMisses(pool, requirement, 20), pool.size];
}

describe('a pool whose profiles change one by one', () => {
  it('answers as one that was made anew, and leaves every earlier pool as it was', () => {
    const start = Pool.of([...fictionalRoster(60)], AS_OF);
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 8 }), anyRequirement, (changes, requirement) => {
        const pools = [start];
        for (const change of changes) pools.push(applied(pools.at(-1) as Pool, change));
        const answers = pools.map((pool) => everything(pool, requirement));
        for (const pool of pools) {
          expect(everything(Pool.of(pool.profiles, AS_OF), requirement)).toEqual(answers[pools.indexOf(pool)]);
          expect(pool.profiles).toHaveLength(pool.size);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('answers the same upon new columns, with what has changed while they were packed', async () => {
    const start = Pool.of([...fictionalRoster(60)], AS_OF);
    await fc.assert(
      fc.asyncProperty(
        fc.array(aChange, { maxLength: 8 }),
        fc.array(aChange, { maxLength: 8 }),
        anyRequirement,
        async (before, meanwhile, requirement) => {
          const old = before.reduce(applied, start);
          if (before.length > 0) rank(old, requirement, 1);
          const upon = await old.repacked(async () => undefined);
          const later = meanwhile.reduce(applied, old);
          const [moved, elsewhere] = [upon(later), Pool.of([...fictionalRoster(3)], AS_OF)];
          expect(everything(moved, requirement)).toEqual(everything(later, requirement));
          expect(moved.profiles).toEqual(later.profiles);
          expect(moved.changes).toBeLessThanOrEqual(meanwhile.length);
          expect(upon(old).changes).toBe(0);
          expect(upon(elsewhere)).toBe(elsewhere);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('takes many changes at once as it takes them one by one; the last one about somebody counts', () => {
    const start = Pool.of([...fictionalRoster(30)], AS_OF);
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 12 }), (changes) => {
        const entries = changes.map((change) =>
          change.kind === 'put' ? ([change.profile.number, change.profile] as const) : ([change.number, null] as const),
        );
        const [atOnce, oneByOne] = [start.changed(entries), changes.reduce(applied, start)];
        expect(atOnce.profiles).toEqual(oneByOne.profiles);
        expect(atOnce.size).toBe(oneByOne.size);
      }),
    );
  });

  it('packs for another policy once, whoever asks meanwhile, and keeps it upon new columns', async () => {
    const pool = Pool.of(ROSTER.slice(0, 500), AS_OF);
    const policy = { countUnpaid: true, countInternships: true, countGeneralService: true };
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    await Promise.all([pool.ready({ experiencePolicy: policy }, pause), pool.ready({ experiencePolicy: policy }, pause)]);
    expect(pauses).toBe(3);
    await pool.ready({ experiencePolicy: policy }, pause);
    const [requirement] = REAL_REQUESTS.map((one) => ({ ...one, experiencePolicy: policy })) as [Requirement];
    expect(rank(pool, requirement, 50)).toEqual(rankPlainly(ROSTER.slice(0, 500), requirement, 50));
    const moved = (await pool.repacked(pause))(pool);
    await moved.ready({ experiencePolicy: policy }, pause);
    expect(pauses).toBe(9);
    expect(rank(moved, requirement, 50)).toEqual(rank(pool, requirement, 50));
  });

  it('knows who was put in and who was taken out', () => {
    const profile = fictionalProfile(7);
    const changed = Pool.of([...fictionalRoster(5)], AS_OF)
      .with(profile)
      .removed(3);
    expect(changed.profile(7)).toBe(profile);
    expect(changed.profile(3)).toBeUndefined();
    expect(changed.profile(4)?.number).toBe(4);
    expect(changed.size).toBe(5);
    expect(changed.changes).toBe(2);
    expect(changed.removed(99)).toBe(changed);
  });
});

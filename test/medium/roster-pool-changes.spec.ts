import fc from 'fast-check';
import { rank } from '../../src/core/matching/index.js';
import { THEME_SLUGS } from '../../src/core/themes.js';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { RosterPool } from '../../src/features/roster/index.js';
import { writeRoster } from '../../src/features/roster/roster-changes.js';
import { Database, openDataSource } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { anOpenRequirement } from '../support/experts.js';
import { csvSource, edited, joining, manyRows, newExpert, PANEL, RECRUITER, type RosterDesk, rosterDesk } from '../support/roster-desk.js';
import { WHOLE_SCHEMA } from '../support/schema.js';
import { waitFor } from '../support/wait-for.js';

const SLOW = 120_000;
let files = 0;

/** What somebody may do to the roster; `who` picks one of those who are on it. */
type Step = { readonly kind: keyof typeof STEPS; readonly who: number; readonly theme: number };

const STEPS = {
  create: async (d: RosterDesk) => {
    await d.profiles.create(newExpert({ memberships: [joining('external')] }), RECRUITER);
  },
  update: async (d: RosterDesk, { id }: ExpertEntity, { theme }: Step) => {
    const themes = [{ theme: THEME_SLUGS[theme] ?? 'justice', level: 'good' as const, status: 'verified' as const }];
    await d.profiles.update(id, edited(await d.profiles.view(id, RECRUITER), { themes }), RECRUITER);
  },
  join: async (d: RosterDesk, { id }: ExpertEntity) => {
    await d.memberships.join(id, joining('interagency'), RECRUITER);
  },
  vet: async (d: RosterDesk, { id }: ExpertEntity) => {
    await d.memberships.decide(id, { roster: 'external', to: 'under-vetting', reason: 'Complete.' }, PANEL);
  },
  import: async (d: RosterDesk) => {
    files += 1;
    const rows = ['a', 'b'].map((name) => `Imported${name},Given,imported-${name}${files}@example.org,male,KEN`);
    await d.importer.run(csvSource(['family_name,given_name,email,gender,nationality', ...rows].join('\n')), { actor: RECRUITER });
  },
  delete: async (d: RosterDesk, { id }: ExpertEntity) => {
    await d.database.transaction(async (tx) => {
      await writeRoster(tx, { experts: [id] });
      await tx.getRepository(ExpertEntity).delete({ id });
    });
  },
  everybody: async (d: RosterDesk) => {
    await d.database.transaction(async (tx) => {
      await writeRoster(tx, 'everybody');
      await tx.createQueryBuilder().update(ExpertEntity).set({ gender: 'not-stated' }).execute();
    });
  },
  'next-day': async (d: RosterDesk) => {
    d.clock.advance(86_400_000);
  },
  fail: async (d: RosterDesk, { id }: ExpertEntity) => {
    await d.database.transaction(async (tx) => {
      await writeRoster(tx, { experts: [id] });
      await tx.getRepository(ExpertEntity).delete({ id });
      throw new Error('the process ends here');
    });
  },
};

const aStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('create', 'update', 'update', 'join', 'vet', 'import', 'delete', 'fail', 'next-day') },
    { weight: 1, arbitrary: fc.constant('everybody') },
  ),
  who: fc.nat(),
  theme: fc.nat(THEME_SLUGS.length - 1),
}) as fc.Arbitrary<Step>;

/** Refusals are part of the game: somebody joins twice, or there is nobody. */
async function take(d: RosterDesk, step: Step): Promise<void> {
  const experts = await d.database.read.getRepository(ExpertEntity).find({ order: { number: 'ASC' } });
  const expert = experts[step.who % experts.length] ?? new ExpertEntity();
  await STEPS[step.kind](d, expert, step).catch(() => undefined);
}

onEveryDatabase((open) => {
  const desk = async () => rosterDesk((await open()).database);
  const people = async (d: RosterDesk, count: number) => {
    const made = [];
    for (let index = 0; index < count; index += 1) made.push(await d.profiles.create(newExpert(), RECRUITER));
    return made;
  };

  /** The pool, held to one that is made anew. */
  async function check(pool: RosterPool, d: RosterDesk): Promise<void> {
    const [{ pool: kept, revision }, { pool: anew }] = [await pool.current(), await new RosterPool(d.database, d.clock).current()];
    expect(revision).toBe(await d.pool.revision());
    expect(kept.asOf).toBe(d.clock.today());
    expect(kept.profiles).toEqual(anew.profiles);
    const requirement = anOpenRequirement({ asOf: d.clock.today() });
    expect(rank(kept, requirement, 50)).toEqual(rank(anew, requirement, 50));
  }

  it(
    'is in every process as one that is made anew, whatever people do to the roster',
    async () => {
      const { database, settings } = await open();
      const d = rosterDesk(database);
      const elsewhere = await openDataSource(settings, WHOLE_SCHEMA);
      try {
        const other = new RosterPool(new Database(elsewhere), d.clock);
        await fc.assert(
          fc.asyncProperty(fc.array(fc.tuple(aStep, fc.nat(3)), { maxLength: 12 }), async (steps) => {
            for (const [step, look] of steps) {
              await take(d, step);
              if (look === 0) await d.pool.current();
              if (look === 1) await other.current();
            }
            await check(d.pool, d);
            await check(other, d);
          }),
          { numRuns: 12 },
        );
      } finally {
        await elsewhere.destroy();
      }
    },
    SLOW,
  );

  it('sees everybody who was changed while it was looked at from all sides', async () => {
    const d = await desk();
    const made = await people(d, 12);
    await d.pool.current();
    const changes = made.map((view) => d.profiles.update(view.id, edited(view, { nationality: 'UGA' }), RECRUITER));
    const looks = changes.map(async (change, index) => {
      await change;
      // Whoever asks after a change sees it.
      const { pool } = await d.pool.current();
      return pool.profile(made[index]?.number ?? 0)?.nationality;
    });
    expect(await Promise.all(looks)).toEqual(made.map(() => 'UGA'));
    await check(d.pool, d);
  });

  it('reads one profile when one was changed', async () => {
    const d = await desk();
    const made = await people(d, 5);
    const before = await d.pool.current();
    await d.profiles.update(
      made[2]?.id ?? '',
      edited(await d.profiles.view(made[2]?.id ?? '', RECRUITER), { nationality: 'UGA' }),
      RECRUITER,
    );
    const statements: { about: string; parameters: unknown }[] = [];
    jest.spyOn(d.database.dataSource.logger, 'logQuery').mockImplementation((statement, parameters) => {
      statements.push({ about: /FROM "(\w+)"/.exec(statement)?.[1] ?? statement, parameters });
    });
    const { pool, revision } = await d.pool.current();
    expect(revision).toBe(before.revision + 1);
    expect(pool.profile(3)?.nationality).toBe('UGA');
    const of = (table: RegExp) => statements.filter(({ about }) => table.test(about));
    expect(of(/^experts$/).map(({ parameters }) => parameters)).toEqual([[3]]);
    expect(of(/^(expert_|roster_memberships)/).map(({ parameters }) => parameters)).toEqual(Array(8).fill([made[2]?.id]));
    expect(of(/^roster_changes$/)).toHaveLength(1);
    expect(statements).toHaveLength(1 + 8 + 1 + of(/^roster_revision$/).length);
    for (const number of [1, 2, 4, 5]) expect(pool.profile(number)).toBe(before.pool.profile(number));
    const soFar = statements.length;
    await d.pool.current();
    expect(statements.slice(soFar).map(({ about }) => about)).toEqual(['roster_revision']);
  });

  it('packs a large import before anybody ranks, and what has piled up while rankings go on', async () => {
    const d = await desk();
    const [first] = await people(d, 1);
    await d.pool.current();
    await d.importer.run(manyRows(250), { actor: RECRUITER });
    const imported = await d.pool.current();
    expect([imported.pool.size, imported.pool.changes]).toEqual([251, 0]);
    const { experts } = await d.search.search({}, RECRUITER);
    const others = experts.filter(({ id }) => id !== first?.id).slice(0, 16);
    for (const [index, { id }] of others.entries()) {
      await d.profiles.update(id, edited(await d.profiles.view(id, RECRUITER), { nationality: 'UGA' }), RECRUITER);
      const { pool } = await d.pool.current();
      expect(pool.changes).toBe(index + 1);
    }
    await waitFor('the changed to be packed with the rest', async () => (await d.pool.current()).pool.changes === 0);
    await check(d.pool, d);
  });

  it('leaves out whoever is deleted, and takes in whoever came at the same time', async () => {
    const d = await desk();
    await people(d, 3);
    await d.pool.current();
    await take(d, { kind: 'delete', who: 1, theme: 0 });
    await people(d, 1);
    expect((await d.pool.current()).pool.profiles.map(({ number }) => number)).toEqual([1, 3, 4]);
    await check(d.pool, d);
  });

  it('keeps several days at the same revision', async () => {
    const d = await desk();
    const [made] = await people(d, 3);
    const days = ['2013-06-15', '2013-06-16', '2013-06-17', '2013-06-18', '2013-06-19'];
    for (const day of days) await d.pool.asOf(day);
    await d.profiles.update(made?.id ?? '', edited(made as never, { nationality: 'UGA' }), RECRUITER);
    for (const day of days) {
      const { pool, revision } = await d.pool.asOf(day);
      expect([pool.asOf, pool.profile(1)?.nationality, revision]).toEqual([day, 'UGA', 4]);
    }
  });
});

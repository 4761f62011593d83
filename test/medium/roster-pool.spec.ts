import { setImmediate } from 'node:timers/promises';
import { onEveryDatabase } from '../support/databases.js';
import { edited, joining, newExpert, PANEL, RECRUITER, rosterDesk } from '../support/roster-desk.js';

onEveryDatabase((open) => {
  const desk = async () => rosterDesk((await open()).database);

  describe('the pool', () => {
    it('is built once for callers at the same time, and again after a change', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert({ memberships: [joining('external')] }), RECRUITER);
      const [one, two] = await Promise.all([d.pool.asOf('2013-06-15'), d.pool.asOf('2013-06-15')]);
      expect(one.pool).toBe(two.pool);
      expect(one.revision).toBe(await d.pool.revision());
      expect((await d.pool.asOf('2013-07-01')).pool.asOf).toBe('2013-07-01');
      await d.memberships.decide(made.id, { roster: 'external', to: 'under-vetting', reason: 'Complete.' }, PANEL);
      const { pool, revision } = await d.pool.current();
      expect(revision).toBe(one.revision + 1);
      expect(pool.profile(1)?.memberships).toMatchObject([{ state: 'under-vetting' }]);
      expect(one.pool.profile(1)?.memberships).toMatchObject([{ state: 'applied' }]);
    });

    it('lets its callers go on one in each turn of the event loop, so that fifty rankings do not keep everybody else waiting', async () => {
      const d = await desk();
      await d.pool.current();
      let turn = 0;
      let counting = true;
      const count = (async () => {
        for (; counting; turn += 1) await setImmediate();
      })();
      const goneOn: number[] = [];
      const callers = Array.from({ length: 5 }, async () => {
        await d.pool.current();
        goneOn.push(turn);
      });
      await Promise.all(callers);
      counting = false;
      await count;
      expect(new Set(goneOn).size).toBe(goneOn.length);
    });

    it('holds exactly what is compared, without names and addresses', async () => {
      const d = await desk();
      const made = await d.profiles.create(
        newExpert({
          familyName: 'Unmistakable',
          email: 'unmistakable@example.org',
          themes: [{ theme: 'detention', level: 'good', status: 'verified' }],
        }),
        RECRUITER,
      );
      const profile = await d.pool.profile(made.id);
      expect(profile).toEqual({
        id: made.id,
        number: 1,
        nationality: 'KEN',
        gender: 'female',
        degrees: [],
        experience: [],
        knowledge: [],
        languages: [],
        themes: made.themes,
        trainings: [],
        unavailable: [],
        memberships: [],
      });
      expect(JSON.stringify((await d.pool.current()).pool.profile(1))).not.toMatch(/unmistakable/i);
      expect(await d.pool.profile('nobody')).toBeUndefined();
    });

    it.each(['the first reading', 'reading what changed'])(
      'is read again when the roster changes in the middle of %s, so that nobody is half old and half new',
      async (moment) => {
        const d = await desk();
        const claims = (theme: 'detention' | 'justice', language: 'en' | 'fr') => ({
          themes: [{ theme, level: 'good' as const, status: 'verified' as const }],
          languages: [{ language, level: 1 as const, status: 'verified' as const }],
        });
        const made = await d.profiles.create(newExpert(claims('detention', 'en')), RECRUITER);
        let version = made;
        if (moment === 'reading what changed') {
          await d.pool.current();
          version = await d.profiles.update(made.id, edited(made, { nationality: 'UGA' }), RECRUITER);
        }
        const manager = d.database.read;
        const query = manager.query.bind(manager);
        let changed = false;
        // Languages are read before themes; the change comes in between, once.
        jest.spyOn(manager, 'query').mockImplementation((async (statement: string, parameters?: unknown[]) => {
          if (statement.includes('expert_themes') && !changed) {
            changed = true;
            await d.profiles.update(made.id, edited(version, claims('justice', 'fr')), RECRUITER);
          }
          return query(statement, parameters);
        }) as typeof manager.query);
        const { pool, revision } = await d.pool.current();
        expect(changed).toBe(true);
        expect([pool.profile(1)?.themes[0]?.theme, pool.profile(1)?.languages[0]?.language, revision]).toEqual([
          'justice',
          'fr',
          version.version + 1,
        ]);
      },
    );
  });
});

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

    it('is never half old and half new while the roster is being changed', async () => {
      const d = await desk();
      const made = await d.profiles.create(
        newExpert({
          themes: [{ theme: 'detention', level: 'good', status: 'verified' }],
          languages: [{ language: 'en', level: 1, status: 'verified' }],
        }),
        RECRUITER,
      );
      let last = made;
      const writing = (async () => {
        for (let turn = 0; turn < 8; turn += 1) {
          const even = turn % 2 === 0;
          last = await d.profiles.update(
            made.id,
            edited(last, {
              themes: [{ theme: even ? 'justice' : 'detention', level: 'good', status: 'verified' }],
              languages: [{ language: even ? 'fr' : 'en', level: 1, status: 'verified' }],
            }),
            RECRUITER,
          );
        }
      })();
      for (let look = 0; look < 12; look += 1) {
        const profile = (await d.pool.current()).pool.profile(1);
        expect([
          ['justice', 'fr'],
          ['detention', 'en'],
        ]).toContainEqual([profile?.themes[0]?.theme, profile?.languages[0]?.language]);
      }
      await writing;
    });
  });
});

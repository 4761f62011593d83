import { Readable } from 'node:stream';
import type { Actor } from '../../src/core/access.js';
import { NO_CONTEXT, themeWeights } from '../../src/core/needs.js';
import { Needs, NeedsImport } from '../../src/features/needs/index.js';
import { Audit, AuditEntry } from '../../src/platform/audit/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';

const RECRUITER: Actor = { accountId: 'account-1', role: 'recruiter', name: 'A recruiter', country: null, agency: null };
const COORDINATOR: Actor = { accountId: 'account-2', role: 'resident-coordinator', name: 'A coordinator', country: 'KEN', agency: null };
const FILE =
  'To,Response,Action,Issue,Session\nKenya,Accepted,5,Justice,8\nKenya,Accepted,5,"Justice,Detention",8\nNiger,Noted,5,Poverty,8\n';

async function deskOf(database: Database) {
  const clock = FixedClock.at('2026-11-24T10:00:00Z');
  const audit = new Audit(clock);
  await new NeedsImport(database, audit, clock).importFiles([{ name: 'file.csv', bytes: Readable.from([Buffer.from(FILE)]) }], 'system');
  return { clock, needs: new Needs(database, audit, clock) };
}

onEveryDatabase((open) => {
  describe('a weight set by hand', () => {
    it('counts instead of the computed one, with who, when and why, until it is withdrawn', async () => {
      const { database } = await open();
      const { needs, clock } = await deskOf(database);
      await needs.override('KEN', 'detention', 90, 'The assessment mission saw the prisons', RECRUITER);
      const [justice, detention] = (await needs.of('KEN')).themes;
      expect(justice).toMatchObject({ theme: 'justice', weight: 100, override: null });
      expect(detention).toMatchObject({
        theme: 'detention',
        weight: 90,
        computed: 50,
        count: 1,
        points: 64,
        override: {
          weight: 90,
          reason: 'The assessment mission saw the prisons',
          by: { accountId: 'account-1', name: 'A recruiter' },
          at: '2026-11-24T10:00:00.000Z',
        },
      });
      expect((await needs.of('KEN')).source).toBe('upr-and-hand');

      clock.advance(60_000);
      await needs.override('KEN', 'detention', null, 'The prisons were closed', RECRUITER);
      const need = await needs.of('KEN');
      expect(themeWeights(need)).toEqual({ justice: 100, detention: 50 });
      expect(need.history.map(({ weight, at }) => [weight, at])).toEqual([
        [90, '2026-11-24T10:00:00.000Z'],
        [null, '2026-11-24T10:01:00.000Z'],
      ]);
      expect(
        await database.read.getRepository(AuditEntry).find({ where: { subjectKind: 'country-need' }, order: { id: 'ASC' } }),
      ).toMatchObject([
        {
          action: 'needs.weight-set',
          subjectId: 'KEN',
          actorId: 'account-1',
          reason: 'The assessment mission saw the prisons',
          details: { theme: 'detention', weight: 90, before: null },
        },
        { action: 'needs.weight-withdrawn', details: { theme: 'detention', weight: null, before: 90 } },
      ]);
    });

    it('outlives an import, and makes a need where the UPR has none', async () => {
      const { database } = await open();
      const { needs } = await deskOf(database);
      await needs.override('PSE', 'justice', 80, 'Stated in the request', RECRUITER);
      await needs.override('KEN', 'elections', 70, 'Elections are due', RECRUITER);
      await deskOf(database);
      expect(themeWeights(await needs.of('PSE'))).toEqual({ justice: 80 });
      expect(await needs.of('PSE')).toMatchObject({ source: 'hand', recommendations: 0, newestSession: null });
      expect(themeWeights(await needs.of('KEN'))).toEqual({ justice: 100, elections: 70, detention: 50 });
      expect((await needs.list(RECRUITER)).map(({ country, source }) => [country, source])).toEqual([
        ['KEN', 'upr-and-hand'],
        ['NER', 'upr'],
        ['PSE', 'hand'],
      ]);
    });

    it('is refused without a reason, for a theme without expertise, and when there is none to withdraw', async () => {
      const { needs } = await deskOf((await open()).database);
      await expect(needs.override('KEN', 'justice', 50, ' ', RECRUITER)).rejects.toMatchObject({
        code: 'input.invalid',
        fields: [{ field: 'reason' }],
      });
      await expect(needs.override('KEN', 'general', 50, 'Because', RECRUITER)).rejects.toMatchObject({
        code: 'input.invalid',
        fields: [{ field: 'theme' }],
      });
      await expect(needs.override('KEN', 'justice', null, 'Because', RECRUITER)).rejects.toMatchObject({
        code: 'input.invalid',
        fields: [{ field: 'weight' }],
      });
      await expect(needs.override('XXX', 'justice', 50, 'Because', RECRUITER)).rejects.toMatchObject({ code: 'not-found' });
      expect((await needs.of('KEN')).history).toEqual([]);
    });

    it('is kept or refused as a whole when several people set one at the same time', async () => {
      const { needs } = await deskOf((await open()).database);
      const outcomes = await Promise.allSettled(
        [1, 2, 3, 4, 5].map((weight) => needs.override('KEN', 'justice', weight, 'Because', RECRUITER)),
      );
      const kept = outcomes.filter(({ status }) => status === 'fulfilled').length;
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason.code === 'conflict.stale').length;
      expect(kept).toBeGreaterThan(0);
      expect(kept + refused).toBe(5);
      expect((await needs.of('KEN')).history).toHaveLength(kept);
    });
  });

  describe('the situation of a country', () => {
    const stated = {
      ...NO_CONTEXT,
      flags: ['elections', 'hrddp-risk'] as const,
      languages: {
        required: [
          { language: 'en', level: 4 },
          { language: 'sw', level: 2 },
        ] as const,
        desired: [{ language: 'so', level: 3 }] as const,
      },
      regionalCapacity: 'A regional adviser in Nairobi',
      assessment: 'Access to remote counties',
    };

    it('is stated as a whole and replaces the proposal', async () => {
      const { needs } = await deskOf((await open()).database);
      expect(await needs.of('KEN')).toMatchObject({ languagesProposed: true, version: 0, flags: [] });
      await needs.setContext('KEN', { ...stated, version: 0 }, RECRUITER);
      expect(await needs.of('KEN')).toMatchObject({ ...stated, languagesProposed: false, version: 1 });
      await needs.setContext('KEN', { ...NO_CONTEXT, version: 1 }, RECRUITER);
      expect(await needs.of('KEN')).toMatchObject({ ...NO_CONTEXT, languagesProposed: false, version: 2 });
    });

    it('is refused when somebody else has stated it in the meantime', async () => {
      const { needs } = await deskOf((await open()).database);
      await needs.setContext('KEN', { ...stated, version: 0 }, RECRUITER);
      await expect(needs.setContext('KEN', { ...NO_CONTEXT, version: 0 }, RECRUITER)).rejects.toMatchObject({ code: 'conflict.stale' });
      expect(await needs.of('KEN')).toMatchObject({ ...stated, version: 1 });
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => needs.setContext('KEN', { ...stated, version: 1 }, RECRUITER)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('a Resident Coordinator', () => {
    it('sees the needs of the own country only; the others look as if they did not exist', async () => {
      const { needs } = await deskOf((await open()).database);
      expect((await needs.list(COORDINATOR)).map(({ country }) => country)).toEqual(['KEN']);
      expect(await needs.show('KEN', COORDINATOR)).toMatchObject({ country: 'KEN', recommendations: 2 });
      const other = await needs.show('NER', COORDINATOR).catch((error: unknown) => error);
      const none = await needs.show('XXX', COORDINATOR).catch((error: unknown) => error);
      expect(other).toMatchObject({ code: 'not-found' });
      expect(other).toEqual(none);
      await expect(needs.setContext('NER', { ...NO_CONTEXT, version: 0 }, COORDINATOR)).rejects.toMatchObject({ code: 'not-found' });
      await expect(needs.override('NER', 'justice', 50, 'Because', COORDINATOR)).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});

import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { KNOWLEDGE_LEVELS } from '../../src/core/knowledge.js';
import { type FrozenRun, replay } from '../../src/core/matching/index.js';
import { ThemeEntity } from '../../src/features/roster/expert.entity.js';
import { replaceParts } from '../../src/features/roster/expert-store.js';
import { writeRoster } from '../../src/features/roster/roster-changes.js';
import { ShortlistCandidate } from '../../src/features/shortlists/index.js';
import { RosterSnapshot, SnapshotPiece } from '../../src/features/shortlists/record.entity.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { AUDITOR, RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster, needsOfKenya, shortlistDesk } from '../support/shortlist-desk.js';

const PEOPLE = 300;
const EDITS = 500;
/** Every edit is a transaction of its own; a busy machine needs a while for them. */
const SLOW = 180_000;

onEveryDatabase((open) => {
  const desk = async () => {
    const services = shortlistDesk((await open()).database);
    await services.importer.run(fictionalRoster(PEOPLE), { actor: RECRUITER });
    await needsOfKenya(services.needs);
    const post = await services.posts.create('KEN', undefined, RECRUITER);
    return { ...services, post };
  };

  /** Changes profiles at random places, each in a transaction of its own that moves the roster's revision. */
  async function edit({ database, pool }: Pick<Awaited<ReturnType<typeof desk>>, 'database' | 'pool'>, edits: number): Promise<void> {
    const { profiles } = (await pool.current()).pool;
    for (let turn = 0; turn < edits; turn += 1) {
      const profile = profiles[(turn * 7_919) % profiles.length];
      if (!profile) throw new Error('nobody is on the roster');
      const level = KNOWLEDGE_LEVELS[1 + (turn % 4)] ?? 'good';
      await database.transaction(async (tx) => {
        await writeRoster(tx, { experts: [profile.id] });
        await replaceParts(tx, profile.id, {
          ...profile,
          experience: turn % 3 === 0 ? profile.experience.slice(1) : profile.experience,
          knowledge: profile.knowledge.map((claim) => ({ ...claim, level })),
          languages: turn % 2 === 0 ? profile.languages.slice(0, 1) : profile.languages,
        });
      });
    }
  }

  it(
    `recomputes a run to the last digit after ${EDITS} edits of profiles`,
    async () => {
      const services = await desk();
      const run = await services.shortlists.run(services.post.id, { size: 500 }, RECRUITER);
      await edit(services, EDITS);
      const later = await services.shortlists.run(services.post.id, { size: 500 }, RECRUITER);
      expect({ ...later, id: '', snapshotId: '', rosterRevision: 0 }).not.toEqual({ ...run, id: '', snapshotId: '', rosterRevision: 0 });
      for (const { id } of [run, later]) {
        const result = await services.records.replay(id, AUDITOR);
        expect(result).toMatchObject({ equal: true, people: PEOPLE, differing: 0, differences: [] });
        expect(result.values).toBeGreaterThan(PEOPLE * 10);
      }
      const entries = await services.database.read.getRepository(AuditEntry).findBy({ action: 'shortlist.replayed' });
      expect(entries).toHaveLength(2);
      for (const entry of entries) expect(entry).toMatchObject({ actorId: AUDITOR.accountId, details: { equal: true } });
    },
    SLOW,
  );

  it('says exactly which value was tampered with', async () => {
    const { shortlists, records, database, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const candidates = database.read.getRepository(ShortlistCandidate);
    const first = await candidates.findOneByOrFail({ runId: run.id, eligible: true, position: 1 });
    await candidates.update({ runId: run.id, number: first.number }, { total: (first.total ?? 0) + 1 });
    expect(await records.replay(run.id, RECRUITER)).toMatchObject({
      equal: false,
      differing: 1,
      differences: [{ number: first.number, path: 'total', frozen: String((first.total ?? 0) + 1), recomputed: String(first.total) }],
    });
  });

  it('keeps a roster once, and of a changed one only the pieces that changed', async () => {
    const services = await desk();
    const { shortlists, database, post } = services;
    const count = async () => [
      await database.read.getRepository(RosterSnapshot).count(),
      await database.read.getRepository(SnapshotPiece).count(),
    ];
    await shortlists.run(post.id, {}, RECRUITER);
    const [, pieces = 0] = await count();
    await shortlists.run(post.id, {}, RECRUITER);
    expect(await count()).toEqual([1, pieces]);
    await edit(services, 1);
    await shortlists.run(post.id, {}, RECRUITER);
    expect(await count()).toEqual([2, pieces + 1]);
  });

  it('keeps no free text of anybody in the frozen roster', async () => {
    const { shortlists, rosters, post, pool } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const frozen = (await rosters.pool(run.snapshotId ?? '', run.asOf)).profiles;
    const now = (await pool.asOf(run.asOf)).pool.profiles;
    expect(frozen).toHaveLength(PEOPLE);
    expect(now.some(({ experience }) => experience.some(({ employer }) => employer !== ''))).toBe(true);
    expect(frozen.flatMap(({ degrees, experience }) => [...degrees, ...experience]).every((part) => part.title === '')).toBe(true);
    expect(frozen.flatMap(({ experience }) => experience).every(({ employer }) => employer === '')).toBe(true);
    expect(frozen.flatMap(({ degrees }) => degrees).every(({ institution }) => institution === '')).toBe(true);
  });

  it('gives an auditor a document that replays without a database', async () => {
    const services = await desk();
    const { shortlists, records, post } = services;
    const run = await shortlists.run(post.id, { size: 500 }, RECRUITER);
    await edit(services, 20);
    const document = JSON.parse(await text(Readable.from(await records.document(run.id, AUDITOR)))) as {
      run: Omit<FrozenRun, 'ranked' | 'others'>;
      profiles: Parameters<typeof replay>[1];
    } & Pick<FrozenRun, 'ranked' | 'others'>;
    const { ranked, others, profiles } = document;
    expect(ranked).toHaveLength(Math.min(run.eligible, run.size));
    expect(replay({ ...document.run, ranked, others }, profiles)).toMatchObject({ equal: true, people: PEOPLE });
    const tampered = others.map((one, index) => (index === 0 ? { ...one, position: 2 } : one));
    expect(replay({ ...document.run, ranked, others: tampered }, profiles)).toMatchObject({ equal: false, differing: 1 });
  });

  it('says plainly that a run from before rosters were kept cannot be replayed', async () => {
    const { shortlists, records, database, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    await database.read.query(`UPDATE shortlist_runs SET snapshot_id = NULL`);
    await expect(records.replay(run.id, RECRUITER)).rejects.toMatchObject({ code: 'shortlist.not-frozen' });
  });

  it('would notice a theme that changed after the run if it read the roster of today', async () => {
    const { shortlists, records, database, pool, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    await database.transaction(async (tx) => {
      await writeRoster(tx, 'everybody');
      await tx.getRepository(ThemeEntity).createQueryBuilder().update().set({ level: 'none' }).execute();
    });
    expect((await pool.asOf(run.asOf)).pool.profiles.every(({ themes }) => themes.every(({ level }) => level === 'none'))).toBe(true);
    expect((await records.replay(run.id, RECRUITER)).equal).toBe(true);
  });
});

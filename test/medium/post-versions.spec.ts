import { DEFAULT_WEIGHTS } from '../../src/core/matching/index.js';
import { proposedWeights } from '../../src/core/situations.js';
import { PostVersions } from '../../src/features/posts/index.js';
import { Audit, AuditEntry } from '../../src/platform/audit/index.js';
import type { Database } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster, needsOfKenya, shortlistDesk } from '../support/shortlist-desk.js';

function versionsDesk(database: Database) {
  const desk = shortlistDesk(database);
  return { ...desk, versions: new PostVersions(database, desk.posts, desk.clock, new Audit(desk.clock)) };
}

onEveryDatabase((open) => {
  const desk = async () => versionsDesk((await open()).database);

  it('corrects a published post with a reason, as a new version that says what changed', async () => {
    const { posts, versions, needs, database } = await desk();
    await needsOfKenya(needs);
    const { id } = await posts.create('KEN', undefined, RECRUITER);
    const published = await posts.publish(id, RECRUITER);
    await needs.override('KEN', 'poverty', 90, 'Came later.', RECRUITER);
    const corrected = await versions.correct(id, 2, { ...published, desirable: ['education'] }, ' The degree is no bar here. ', RECRUITER);
    expect(corrected).toMatchObject({ state: 'published', version: 3, desirable: ['education'], themes: published.themes });
    expect(await versions.of(id, RECRUITER)).toMatchObject([
      {
        version: 3,
        reason: 'The degree is no bar here.',
        changed: ['desirable'],
        byName: RECRUITER.name,
        criteria: { desirable: ['education'] },
      },
      { version: 2, reason: '', changed: [], criteria: { desirable: [] } },
    ]);
    const audited = await database.read.getRepository(AuditEntry).findOneBy({ subjectId: id, action: 'post.corrected' });
    expect(audited).toMatchObject({ reason: 'The degree is no bar here.' });
  });

  it('makes a gate of what the TOR names as desirable, by a correction, and the next run asks for it', async () => {
    const { posts, versions, shortlists, importer } = await desk();
    await importer.run(fictionalRoster(60), { actor: RECRUITER });
    const { id } = await posts.create('KEN', undefined, RECRUITER);
    const published = await posts.publish(id, RECRUITER);
    const before = await shortlists.run(id, {}, RECRUITER);
    const essential = {
      essentialParts: ['rights-based-training', 'humanitarian-experience'],
      essentialSkills: { sensitivity: 'specialist', advocacy: 'good' },
    } as const;
    await versions.correct(id, 2, { ...published, ...essential }, 'The country asks for it.', RECRUITER);
    expect(await posts.one(id, RECRUITER)).toMatchObject({
      essentialParts: ['humanitarian-experience', 'rights-based-training'],
      essentialSkills: { advocacy: 'good', sensitivity: 'specialist' },
    });
    expect((await versions.of(id, RECRUITER))[0]?.changed).toEqual(['essentialParts', 'essentialSkills']);
    const after = await shortlists.run(id, {}, RECRUITER);
    expect('additional' in before.requirement.gates).toBe(false);
    expect(after.requirement.gates).toMatchObject({ skills: { sensitivity: 'specialist' } });
    expect([before.unmetByGate.additional, after.unmetByGate.additional > 0, after.unmetByGate.sensitivity > 0]).toEqual([0, true, true]);
  });

  it('leaves earlier runs with the version they were run on', async () => {
    const { posts, versions, shortlists } = await desk();
    const { id } = await posts.create('KEN', undefined, RECRUITER);
    const published = await posts.publish(id, RECRUITER);
    const before = await shortlists.run(id, {}, RECRUITER);
    await versions.correct(id, 2, { ...published, level: 'P-4' }, 'Advertised at P-4.', RECRUITER);
    const after = await shortlists.run(id, {}, RECRUITER);
    expect([before.postVersion, before.requirement.level]).toEqual([2, 'P-5']);
    expect([after.postVersion, after.requirement.level]).toEqual([3, 'P-4']);
    expect((await shortlists.of(id, RECRUITER)).find(({ id: run }) => run === before.id)?.requirement.level).toBe('P-5');
  });

  it('refuses to correct a draft, a closed post, an older version, and a change of nothing', async () => {
    const { posts, versions } = await desk();
    const post = await posts.create('KEN', undefined, RECRUITER);
    await expect(versions.correct(post.id, 1, { ...post, level: 'P-4' }, 'Why not.', RECRUITER)).rejects.toMatchObject({
      code: 'post.closed',
      message: expect.stringContaining('draft'),
    });
    const published = await posts.publish(post.id, RECRUITER);
    await expect(versions.correct(post.id, 1, { ...post, level: 'P-4' }, 'Late.', RECRUITER)).rejects.toMatchObject({
      code: 'conflict.stale',
    });
    await expect(versions.correct(post.id, 2, published, 'Nothing.', RECRUITER)).rejects.toMatchObject({ code: 'input.invalid' });
    await posts.close(post.id, RECRUITER);
    await expect(versions.correctable(post.id, RECRUITER)).rejects.toMatchObject({ code: 'post.closed' });
    expect(await versions.of(post.id, RECRUITER)).toHaveLength(1);
  });

  it('proposes the situations of the country and counts none before it is accepted', async () => {
    const { posts, needs } = await desk();
    const { version, languages } = await needs.of('KEN');
    await needs.setContext(
      'KEN',
      { flags: ['humanitarian-emergency', 'elections'], languages, regionalCapacity: '', assessment: '', version },
      RECRUITER,
    );
    const draft = await posts.create('KEN', undefined, RECRUITER);
    expect(await posts.proposals(draft)).toEqual(['humanitarian-emergency', 'elections']);
    expect(await posts.requirement(draft, '2026-11-24')).toMatchObject({ context: [], themes: {}, weights: DEFAULT_WEIGHTS });
    const accepted = await posts.update(
      draft.id,
      1,
      { ...draft, situations: ['humanitarian-emergency'], weights: proposedWeights(DEFAULT_WEIGHTS) },
      RECRUITER,
    );
    expect(await posts.proposals(accepted)).toEqual(['elections']);
    expect(await posts.requirement(accepted, '2026-11-24')).toMatchObject({
      context: ['humanitarian-experience', 'humanitarian-knowledge', 'humanitarian-training'],
      weights: { context: 10 },
      themes: { 'internally-displaced-persons': 60 },
    });
  });
});

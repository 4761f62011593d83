import type { Actor } from '../../src/core/access.js';
import { DomainError } from '../../src/core/errors.js';
import { DEFAULT_WEIGHTS } from '../../src/core/matching/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { RECRUITER } from '../support/roster-desk.js';
import { needsOfKenya, shortlistDesk } from '../support/shortlist-desk.js';

const COORDINATOR: Actor = { accountId: 'account-of-rc', role: 'resident-coordinator', name: 'Somebody', country: 'KEN', agency: null };

onEveryDatabase((open) => {
  const desk = async () => shortlistDesk((await open()).database);

  it('fills a new post in from the TOR and the needs of the country', async () => {
    const { posts } = await desk();
    const post = await posts.create('KEN', undefined, RECRUITER);
    expect(post).toMatchObject({
      country: 'KEN',
      state: 'draft',
      version: 1,
      level: 'P-5',
      educationInLieu: false,
      weights: DEFAULT_WEIGHTS,
      themes: null,
    });
    expect(post.functions).toEqual(['1.1', '1.2', '1.3', '1.4', '2.1', '3.1', '3.2']);
    expect(post.requiredLanguages).toEqual([{ language: 'en', level: 3 }]);
    expect(post.desiredLanguages).toEqual([{ language: 'sw', level: 3 }]);
    expect(await posts.one(post.id, RECRUITER)).toEqual(post);
  });

  it('changes a draft, and refuses a change made on an older version', async () => {
    const { posts } = await desk();
    const post = await posts.create('KEN', undefined, RECRUITER);
    const changed = await posts.update(post.id, 1, { ...post, level: 'P-4', functions: ['2.1'] }, RECRUITER);
    expect(changed).toMatchObject({ level: 'P-4', functions: ['2.1'], version: 2 });
    await expect(posts.update(post.id, 1, { ...post, level: 'P-3' }, RECRUITER)).rejects.toMatchObject({ code: 'conflict.stale' });
    expect(await posts.one(post.id, RECRUITER)).toMatchObject({ level: 'P-4', version: 2 });
  });

  it('keeps nothing of criteria that are wrong', async () => {
    const { posts } = await desk();
    const post = await posts.create('KEN', undefined, RECRUITER);
    await expect(posts.update(post.id, 1, { ...post, weights: { ...DEFAULT_WEIGHTS, themes: 31 } }, RECRUITER)).rejects.toMatchObject({
      code: 'post.weights',
    });
    await expect(posts.create('KEN', { ...post, functions: [] }, RECRUITER)).rejects.toBeInstanceOf(DomainError);
    expect(await posts.one(post.id, RECRUITER)).toEqual(post);
    expect((await posts.list({}, RECRUITER)).total).toBe(1);
  });

  it('freezes the needs with the criteria when it is published', async () => {
    const { posts, needs } = await desk();
    await needsOfKenya(needs);
    const { id } = await posts.create('KEN', undefined, RECRUITER);
    const published = await posts.publish(id, RECRUITER);
    expect(published).toMatchObject({
      state: 'published',
      version: 2,
      publishedAt: '2026-11-24T10:00:00.000Z',
      themes: { justice: 100, detention: 70, 'womens-rights': 40 },
    });
    await needs.override('KEN', 'poverty', 90, 'Came later.', RECRUITER);
    expect((await posts.requirement(published, '2026-11-24')).themes).not.toHaveProperty('poverty');
    await expect(posts.update(id, 2, { ...published, level: 'P-4' }, RECRUITER)).rejects.toMatchObject({ code: 'post.closed' });
    expect(await posts.one(id, RECRUITER)).toMatchObject({ level: 'P-5', version: 2 });
  });

  it('follows the needs of the country as long as it is a draft', async () => {
    const { posts, needs } = await desk();
    const post = await posts.create('KEN', undefined, RECRUITER);
    expect((await posts.requirement(post, '2026-11-24')).themes).toEqual({});
    await needsOfKenya(needs);
    expect((await posts.requirement(post, '2026-11-24')).themes).toEqual({ justice: 100, detention: 70, 'womens-rights': 40 });
  });

  it('is published once when two people press the button at once', async () => {
    const { posts, database } = await desk();
    const { id } = await posts.create('KEN', undefined, RECRUITER);
    const outcomes = await Promise.allSettled([posts.publish(id, RECRUITER), posts.publish(id, RECRUITER)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await database.read.getRepository(AuditEntry).countBy({ subjectId: id, action: 'post.published' })).toBe(1);
  });

  it('closes only what is published, and for good', async () => {
    const { posts } = await desk();
    const { id } = await posts.create('KEN', undefined, RECRUITER);
    await expect(posts.close(id, RECRUITER)).rejects.toMatchObject({
      code: 'post.closed',
      message: expect.stringContaining('Publish it first'),
    });
    await posts.publish(id, RECRUITER);
    expect(await posts.close(id, RECRUITER)).toMatchObject({ state: 'closed', closedAt: '2026-11-24T10:00:00.000Z' });
    await expect(posts.publish(id, RECRUITER)).rejects.toMatchObject({ code: 'post.closed' });
  });

  it('does not exist for a coordinator of another country', async () => {
    const { posts } = await desk();
    const kenya = await posts.create('KEN', undefined, RECRUITER);
    const niger = await posts.create('NER', undefined, RECRUITER);
    await expect(posts.one(niger.id, COORDINATOR)).rejects.toMatchObject({ code: 'not-found' });
    expect((await posts.list({ country: 'NER' }, COORDINATOR)).items.map(({ id }) => id)).toEqual([kenya.id]);
    expect((await posts.list({}, { ...COORDINATOR, country: null })).total).toBe(0);
  });

  it('lists the newest first and filters by state', async () => {
    const { posts, clock } = await desk();
    const first = await posts.create('KEN', undefined, RECRUITER);
    clock.advance(1000);
    const second = await posts.create('NER', undefined, RECRUITER);
    await posts.publish(first.id, RECRUITER);
    expect((await posts.list({}, RECRUITER)).items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await posts.list({ state: 'published' }, RECRUITER)).items.map(({ id }) => id)).toEqual([first.id]);
  });
});

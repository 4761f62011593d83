import type { Actor } from '../../src/core/access.js';
import { explain } from '../../src/core/matching/index.js';
import { ShortlistCandidate, type ShortlistView, shortlistText, TEXT_WIDTH } from '../../src/features/shortlists/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { AUDITOR, RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster, needsOfKenya, shortlistDesk } from '../support/shortlist-desk.js';

const COORDINATOR: Actor = { accountId: 'account-of-rc', role: 'resident-coordinator', name: 'Somebody', country: 'NER', agency: null };
const NOBODY_BY_NAME: Actor = { ...RECRUITER, role: 'fund-manager' };
const PEOPLE = 200;

onEveryDatabase((open) => {
  /** A roster, Kenya's needs, and a post with dates. */
  const desk = async () => {
    const services = shortlistDesk((await open()).database);
    await services.importer.run(fictionalRoster(PEOPLE), { actor: RECRUITER });
    await needsOfKenya(services.needs);
    const standard = await services.posts.standard('KEN');
    const post = await services.posts.create('KEN', { ...standard, startsOn: '2027-01-01', endsOn: '2027-12-31' }, RECRUITER);
    return { ...services, post };
  };
  const rowsOf = (database: Awaited<ReturnType<typeof desk>>['database'], runId: string) =>
    database.read.getRepository(ShortlistCandidate).find({ where: { runId }, order: { eligible: 'DESC', position: 'ASC' } });

  it('gives the same list for the same inputs', async () => {
    const { shortlists, post, database } = await desk();
    const [first, second] = [await shortlists.run(post.id, {}, RECRUITER), await shortlists.run(post.id, {}, RECRUITER)];
    const plain = async (runId: string) => (await rowsOf(database, runId)).map(({ runId: _, ...row }) => row);
    expect(first.eligible).toBeGreaterThan(3);
    expect(await plain(second.id)).toEqual(await plain(first.id));
    expect({ ...second, id: '', runAt: '' }).toEqual({ ...first, id: '', runAt: '' });
  });

  it('orders by total, then by roster number', async () => {
    const { shortlists, views, post } = await desk();
    const { id } = await shortlists.run(post.id, { size: 100 }, RECRUITER);
    const { top } = await views.show(id, 1, RECRUITER);
    const sorted = [...top].sort((a, b) => b.total - a.total || a.number - b.number);
    expect(top.map(({ number }) => number)).toEqual(sorted.map(({ number }) => number));
    expect(top.map(({ rank }) => rank)).toEqual(top.map((_, index) => index + 1));
  });

  it('breaks ties by roster number when nothing tells people apart', async () => {
    const { shortlists, posts, views, post } = await desk();
    await posts.update(
      post.id,
      1,
      {
        ...post,
        weights: {
          themes: 0,
          experience: 0,
          languages: 0,
          knowledge: 0,
          field: 0,
          country: 100,
          skills: 0,
          trainings: 0,
          education: 0,
          context: 0,
        },
      },
      RECRUITER,
    );
    const { id } = await shortlists.run(post.id, { size: 500 }, RECRUITER);
    const zeros = (await views.show(id, 1, RECRUITER)).top.filter(({ total }) => total === 0).map(({ number }) => number);
    expect(zeros.length).toBeGreaterThan(1);
    expect(zeros).toEqual([...zeros].sort((a, b) => a - b));
  });

  it('loses nobody: considered are the eligible and all the others', async () => {
    const { shortlists, views, post, database } = await desk();
    const run = await shortlists.run(post.id, { size: 500 }, RECRUITER);
    const rows = await rowsOf(database, run.id);
    expect(run.considered).toBe(PEOPLE);
    expect(rows).toHaveLength(PEOPLE);
    expect(rows.filter(({ eligible }) => eligible)).toHaveLength(run.eligible);
    expect(rows.filter(({ eligible }) => !eligible).every(({ unmet }) => unmet.length > 0 && unmet.every(({ met }) => !met))).toBe(true);
    const seen = new Set<number>();
    const pages = Math.ceil((PEOPLE - run.eligible) / 25);
    for (let page = 1; page <= pages; page += 1)
      for (const { number } of (await views.show(run.id, page, RECRUITER)).ineligible.items) seen.add(number);
    expect(seen.size).toBe(PEOPLE - run.eligible);
    expect((await views.show(run.id, pages + 1, RECRUITER)).ineligible).toMatchObject({ items: [], total: PEOPLE - run.eligible });
  });

  it('counts at each gate exactly the people that the list shows with it', async () => {
    const { shortlists, post, database } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const counted: Record<string, number> = Object.fromEntries(Object.keys(run.unmetByGate).map((gate) => [gate, 0]));
    for (const { unmet } of await rowsOf(database, run.id)) for (const { gate } of unmet) counted[gate] = (counted[gate] ?? 0) + 1;
    expect(counted).toEqual(run.unmetByGate);
  });

  it('keeps the top only as far as it was asked for, and counts the rest', async () => {
    const { shortlists, views, post } = await desk();
    const run = await shortlists.run(post.id, { size: 2 }, RECRUITER);
    expect((await views.show(run.id, 1, RECRUITER)).top).toHaveLength(2);
    expect(run.eligible).toBeGreaterThan(2);
  });

  it('freezes everything that it used', async () => {
    const { shortlists, views, posts, needs, importer, post } = await desk();
    const before = await shortlists.run(post.id, {}, RECRUITER);
    const shown = await views.show(before.id, 1, RECRUITER);
    await needs.override('KEN', 'poverty', 100, 'Came later.', RECRUITER);
    await posts.update(post.id, 1, { ...post, level: 'P-3' }, RECRUITER);
    await importer.run(fictionalRosterOfOthers(), { actor: RECRUITER });
    expect(await views.show(before.id, 1, RECRUITER)).toEqual({ ...shown, post: expect.objectContaining({ level: 'P-3', version: 2 }) });
    const after = await shortlists.run(post.id, {}, RECRUITER);
    expect(after).toMatchObject({ postVersion: 2, considered: PEOPLE + 1 });
    expect(after.rosterRevision).toBeGreaterThan(before.rosterRevision);
    expect(after.requirement.themes).toHaveProperty('poverty', 100);
  });

  it('keeps an explanation that adds up to the total and agrees with the profile', async () => {
    const { shortlists, views, pool, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const [best] = (await views.show(run.id, 1, RECRUITER)).top;
    if (!best) throw new Error('nobody is eligible');
    expect(best.explanation.criteria.reduce((sum, { points }) => sum + points, 0)).toBe(best.total);
    const profile = (await pool.asOf(run.asOf)).pool.profile(best.number);
    expect(profile && explain(profile, run.requirement)).toEqual(best.explanation);
    const ids = new Set(
      Object.values(best.evidence)
        .flat()
        .map(({ id }) => id),
    );
    const missing = [...best.explanation.gates, ...best.explanation.criteria]
      .flatMap(({ evidence }) => evidence)
      .filter((id) => !ids.has(id));
    expect(missing).toEqual([]);
  });

  it('freezes no name, and shows names only to whoever may see the roster', async () => {
    const { shortlists, views, contacts, post, database } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const shown = await views.show(run.id, 1, RECRUITER);
    const names = await contacts.names(
      shown.top.map(({ expertId }) => expertId),
      RECRUITER,
    );
    expect(shown.top.map(({ name }) => name)).toEqual(shown.top.map(({ expertId }) => names.get(expertId)));
    const frozen = JSON.stringify(await rowsOf(database, run.id));
    for (const name of names.values()) expect(frozen).not.toContain(name);
    expect(frozen).not.toContain('example.org');
    expect((await views.show(run.id, 1, NOBODY_BY_NAME)).top.every(({ name }) => name === null)).toBe(true);
  });

  it('shows a reservation that was made after the run, without touching the order', async () => {
    const { shortlists, views, reservations, database, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const before = await views.show(run.id, 1, RECRUITER);
    const free = before.top.find(({ availability }) => availability?.free);
    if (!free) throw new Error('nobody is free');
    await database.transaction((tx) =>
      reservations.reserve(tx, { expertId: free.expertId, requestId: 'r', offerId: 'o', period: { from: '2027-03-01', to: '2027-03-31' } }),
    );
    const after = await views.show(run.id, 1, RECRUITER);
    expect(after.top.find(({ number }) => number === free.number)?.availability).toEqual({
      free: false,
      because: 'reserved',
      period: { from: '2027-03-01', to: '2027-03-31' },
    });
    expect(after.top.map(({ number, total }) => [number, total])).toEqual(before.top.map(({ number, total }) => [number, total]));
  });

  it('says nothing of availability when the post has no dates', async () => {
    const { shortlists, views, posts } = await desk();
    const { id } = await posts.create('KEN', undefined, RECRUITER);
    const run = await shortlists.run(id, {}, RECRUITER);
    expect((await views.show(run.id, 1, RECRUITER)).top.every(({ availability }) => availability === null)).toBe(true);
  });

  it('counts experience up to the day that was asked, else the post’s, else today', async () => {
    const { shortlists, posts, post } = await desk();
    expect((await shortlists.run(post.id, {}, RECRUITER)).asOf).toBe('2026-11-24');
    await posts.update(post.id, 1, { ...post, asOf: '2026-06-30' }, RECRUITER);
    expect((await shortlists.run(post.id, {}, RECRUITER)).requirement.asOf).toBe('2026-06-30');
    expect((await shortlists.run(post.id, { asOf: '2020-01-01' }, RECRUITER)).asOf).toBe('2020-01-01');
  });

  it('records each look of an auditor, and of nobody else', async () => {
    const { shortlists, views, post, database } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const { top } = await views.show(run.id, 1, RECRUITER);
    await views.show(run.id, 1, AUDITOR);
    await views.candidate(run.id, top[0]?.number ?? 0, AUDITOR);
    const looks = await database.read.getRepository(AuditEntry).find({ where: { action: 'shortlist.looked-at' }, order: { id: 'ASC' } });
    expect(looks.map(({ subjectKind, subjectId, actorId }) => [subjectKind, subjectId, actorId])).toEqual([
      ['shortlist', run.id, AUDITOR.accountId],
      ['expert', top[0]?.expertId, AUDITOR.accountId],
    ]);
  });

  it('opens each person of the run by roster number, and nobody else', async () => {
    const { shortlists, views, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const { top, ineligible } = await views.show(run.id, 1, RECRUITER);
    expect((await views.candidate(run.id, top[0]?.number ?? 0, RECRUITER)).person).toEqual(top[0]);
    expect((await views.candidate(run.id, ineligible.items[0]?.number ?? 0, RECRUITER)).person).toEqual(ineligible.items[0]);
    await expect(views.candidate(run.id, 999_999, RECRUITER)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does not exist for a coordinator of another country, and is not run on a closed post', async () => {
    const { shortlists, views, posts, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    await expect(views.show(run.id, 1, COORDINATOR)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('shortlist'),
    });
    await expect(shortlists.run(post.id, {}, COORDINATOR)).rejects.toMatchObject({ code: 'not-found' });
    await posts.publish(post.id, RECRUITER);
    await posts.close(post.id, RECRUITER);
    await expect(shortlists.run(post.id, {}, RECRUITER)).rejects.toMatchObject({ code: 'post.closed' });
    expect(await shortlists.of(post.id, RECRUITER)).toEqual([run]);
  });

  it('reads in a terminal, with its reasons', async () => {
    const { shortlists, views, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const view: ShortlistView = await views.show(run.id, 1, RECRUITER);
    const lines = shortlistText(view, { candidates: 10, reasonsFor: 2 }).split('\n');
    expect(lines.filter((line) => line.length > TEXT_WIDTH)).toEqual([]);
    expect(lines.filter((line) => /^ {3}\d /.test(line))).toHaveLength(Math.min(10, view.top.length) - (view.top.length >= 10 ? 1 : 0));
    expect(lines.join('\n')).toContain('a human decides');
    expect(lines.join('\n')).toContain(view.top[0]?.name ?? 'a name');
  });
});

/** One more person, whom the first file does not have. */
function fictionalRosterOfOthers() {
  return async function* () {
    yield new TextEncoder().encode(
      'family_name,given_name,email,gender,nationality,born_on\nLater,Came,came.later@example.org,female,KEN,1980-01-01\n',
    );
  };
}

import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type FrozenRun, RUBRIC_VERSION, replay } from '../../src/core/matching/index.js';
import { ShortlistRun } from '../../src/features/shortlists/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { AUDITOR, RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster, shortlistDesk } from '../support/shortlist-desk.js';

const OLD = '2026.1';
const REFUSAL = {
  code: 'shortlist.other-rules',
  message: expect.stringMatching(`rules ${OLD}.*rules ${RUBRIC_VERSION}.*needs a version of the desk with rules ${OLD}`),
};

onEveryDatabase((open) => {
  /** A run as an earlier version of the desk left it. */
  const oldRun = async () => {
    const services = shortlistDesk((await open()).database);
    await services.importer.run(fictionalRoster(120), { actor: RECRUITER });
    const post = await services.posts.create('KEN', undefined, RECRUITER);
    const { id } = await services.shortlists.run(post.id, { size: 10 }, RECRUITER);
    const before = { balance: await services.studies.balance(id, RECRUITER), ...(await services.views.show(id, 1, RECRUITER)) };
    await services.database.transaction((tx) => tx.getRepository(ShortlistRun).update({ id }, { rubricVersion: OLD }));
    return { ...services, post, id, before };
  };

  it('a run of an older rubric is shown as it was kept: the list, everybody on it, the balance, the table', async () => {
    const { id, before, views, studies, exports, statements } = await oldRun();
    const shown = await views.show(id, 1, RECRUITER);
    expect({ ...shown, run: { ...shown.run, rubricVersion: RUBRIC_VERSION } }).toEqual({
      run: before.run,
      post: before.post,
      top: before.top,
      ineligible: before.ineligible,
    });
    const [first] = shown.top;
    expect((await views.candidate(id, first?.number ?? 0, RECRUITER)).person).toEqual(first);
    const balance = await studies.balance(id, RECRUITER);
    expect({ ...balance, run: null }).toEqual({ ...before.balance, run: null });
    expect(await exports.csv(id, RECRUITER)).toContain(String(first?.number));
    expect(await statements.sign(id, '', RECRUITER)).toMatchObject({ kind: 'sign-off' });
  });

  it('computing it again is refused with the reason, and not recorded as a replay', async () => {
    const { id, post, records, studies, shortlists, database } = await oldRun();
    const later = await shortlists.run(post.id, { size: 10 }, RECRUITER);
    for (const compute of [
      () => records.replay(id, AUDITOR),
      () => studies.robustness(id, { top: 5, seed: 1 }, RECRUITER),
      () => studies.preview(id, undefined, RECRUITER),
      () => studies.comparison(id, [1, 2], RECRUITER),
      () => studies.diff(id, later.id, RECRUITER),
      () => studies.diff(later.id, id, RECRUITER),
    ])
      await expect(compute()).rejects.toMatchObject(REFUSAL);
    expect(await database.read.getRepository(AuditEntry).countBy({ action: 'shortlist.replayed' })).toBe(0);
    expect(await records.replay(later.id, AUDITOR)).toMatchObject({ equal: true });
  });

  it('the auditor takes it along, and it is refused elsewhere as well', async () => {
    const { id, records } = await oldRun();
    const document = JSON.parse(await text(Readable.from(await records.document(id, AUDITOR)))) as {
      run: FrozenRun;
      profiles: Parameters<typeof replay>[1];
    } & Pick<FrozenRun, 'ranked' | 'others'>;
    const { run, ranked, others, profiles } = document;
    expect(run.rubricVersion).toBe(OLD);
    expect(() => replay({ ...run, ranked, others }, profiles)).toThrow(`rules ${OLD}`);
    expect(replay({ ...run, rubricVersion: RUBRIC_VERSION, ranked, others }, profiles).equal).toBe(true);
  });
});

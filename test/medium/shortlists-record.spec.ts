import { unzipSync } from 'fflate';
import { CRITERIA } from '../../src/core/requirement.js';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { writeRoster } from '../../src/features/roster/roster-changes.js';
import { plainCell } from '../../src/features/shortlists/run-exports.service.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { AUDITOR, RECRUITER } from '../support/roster-desk.js';
import { fictionalRoster, needsOfKenya, shortlistDesk } from '../support/shortlist-desk.js';

const PEOPLE = 200;

onEveryDatabase((open) => {
  const desk = async () => {
    const services = shortlistDesk((await open()).database);
    await services.importer.run(fictionalRoster(PEOPLE), { actor: RECRUITER });
    await needsOfKenya(services.needs);
    const post = await services.posts.create('KEN', undefined, RECRUITER);
    return { ...services, post };
  };

  it('says what changed between two runs, and why', async () => {
    const { shortlists, studies, needs, posts, post } = await desk();
    const before = await shortlists.run(post.id, { size: 20 }, RECRUITER);
    await needs.override('KEN', 'poverty', 90, 'A drought.', RECRUITER);
    await posts.update(post.id, 1, { ...post, weights: { ...post.weights, themes: 25, country: 15 } }, RECRUITER);
    const after = await shortlists.run(post.id, { size: 20 }, RECRUITER);
    const { diff, names } = await studies.diff(after.id, before.id, RECRUITER);
    expect(diff.asked).toEqual([
      { kind: 'theme-need', theme: 'poverty', before: 0, after: 90 },
      { kind: 'weight', criterion: 'themes', before: 30, after: 25 },
      { kind: 'weight', criterion: 'country', before: 10, after: 15 },
    ]);
    expect(diff.changed.length).toBeGreaterThan(5);
    for (const one of diff.changed) expect(names.get(one.number)).toEqual(expect.any(String));
    expect((await studies.diff(before.id, before.id, AUDITOR)).diff).toMatchObject({ changed: [], asked: [] });
  });

  it('keeps studying the run as it was when the roster has changed', async () => {
    const { shortlists, studies, database, post } = await desk();
    const run = await shortlists.run(post.id, { size: 10 }, RECRUITER);
    const look = async () => {
      const [robustness, balance] = [
        await studies.robustness(run.id, { top: 3, seed: 1 }, RECRUITER),
        await studies.balance(run.id, RECRUITER),
      ];
      return { robustness, balance };
    };
    const before = await look();
    await database.transaction(async (tx) => {
      await writeRoster(tx, 'everybody');
      await tx.getRepository(ExpertEntity).createQueryBuilder().update().set({ gender: 'other' }).execute();
    });
    expect(await look()).toEqual(before);
    expect(before.robustness.study.candidates.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(before.robustness.within.candidates.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(before.robustness.entries.map(({ rank }) => rank)).toEqual([4, 5, 6, 7, 8]);
    expect(before.balance.gender.totals).toEqual({ considered: PEOPLE, eligible: run.eligible, listed: 10 });
  });

  it('computes how firm the ranks are once for each question, because a run never changes', async () => {
    const { shortlists, studies, post } = await desk();
    const [run, other] = [await shortlists.run(post.id, { size: 10 }, RECRUITER), await shortlists.run(post.id, { size: 5 }, RECRUITER)];
    const study = async (id: string, top: number, seed: number) => (await studies.robustness(id, { top, seed }, RECRUITER)).study;
    const first = await study(run.id, 3, 1);
    expect(await study(run.id, 3, 1)).toBe(first);
    expect((await study(run.id, 4, 1)).top).toBe(4);
    expect((await study(run.id, 3, 2)).seed).toBe(2);
    expect((await study(other.id, 3, 1)).candidates).toHaveLength(5);
  });

  it('studies the same people among all eligible and among those on the list, under the same weightings', async () => {
    const { shortlists, studies, post } = await desk();
    const run = await shortlists.run(post.id, { size: 10 }, RECRUITER);
    const { study, within } = await studies.robustness(run.id, { top: 3, seed: 5 }, RECRUITER);
    const { top, seed, weightings, variations } = study;
    expect(within).toMatchObject({ listed: 10, top, seed, weightings, variations });
    expect(within.candidates.map(({ number }) => number)).toEqual(study.candidates.map(({ number }) => number));
    // Each weighting puts exactly three of those listed into the first three of them; of all, others may be there.
    expect(within.candidates.reduce((sum, { inTop }) => sum + inTop, 0)).toBe(3 * weightings);
    expect(study.candidates.reduce((sum, { inTop }) => sum + inTop, 0)).toBeLessThan(3 * weightings);
    expect(Math.max(...within.candidates.map(({ random }) => random.worst))).toBe(10);
    expect(Math.max(...study.candidates.map(({ random }) => random.worst))).toBeGreaterThan(10);
  });

  it('tries other weights without saving anything', async () => {
    const { shortlists, studies, views, post } = await desk();
    const run = await shortlists.run(post.id, { size: 10 }, RECRUITER);
    const amounts = { ...Object.fromEntries(CRITERIA.map((criterion) => [criterion, 0])), field: 3, country: 1 } as typeof post.weights;
    const preview = await studies.preview(run.id, amounts, RECRUITER);
    expect(preview.weights).toMatchObject({ field: 75, country: 25, themes: 0 });
    for (const { points, total } of preview.order) expect(points.reduce((sum, part) => sum + part, 0)).toBe(total);
    expect((await views.show(run.id, 1, RECRUITER)).run.requirement.weights).toEqual(post.weights);
    const same = await studies.preview(run.id, undefined, RECRUITER);
    expect(same.order.every(({ rank, was }) => rank === was)).toBe(true);
    const nothing = { ...amounts, field: 0, country: 0 };
    await expect(studies.preview(run.id, nothing, RECRUITER)).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('asks for an analysis of a list of one before anybody signs, and takes each signature once', async () => {
    const { shortlists, studies, statements, views, database, post } = await desk();
    const run = await shortlists.run(post.id, { size: 1 }, RECRUITER);
    const { top } = await views.show(run.id, 1, RECRUITER);
    expect((await studies.balance(run.id, RECRUITER)).asksFor).toContain('fewer-than-two');
    await expect(statements.sign(run.id, '', RECRUITER)).rejects.toMatchObject({ code: 'shortlist.analysis-needed' });
    await statements.analyse(run.id, 'The post was advertised twice; nobody else met every gate.', RECRUITER);
    await statements.sign(run.id, 'As discussed.', RECRUITER);
    await expect(statements.sign(run.id, '', RECRUITER)).rejects.toMatchObject({ code: 'shortlist.signed' });
    expect(await statements.of(run.id)).toMatchObject([
      { kind: 'analysis', name: RECRUITER.name, role: 'recruiter', madeAt: '2026-11-24T10:00:00.000Z' },
      { kind: 'sign-off', text: 'As discussed.', accountId: RECRUITER.accountId },
    ]);
    expect((await views.show(run.id, 1, RECRUITER)).top).toEqual(top);
    const recorded = await database.read.getRepository(AuditEntry).find({ where: { subjectId: run.id }, order: { id: 'ASC' } });
    expect(recorded.map(({ action }) => action)).toEqual(['shortlist.run', 'shortlist.analysed', 'shortlist.signed']);
    expect(JSON.stringify(recorded)).not.toContain('advertised');
  });

  it('writes everybody into a table that no spreadsheet runs as a program', async () => {
    const { shortlists, exports, database, post } = await desk();
    const run = await shortlists.run(post.id, {}, RECRUITER);
    const { number } = (await database.read.query('SELECT number FROM shortlist_candidates ORDER BY number LIMIT 1'))[0] as {
      number: number;
    };
    await database.read
      .getRepository(ExpertEntity)
      .update({ number }, { givenName: '\n =HYPERLINK("http://example.org")', familyName: '' });
    const csv = await exports.csv(run.id, RECRUITER);
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(PEOPLE - Math.max(0, run.eligible - run.size) + 1);
    expect(lines.every((line) => /^\uFEFF?"/.test(line))).toBe(true);
    expect(csv).not.toMatch(/"[\s\0]*[=+@-]/);
    expect(csv).toContain('HYPERLINK');
    const files = unzipSync(new Uint8Array(await exports.workbook(run.id, RECRUITER)));
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(2);
    for (const [, content] of sheets) expect(new TextDecoder().decode(content)).not.toContain('<f>');
  });
});

it.each([
  ['=1+1', "'=1+1"],
  [' \n\0=1+1', "'=1+1"],
  ['\u200b@SUM(A1)', "'@SUM(A1)"],
  ['-12', "'-12"],
  ['＝1', "'＝1"],
  ['Ann-Marie O’Neil', 'Ann-Marie O’Neil'],
  ['', ''],
])('the cell %j is written as %j', (text, expected) => {
  expect(plainCell(text)).toBe(expected);
});

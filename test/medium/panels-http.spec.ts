import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import { allRated, MEMBERS, openPanelSite, type PanelSite } from '../support/panel-site.js';

interface Overview {
  readonly panel: { id: string; state: string; version: number };
  readonly mine: { standing: string; handedIn: number; of: number } | null;
  readonly members: { name: string; standing: string; description: string | null }[];
  readonly candidates: { letter: string; mine: string; person: { number: number; name: string } | null }[];
}

describe('panels over HTTP', () => {
  let site: PanelSite;
  beforeAll(async () => {
    site = await openPanelSite();
  });
  afterAll(() => site?.close());

  const actions = async (id: string): Promise<string[]> =>
    (
      await site.app.module
        .get(Database, { strict: false })
        .read.getRepository(AuditEntry)
        .find({ where: { subjectKind: 'panel', subjectId: id }, order: { id: 'ASC' } })
    ).map(({ action }) => action);
  const overview = async (as: Parameters<PanelSite['api']>[0], id: string) =>
    (await site.api(as, 'GET', `/panels/${id}`)).body as unknown as Overview;

  it('exist for their members, recruiters and auditors, and for nobody else', async () => {
    const { id } = await site.newPanel();
    for (const member of MEMBERS) expect((await site.api(member, 'GET', `/panels/${id}`)).status).toBe(200);
    for (const looking of ['desk', 'auditor'] as const) expect((await site.api(looking, 'GET', `/panels/${id}`)).status).toBe(200);
    for (const stranger of ['ugandan', 'outsider'] as const) {
      expect(await site.api(stranger, 'GET', `/panels/${id}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect((await site.api(stranger, 'GET', `/panels/${id}/candidates/A`)).status).toBe(404);
      expect((await site.api(stranger, 'GET', `/panels/${id}/result`)).status).toBe(404);
      expect((await site.api(stranger, 'POST', `/panels/${id}/declaration`, { conflict: 'none' })).status).toBe(404);
      expect((await site.api(stranger, 'GET', '/panels')).body).toEqual([]);
    }
    expect(await actions(id)).toEqual(['panel.set-up', 'panel.looked-at']);
  });

  it('say what to do to whoever wants one and has no shortlist yet', async () => {
    const see = (query: string) => site.page('desk', `/panels/new${query}`);
    for (const query of ['', '?run=']) {
      const answer = await see(query);
      expect([answer.status, (await answer.text()).includes('href="/posts"')]).toEqual([200, true]);
    }
    expect((await see('?run=nonsense')).status).toBe(404);
  });

  it('are set up with people who can rate, never by a member', async () => {
    const runId = await site.newRun();
    const set = (members: string[], chairId = members[0]) =>
      site.api('desk', 'POST', '/panels', { runId, candidates: 3, members, chairId });
    const [vetter, recruiter] = [site.id('vetter'), site.id('recruiter')];
    for (const [members, chair, field] of [
      [[vetter, site.id('desk')], vetter, 'members'],
      [[vetter, site.id('ugandan')], vetter, 'members'],
      [[vetter, site.id('auditor')], vetter, 'members'],
      [[vetter], vetter, 'members'],
      [[vetter, recruiter], site.id('coordinator'), 'chairId'],
    ] as const) {
      const answer = await set([...members], chair);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
    }
    expect(
      (await site.api('vetter', 'POST', '/panels', { runId, candidates: 3, members: [vetter, recruiter], chairId: vetter })).status,
    ).toBe(403);
    expect((await set([vetter, recruiter])).status).toBe(201);
  });

  it('show no candidate before the declaration', async () => {
    const { id } = await site.newPanel();
    expect((await overview('vetter', id)).candidates).toEqual([]);
    expect(await site.api('vetter', 'GET', `/panels/${id}/candidates/A`)).toMatchObject({
      status: 409,
      body: { code: 'panel.not-declared' },
    });
    expect(await site.handIn('vetter', id, 'A')).toMatchObject({ status: 409, body: { code: 'panel.not-declared' } });
    await site.declare('vetter', id);
    expect((await overview('vetter', id)).candidates.map(({ letter, person }) => [letter, person])).toEqual([
      ['A', null],
      ['B', null],
      ['C', null],
    ]);
    expect(await site.declare('vetter', id)).toMatchObject({ status: 409, body: { code: 'panel.closed' } });
  });

  it('compare a described conflict with the candidates before the member sees them', async () => {
    const { id } = await site.newPanel();
    const conflict = { conflict: 'candidate', description: 'My former deputy may have applied.' };
    expect((await site.api('vetter', 'POST', `/panels/${id}/declaration`, { conflict: 'candidate' })).status).toBe(422);
    expect(await site.api('vetter', 'POST', `/panels/${id}/declaration`, conflict)).toMatchObject({
      body: { mine: { standing: 'waiting' }, candidates: [] },
    });
    expect((await site.api('vetter', 'GET', `/panels/${id}/candidates/A`)).body.code).toBe('panel.not-declared');
    const described = (view: Overview) => view.members.map(({ description }) => description).filter(Boolean);
    expect(described(await overview('desk', id))).toEqual([conflict.description]);
    expect(described(await overview('coordinator', id))).toEqual([]);

    const compared = { accountId: site.id('vetter'), letters: ['B'], resolution: 'Candidate B was supervised by the member.' };
    expect((await site.api('recruiter', 'POST', `/panels/${id}/conflicts`, compared)).status).toBe(404);
    expect((await site.api('desk', 'POST', `/panels/${id}/conflicts`, compared)).status).toBe(200);
    expect((await site.api('desk', 'POST', `/panels/${id}/conflicts`, compared)).body.code).toBe('panel.closed');
    expect((await overview('vetter', id)).candidates.map(({ mine }) => mine)).toEqual(['none', 'recused', 'none']);
    expect(await site.api('vetter', 'GET', `/panels/${id}/candidates/B`)).toMatchObject({ status: 409, body: { code: 'panel.recused' } });
    expect((await site.handIn('vetter', id, 'B')).body.code).toBe('panel.recused');
    expect((await site.handIn('vetter', id, 'A')).status).toBe(200);
    expect(await actions(id)).toEqual(['panel.set-up', 'panel.declared', 'panel.conflict-compared', 'panel.rated']);
  });

  it('let a member step out, and step back from a candidate who was recognised', async () => {
    const { id } = await site.newPanel();
    await site.api('coordinator', 'POST', `/panels/${id}/declaration`, { conflict: 'panel', description: 'I nominated one of them.' });
    expect((await site.api('coordinator', 'GET', `/panels/${id}/candidates/A`)).body.code).toBe('panel.recused');
    expect((await site.api('coordinator', 'GET', `/panels/${id}/result`)).body.code).toBe('panel.recused');
    await site.declare('recruiter', id);
    const back = { reason: 'I recognise the career.' };
    expect((await site.api('recruiter', 'POST', `/panels/${id}/candidates/C/recusal`, back)).status).toBe(200);
    expect((await overview('recruiter', id)).mine).toEqual({ standing: 'cleared', handedIn: 0, of: 2 });
  });

  it('keep a rating changeable until it is handed in, and never lose a version', async () => {
    const { id } = await site.newPanel();
    await site.declare('vetter', id);
    const put = (body: object) => site.api('vetter', 'PUT', `/panels/${id}/candidates/A/rating`, body);
    expect(await put({ scores: { education: 2 }, version: 0 })).toMatchObject({
      body: { mine: { scores: { education: 2 }, version: 1, handedInAt: null }, person: null },
    });
    expect(await put({ scores: { education: 5 }, version: 0 })).toMatchObject({ status: 409, body: { code: 'conflict.stale' } });
    expect(await put({ scores: { education: 6 }, version: 1 })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'scores.education' }] },
    });
    const incomplete = await put({ scores: { education: 4 }, handIn: true, version: 1 });
    expect(incomplete.status).toBe(422);
    expect((incomplete.body['errors'] as unknown as { field: string }[]).map(({ field }) => field)).toContain('scores.languages');
    expect(await put({ scores: allRated(4), notes: { languages: 'Fluent.' }, comment: 'Good.', handIn: true, version: 1 })).toMatchObject({
      status: 200,
      body: {
        mine: { version: 2, handedInAt: '2026-11-24T10:00:00.000Z' },
        person: { number: expect.any(Number), name: expect.stringMatching(/\w \w/) },
      },
    });
    expect((await put({ scores: allRated(5), comment: 'Better.', version: 2 })).body.code).toBe('panel.handed-in');
  });

  it('hide what others think until the own rating is in', async () => {
    const { id } = await site.newPanel();
    for (const member of MEMBERS) await site.declare(member, id);
    await site.handIn('vetter', id, 'A', 5);
    const seen = async (as: 'recruiter' | 'desk' | 'vetter' | 'auditor') =>
      ((await site.api(as, 'GET', `/panels/${id}/candidates/A`)).body as unknown as { ratings: { name: string }[] | null }).ratings?.map(
        ({ name }) => name,
      );
    expect(await seen('recruiter')).toBeUndefined();
    expect(await seen('desk')).toBeUndefined();
    expect(await seen('vetter')).toEqual(['The vetter']);
    expect(await seen('auditor')).toEqual(['The vetter']);
    await site.handIn('recruiter', id, 'A', 2);
    expect((await seen('recruiter'))?.sort()).toEqual(['The recruiter', 'The vetter']);
    for (const looking of ['recruiter', 'desk'] as const)
      expect((await site.api(looking, 'GET', `/panels/${id}/result`)).body.code).toBe('panel.ratings-missing');
  });

  it('go on when a member cannot: excused, replaced, and chaired by another; what was handed in counts', async () => {
    const { id } = await site.newPanel(2);
    for (const member of MEMBERS) await site.declare(member, id);
    await site.handIn('vetter', id, 'A', 5);
    const change = (body: object, as: 'desk' | 'recruiter' = 'desk') =>
      site.api(as, 'POST', `/panels/${id}/members`, { reason: 'On mission.', ...body });
    const [vetter, outsider] = [site.id('vetter'), site.id('outsider')];
    expect((await change({ excuse: vetter, version: 1 }, 'recruiter')).status).toBe(404);
    for (const [body, field] of [
      [{ excuse: vetter, version: 1 }, 'chairId'],
      [{ excuse: outsider, version: 1 }, 'excuse'],
      [{ invite: site.id('ugandan'), version: 1 }, 'invite'],
      [{ invite: vetter, version: 1 }, 'invite'],
      [{ reason: ' ', version: 1 }, 'reason'],
    ] as const)
      expect(await change(body)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
    expect((await change({ excuse: vetter, invite: outsider, chairId: site.id('recruiter'), version: 1 })).status).toBe(200);
    expect((await change({ excuse: site.id('recruiter'), version: 1 })).body.code).toBe('conflict.stale');
    expect((await site.api('vetter', 'GET', `/panels/${id}/candidates/A`)).body.code).toBe('panel.recused');
    await site.declare('outsider', id);
    for (const member of ['recruiter', 'coordinator', 'outsider'] as const)
      for (const letter of ['A', 'B']) await site.handIn(member, id, letter);
    const { candidates } = (await site.api('recruiter', 'GET', `/panels/${id}/result`)).body as unknown as {
      candidates: { letter: string; missing: number; ratings: { name: string }[] }[];
    };
    expect(candidates.map(({ letter, missing, ratings }) => [letter, missing, ratings.length])).toEqual([
      ['A', 0, 4],
      ['B', 0, 3],
    ]);
    const agree = (as: 'recruiter' | 'coordinator') =>
      site.api(as, 'PUT', `/panels/${id}/candidates/A/consensus`, { scores: allRated(4), reason: 'Agreed.' });
    expect((await agree('coordinator')).status).toBe(403);
    expect((await agree('recruiter')).status).toBe(200);
  });
});

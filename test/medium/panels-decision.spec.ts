import { RosterPool } from '../../src/features/roster/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import type { Dialect } from '../support/locations.js';
import { allRated, letters, MEMBERS, openPanelSite, type PanelSite, type Somebody } from '../support/panel-site.js';
import { describeWith } from '../support/services.js';

interface Result {
  readonly panel: { state: string; version: number; overrideReason: string; analysis: string };
  readonly candidates: {
    letter: string;
    place: number | null;
    sum: number | null;
    machineRank: number;
    missing: number;
    ratings: { name: string; comment: string }[];
    spread: Record<string, { min: number; max: number; medianTwice: number; wide: boolean }>;
    outcome: string | null;
  }[];
  readonly may: { agree: string[]; propose: boolean; confirm: boolean };
  readonly history: { action: string; name: string; reason: string | null }[];
}

describe('on SQLite', decisions('sqlite'));
describeWith('POSTGRES', 'on PostgreSQL', decisions('postgres'));

function decisions(dialect: Dialect) {
  return () => {
    let site: PanelSite;
    beforeAll(async () => {
      site = await openPanelSite(dialect);
    });
    afterAll(() => site?.close());

    const result = async (as: Somebody, id: string) => (await site.api(as, 'GET', `/panels/${id}/result`)).body as unknown as Result;
    const propose = (id: string, body: object, as: Somebody = 'vetter') => site.api(as, 'POST', `/panels/${id}/decision`, body);
    const fieldsOf = ({ body }: { body: object }) => ((body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field);
    /** By the shortlist's order: the first of it gets the first outcome. */
    async function outcomes(id: string, wanted: readonly string[]) {
      const { candidates } = await result('vetter', id);
      const ranked = [...candidates].sort((a, b) => a.machineRank - b.machineRank);
      return ranked.map(({ letter }, at) => ({ letter, outcome: wanted[at], reason: 'As discussed.' }));
    }
    async function agreedPanel(candidates = 3): Promise<string> {
      const { id } = await site.ratedPanel(candidates);
      for (const letter of letters(candidates)) await site.agree(id, letter, letter === 'B' ? 5 : 3);
      return id;
    }

    it('shows how far ratings lie apart, and waits for every one of them', async () => {
      const { id } = await site.newPanel(2);
      for (const member of MEMBERS) await site.declare(member, id);
      await site.handIn('vetter', id, 'A', 2);
      await site.handIn('vetter', id, 'B', 3);
      expect((await site.agree(id, 'A', 3)).body.code).toBe('panel.ratings-missing');
      await site.handIn('recruiter', id, 'A', 5);
      await site.handIn('coordinator', id, 'A', 3);
      const { candidates } = await result('vetter', id);
      expect(candidates.find(({ letter }) => letter === 'A')).toMatchObject({
        missing: 0,
        spread: { languages: { min: 2, max: 5, medianTwice: 6, wide: true } },
      });
      expect(candidates.find(({ letter }) => letter === 'B')).toMatchObject({
        missing: 2,
        spread: { languages: { min: 3, max: 3, wide: false } },
      });
      expect((await propose(id, { outcomes: [], version: 1 })).body.code).toBe('panel.ratings-missing');
    });

    it('loses nothing when all members rate all candidates at once', async () => {
      const { id } = await site.newPanel(4);
      for (const member of MEMBERS) await site.declare(member, id);
      const all = MEMBERS.flatMap((member) => letters(4).map((letter) => [member, letter] as const));
      const answers = await Promise.all(all.map(([member, letter]) => site.handIn(member, id, letter, 4)));
      expect(answers.map(({ status }) => status)).toEqual(all.map(() => 200));
      const { candidates } = await result('coordinator', id);
      for (const { ratings } of candidates)
        expect(ratings.map(({ name }) => name).sort()).toEqual(['The coordinator', 'The recruiter', 'The vetter']);
    });

    it('lets one of two savings of the same rating win, and tells the other', async () => {
      const { id } = await site.newPanel(1);
      await site.declare('vetter', id);
      const answers = await Promise.all([1, 2].map(() => site.handIn('vetter', id, 'A')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('lets only the chair record what was agreed, completely and with a reason', async () => {
      const { id } = await site.ratedPanel(2);
      const agree = (as: Somebody, body: object) => site.api(as, 'PUT', `/panels/${id}/candidates/A/consensus`, body);
      expect((await agree('coordinator', { scores: allRated(3), reason: 'We agreed.' })).status).toBe(403);
      expect(fieldsOf(await agree('vetter', { scores: allRated(3), reason: ' ' }))).toEqual(['reason']);
      expect(fieldsOf(await agree('vetter', { scores: { education: 3 }, reason: 'We agreed.' }))).toContain('scores.languages');
      expect((await agree('vetter', { scores: allRated(3), reason: 'We agreed.' })).status).toBe(200);
      expect((await propose(id, { outcomes: [], version: 1 })).body.code).toBe('panel.ratings-missing');
      await site.agree(id, 'B', 4);
      expect((await result('recruiter', id)).candidates.map(({ letter, place, sum }) => [letter, place, sum])).toEqual([
        ['B', 1, 36],
        ['A', 2, 27],
      ]);
    });

    it('asks for a reason where the order of the list is turned round, and for an outcome of everybody', async () => {
      const id = await agreedPanel();
      const turned = await outcomes(id, ['not-selected', 'selected', 'reserve']);
      expect(fieldsOf(await propose(id, { outcomes: turned.slice(1), analysis: 'Thin.', version: 1 }))).toEqual(['outcomes']);
      expect(fieldsOf(await propose(id, { outcomes: turned, analysis: 'Thin.', version: 1 }))).toEqual(['overrideReason']);
      const answer = await propose(id, {
        outcomes: turned,
        analysis: 'Thin.',
        overrideReason: 'The second knows the country.',
        version: 1,
      });
      expect(answer).toMatchObject({
        status: 200,
        body: { panel: { state: 'proposed', overrideReason: 'The second knows the country.' } },
      });
    });

    it('asks for an analysis where fewer than two people are recommended', async () => {
      const id = await agreedPanel();
      const thin = await outcomes(id, ['selected', 'not-selected', 'not-selected']);
      expect(await propose(id, { outcomes: thin, version: 1 })).toMatchObject({
        status: 409,
        body: { code: 'panel.analysis-needed', errors: [{ field: 'analysis' }] },
      });
      expect(await propose(id, { outcomes: thin, analysis: 'Only one met the level.', version: 1 })).toMatchObject({
        status: 200,
        body: { panel: { analysis: 'Only one met the level.' } },
      });
    });

    it('asks for an analysis exactly where no woman is recommended', async () => {
      const id = await agreedPanel(6);
      const view = (await site.api('desk', 'GET', `/panels/${id}`)).body as unknown as {
        candidates: { letter: string; person: { number: number } }[];
      };
      const { pool } = await site.app.module.get(RosterPool, { strict: false }).current();
      const women = view.candidates.filter(({ person }) => pool.profile(person.number)?.gender === 'female').map(({ letter }) => letter);
      expect(women.length).toBeGreaterThan(0);
      expect(6 - women.length).toBeGreaterThan(1);
      const chosen = (recommended: (letter: string) => boolean) =>
        letters(6).map((letter) => ({ letter, outcome: recommended(letter) ? 'reserve' : 'not-selected', reason: 'As discussed.' }));
      const overrideReason = 'After the interviews.';
      const without = await propose(id, { outcomes: chosen((letter) => !women.includes(letter)), overrideReason, version: 1 });
      expect(without).toMatchObject({
        status: 409,
        body: { code: 'panel.analysis-needed', detail: expect.stringContaining('no woman is') },
      });
      expect((await propose(id, { outcomes: chosen(() => true), overrideReason, version: 1 })).status).toBe(200);
    });

    it('is confirmed by a second member, once, and everything stands in the audit trail', async () => {
      const id = await agreedPanel();
      const everybody = await outcomes(id, ['selected', 'reserve', 'reserve']);
      expect((await propose(id, { outcomes: everybody, analysis: 'Thin.', version: 1 }, 'coordinator')).status).toBe(403);
      expect((await propose(id, { outcomes: everybody, analysis: 'Thin.', version: 7 })).body.code).toBe('conflict.stale');
      await propose(id, { outcomes: everybody, analysis: 'Thin.', version: 1 });
      const confirm = (as: Somebody, version = 2) => site.api(as, 'POST', `/panels/${id}/confirmation`, { version });
      expect((await confirm('vetter')).body.code).toBe('panel.second-person');
      expect((await confirm('desk')).status).toBe(403);
      expect((await confirm('ugandan')).status).toBe(404);
      const answers = await Promise.all([confirm('recruiter'), confirm('coordinator')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { panel, candidates, history } = await result('auditor', id);
      expect(panel.state).toBe('decided');
      expect(candidates.map(({ outcome }) => outcome).sort()).toEqual(['reserve', 'reserve', 'selected']);
      expect(history.slice(-2).map(({ action, name }) => [action, name])).toEqual([
        ['panel.proposed', 'The vetter'],
        ['panel.decided', expect.stringMatching(/^The (recruiter|coordinator)$/)],
      ]);
      expect((await site.handIn('vetter', id, 'A')).body.code).toBe('panel.closed');
      const looks = await site.app.module
        .get(Database, { strict: false })
        .read.getRepository(AuditEntry)
        .countBy({ subjectId: id, action: 'panel.looked-at' });
      expect(looks).toBe(1);
    });

    it('is made by members without a conflict of interest, also where the chair has one', async () => {
      const { id } = await site.newPanel(2);
      for (const member of MEMBERS) await site.declare(member, id);
      await site.api('vetter', 'POST', `/panels/${id}/candidates/A/recusal`, { reason: 'My former deputy.' });
      await site.handIn('vetter', id, 'B');
      for (const letter of letters(2)) for (const member of ['recruiter', 'coordinator'] as const) await site.handIn(member, id, letter);
      const agree = (as: Somebody, letter: string) =>
        site.api(as, 'PUT', `/panels/${id}/candidates/${letter}/consensus`, { scores: allRated(3), reason: 'Agreed.' });
      expect((await agree('vetter', 'A')).body.code).toBe('panel.recused');
      expect((await agree('recruiter', 'B')).status).toBe(403);
      expect((await agree('vetter', 'B')).status).toBe(200);
      expect((await agree('recruiter', 'A')).status).toBe(200);
      const seen = await result('vetter', id);
      expect(seen.candidates.map(({ letter }) => letter)).toEqual(['B']);
      expect(seen.history.filter(({ action }) => action === 'panel.agreed')).toHaveLength(1);
      expect([seen.may, (await result('recruiter', id)).may]).toMatchObject([{ propose: false }, { propose: true }]);
      const body = {
        outcomes: letters(2).map((letter) => ({ letter, outcome: 'reserve', reason: 'As discussed.' })),
        analysis: 'Thin.',
        version: 1,
      };
      expect((await propose(id, body)).body.code).toBe('panel.recused');
      expect((await propose(id, body, 'recruiter')).status).toBe(200);
      const confirm = (as: Somebody) => site.api(as, 'POST', `/panels/${id}/confirmation`, { version: 2 });
      expect((await confirm('vetter')).body.code).toBe('panel.recused');
      expect((await confirm('coordinator')).status).toBe(200);
    });

    it('goes back to the discussion with a reason, and can be proposed again', async () => {
      const id = await agreedPanel();
      const all = await outcomes(id, ['reserve', 'reserve', 'reserve']);
      await propose(id, { outcomes: all, analysis: 'Thin.', version: 1 });
      const back = (reason: string) => site.api('recruiter', 'POST', `/panels/${id}/return`, { version: 2, reason });
      expect(fieldsOf(await back(' '))).toEqual(['reason']);
      expect(await back('The second reference is missing.')).toMatchObject({ body: { panel: { state: 'open', version: 3 } } });
      expect((await result('vetter', id)).history.at(-1)).toMatchObject({
        action: 'panel.sent-back',
        reason: 'The second reference is missing.',
      });
      expect((await propose(id, { outcomes: all, analysis: 'Thin.', version: 3 })).status).toBe(200);
    });
  };
}

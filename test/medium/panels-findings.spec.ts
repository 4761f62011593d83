import { RosterProfiles } from '../../src/features/roster/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { Database } from '../../src/platform/database/index.js';
import type { Dialect } from '../support/locations.js';
import { letters, openPanelSite, type PanelSite, type Somebody } from '../support/panel-site.js';
import { RECRUITER } from '../support/roster-desk.js';
import { describeWith } from '../support/services.js';

interface Findings {
  readonly person: { number: number } | null;
  readonly criteria: { criterion: string; rating: number; claims: { kind: string; area?: string; level?: string }[] }[];
  readonly recordedAt: string | null;
  readonly overtaken: unknown[];
}

describe('on SQLite', findings('sqlite'));
describeWith('POSTGRES', 'on PostgreSQL', findings('postgres'));

function findings(dialect: Dialect) {
  return () => {
    let site: PanelSite;
    beforeAll(async () => {
      site = await openPanelSite(dialect);
    });
    afterAll(() => site?.close());

    const get = async (id: string, letter: string, as: Somebody = 'desk') => {
      const { status, body } = await site.api(as, 'GET', `/panels/${id}/candidates/${letter}/findings`);
      return { status, code: body.code, view: body as unknown as Findings };
    };
    const record = (id: string, letter: string, body: object, as: Somebody = 'desk') =>
      site.api(as, 'POST', `/panels/${id}/candidates/${letter}/findings`, { how: 'Rated by three, then discussed', ...body });
    const expertOf = async (id: string, letter: string) => {
      const { candidates } = (await site.api('desk', 'GET', `/panels/${id}`)).body as unknown as {
        candidates: { letter: string; person: { number: number } }[];
      };
      return candidates.find((one) => one.letter === letter)?.person.number ?? 0;
    };

    /** A panel that decided about two candidates: B was rated 5, A 3. */
    async function decidedPanel(): Promise<{ id: string; runId: string }> {
      const panel = await site.ratedPanel(2);
      for (const letter of letters(2)) await site.agree(panel.id, letter, letter === 'B' ? 5 : 3);
      const outcomes = letters(2).map((letter) => ({ letter, outcome: 'reserve', reason: 'As discussed.' }));
      const proposal = { outcomes, analysis: 'Thin.', overrideReason: '', version: 1 };
      expect((await site.api('vetter', 'POST', `/panels/${panel.id}/decision`, proposal)).status).toBe(200);
      return panel;
    }
    const confirm = (id: string) => site.api('recruiter', 'POST', `/panels/${id}/confirmation`, { version: 2 });
    async function profileOf(number: number) {
      const read = site.app.module.get(Database, { strict: false }).read;
      const [{ id = '' } = {}] = await read.query(`SELECT id FROM experts WHERE number = ${number}`);
      return site.app.module.get(RosterProfiles, { strict: false }).view(id, RECRUITER);
    }

    it('stay with the panel until it has decided and somebody who keeps its record puts them on the expert’s', async () => {
      const { id } = await decidedPanel();
      const number = await expertOf(id, 'B');
      const before = await profileOf(number);
      expect((await get(id, 'B')).code).toBe('panel.closed');
      expect((await record(id, 'B', { criteria: ['mandates'] })).body.code).toBe('panel.closed');
      await confirm(id);
      expect(await profileOf(number)).toEqual(before);

      const { view } = await get(id, 'B');
      expect(view.person?.number).toBe(number);
      expect(view.criteria.find(({ criterion }) => criterion === 'development-programming')).toEqual({
        criterion: 'development-programming',
        rating: 5,
        claims: [{ kind: 'knowledge', area: 'development-programming', level: 'specialist' }],
      });
      for (const as of ['vetter', 'recruiter', 'coordinator', 'ugandan', 'auditor'] as const)
        expect([403, 404]).toContain((await get(id, 'B', as)).status);
      expect((await record(id, 'B', { criteria: [] })).status).toBe(422);
      expect((await record(id, 'B', { criteria: ['additional'] })).body).toMatchObject({ errors: [{ field: 'criteria' }] });
      expect((await record(id, 'B', { criteria: ['mandates'], how: ' ' })).status).toBe(422);
      expect(await profileOf(number)).toEqual(before);
    });

    it('stand beside what the person says, with who, when and how, once, and in the audit trail', async () => {
      const { id } = await decidedPanel();
      await confirm(id);
      const number = await expertOf(id, 'B');
      const before = await profileOf(number);
      const both = await Promise.all([1, 2].map(() => record(id, 'B', { criteria: ['mandates', 'experience', 'languages'] })));
      expect(both.map(({ status, body }) => [status, body.code ?? 'done']).sort()).toEqual([
        [200, 'done'],
        [409, 'conflict.duplicate'],
      ]);
      const after = await profileOf(number);
      const backing = { status: 'panel-assessed', as: 'panel', by: id, on: '2026-11-24', how: 'Rated by three, then discussed' };
      expect(after.version).toBe(before.version + 1);
      expect(after.knowledge.filter(({ status }) => status !== 'panel-assessed')).toEqual(
        before.knowledge.filter(({ status, area }) => status !== 'panel-assessed' || area !== 'mandates'),
      );
      expect(after.knowledge.filter(({ area, status }) => area === 'mandates' && status === 'panel-assessed')).toMatchObject([
        { level: 'specialist', backing: [backing] },
      ]);
      expect(after.languages.find(({ language, status }) => language === 'en' && status === 'panel-assessed')).toMatchObject({
        level: 3,
        backing: [backing],
      });
      expect(after.experience.some((job) => job.status === 'panel-assessed' && job.backing?.at(-1)?.by === id)).toBe(true);
      expect(after.degrees).toEqual(before.degrees);
      const page = await (await site.page('desk', `/roster/experts/${after.id}`)).text();
      expect(page).toMatch(/★ Assessed by a panel<\/span><small> on 24 Nov 2026: Rated by three, then discussed/);
      expect(await (await site.page('desk', `/panels/${id}/candidates/B/findings`)).text()).toMatch(
        /is on the expert’s record since.*Human rights machinery.*?<div>no<\/div>/s,
      );

      const audit = site.app.module.get(Database, { strict: false }).read.getRepository(AuditEntry);
      expect(await audit.findBy({ subjectId: after.id, action: 'roster.claims-assessed' })).toMatchObject([
        { reason: 'Rated by three, then discussed', details: { panelId: id, overtaken: 0 } },
      ]);
      expect(await audit.findBy({ subjectId: id, action: 'panel.findings-recorded' })).toMatchObject([
        { details: { letter: 'B', criteria: ['experience', 'mandates', 'languages'] } },
      ]);
      const { history } = (await site.api('vetter', 'GET', `/panels/${id}/result`)).body as unknown as { history: { action: string }[] };
      expect(history.at(-1)?.action).toBe('panel.findings-recorded');
    });

    it('are named by the diff to a run after it, and its explanations say by whom and when', async () => {
      const { id, runId } = await decidedPanel();
      await confirm(id);
      const number = await expertOf(id, 'B');
      const { body: run } = await site.api('desk', 'GET', `/shortlists/${runId}`);
      const postId = (run as unknown as { run: { postId: string } }).run.postId;
      const { criteria } = (await get(id, 'B')).view;
      const fruitful = criteria.filter(({ claims }) => claims.length > 0).map(({ criterion }) => criterion);
      expect((await record(id, 'B', { criteria: fruitful })).status).toBe(200);
      const later = (await site.api('desk', 'POST', `/posts/${postId}/shortlists`, { size: 20 })).body.id;

      const diff = (await site.api('desk', 'GET', `/shortlists/${later}/diff/${runId}`)).body as unknown as {
        diff: { changed: { number: number; steps: { source: string; verifiedBy: number; facts: unknown[] }[] }[] };
      };
      const changed = (diff.diff ?? (diff as unknown as typeof diff.diff)).changed.find((one) => one.number === number);
      expect(changed?.steps).toMatchObject([{ source: 'profile' }]);
      expect(changed?.steps[0]?.facts).toContainEqual(
        expect.objectContaining({
          part: 'knowledge',
          before: null,
          after: expect.objectContaining({
            area: 'mandates',
            backing: [expect.objectContaining({ as: 'panel', by: id, on: '2026-11-24', how: '' })],
          }),
        }),
      );
      const words = await (await site.page('desk', `/shortlists/${later}/diff/${runId}`)).text();
      expect(words).toContain('(assessed by a panel on 24 Nov 2026)');
      const opened = await (await site.page('desk', `/shortlists/${later}/candidates/${number}`)).text();
      expect(opened).toContain('Assessed by a panel on 24 Nov 2026');
      expect((await site.api('desk', 'POST', `/shortlists/${runId}/replay`)).body).toMatchObject({ equal: true });
    });

    it('leave it to the page of a candidate to say which days were assumed where only a month is known', async () => {
      const { top } = (await site.api('desk', 'GET', `/shortlists/${await site.newRun()}`)).body as unknown as {
        top: {
          number: number;
          explanation: { experience: { kinds: Record<string, { assumed?: { end: string; stated: string; day: string }[] }> } };
        }[];
      };
      const assumed = top.flatMap(({ number, explanation: { experience } }) =>
        (experience.kinds['human-rights']?.assumed ?? []).map((one) => ({ number, ...one })),
      );
      const start = assumed.find(({ end }) => end === 'from');
      expect([start?.stated.length, start?.day]).toEqual([7, `${start?.stated}-01`]);
      const run = await site.newRun();
      const page = await (await site.page('desk', `/shortlists/${run}/candidates/${start?.number}`)).text();
      expect(page).toMatch(/begins in \w+ \d{4}, so it counts from 1 \w{3} \d{4}, the first day of the month\./);
    });

    it('say nothing to whoever rates on another panel about the same post', async () => {
      const { id, runId } = await decidedPanel();
      await confirm(id);
      const members = ['recruiter', 'vetter'].map((one) => site.id(one as Somebody));
      const another = await site.api('recruiter', 'POST', '/panels', {
        runId,
        candidates: 2,
        members: [site.id('desk'), site.id('vetter')],
        chairId: site.id('vetter'),
      });
      expect([another.status, members.length]).toEqual([201, 2]);
      expect((await get(id, 'B')).status).toBe(404);
      expect((await record(id, 'B', { criteria: ['mandates'] })).status).toBe(404);
    });
  };
}

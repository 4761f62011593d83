import { SurgeRequest } from '../../src/features/surge/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { newId } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { ASK, surgeDesks } from '../support/surge-desk.js';

const HOUR = 3_600_000;

onEveryDatabase((open) => {
  const desk = surgeDesks(open);

  describe('a request', () => {
    it('goes from the office through the desk to matching, and tells both sides', async () => {
      const { requests, reader, take, kenya, officer, clock, work, mails } = await desk();
      const { id, reference } = await requests.begin({ ...ASK, submit: true }, kenya);
      expect(reference).toBe('SR-2026-0001');
      await take(id, 'review', officer);
      await take(id, 'ask', officer, 'Which detention places?');
      clock.advance(20 * HOUR);
      expect((await reader.one(id, kenya)).clock).toMatchObject({ state: 'paused', usedSeconds: 0 });
      await take(id, 'answer', kenya, 'The two central prisons.');
      clock.advance(HOUR);
      await take(id, 'approve', officer, 'Grave and close.');
      const view = await reader.one(id, officer);
      expect(view).toMatchObject({
        place: 1,
        officer: 'The surge-officer',
        clock: { state: 'running', usedSeconds: 3600, dueAt: '2026-11-28T06:00:00.000Z' },
        request: { state: 'approved' },
      });
      expect(view.events.map(({ kind, actor, reason }) => [kind, actor, reason])).toEqual([
        ['begun', 'The resident-coordinator', null],
        ['submit', 'The resident-coordinator', null],
        ['review', 'The surge-officer', null],
        ['ask', 'The surge-officer', 'Which detention places?'],
        ['answer', 'The resident-coordinator', 'The two central prisons.'],
        ['approve', 'The surge-officer', 'Grave and close.'],
      ]);
      await work();
      const subjects = (await mails()).map(({ to, subject }) => `${to}: ${subject}`).sort();
      expect(subjects).toEqual([
        'kenya@desk.example: A decision on your surge request',
        'officer@desk.example: News of a surge request',
        'officer@desk.example: News of a surge request',
      ]);
    });

    it('asks for a reason where the table does, and for the right side, and changes nothing otherwise', async () => {
      const { requests, reader, take, kenya, officer } = await desk();
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      await expect(take(id, 'review', kenya)).rejects.toMatchObject({ code: 'access.not-allowed' });
      await take(id, 'review', officer);
      await expect(take(id, 'approve', officer, '  ')).rejects.toMatchObject({ code: 'input.invalid', fields: [{ field: 'reason' }] });
      await expect(take(id, 'match', officer)).rejects.toMatchObject({
        code: 'surge.not-allowed',
        message: expect.stringContaining('approve'),
      });
      expect((await reader.request(id, officer)).state).toBe('under-review');
    });

    it('refuses a decision that was made on an older version', async () => {
      const { requests, reader, steps, take, kenya, officer } = await desk();
      const { id, version } = await requests.begin({ ...ASK, submit: true }, kenya);
      await take(id, 'review', officer);
      await expect(steps.take(id, { step: 'stand-down', reason: 'Not needed.', version }, kenya)).rejects.toMatchObject({
        code: 'conflict.stale',
      });
      await expect(steps.move(id, { move: 'first', moveReason: 'Urgent call.', version }, officer)).rejects.toMatchObject({
        code: 'conflict.stale',
      });
      expect(await reader.request(id, kenya)).toMatchObject({ state: 'under-review', move: 'as-ruled' });
    });

    it('is decided once when two officers press at the same time', async () => {
      const { requests, reader, steps, take, kenya, officer, database } = await desk();
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      await take(id, 'review', officer);
      const { version } = await reader.request(id, officer);
      const outcomes = await Promise.allSettled([
        steps.take(id, { step: 'approve', reason: 'Yes.', version }, officer),
        steps.take(id, { step: 'decline', reason: 'No.', version }, officer),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(
        await database.read.getRepository(AuditEntry).countBy([
          { subjectId: id, action: 'surge.approve' },
          { subjectId: id, action: 'surge.decline' },
        ]),
      ).toBe(1);
    });

    it('does not exist for another country, and a draft not for the desk', async () => {
      const { requests, reader, queue, steps, kenya, uganda, officer } = await desk();
      const draft = await requests.begin({}, kenya);
      const submitted = await requests.begin({ ...ASK, submit: true }, kenya);
      for (const [id, me] of [
        [draft.id, uganda],
        [submitted.id, uganda],
        [draft.id, officer],
      ] as const) {
        await expect(reader.one(id, me)).rejects.toMatchObject({ code: 'not-found' });
        await expect(steps.take(id, { step: 'stand-down', reason: 'Mine.', version: 1 }, me)).rejects.toMatchObject({ code: 'not-found' });
      }
      expect(await queue.lines({}, uganda)).toEqual([]);
      expect((await queue.lines({}, officer)).map((line) => line.request.id)).toEqual([submitted.id]);
      expect((await queue.drafts(kenya)).map(({ id }) => id)).toEqual([draft.id]);
      expect(await queue.drafts(uganda)).toEqual([]);
    });

    it('can be kept unfinished, but not submitted', async () => {
      const { requests, reader, take, kenya } = await desk();
      const { id, version } = await requests.begin({ situation: 'Mass arrests.' }, kenya);
      await expect(take(id, 'submit', kenya)).rejects.toMatchObject({
        code: 'input.invalid',
        fields: expect.arrayContaining([expect.objectContaining({ field: 'startsOn' })]),
      });
      await requests.edit(id, { ...ASK, version, submit: true }, kenya);
      expect((await reader.request(id, kenya)).state).toBe('submitted');
      await expect(requests.edit(id, { ...ASK, version: version + 2 }, kenya)).rejects.toMatchObject({ code: 'surge.not-allowed' });
    });

    it('is one when its form arrives twenty times, and twenty have twenty references', async () => {
      const { requests, kenya, uganda, database } = await desk();
      const key = newId();
      const same = await Promise.all(Array.from({ length: 20 }, () => requests.begin({ ...ASK, submit: true }, kenya, key)));
      expect(new Set(same.map(({ id }) => id)).size).toBe(1);
      expect((await requests.begin(ASK, uganda, key)).id).not.toBe(same[0]?.id);
      const others = await Promise.all(Array.from({ length: 20 }, () => requests.begin(ASK, kenya)));
      expect(others.map(({ reference }) => reference).sort()).toEqual(
        Array.from({ length: 20 }, (_, index) => `SR-2026-${String(index + 3).padStart(4, '0')}`),
      );
      expect(await database.read.getRepository(SurgeRequest).count()).toBe(22);
    });
  });

  describe('the queue', () => {
    it('has the same places for everybody, filtered or not, and an officer can move a request', async () => {
      const { requests, reader, queue, steps, kenya, uganda, officer } = await desk();
      const planned = await requests.begin({ ...ASK, urgency: 'planned', submit: true }, kenya);
      const urgent = await requests.begin({ ...ASK, urgency: 'urgent', submit: true }, uganda);
      const immediate = await requests.begin({ ...ASK, submit: true }, kenya);
      expect((await queue.lines({}, officer)).map(({ place, request }) => [place, request.id])).toEqual([
        [1, immediate.id],
        [2, urgent.id],
        [3, planned.id],
      ]);
      expect((await queue.lines({}, uganda)).map(({ place }) => place)).toEqual([2]);
      expect((await queue.lines({ urgency: 'planned' }, officer)).map(({ place }) => place)).toEqual([3]);
      await steps.move(planned.id, { move: 'first', moveReason: 'The Secretary-General asked.', version: planned.version }, officer);
      const [first] = await queue.lines({}, officer);
      expect(first).toMatchObject({ place: 1, request: { id: planned.id }, terms: { move: 2, urgency: 1 } });
      expect((await reader.one(planned.id, kenya)).events.at(-1)).toMatchObject({
        kind: 'moved',
        reason: 'first: The Secretary-General asked.',
      });
    });

    it('leaves out what is over, which stands on pages of its own', async () => {
      const { requests, queue, take, kenya, uganda, officer } = await desk();
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      await take(id, 'stand-down', kenya, 'The situation has calmed.');
      expect(await queue.lines({}, officer)).toEqual([]);
      expect(await queue.past(undefined, officer)).toMatchObject({ next: null, requests: [{ id, state: 'stood-down' }] });
      expect((await queue.past(undefined, uganda)).requests).toEqual([]);
    });
  });

  describe('the proposal', () => {
    it('lists the eligible who are free, the busy with their obstacle, and who misses what', async () => {
      const { matching, offer, answers, proposals, reader, officer } = await desk();
      const first = await matching();
      const [sent] = await offer(first.id, 1);
      await answers.answer({ token: sent?.token ?? '', answer: 'accept' });
      const second = await matching({ startsOn: '2026-12-20', endsOn: '2026-12-31' });
      const proposal = await proposals.propose(await reader.request(second.id, officer));
      expect(proposal).toMatchObject({ considered: 5, eligible: 5, nearMisses: [], noMatch: null });
      expect(proposal.proposed.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
      expect(proposal.busy).toMatchObject([
        { number: 1, rank: 1, obstacles: [{ kind: 'reserved', period: { from: '2026-12-06', to: '2026-12-28' } }] },
      ]);
    });

    it('keeps a request that nobody matches, and says which requirement excludes most', async () => {
      const { matching, proposals } = await desk();
      const request = await matching({ languages: [{ language: 'sw', level: 3 }] });
      const proposal = await proposals.propose(request);
      expect(proposal).toMatchObject({
        eligible: 0,
        proposed: [],
        noMatch: { excludesMost: 'languages', notFree: 0, asked: 0 },
        unmetByGate: { languages: 5, experience: 0 },
      });
      expect(proposal.nearMisses.map(({ number, stop }) => [number, stop.gate])).toEqual(
        [1, 2, 3, 4, 5].map((number) => [number, 'languages']),
      );
    });

    it('does not propose again whoever was asked and did not take it', async () => {
      const { matching, offer, answers, proposals, reader, officer } = await desk();
      const { id } = await matching();
      const [sent] = await offer(id, 1);
      await answers.answer({ token: sent?.token ?? '', answer: 'decline' });
      expect((await proposals.propose(await reader.request(id, officer))).proposed.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
    });
  });
});

import { SurgeRequest } from '../../src/features/surge/index.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { ASK, surgeDesks } from '../support/surge-desk.js';

const HOUR = 3_600_000;

onEveryDatabase((open) => {
  const desk = surgeDesks(open);

  describe('the thread', () => {
    it('carries messages to the other side, and moves nothing', async () => {
      const { requests, thread, reader, take, kenya, officer, work, mails } = await desk();
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      await thread.write(id, { message: 'The airport is closed.' }, kenya);
      await take(id, 'review', officer);
      await thread.write(id, { message: 'Is there a road?' }, officer);
      const view = await reader.one(id, kenya);
      expect(view.request.state).toBe('under-review');
      expect(view.clock.state).toBe('running');
      expect(view.events.filter(({ kind }) => kind === 'wrote').map(({ actor, reason }) => [actor, reason])).toEqual([
        ['The resident-coordinator', 'The airport is closed.'],
        ['The surge-officer', 'Is there a road?'],
      ]);
      await work();
      const told = (await mails()).filter(({ subject }) => subject === 'A message about a surge request');
      expect(told.map(({ to }) => to).sort()).toEqual(['kenya@desk.example', 'officer@desk.example']);
      for (const { text } of told) expect(text).not.toMatch(/airport|road/);
    });

    it('reaches the officer who has the request, and nobody else of the desk', async () => {
      const { requests, thread, take, account, kenya, officer, work, mails } = await desk();
      await account('surge-officer', 'second@desk.example', null);
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      await take(id, 'review', officer);
      await work();
      const before = (await mails()).length;
      await thread.write(id, { message: 'The airport is open.' }, kenya);
      await work();
      expect((await mails()).slice(before).map(({ to }) => to)).toEqual(['officer@desk.example']);
    });

    it('is closed to others, to drafts and to what is over', async () => {
      const { requests, thread, take, kenya, uganda, officer } = await desk();
      const draft = await requests.begin({}, kenya);
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      await expect(thread.write(draft.id, { message: 'Hello?' }, kenya)).rejects.toMatchObject({ code: 'surge.not-allowed' });
      await expect(thread.write(draft.id, { message: 'Hello?' }, officer)).rejects.toMatchObject({ code: 'not-found' });
      await expect(thread.write(id, { message: 'Hello?' }, uganda)).rejects.toMatchObject({ code: 'not-found' });
      await take(id, 'stand-down', kenya, 'All is calm.');
      await expect(thread.write(id, { message: 'Hello?' }, kenya)).rejects.toMatchObject({ code: 'surge.not-allowed' });
    });
  });

  describe('the clocks of the stages', () => {
    it('stand still while the office owes an answer', async () => {
      const { requests, reader, take, kenya, officer, clock } = await desk();
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      clock.advance(2 * HOUR);
      await take(id, 'review', officer);
      clock.advance(HOUR);
      await take(id, 'ask', officer, 'Which prisons?');
      clock.advance(30 * HOUR);
      const stages = (await reader.one(id, kenya)).stages;
      expect(stages.slice(0, 3)).toMatchObject([
        { stage: 'triage', state: 'done', usedSeconds: 7200 },
        { stage: 'decision', state: 'paused', usedSeconds: 3600, dueAt: null, late: false },
        { stage: 'match', state: 'waiting', usedSeconds: 0 },
      ]);
      await take(id, 'answer', kenya, 'Both of them.');
      expect((await reader.one(id, kenya)).stages[1]).toMatchObject({ state: 'running', dueAt: '2026-11-26T06:00:00.000Z' });
    });

    it('stand still in whatever stage the office is asked, while offers go on, until it answers or the desk no longer waits', async () => {
      const { requests, reader, queue, take, offer, answers, matching, kenya, officer, clock, work, mails } = await desk();
      const { id } = await matching({ seats: 2 });
      clock.advance(HOUR);
      const [first, second] = await offer(id, 2);
      await take(id, 'ask', officer, 'Is there a car?');
      await expect(take(id, 'ask', officer, 'And a driver?')).rejects.toMatchObject({ code: 'surge.not-allowed' });
      await expect(take(id, 'answer', officer, 'I know it.')).rejects.toMatchObject({ code: 'access.not-allowed' });
      clock.advance(5 * HOUR);
      await answers.answer({ token: first?.token ?? '', answer: 'accept' });
      expect((await queue.lines({}, officer))[0]).toMatchObject({
        clock: { state: 'paused', usedSeconds: 3600, pausedSeconds: 5 * 3600 },
        stage: { stage: 'offer', state: 'paused', usedSeconds: 0, pausedSeconds: 5 * 3600 },
        request: { state: 'offered' },
      });
      expect((await reader.one(id, kenya)).steps).toEqual(['answer', 'stand-down']);
      await take(id, 'answer', kenya, 'Yes, with a driver.');
      clock.advance(HOUR);
      await answers.answer({ token: second?.token ?? '', answer: 'accept' });
      await take(id, 'ask', officer, 'Who meets them at the airport?');
      clock.advance(3 * HOUR);
      await take(id, 'go-on', officer, 'The expert knows somebody there.');
      clock.advance(HOUR);
      const { stages, clock: whole, events } = await reader.one(id, officer);
      expect(stages.map(({ stage, usedSeconds, pausedSeconds }) => [stage, usedSeconds / 3600, pausedSeconds / 3600]).slice(2)).toEqual([
        ['match', 1, 0],
        ['offer', 1, 5],
        ['release', 0, 0],
        ['travel', 1, 3],
      ]);
      expect(whole).toMatchObject({ state: 'running', usedSeconds: 3 * 3600, pausedSeconds: 8 * 3600 });
      expect(events.filter(({ kind }) => kind === 'ask' || kind === 'go-on').every(({ toState }) => toState === null)).toBe(true);
      expect((await requests.begin({}, kenya)).pausedAt).toBeNull();
      await work();
      const told = (await mails()).filter(({ to }) => to === 'kenya@desk.example').map(({ text }) => text);
      expect(told.some((text) => text.includes('goes on without the information'))).toBe(true);
      expect(told.some((text) => text.includes('airport'))).toBe(false);
    });

    it('tell the officers once when a stage is overdue, whatever runs twice', async () => {
      const { requests, queue, kenya, officer, clock, work, mails, database } = await desk();
      await requests.begin({ ...ASK, submit: true }, kenya);
      const overdue = async () => (await mails()).filter(({ subject }) => subject === 'A surge request is overdue');
      clock.advance(4 * HOUR);
      await work();
      expect(await overdue()).toEqual([]);
      clock.advance(1000);
      await work();
      expect(await overdue()).toMatchObject([{ to: 'officer@desk.example', text: expect.stringContaining('under review has run out') }]);
      clock.advance(50 * HOUR);
      const { affected } = await database.read.getRepository(OutboxJob).update({ name: 'surge.stage-due' }, { state: 'pending' });
      expect(affected).toBe(1);
      await work();
      expect(await overdue()).toHaveLength(1);
      expect(await queue.lines({ late: true }, officer)).toMatchObject([{ stage: { stage: 'triage', late: true } }]);
    });

    it('look again after a pause, and tell nobody who is in time', async () => {
      const { requests, take, kenya, officer, clock, work, mails } = await desk();
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      await take(id, 'review', officer);
      await take(id, 'ask', officer, 'Which prisons?');
      clock.advance(20 * HOUR);
      await take(id, 'answer', kenya, 'Both of them.');
      clock.advance(HOUR);
      await work();
      const overdue = async () => (await mails()).filter(({ subject }) => subject === 'A surge request is overdue').length;
      expect(await overdue()).toBe(0);
      clock.advance(11 * HOUR + 1000);
      await work();
      expect(await overdue()).toBe(1);
    });
  });

  describe('who has a request', () => {
    it('is whoever took it, until it is handed over; both are counted', async () => {
      const { requests, desk: officers, queue, reader, take, account, kenya, officer, work, mails } = await desk();
      const second = await account('surge-officer', 'second@desk.example', null);
      const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
      const other = await requests.begin({ ...ASK, submit: true }, kenya);
      await take(id, 'review', officer);
      expect(await queue.load(officer)).toMatchObject([{ officerId: null, requests: 1, late: 0 }, { requests: 1 }, { requests: 0 }]);
      const { version } = await reader.request(id, officer);
      await officers.give(id, { officerId: second.accountId, handOverReason: 'I am on leave.', version }, officer);
      await officers.give(other.id, { officerId: officer.accountId, version: other.version }, officer);
      expect((await queue.lines({ officer: second.accountId }, officer)).map(({ request }) => request.id)).toEqual([id]);
      expect(await queue.lines({ officer: 'nobody' }, officer)).toEqual([]);
      expect((await reader.one(id, kenya)).events.at(-1)).toMatchObject({
        kind: 'handed-over',
        reason: 'I am on leave.',
        officer: 'The surge-officer',
      });
      await take(id, 'approve', officer, 'It is grave and close.');
      expect((await reader.request(id, officer)).officerId).toBe(second.accountId);
      await work();
      const told = (await mails()).filter(({ subject }) => subject === 'A surge request was handed over to you');
      expect(told.map(({ to }) => to)).toEqual(['second@desk.example']);
    });

    it('can only be an officer', async () => {
      const { requests, desk: officers, kenya, officer, reader } = await desk();
      const { id, version } = await requests.begin({ ...ASK, submit: true }, kenya);
      await expect(officers.give(id, { officerId: kenya.accountId, version }, officer)).rejects.toMatchObject({
        fields: [{ field: 'officerId' }],
      });
      expect((await reader.request(id, officer)).officerId).toBeNull();
    });
  });

  it('shows the desk a request whose country is missing', async () => {
    const { requests, queue, reader, kenya, officer, database } = await desk();
    const { id } = await requests.begin({ ...ASK, submit: true }, kenya);
    await database.read.getRepository(SurgeRequest).update({ id }, { country: '' });
    expect((await queue.lines({}, officer)).map(({ request }) => request.id)).toEqual([id]);
    expect((await reader.one(id, officer)).place).toBe(1);
  });
});

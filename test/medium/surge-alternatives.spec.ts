import type { Actor } from '../../src/core/access.js';
import type { Alternative } from '../../src/core/surge-decision.js';
import { Notice } from '../../src/features/notices/index.js';
import { AlternativeReader, SurgeAlternative, SurgeAlternatives, SurgeEvent, SurgeRequest } from '../../src/features/surge/index.js';
import type { AlternativeStepDto } from '../../src/features/surge/surge-alternatives.dto.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { ASK, surgeDesks } from '../support/surge-desk.js';

const HOUR = 3_600_000;

onEveryDatabase((open) => {
  const desks = surgeDesks(open);

  /** A request of the Kenyan office, declined with something offered instead. */
  async function declined(...alternatives: Alternative[]) {
    const desk = await desks();
    const service = desk.module.get(SurgeAlternatives);
    const { id } = await desk.requests.begin({ ...ASK, submit: true }, desk.kenya);
    const { version } = await desk.take(id, 'review', desk.officer);
    await desk.steps.take(id, { step: 'decline', reason: 'Somebody is there already.', alternatives, version }, desk.officer);
    return {
      ...desk,
      id,
      answer: (name: Alternative, dto: AlternativeStepDto, me: Actor = desk.kenya) => service.take(id, name, dto, me),
      views: async (me: Actor = desk.kenya) => (await desk.reader.one(id, me)).alternatives,
      toArrange: () => desk.module.get(AlternativeReader).toArrange(desk.officer),
      told: async (to: string, subject: string) => {
        await desk.work();
        return (await desk.mails()).filter((mail) => mail.to === to && mail.subject === subject);
      },
    };
  }

  it('shows both sides what was offered instead, and tells the office that something was', async () => {
    const { views, officer, told, reader, id, kenya } = await declined('regional-adviser', 'remote-support');
    expect((await views()).map(({ alternative, state, steps }) => [alternative, state, steps])).toEqual([
      ['regional-adviser', 'offered', ['take-up', 'turn-down']],
      ['remote-support', 'offered', ['take-up', 'turn-down']],
    ]);
    expect((await views(officer)).map(({ state, steps }) => [state, steps])).toEqual([
      ['offered', []],
      ['offered', []],
    ]);
    const [mail] = await told('kenya@desk.example', 'A decision on your surge request');
    expect(mail?.text).toContain('offers you something else instead');
    expect((await reader.one(id, kenya)).events.at(-1)).toMatchObject({
      kind: 'decline',
      alternatives: ['regional-adviser', 'remote-support'],
    });
  });

  it('makes a draft of its own of a technical mission that is taken up, once, and the desk sees it when it is submitted', async () => {
    const { answer, views, reader, kenya, uganda, officer, take, id, told, database, clock } = await declined('technical-mission');
    clock.advance(5 * HOUR);
    const { followUpId } = await answer('technical-mission', { step: 'take-up', reason: 'A week would do.' });
    expect((await answer('technical-mission', { step: 'take-up' })).followUpId).toBe(followUpId);
    const draft = await reader.request(followUpId ?? '', kenya);
    expect(draft).toMatchObject({ ...ASK, state: 'draft', followsId: id, submittedAt: null });
    expect(await database.read.getRepository(SurgeRequest).countBy({ followsId: id })).toBe(1);
    expect((await views())[0]?.followUp).toEqual({ id: draft.id, reference: draft.reference, state: 'draft' });
    expect((await views(officer))[0]).toMatchObject({ state: 'taken-up', answerReason: 'A week would do.', followUp: null, clock: null });
    await expect(reader.one(draft.id, officer)).rejects.toMatchObject({ code: 'not-found' });
    await expect(answer('technical-mission', { step: 'take-up' }, uganda)).rejects.toMatchObject({ code: 'not-found' });
    clock.advance(2 * HOUR);
    await take(draft.id, 'submit', kenya);
    const view = await reader.one(draft.id, officer);
    expect(view.follows).toMatchObject({ id, state: 'declined' });
    expect(view.clock).toMatchObject({ state: 'running', usedSeconds: 0 });
    expect((await views(officer))[0]?.followUp).toMatchObject({ state: 'submitted' });
    const mails = await told('officer@desk.example', 'An answer to what was offered instead');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('writes a request');
  });

  it('begins one draft when two of the office take it up at the same moment', async () => {
    const { answer, database, id, told } = await declined('technical-mission');
    const both = await Promise.all([1, 2, 3].map(() => answer('technical-mission', { step: 'take-up' })));
    expect(new Set(both.map(({ followUpId }) => followUpId)).size).toBe(1);
    expect(await database.read.getRepository(SurgeRequest).countBy({ followsId: id })).toBe(1);
    expect(await told('officer@desk.example', 'An answer to what was offered instead')).toHaveLength(1);
  });

  it('records who helps and until when, with a clock from the taking up, and tells the office', async () => {
    const { answer, views, officer, toArrange, told, clock, database, id } = await declined('remote-support');
    await expect(answer('remote-support', { step: 'arrange', who: 'Somebody', until: '2026-12-31' }, officer)).rejects.toMatchObject({
      code: 'surge.not-allowed',
    });
    expect(await toArrange()).toEqual([]);
    await answer('remote-support', { step: 'take-up' });
    await answer('remote-support', { step: 'take-up' });
    clock.advance(3 * HOUR);
    expect(await toArrange()).toMatchObject([
      { alternative: 'remote-support', clock: { usedSeconds: 3 * 3600, allowedSeconds: 8 * 3600 } },
    ]);
    await expect(answer('remote-support', { step: 'arrange' }, officer)).rejects.toMatchObject({
      fields: [{ field: 'who' }, { field: 'until' }],
    });
    await answer('remote-support', { step: 'arrange', who: 'Regional office in Nairobi', until: '2026-12-31' }, officer);
    clock.advance(HOUR);
    await answer('remote-support', { step: 'arrange', who: 'Regional office in Nairobi', until: '2027-01-15' }, officer);
    expect(await views()).toMatchObject([
      {
        state: 'arranged',
        who: 'Regional office in Nairobi',
        until: '2027-01-15',
        clock: { usedSeconds: 3 * 3600, dueAt: null, late: false },
        steps: [],
      },
    ]);
    expect(await toArrange()).toEqual([]);
    expect(await told('officer@desk.example', 'An answer to what was offered instead')).toHaveLength(1);
    const mails = await told('kenya@desk.example', 'Support has been arranged for you');
    expect(mails).toHaveLength(2); // the second because the last day changed
    expect(mails.map(({ text }) => text).join()).not.toContain('Nairobi');
    const history = await database.read.getRepository(SurgeEvent).find({ where: { requestId: id }, order: { id: 'ASC' } });
    expect(history.slice(-3).map(({ kind }) => kind)).toEqual(['alternative-taken-up', 'alternative-arranged', 'alternative-arranged']);
  });

  it('tells the officers once when what was taken up is not arranged in time, and nobody when it was', async () => {
    const { answer, officer, told, clock, work, database } = await declined('regional-adviser', 'remote-support');
    await answer('regional-adviser', { step: 'take-up' });
    await answer('remote-support', { step: 'take-up' });
    await answer('remote-support', { step: 'arrange', who: 'The office in Geneva', until: '2026-12-01' }, officer);
    clock.advance(8 * HOUR);
    expect(await told('officer@desk.example', 'Support that an office took up is not arranged yet')).toHaveLength(0);
    clock.advance(1000);
    await work();
    await database.read.getRepository(OutboxJob).update({ name: 'surge.alternative-due' }, { state: 'pending' });
    expect(await told('officer@desk.example', 'Support that an office took up is not arranged yet')).toHaveLength(1);
    const notices = await database.read.getRepository(Notice).find();
    expect(notices.filter(({ state }) => state === 'expected' || state === 'failed')).toEqual([]);
  });

  it('shows the officer that it was not taken up, and why; the office may think again', async () => {
    const { answer, views, officer, told } = await declined('regional-adviser');
    await answer('regional-adviser', { step: 'turn-down', reason: 'We have that already.' });
    expect(await views(officer)).toMatchObject([{ state: 'turned-down', answerReason: 'We have that already.', clock: null }]);
    const [mail] = await told('officer@desk.example', 'An answer to what was offered instead');
    expect(mail?.text).toContain('does not take up');
    await answer('regional-adviser', { step: 'take-up' });
    expect(await views(officer)).toMatchObject([{ state: 'taken-up', steps: ['arrange'] }]);
  });

  it('can also be taken up where it was offered before it had rows of its own', async () => {
    const { views, id, database } = await declined('regional-adviser', 'technical-mission');
    const { dataSource } = database;
    const before = (await database.read.getRepository(SurgeAlternative).find()).map(({ requestId, alternative }) => [
      requestId,
      alternative,
    ]);
    const undone = dataSource.migrations.filter(({ name = '' }) => Number(name.slice(-13)) >= 1_764_000_113_000).length;
    for (let step = 0; step < undone; step += 1) await dataSource.undoLastMigration({ transaction: 'each' });
    await dataSource.runMigrations({ transaction: 'each' });
    const after = (await database.read.getRepository(SurgeAlternative).find()).map(({ requestId, alternative }) => [
      requestId,
      alternative,
    ]);
    expect(after).toEqual(before);
    expect(before).toHaveLength(2);
    expect((await views()).map(({ state }) => state)).toEqual(['offered', 'offered']);
    expect(id).toBe(before[0]?.[0]);
  });
});

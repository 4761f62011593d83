import { SurgeRequest } from '../../src/features/surge/index.js';
import { newId } from '../../src/platform/database/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { ASK, surgeDesks } from '../support/surge-desk.js';

onEveryDatabase((open) => {
  const desk = surgeDesks(open);

  it('a form that arrives twenty times at once makes one draft, and one request', async () => {
    const { drafts, kenya, database } = await desk();
    const form = { token: newId() };
    const kept = await Promise.all(Array.from({ length: 20 }, () => drafts.keep({ situation: 'Mass arrests.' }, form, kenya)));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(new Set(kept.map(({ version }) => version))).toEqual(new Set([1]));
    const sent = await Promise.all(Array.from({ length: 20 }, () => drafts.keep({ ...ASK, submit: true }, form, kenya)));
    expect(new Set(sent.map(({ id, state }) => `${id} ${state}`))).toEqual(new Set([`${kept[0]?.id} submitted`]));
    expect(await database.read.getRepository(SurgeRequest).count()).toBe(1);
  });

  it('saves over itself although it never heard an answer', async () => {
    const { drafts, reader, kenya } = await desk();
    const form = { token: newId() };
    const { id } = await drafts.keep({ situation: 'Mass' }, form, kenya);
    for (const situation of ['Mass arrests', 'Mass arrests before the vote.'])
      await drafts.keep({ situation }, { id, ...form, version: 1 }, kenya);
    expect(await reader.request(id, kenya)).toMatchObject({ situation: 'Mass arrests before the vote.', state: 'draft', version: 3 });
    expect((await reader.one(id, kenya)).events.map(({ kind }) => kind)).toEqual(['begun']); // one stretch of typing
  });

  it('tells another form, and changes nothing then', async () => {
    const { drafts, requests, reader, kenya } = await desk();
    const [first, second] = [newId(), newId()];
    const { id, version } = await drafts.keep({ situation: 'First.' }, { token: first }, kenya);
    await drafts.keep({ situation: 'Second.' }, { id, token: second, version }, kenya);
    await expect(drafts.keep({ situation: 'First again.' }, { id, token: first, version }, kenya)).rejects.toMatchObject({
      code: 'conflict.stale',
    });
    await expect(drafts.keep({ situation: 'First again.' }, { token: first }, kenya)).rejects.toMatchObject({ code: 'conflict.stale' });
    expect((await reader.request(id, kenya)).situation).toBe('Second.');
    await requests.edit(id, { situation: 'By the API.', version: version + 1 }, kenya);
    await expect(drafts.keep({ situation: 'Second again.' }, { id, token: second, version: version + 1 }, kenya)).rejects.toMatchObject({
      code: 'conflict.stale',
    });
  });

  it('what was submitted takes no more from another form, and no draft of another country is touched', async () => {
    const { drafts, kenya, uganda, officer, reader } = await desk();
    const form = { token: newId() };
    const { id, version } = await drafts.keep({ ...ASK, submit: true }, form, kenya);
    await expect(drafts.keep(ASK, { id, token: newId(), version }, kenya)).rejects.toMatchObject({ code: 'surge.not-allowed' });
    expect((await drafts.keep({ situation: 'Late.' }, form, kenya)).situation).toBe(ASK.situation);
    const draft = await drafts.keep({}, { token: newId() }, kenya);
    for (const me of [uganda, officer])
      await expect(drafts.keep({}, { id: draft.id, token: newId(), version: 1 }, me)).rejects.toMatchObject({ code: 'not-found' });
    expect((await reader.request(draft.id, kenya)).version).toBe(1);
  });

  it('keeps what is complete or not, and submits only what is complete', async () => {
    const { drafts, reader, kenya } = await desk();
    const form = { token: newId() };
    const { id } = await drafts.keep({ situation: 'Mass arrests.' }, form, kenya);
    await expect(drafts.keep({ situation: 'Mass arrests, more.', submit: true }, { id, ...form }, kenya)).rejects.toMatchObject({
      code: 'input.invalid',
    });
    expect(await reader.request(id, kenya)).toMatchObject({ state: 'draft', situation: 'Mass arrests.' });
  });
});

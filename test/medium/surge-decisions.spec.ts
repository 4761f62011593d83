import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { ASK, type SurgeDesk, surgeDesks } from '../support/surge-desk.js';

onEveryDatabase((open) => {
  const desk = surgeDesks(open);

  /** A request under review with so many places, and a second officer. */
  async function underReview({ requests, take, account, officer, kenya }: SurgeDesk, seats: number) {
    const second = await account('surge-officer', 'second@desk.example', null);
    const { id } = await requests.begin({ ...ASK, seats, submit: true }, kenya);
    const { version } = await take(id, 'review', officer);
    return { id, version, second };
  }

  it('an approval can change the terms, and what was asked stays in the history', async () => {
    const at = await desk();
    const { id, version } = await underReview(at, 4);
    const terms = { seats: 2, endsOn: '2026-12-20', urgency: 'urgent' } as const;
    await at.steps.take(id, { step: 'approve', reason: 'Two can be hosted.', terms, version }, at.officer);
    const { request, events, clock } = await at.reader.one(id, at.kenya);
    expect(request).toMatchObject({ state: 'approved', ...terms, startsOn: '2026-12-07' });
    expect(clock.allowedSeconds).toBe(168 * 3600);
    expect(events.at(-1)).toMatchObject({
      kind: 'approve',
      reason: 'Two can be hosted.',
      changes: [
        { field: 'urgency', from: 'immediate', to: 'urgent' },
        { field: 'endsOn', from: '2026-12-27', to: '2026-12-20' },
        { field: 'seats', from: 4, to: 2 },
      ],
    });
  });

  it('more than was asked for, or other terms with another step, change nothing', async () => {
    const at = await desk();
    const { id, version } = await underReview(at, 2);
    for (const [step, terms] of [
      ['approve', { seats: 3 }],
      ['decline', { seats: 1 }],
      ['ask', { endsOn: '2026-12-20' }],
    ] as const) {
      await expect(at.steps.take(id, { step, reason: 'As it is.', terms, version }, at.officer)).rejects.toMatchObject({
        code: 'input.invalid',
      });
    }
    expect(await at.reader.request(id, at.officer)).toMatchObject({ state: 'under-review', seats: 2, endsOn: '2026-12-27', version });
  });

  it('two persons approve where policy says so, and they are two', async () => {
    const at = await desk();
    const { id, version, second } = await underReview(at, 3);
    const proposed = await at.steps.take(
      id,
      { step: 'approve', reason: 'Grave and close.', terms: { endsOn: '2026-12-20' }, version },
      at.officer,
    );
    expect(proposed).toMatchObject({ state: 'confirming', endsOn: '2026-12-27' });
    expect(await at.reader.one(id, second)).toMatchObject({
      proposedBy: at.officer.accountId,
      stages: expect.arrayContaining([expect.objectContaining({ stage: 'decision', state: 'running' })]),
    });
    await expect(at.take(id, 'confirm', at.officer, 'I am sure.')).rejects.toMatchObject({ code: 'surge.second-person' });
    await expect(at.take(id, 'confirm', second, ' ')).rejects.toMatchObject({ fields: [{ field: 'reason' }] });
    await expect(at.take(id, 'match', second)).rejects.toMatchObject({ code: 'surge.not-allowed' });
    expect(await at.take(id, 'confirm', second, 'I agree.')).toMatchObject({
      state: 'approved',
      endsOn: '2026-12-20',
      officerId: at.officer.accountId,
    });
    expect((await at.reader.one(id, at.kenya)).events.slice(-2)).toMatchObject([
      { kind: 'propose', reason: 'Grave and close.', rules: ['many-places'] },
      { kind: 'confirm', reason: 'I agree.', changes: [{ field: 'endsOn' }] },
    ]);
    await at.work();
    const mails = await at.mails();
    expect(mails.filter(({ subject }) => subject === 'An approval waits for a second person')).toEqual([]); // it no longer did
    expect(mails.filter(({ subject }) => subject === 'A decision on your surge request')).toHaveLength(1);
    const actions = await at.database.read.getRepository(AuditEntry).findBy({ subjectId: id });
    expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['surge.propose', 'surge.confirm']));
  });

  it('the second person is told, and can send the approval back', async () => {
    const at = await desk();
    const { id, version, second } = await underReview(at, 3);
    await at.steps.take(id, { step: 'approve', reason: 'Grave and close.', version }, at.officer);
    await at.work();
    expect((await at.mails()).filter(({ subject }) => subject === 'An approval waits for a second person').map(({ to }) => to)).toContain(
      'second@desk.example',
    );
    await at.take(id, 'reconsider', second, 'Ask for hosting first.');
    expect(await at.reader.request(id, at.officer)).toMatchObject({ state: 'under-review', seats: 3 });
    await at.take(id, 'approve', second, 'Hosting is there now.');
    await at.take(id, 'confirm', at.officer, 'Good.'); // another proposal, so now the first officer is the second person
    expect((await at.reader.request(id, at.officer)).state).toBe('approved');
  });

  it('one person is enough for what is approved in part below the limit', async () => {
    const at = await desk();
    const { id, version } = await underReview(at, 3);
    const approved = await at.steps.take(id, { step: 'approve', reason: 'Two for now.', terms: { seats: 2 }, version }, at.officer);
    expect(approved.state).toBe('approved');
  });

  it('a request is declined with what is offered instead, and only then', async () => {
    const at = await desk();
    const { id, version } = await underReview(at, 1);
    const alternatives = ['regional-adviser', 'remote-support'] as const;
    await expect(
      at.steps.take(id, { step: 'approve', reason: 'Yes.', alternatives: [...alternatives], version }, at.officer),
    ).rejects.toMatchObject({ fields: [{ field: 'alternatives' }] });
    await at.steps.take(id, { step: 'decline', reason: 'Nobody can be hosted.', alternatives: [...alternatives], version }, at.officer);
    expect((await at.reader.one(id, at.kenya)).events.at(-1)).toMatchObject({ kind: 'decline', alternatives });
  });

  it('an office decides nothing', async () => {
    const at = await desk();
    const { id, second } = await underReview(at, 3);
    await expect(at.take(id, 'approve', at.kenya, 'Please.')).rejects.toMatchObject({ code: 'access.not-allowed' });
    await at.take(id, 'approve', at.officer, 'Grave.');
    await expect(at.take(id, 'confirm', at.kenya, 'Please.')).rejects.toMatchObject({ code: 'access.not-allowed' });
    await expect(at.take(id, 'confirm', { ...second, role: 'auditor' }, 'Fine.')).rejects.toMatchObject({ code: 'access.not-allowed' });
  });
});

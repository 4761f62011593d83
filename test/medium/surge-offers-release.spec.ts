import { AccountsService } from '../../src/features/accounts/index.js';
import { OfferClocks } from '../../src/features/surge/index.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { withAgency } from '../support/release-desk.js';
import { surgeDesks } from '../support/surge-desk.js';

const HOUR = 3_600_000;

onEveryDatabase((open) => {
  const opened = surgeDesks(open);
  const desk = async (experts = 3) => {
    const surge = await opened(0);
    return { ...surge, ...(await withAgency(surge, experts)) };
  };
  const token = (sent: { token: string } | undefined) => sent?.token ?? '';
  const idOf = (sent: { offer: { id: string } } | undefined) => sent?.offer.id ?? '';
  const subjects = async (mails: () => Promise<{ to: string; subject: string }[]>) =>
    (await mails()).map(({ to, subject }) => `${to}: ${subject}`);

  it('is asked from the agency with the offer, with a deadline of its own, and exists for its focal points alone', async () => {
    const { matching, offer, releases, own, other, work, mails, clock } = await desk();
    await offer((await matching()).id, 2);
    const asked = await releases.list(own);
    expect(asked.map(({ state, open: decidable, name, deadline }) => [state, decidable, name, deadline])).toEqual(
      asked.map(({ name }) => ['asked', true, name, clock.iso(24 * HOUR)]),
    );
    expect(asked).toHaveLength(2);
    expect(await releases.list(other)).toEqual([]);
    await expect(releases.one(asked[0]?.id ?? '', other)).rejects.toMatchObject({ code: 'not-found' });
    await expect(releases.decide(asked[0]?.id ?? '', { decision: 'grant' }, other)).rejects.toMatchObject({ code: 'not-found' });
    await work();
    const told = await subjects(mails);
    expect(told.filter((one) => one === 'focal@undp.example: A release is asked from your agency')).toHaveLength(2);
    expect(told.join()).not.toContain('focal@unicef.example');
  });

  it('makes an acceptance firm: until then the seat and the days are held, and the office does not learn who', async () => {
    const { matching, offer, answers, reader, decide, officer, kenya, reservations, work, mails } = await desk();
    const { id } = await matching();
    const [first, second] = await offer(id, 2);
    expect(await answers.answer({ token: token(first), answer: 'accept' })).toMatchObject({ standing: 'awaiting-release' });
    const held = await reader.one(id, officer);
    expect([held.request.state, held.freeSeats, held.offers[0]?.standing]).toEqual(['offered', 0, 'awaiting-release']);
    expect((await reservations.of([first?.offer.expertId ?? ''])).size).toBe(1);
    expect((await reader.one(id, kenya)).offers[0]).toMatchObject({
      name: null,
      number: null,
      standing: 'awaiting-release',
      release: null,
    });
    await expect(answers.answer({ token: token(second), answer: 'accept' })).rejects.toMatchObject({ code: 'offer.seats-held' });
    await decide(idOf(first), 'grant');
    const firm = await reader.one(id, officer);
    expect([firm.request.state, firm.offers.map(({ standing, state }) => [standing, state])]).toEqual([
      'filled',
      [
        ['firm', 'accepted'],
        ['ended', 'withdrawn'],
      ],
    ]);
    expect((await reader.one(id, kenya)).offers[0]?.name).not.toBeNull();
    await work();
    const told = await subjects(mails);
    expect(told).toEqual(
      expect.arrayContaining([
        'expert1@example.org: Your acceptance has been recorded',
        'expert2@example.org: The offer to you has been closed',
        'kenya@desk.example: An offer has been accepted',
        'focal@undp.example: A release is no longer needed',
      ]),
    );
    // What was no longer so when its mail was due was not said.
    expect(told).not.toContain('expert1@example.org: Your acceptance has been recorded; your agency is asked');
  });

  it('may come before the expert answers', async () => {
    const { matching, offer, answers, reader, decide, officer } = await desk();
    const { id } = await matching();
    const [sent] = await offer(id, 1);
    await decide(idOf(sent), 'grant');
    expect((await reader.one(id, officer)).offers[0]).toMatchObject({ state: 'sent', standing: 'open', release: { state: 'granted' } });
    expect(await answers.answer({ token: token(sent), answer: 'accept' })).toMatchObject({ standing: 'firm' });
    expect((await reader.request(id, officer)).state).toBe('filled');
  });

  it('that is refused frees the seat and the days, tells the expert kindly, and names who could be asked next', async () => {
    const { matching, offer, answers, reader, decide, officer, kenya, reservations, work, mails } = await desk();
    const { id } = await matching();
    const [sent] = await offer(id, 1);
    await answers.answer({ token: token(sent), answer: 'accept' });
    await decide(idOf(sent), 'refuse');
    const view = await reader.one(id, officer);
    expect([view.request.state, view.freeSeats]).toEqual(['matching', 1]);
    expect(view.offers[0]).toMatchObject({ state: 'withdrawn', answerReason: 'release-refused', release: { state: 'refused' } });
    expect((await reservations.of([sent?.offer.expertId ?? ''])).size).toBe(0);
    expect(JSON.stringify(await reader.one(id, kenya))).not.toContain('flood');
    await expect(answers.answer({ token: token(sent), answer: 'accept' })).rejects.toMatchObject({ code: 'offer.not-open' });
    await work();
    const all = await mails();
    expect(all.map(({ to, subject }) => `${to}: ${subject}`)).toContain('expert1@example.org: Your agency has answered');
    expect(all.find(({ subject }) => subject === 'A release was refused: please decide')?.text).toContain('roster number 2');
  });

  it('that is refused before the answer closes the offer; the others stay asked', async () => {
    const { matching, offer, answers, reader, decide, officer } = await desk();
    const { id } = await matching();
    const [first, second] = await offer(id, 2);
    await decide(idOf(first), 'refuse');
    await expect(answers.answer({ token: token(first), answer: 'accept' })).rejects.toMatchObject({ code: 'offer.not-open' });
    expect((await reader.request(id, officer)).state).toBe('offered');
    expect(await answers.answer({ token: token(second), answer: 'accept' })).toMatchObject({ state: 'accepted' });
  });

  it('says when nobody at the agency has an account and could have been told', async () => {
    const surge = await opened(0);
    const { id } = await surge.matching();
    await withAgency(surge, 1, 'WFP', false);
    await surge.offer(id, 1);
    expect((await surge.reader.one(id, surge.officer)).offers[0]?.release).toMatchObject({ agency: 'WFP', reachable: false });
    await surge.work();
    expect((await surge.mails()).some(({ subject }) => subject.includes('release'))).toBe(false);
  });

  it('tells a focal point who is added or let in again at once, and once, and nobody twice', async () => {
    const surge = await opened(0);
    const { id } = await surge.matching();
    await withAgency(surge, 1, 'WFP', false);
    await surge.offer(id, 1);
    await surge.work();
    const accounts = surge.module.get(AccountsService, { strict: false });
    const asked = async () => (await subjects(surge.mails)).filter((one) => one.endsWith('A release is asked from your agency'));
    const add = (email: string, agency: string) =>
      accounts.add({ email, name: 'Focal', role: 'agency-focal-point', agency, password: 'a quiet long password' }, 'system');
    await add('new@unicef.example', 'UNICEF');
    await surge.work();
    expect(await asked()).toEqual([]);
    const { account } = await add('new@wfp.example', 'WFP');
    await surge.work();
    expect(await asked()).toEqual(['new@wfp.example: A release is asked from your agency']);
    expect((await surge.reader.one(id, surge.officer)).offers[0]?.release).toMatchObject({ reachable: true });
    await accounts.disable(account.id, surge.officer);
    await accounts.enable(account.id, surge.officer);
    await add('second@wfp.example', 'WFP');
    await surge.database.read.getRepository(OutboxJob).update({ name: 'account.arrived' }, { state: 'pending' });
    await surge.work();
    expect(await asked()).toEqual([
      'new@wfp.example: A release is asked from your agency',
      'second@wfp.example: A release is asked from your agency',
    ]);
  });

  it('is decided once, with a reason for a refusal', async () => {
    const { matching, offer, releases, own, decide } = await desk();
    const [sent] = await offer((await matching()).id, 1);
    const [asked] = await releases.list(own);
    await expect(releases.decide(asked?.id ?? '', { decision: 'refuse' }, own)).rejects.toMatchObject({ fields: [{ field: 'reason' }] });
    await decide(idOf(sent), 'grant');
    await expect(decide(idOf(sent), 'refuse')).rejects.toMatchObject({ code: 'release.not-open' });
  });

  it('is no longer needed when the expert declines: the agency is told', async () => {
    const { matching, offer, answers, releases, own, work, mails, decide } = await desk();
    const [sent] = await offer((await matching()).id, 1);
    await work();
    await answers.answer({ token: token(sent), answer: 'decline' });
    expect((await releases.list(own))[0]).toMatchObject({ state: 'closed', open: false });
    await expect(decide(idOf(sent), 'grant')).rejects.toMatchObject({ code: 'release.not-open' });
    await work();
    expect(await subjects(mails)).toContain('focal@undp.example: A release is no longer needed');
  });

  it('is reminded of, becomes overdue at its deadline, and can still be granted; the officer is told and may stop waiting', async () => {
    const { matching, offer, answers, reader, decide, officer, clock, work, mails, offers } = await desk();
    const { id } = await matching({ seats: 2 });
    const [first, second] = await offer(id, 2);
    for (const sent of [first, second]) await answers.answer({ token: token(sent), answer: 'accept' });
    await work();
    clock.advance(18 * HOUR - 1);
    await work();
    const reminder = 'focal@undp.example: A reminder: a release is asked from your agency';
    expect(await subjects(mails)).not.toContain(reminder);
    clock.advance(1);
    await work();
    expect((await subjects(mails)).filter((one) => one === reminder)).toHaveLength(2);
    clock.advance(6 * HOUR);
    await work();
    expect((await subjects(mails)).filter((one) => one === 'officer@desk.example: A release is overdue: please decide')).toHaveLength(2);
    const overdue = await reader.one(id, officer);
    expect(overdue.offers.map(({ standing, release }) => [standing, release?.state])).toEqual([
      ['awaiting-release', 'overdue'],
      ['awaiting-release', 'overdue'],
    ]);
    await decide(idOf(first), 'grant');
    await offers.withdraw(id, idOf(second), { version: (await reader.request(id, officer)).version }, officer);
    const after = await reader.one(id, officer);
    expect([after.request.state, after.freeSeats, after.offers[1]]).toMatchObject([
      'matching',
      1,
      { state: 'withdrawn', answerReason: 'by-officer', release: { state: 'closed' } },
    ]);
    await expect(offers.withdraw(id, idOf(first), { version: after.request.version }, officer)).rejects.toMatchObject({
      code: 'offer.not-open',
    });
  });

  it('waits for its deadline when clocks were set back, and is overdue once however often its job runs', async () => {
    const { matching, offer, module, clock, releases, own, reader, officer, database } = await desk(1);
    const { id } = await matching();
    await offer(id, 1);
    const [asked] = await releases.list(own);
    const run = (name: string) => module.get(OfferClocks).expire({ releaseId: asked?.id ?? '' }, { id: name, attempt: 1, last: false });
    await run('early');
    expect((await releases.list(own))[0]?.state).toBe('asked');
    expect(await database.read.getRepository(OutboxJob).countBy({ name: 'surge.release-overdue', dueAt: asked?.deadline })).toBe(2);
    clock.advance(24 * HOUR);
    await Promise.all([run('a'), run('b')]);
    await run('c');
    expect((await reader.one(id, officer)).events.filter(({ kind }) => kind === 'release-overdue')).toHaveLength(1);
  });

  it('keeps the seats exact when fifty accept and agencies answer at once', async () => {
    const { matching, offer, answers, reader, decide, officer, reservations } = await desk(50);
    const { id } = await matching({ seats: 2 });
    const sent = await offer(id, 50);
    const answered = sent.map((one) => answers.answer({ token: token(one), answer: 'accept' }));
    const decided = sent.map((one, at) => decide(idOf(one), at % 2 === 0 ? 'grant' : 'refuse'));
    await Promise.allSettled([...answered, ...decided]);
    // Whoever found the places held tries again, as the page says; half of all are released.
    for (const one of sent) await answers.answer({ token: token(one), answer: 'accept' }).catch(() => undefined);
    const { offers, request, freeSeats } = await reader.one(id, officer);
    expect([request.state, freeSeats]).toEqual(['filled', 0]);
    expect(offers.filter(({ standing }) => standing === 'firm')).toHaveLength(2);
    expect(offers.filter(({ state }) => state === 'accepted')).toHaveLength(2);
    expect(offers.filter(({ standing, release }) => standing === 'firm' && release?.state !== 'granted')).toEqual([]);
    expect((await reservations.of(sent.map((one) => one.offer.expertId))).size).toBe(2);
  });
});

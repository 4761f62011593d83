import { OfferClocks, SurgeOffer } from '../../src/features/surge/index.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { ASK, surgeDesks } from '../support/surge-desk.js';

const HOUR = 3_600_000;

onEveryDatabase((open) => {
  const desk = surgeDesks(open);

  it('is mailed with a link that only the mail knows, and says neither where nor what', async () => {
    const { matching, offer, work, mails, database } = await desk();
    const [sent] = await offer((await matching()).id, 1);
    await work();
    const mail = (await mails()).find(({ to }) => to === 'expert1@example.org');
    expect(mail?.subject).toBe('A mission is offered to you: please answer');
    expect(mail?.text).toContain(`https://desk.example/offers/${sent?.token}`);
    expect(mail?.text).not.toMatch(/Kenya|arrest|detention/i);
    const stored = JSON.stringify([
      await database.read.getRepository(SurgeOffer).find(),
      await database.read.getRepository(OutboxJob).find(),
    ]);
    expect(stored).not.toContain(sent?.token.split('.')[1]);
  });

  it('shows the mission to whoever has the link, and changes nothing by that', async () => {
    const { matching, offer, answers, offerNow } = await desk();
    const [sent] = await offer((await matching()).id, 1);
    const before = await offerNow(sent?.offer.id ?? '');
    expect(await answers.open(sent?.token ?? '')).toMatchObject({ open: true, request: { country: 'KEN' } });
    expect(await offerNow(sent?.offer.id ?? '')).toEqual(before);
  });

  it('takes the seat when accepted: days reserved, others told kindly, both sides told', async () => {
    const { matching, offer, answers, reader, officer, kenya, work, mails, reservations, offerNow } = await desk();
    const { id } = await matching();
    const [first, second] = await offer(id, 2);
    expect(await answers.answer({ token: second?.token ?? '', answer: 'accept' })).toEqual({
      state: 'accepted',
      standing: 'firm',
      reference: 'SR-2026-0001',
    });
    expect(await reader.request(id, officer)).toMatchObject({ state: 'filled' });
    expect(await offerNow(first?.offer.id ?? '')).toMatchObject({ state: 'withdrawn', answerReason: 'filled' });
    expect(await reservations.of([second?.offer.expertId ?? ''])).toEqual(
      // A day of travel each way is held as well.
      new Map([[second?.offer.expertId, [{ from: '2026-12-06', to: '2026-12-28' }]]]),
    );
    await work();
    const told = (await mails()).map(({ to, subject }) => `${to}: ${subject}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'expert2@example.org: Your acceptance has been recorded',
        'officer@desk.example: An offer has been accepted',
        'kenya@desk.example: An offer has been accepted',
        'expert1@example.org: The offer to you has been closed',
      ]),
    );
    // The office learns who is coming, and not who else was asked.
    expect((await reader.one(id, kenya)).offers.map(({ state, name, expertId }) => [state, name, expertId])).toEqual([
      ['withdrawn', null, null],
      ['accepted', 'Given Familyb', null],
    ]);
  });

  it('takes a second click kindly and refuses the opposite one, changing nothing', async () => {
    const { matching, offer, answers, reader, officer } = await desk();
    const { id } = await matching();
    const token = (await offer(id, 1))[0]?.token ?? '';
    await answers.answer({ token, answer: 'accept' });
    const after = await reader.one(id, officer);
    expect(await answers.answer({ token, answer: 'accept' })).toMatchObject({ state: 'accepted' });
    await expect(answers.answer({ token, answer: 'decline' })).rejects.toMatchObject({ code: 'offer.not-open' });
    expect(await reader.one(id, officer)).toEqual(after);
  });

  it('does not exist for a link that is cut, changed, made up, or put together from two', async () => {
    const { matching, offer, answers, offerNow } = await desk();
    const [one, other] = await offer((await matching()).id, 2);
    const [token, another] = [one?.token ?? '', other?.token ?? ''];
    const forged = [
      token.slice(0, -1),
      `${token.slice(0, 40)}${token[40] === 'A' ? 'B' : 'A'}${token.slice(41)}`,
      `${another.split('.')[0]}.${token.split('.')[1]}`,
      "' OR 1=1 --",
      '',
    ];
    for (const wrong of forged) {
      await expect(answers.open(wrong)).rejects.toMatchObject({ code: 'not-found' });
      await expect(answers.answer({ token: wrong, answer: 'accept' })).rejects.toMatchObject({ code: 'not-found' });
    }
    for (const each of [one, other]) expect((await offerNow(each?.offer.id ?? '')).state).toBe('sent');
  });

  it('gives fifty experts who click at once exactly the seats there are', async () => {
    const { matching, offer, answers, reader, officer, reservations } = await desk(50);
    const { id } = await matching({ seats: 2 });
    const sent = await offer(id, 50);
    expect(sent).toHaveLength(50);
    const outcomes = await Promise.allSettled(sent.map(({ token }) => answers.answer({ token, answer: 'accept' })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual(Array(48).fill('offer.seats-taken'));
    const { offers, request, freeSeats } = await reader.one(id, officer);
    expect([request.state, freeSeats]).toEqual(['filled', 0]);
    expect(offers.filter(({ state }) => state === 'accepted')).toHaveLength(2);
    expect(offers.filter(({ state }) => state === 'withdrawn')).toHaveLength(48);
    expect((await reservations.of(sent.map(({ offer: { expertId } }) => expertId))).size).toBe(2);
  });

  it('cannot put anybody on two missions at once: the second acceptance is refused by the database', async () => {
    const { matching, offer, answers, reader, officer, offerNow } = await desk(1);
    const [one, two] = [await matching(), await matching({ startsOn: ASK.endsOn, endsOn: '2027-01-31' })];
    const tokens = [(await offer(one.id, 1))[0], (await offer(two.id, 1))[0]];
    const outcomes = await Promise.allSettled(tokens.map((sent) => answers.answer({ token: sent?.token ?? '', answer: 'accept' })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'reservation.overlap' } });
    const loser = outcomes[0]?.status === 'rejected' ? 0 : 1;
    expect((await offerNow(tokens[loser]?.offer.id ?? '')).state).toBe('sent');
    expect((await reader.request([one, two][loser]?.id ?? '', officer)).state).toBe('offered');
  });

  it('is not made to somebody just booked, not even together with others', async () => {
    const { matching, offer, offers, answers, reader, officer, database } = await desk(2);
    const [one, two] = [await matching(), await matching()];
    const [sent] = await offer(one.id, 1);
    await answers.answer({ token: sent?.token ?? '', answer: 'accept' });
    const everybody = [...(await reader.one(one.id, officer)).offers.map(({ expertId }) => expertId ?? '')];
    await expect(offers.send(two.id, { experts: everybody, version: two.version }, officer)).rejects.toMatchObject({
      code: 'reservation.overlap',
    });
    expect(await database.read.getRepository(SurgeOffer).countBy({ requestId: two.id })).toBe(0);
    expect((await reader.request(two.id, officer)).state).toBe('matching');
  });

  it('is made only while the request is being matched, once to a person, and to nobody unknown', async () => {
    const { requests, matching, offer, offers, pool, kenya, officer, reader } = await desk();
    const expertId = (await pool.current()).pool.profile(1)?.id ?? '';
    const submitted = await requests.begin({ ...ASK, submit: true }, kenya);
    await expect(offers.send(submitted.id, { experts: [expertId], version: submitted.version }, officer)).rejects.toMatchObject({
      code: 'surge.not-open',
    });
    const { id, version } = await matching();
    await expect(offers.send(id, { experts: ['00000000-0000-7000-8000-000000000000'], version }, officer)).rejects.toMatchObject({
      code: 'offer.not-deployable',
    });
    await offer(id, 1);
    const now = await reader.request(id, officer);
    await expect(offers.send(id, { experts: [expertId], version: now.version }, officer)).rejects.toMatchObject({
      code: 'offer.not-deployable',
    });
  });

  it('needs a reason when a requirement is not met', async () => {
    const { matching, offers, pool, officer, reader } = await desk();
    const { id, version } = await matching({ languages: [{ language: 'sw', level: 3 }] });
    const experts = [(await pool.current()).pool.profile(1)?.id ?? ''];
    await expect(offers.send(id, { experts, version }, officer)).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ field: 'waiver' }],
    });
    await offers.send(id, { experts, version, waiver: 'Works with an interpreter.' }, officer);
    expect((await reader.one(id, officer)).events.find(({ kind }) => kind === 'offer-sent')?.reason).toBe('Works with an interpreter.');
  });

  it('lapses at its deadline, and the next candidate is proposed to the officer, who decides', async () => {
    const { matching, offer, answers, reader, officer, clock, work, mails, offerNow } = await desk();
    const { id } = await matching();
    const [sent] = await offer(id, 1, 12);
    await work();
    clock.advance(12 * HOUR - 1);
    await work();
    expect((await offerNow(sent?.offer.id ?? '')).state).toBe('sent');
    clock.advance(1);
    await expect(answers.answer({ token: sent?.token ?? '', answer: 'accept' })).rejects.toMatchObject({ code: 'offer.expired' });
    await work();
    expect((await offerNow(sent?.offer.id ?? '')).state).toBe('lapsed');
    const view = await reader.one(id, officer);
    expect(view.request.state).toBe('matching');
    expect(view.offers).toHaveLength(1);
    expect(
      (await mails())
        .filter(({ subject }) => subject === 'An offer was not taken: please decide')
        .map(({ to, text }) => [to, text.includes('roster number 2')]),
    ).toEqual([['officer@desk.example', true]]);
    await expect(answers.answer({ token: sent?.token ?? '', answer: 'accept' })).rejects.toMatchObject({ code: 'offer.expired' });
  });

  it('lapses once, however often its job runs, and waits when a clock was set back', async () => {
    const { matching, offer, module, clock, reader, officer, offerNow, database } = await desk();
    const { id } = await matching();
    const [sent] = await offer(id, 1, 12);
    const offerId = sent?.offer.id ?? '';
    const run = (name: string) => module.get(OfferClocks).lapse({ offerId }, { id: name, attempt: 1, last: false });
    await run('early');
    expect((await offerNow(offerId)).state).toBe('sent');
    expect(await database.read.getRepository(OutboxJob).countBy({ name: 'surge.offer-lapse', dueAt: sent?.offer.deadline })).toBe(2);
    clock.advance(12 * HOUR);
    await Promise.all([run('a'), run('b')]);
    await run('c');
    expect((await reader.one(id, officer)).events.filter(({ kind }) => kind === 'offer-lapsed')).toHaveLength(1);
  });

  it('leaves an answered offer alone when its deadline comes', async () => {
    const { matching, offer, answers, clock, work, offerNow } = await desk();
    const [sent] = await offer((await matching()).id, 1, 12);
    await answers.answer({ token: sent?.token ?? '', answer: 'accept' });
    clock.advance(13 * HOUR);
    await work();
    expect((await offerNow(sent?.offer.id ?? '')).state).toBe('accepted');
  });

  it('is declined with a reason that only the desk reads; with others still asked, the request stays offered', async () => {
    const { matching, offer, answers, reader, officer, kenya } = await desk();
    const { id } = await matching();
    const [one, two] = await offer(id, 2);
    await answers.answer({ token: one?.token ?? '', answer: 'decline', reason: 'I teach that week.' });
    expect((await reader.request(id, officer)).state).toBe('offered');
    expect((await reader.one(id, officer)).offers[0]).toMatchObject({ state: 'declined', answerReason: 'I teach that week.' });
    expect(JSON.stringify(await reader.one(id, kenya))).not.toContain('I teach');
    await answers.answer({ token: two?.token ?? '', answer: 'decline' });
    expect((await reader.request(id, officer)).state).toBe('matching');
  });

  it('goes back to matching when one of two seats is taken and nobody else is being asked', async () => {
    const { matching, offer, answers, reader, officer } = await desk();
    const { id } = await matching({ seats: 2 });
    const [one] = await offer(id, 1);
    await answers.answer({ token: one?.token ?? '', answer: 'accept' });
    expect(await reader.one(id, officer)).toMatchObject({ freeSeats: 1, request: { state: 'matching' } });
    const [two] = await offer(id, 1);
    await answers.answer({ token: two?.token ?? '', answer: 'accept' });
    expect(await reader.one(id, officer)).toMatchObject({ freeSeats: 0, request: { state: 'filled' } });
  });

  it('can be taken back by the officer', async () => {
    const { matching, offer, offers, answers, reader, officer } = await desk();
    const { id } = await matching();
    const [sent] = await offer(id, 1);
    const { version } = await reader.request(id, officer);
    await offers.withdraw(id, sent?.offer.id ?? '', { version }, officer);
    expect((await reader.request(id, officer)).state).toBe('matching');
    await expect(answers.answer({ token: sent?.token ?? '', answer: 'accept' })).rejects.toMatchObject({ code: 'offer.not-open' });
  });

  it('ends with the request: open ones taken back, days freed, everybody told', async () => {
    const { matching, offer, answers, take, reader, kenya, officer, work, mails, reservations } = await desk();
    const { id } = await matching({ seats: 2 });
    const [one, two] = await offer(id, 2);
    await answers.answer({ token: one?.token ?? '', answer: 'accept' });
    await take(id, 'stand-down', kenya, 'The vote was postponed.');
    expect((await reader.one(id, officer)).offers.map(({ state, answerReason }) => [state, answerReason])).toEqual([
      ['accepted', null],
      ['withdrawn', 'stood-down'],
    ]);
    expect((await reservations.of([one?.offer.expertId ?? ''])).size).toBe(0);
    await work();
    const told = (await mails()).map(({ to, subject }) => `${to}: ${subject}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'expert1@example.org: The mission will not take place',
        'expert2@example.org: The offer to you has been closed',
      ]),
    );
    // What was no longer true when its mail was due was not said.
    expect(told).not.toContain('expert1@example.org: Your acceptance has been recorded');
    await expect(answers.answer({ token: two?.token ?? '', answer: 'accept' })).rejects.toMatchObject({ code: 'offer.not-open' });
  });
});

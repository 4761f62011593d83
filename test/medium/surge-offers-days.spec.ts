import { OfferOverlaps, OfferQuestions } from '../../src/features/surge/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { type SurgeDesk, surgeDesks } from '../support/surge-desk.js';

const HOUR = 3_600_000;

onEveryDatabase((open) => {
  const desk = surgeDesks(open);
  const token = (sent: { token: string } | undefined) => sent?.token ?? '';
  const idOf = (sent: { offer: { id: string } } | undefined) => sent?.offer.id ?? '';
  const subjects = async ({ mails }: SurgeDesk) => (await mails()).map(({ to, subject }) => `${to}: ${subject}`);
  const wave = async ({ offers, officer, reader }: SurgeDesk, id: string, holding: 'noted-on-offer' | 'held-on-offer') =>
    offers.send(id, { wave: 1, holding, version: (await reader.request(id, officer)).version }, officer);

  describe('days of those who are asked', () => {
    it('are held for nobody else only where the request says so', async () => {
      const surge = await desk(1);
      const { matching, proposals, reservations, reader, officer } = surge;
      const [noted, other, held] = [await matching(), await matching(), await matching()];
      const [first] = await wave(surge, noted.id, 'noted-on-offer');
      expect((await reservations.of([first?.expertId ?? ''])).size).toBe(0);
      expect((await proposals.propose(await reader.request(other.id, officer))).proposed).toHaveLength(1);
      await wave(surge, held.id, 'held-on-offer');
      const blocked = await proposals.propose(await reader.request(other.id, officer));
      expect([blocked.proposed, blocked.busy[0]?.obstacles]).toEqual([
        [],
        [{ kind: 'reserved', period: { from: '2026-12-06', to: '2026-12-28' } }],
      ]);
      expect((await reader.one(held.id, officer)).request.holding).toBe('held-on-offer');
    });

    it('are free again when the expert declines, when the offer lapses, and when it is taken back', async () => {
      const surge = await desk(3);
      const { matching, offers, answers, reservations, clock, work, reader, officer, pool } = surge;
      const { id } = await matching();
      const sent = await offers.send(
        id,
        { wave: 3, holding: 'held-on-offer', version: (await reader.request(id, officer)).version },
        officer,
      );
      const experts = (await pool.current()).pool.profiles.map((profile) => profile.id);
      expect((await reservations.of(experts)).size).toBe(3);
      const links = surge.links(sent);
      await answers.answer({ token: links[0] ?? '', answer: 'decline' });
      expect((await reservations.of(experts)).size).toBe(2);
      await offers.withdraw(id, sent[1]?.id ?? '', { version: (await reader.request(id, officer)).version }, officer);
      expect((await reservations.of(experts)).size).toBe(1);
      clock.advance(12 * HOUR);
      await work();
      expect((await reservations.of(experts)).size).toBe(0);
    });

    it('become firm when the expert accepts, and keep another acceptance out', async () => {
      const surge = await desk(1);
      const { matching, offer, answers, reservations } = surge;
      const [one, two] = [await matching(), await matching()];
      const [plain] = await offer(one.id, 1);
      const [held] = await wave(surge, two.id, 'held-on-offer');
      // The person can take the one that holds the days, or decline it first; nobody is on two missions.
      await expect(answers.answer({ token: token(plain), answer: 'accept' })).rejects.toMatchObject({ code: 'reservation.overlap' });
      await answers.answer({ token: surge.links(held ? [held] : [])[0] ?? '', answer: 'accept' });
      expect([...(await reservations.of([held?.expertId ?? ''])).values()]).toEqual([[{ from: '2026-12-06', to: '2026-12-28' }]]);
    });

    it('include the travel: back to back is possible with it, and a day less is not', async () => {
      const { matching, offer, answers, proposals, reader, officer } = await desk(1);
      const first = await matching({ travelAfter: 2 });
      await answers.answer({ token: token((await offer(first.id, 1))[0]), answer: 'accept' });
      const days = async (startsOn: string, travelBefore: number) =>
        (await proposals.propose(await reader.request((await matching({ startsOn, endsOn: '2027-01-31', travelBefore })).id, officer)))
          .proposed.length;
      // Held until 29 December.
      expect(await days('2026-12-31', 1)).toBe(1);
      expect(await days('2026-12-30', 0)).toBe(1);
      expect(await days('2026-12-30', 1)).toBe(0);
      expect(await days('2026-12-29', 0)).toBe(0);
    });
  });

  it('tells whoever has a place that other offers for the same days are closed, and the officers with who could be next', async () => {
    const surge = await desk(2);
    const { matching, offer, answers, reader, officer, work, mails, module } = surge;
    const [mine, same, later] = [await matching(), await matching(), await matching({ startsOn: '2027-02-01', endsOn: '2027-02-10' })];
    const [[taken], [closed], [kept]] = [await offer(mine.id, 1), await offer(same.id, 1), await offer(later.id, 1)];
    await answers.answer({ token: token(taken), answer: 'accept' });
    await work();
    for (let again = 0; again < 2; again += 1) await module.get(OfferOverlaps).close({ offerId: idOf(taken) });
    expect((await reader.one(same.id, officer)).offers).toMatchObject([{ state: 'withdrawn', answerReason: 'accepted-elsewhere' }]);
    expect((await reader.request(same.id, officer)).state).toBe('matching');
    expect((await reader.one(later.id, officer)).offers).toMatchObject([{ state: 'sent' }]);
    await work();
    const told = await subjects(surge);
    expect(told.filter((one) => one === 'expert1@example.org: Another offer to you has been closed')).toHaveLength(1);
    expect((await mails()).find(({ subject }) => subject === 'An offer was closed: please decide')?.text).toContain('roster number 2');
    await expect(answers.answer({ token: token(closed), answer: 'accept' })).rejects.toMatchObject({ code: 'offer.not-open' });
    expect(await answers.answer({ token: token(kept), answer: 'accept' })).toMatchObject({ standing: 'firm' });
  });

  it('is reminded of when a quarter of the time is left, once, and only while it is open', async () => {
    const surge = await desk(2);
    const { matching, offer, answers, clock, work } = surge;
    const { id } = await matching();
    const [, declined] = await offer(id, 2);
    await answers.answer({ token: token(declined), answer: 'decline' });
    clock.advance(9 * HOUR - 1);
    await work();
    const reminded = async () => (await subjects(surge)).filter((one) => one.endsWith('A reminder: a mission is offered to you'));
    expect(await reminded()).toEqual([]);
    clock.advance(1);
    await work();
    await work();
    expect(await reminded()).toEqual(['expert1@example.org: A reminder: a mission is offered to you']);
  });

  describe('a question from the link', () => {
    it('reaches the officers, and the answer the expert, on the page and by mail; the office sees neither', async () => {
      const surge = await desk(1);
      const { matching, offer, answers, module, reader, officer, kenya, work } = surge;
      const { id } = await matching();
      const [sent] = await offer(id, 1);
      const questions = module.get(OfferQuestions);
      for (let twice = 0; twice < 2; twice += 1) await questions.ask({ token: token(sent), question: 'May I bring my own laptop?' });
      const [asked] = (await reader.one(id, officer)).offers[0]?.questions ?? [];
      expect(asked).toMatchObject({ question: 'May I bring my own laptop?', answer: null });
      await work();
      await questions.answer(id, asked?.id ?? '', { answer: 'Yes, please do.' }, officer);
      await expect(questions.answer(id, asked?.id ?? '', { answer: 'No.' }, officer)).rejects.toMatchObject({ code: 'conflict.stale' });
      await work();
      expect((await answers.open(token(sent))).questions).toMatchObject([{ answer: 'Yes, please do.' }]);
      expect(await subjects(surge)).toEqual(
        expect.arrayContaining([
          'officer@desk.example: An expert asks a question before answering',
          'expert1@example.org: Your question has been answered',
        ]),
      );
      expect(JSON.stringify(await reader.one(id, kenya))).not.toContain('laptop');
    });

    it('is not taken after the end, nor more than ten times', async () => {
      const { matching, offer, answers, module } = await desk(2);
      const [sent, other] = await offer((await matching()).id, 2);
      const questions = module.get(OfferQuestions);
      for (let number = 1; number <= 10; number += 1) await questions.ask({ token: token(sent), question: `Question ${number}?` });
      await expect(questions.ask({ token: token(sent), question: 'Question 11?' })).rejects.toMatchObject({
        fields: [{ field: 'question' }],
      });
      await answers.answer({ token: token(other), answer: 'decline' });
      await expect(questions.ask({ token: token(other), question: 'And now?' })).rejects.toMatchObject({ code: 'offer.not-open' });
      await expect(questions.ask({ token: 'forged', question: 'And now?' })).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});

import { onEveryDatabase } from '../support/databases.js';
import { missionDesks } from '../support/mission-desk.js';

const DAY = 86_400_000;

onEveryDatabase((open) => {
  const desks = missionDesks(open);

  /** One mission from 7 to 27 December, a day of travel each way, on the day of the given number of days after 24 November. */
  async function start(days: number) {
    const site = await desks();
    const { request, missions } = await site.deployable(1);
    const [mission] = missions;
    if (!mission) throw new Error('no mission');
    site.desk.clock.advance(days * DAY);
    return {
      ...site,
      request,
      mission,
      now: async () => (await site.all())[0],
      held: async () => (await site.desk.reservations.of([mission.expertId])).get(mission.expertId) ?? [],
      /** Holds days of the same expert for another mission. */
      elsewhere: (from: string, to: string) =>
        site.desk.database.transaction((tx) =>
          site.desk.reservations.reserve(tx, {
            expertId: mission.expertId,
            requestId: 'another',
            offerId: 'another',
            period: { from, to },
          }),
        ),
      subjects: async (to: RegExp) => {
        await site.desk.work();
        return (await site.desk.mails()).filter((mail) => to.test(mail.to)).map(({ subject }) => subject);
      },
    };
  }

  describe('somebody who arrives before the first day', () => {
    it('is held from the arrival on, travel included, and gets the new dates', async () => {
      const { step, mission, now, held, subjects } = await start(11); // 5 December
      await step(mission.id, 'deploy', { day: '2026-12-04' });
      expect(await held()).toEqual([{ from: '2026-12-03', to: '2026-12-28' }]);
      expect(await now()).toMatchObject({
        startsOn: '2026-12-04',
        plannedStartsOn: '2026-12-07',
        arrivedOn: '2026-12-04',
        endsOn: '2026-12-27',
      });
      expect(await subjects(/^expert/)).toContain('New dates of your mission');
    });

    it('is refused by the database where the days belong to another mission, in a sentence that says what to do', async () => {
      const { step, mission, now, held, elsewhere } = await start(11);
      await elsewhere('2026-11-20', '2026-12-03');
      const refused = step(mission.id, 'deploy', { day: '2026-12-04' }); // with its day of travel: the 3rd
      await expect(refused).rejects.toMatchObject({
        code: 'reservation.overlap',
        fields: [{ field: 'day', message: expect.stringContaining('held for another mission on some of the days from 2026-12-03') }],
      });
      expect(await now()).toMatchObject({ state: 'confirmed', startsOn: '2026-12-07', arrivedOn: null, version: mission.version });
      expect(await held()).toHaveLength(2);
      await step(mission.id, 'deploy', { day: '2026-12-05' });
      expect((await held())[1]).toEqual({ from: '2026-12-04', to: '2026-12-28' });
    });
  });

  describe('somebody who leaves after the last day', () => {
    it('is held until the day of leaving, and refused where the days belong to another mission', async () => {
      const { step, mission, now, held, elsewhere } = await start(37); // 31 December
      await step(mission.id, 'deploy', { day: '2026-12-07' });
      await elsewhere('2026-12-31', '2027-01-20');
      await expect(step(mission.id, 'complete', { day: '2026-12-30' })).rejects.toMatchObject({ code: 'reservation.overlap' });
      expect(await now()).toMatchObject({ state: 'deployed', endsOn: '2026-12-27' });
      await step(mission.id, 'complete', { day: '2026-12-29' });
      expect(await now()).toMatchObject({ state: 'completed', endsOn: '2026-12-29', plannedEndsOn: '2026-12-27' });
      expect(await held()).toEqual([
        { from: '2026-12-06', to: '2026-12-30' },
        { from: '2026-12-31', to: '2027-01-20' },
      ]);
    });
  });

  describe('somebody who is replaced on the ground', () => {
    it('keeps the days served, is asked for the report of that part, and the office rates each person', async () => {
      const { step, desk, request, mission, held, all, reader, reports, links, subjects, stateOf } = await start(16); // 10 December
      await step(mission.id, 'deploy', { day: '2026-12-07' });
      await step(mission.id, 'replace', { reason: 'Fell ill.' });
      expect(await held()).toEqual([{ from: '2026-12-06', to: '2026-12-11' }]);
      expect(await stateOf(request.id)).toBe('matching');
      expect(await subjects(/^expert/)).toEqual(
        expect.arrayContaining(['A colleague takes over your mission', 'Your report at the end of the mission']),
      );
      expect(await subjects(/^kenya/)).toEqual(expect.arrayContaining(['News of a mission', 'How was the mission?']));

      for (const { token } of await desk.offer(request.id, 1)) await desk.answers.answer({ token, answer: 'accept' });
      await desk.work();
      const second = (await all())[1]?.id ?? '';
      await step(second, 'deploy', { day: '2026-12-10' });
      const rate = async (id: string, rating: 2 | 5, comment: string) =>
        reports.rate(id, { rating, comment, version: (await reader.one(id, desk.kenya)).mission.version }, desk.kenya);
      await reports.hand(links.tokenFor(mission.id), { report: 'Two prisons were visited.' });
      await rate(mission.id, 2, 'Too short to help much.');
      desk.clock.advance(18 * DAY);
      await step(second, 'complete');
      await reports.hand(links.tokenFor(second), { report: 'Forty people were visited.' });
      await rate(second, 5, 'It changed the week.');
      await step(second, 'close');
      expect(await stateOf(request.id)).toBe('closed');
      await step(mission.id, 'close');
      await expect(reports.hand(links.tokenFor(mission.id), { report: 'A better version.' })).rejects.toMatchObject({
        code: 'mission.not-allowed',
      });

      const record = async (expert: string | undefined) =>
        (await reader.list({ expert }, desk.officer)).missions.map(({ mission: one, served }) => [
          one.state,
          one.report,
          one.rating,
          served,
        ]);
      expect(await record(mission.expertId)).toEqual([['closed', 'Two prisons were visited.', 2, 4]]);
      expect(await record((await all())[1]?.expertId)).toEqual([['closed', 'Forty people were visited.', 5, 18]]);
    });

    it('keeps the days served, and reads of no cancelled mission, when the request is stood down on the same day', async () => {
      const { step, desk, request, mission, held, subjects } = await start(16);
      await step(mission.id, 'deploy', { day: '2026-12-07' });
      await step(mission.id, 'replace', { reason: 'Fell ill.' });
      await desk.take(request.id, 'stand-down', desk.kenya, 'The vote was called off.');
      expect(await held()).toEqual([{ from: '2026-12-06', to: '2026-12-11' }]);
      expect(await subjects(/^expert/)).not.toContain('The mission will not take place');
    });

    it('holds up nobody: the request closes without the report of that part, which can still come', async () => {
      const { step, desk, request, mission, reader, reports, links, stateOf, all } = await start(16);
      await step(mission.id, 'deploy', { day: '2026-12-07' });
      await step(mission.id, 'replace', { reason: 'Fell ill.' });
      for (const { token } of await desk.offer(request.id, 1)) await desk.answers.answer({ token, answer: 'accept' });
      await desk.work();
      const second = (await all())[1]?.id ?? '';
      await step(second, 'deploy', { day: '2026-12-10' });
      desk.clock.advance(18 * DAY);
      await step(second, 'complete');
      await reports.hand(links.tokenFor(second), { report: 'Forty people were visited.' });
      await reports.rate(
        second,
        { rating: 5, comment: 'Much.', version: (await reader.one(second, desk.kenya)).mission.version },
        desk.kenya,
      );
      await step(second, 'close');
      expect(await stateOf(request.id)).toBe('closed');
      await reports.hand(links.tokenFor(mission.id), { report: 'Two prisons were visited.' });
      expect((await reader.one(mission.id, desk.kenya)).mission.report).toBe('Two prisons were visited.');
    });

    it('is left in peace who never arrived: no report is asked, and none is taken', async () => {
      const { step, mission, reports, links, subjects, held } = await start(1);
      await step(mission.id, 'replace', { reason: 'Fell ill.' });
      expect(await held()).toEqual([]);
      expect(await subjects(/^expert/)).not.toContain('Your report at the end of the mission');
      expect(await subjects(/^kenya/)).not.toContain('How was the mission?');
      await expect(reports.hand(links.tokenFor(mission.id), { report: 'Nothing.' })).rejects.toMatchObject({ code: 'mission.not-allowed' });
    });
  });
});

import { JobRunner, OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { missionDesks } from '../support/mission-desk.js';

onEveryDatabase((open) => {
  const start = missionDesks(open);

  it('begins one mission for each firm place, once, however often its job runs', async () => {
    const { desk, deployable, all } = await start();
    const { missions } = await deployable(2);
    expect(missions.map(({ state, startsOn, endsOn }) => [state, startsOn, endsOn])).toEqual([
      ['confirmed', '2026-12-07', '2026-12-27'],
      ['confirmed', '2026-12-07', '2026-12-27'],
    ]);
    const outbox = desk.database.read.getRepository(OutboxJob);
    await outbox.update({ name: 'surge.place-firm' }, { state: 'pending' });
    for (const { id } of await outbox.findBy({ name: 'surge.place-firm' })) await desk.module.get(JobRunner).run(id);
    expect(await all()).toHaveLength(2);
  });

  it('goes from the briefing to the end, with the report by link and the rating of the office, and takes the request along', async () => {
    const { desk, deployable, step, stateOf, reports, links, reader } = await start();
    const { request, missions } = await deployable(1);
    const id = missions[0]?.id ?? '';
    await step(id, 'brief');
    await expect(step(id, 'deploy', { day: '2026-12-07' })).rejects.toThrow('once it has happened');
    desk.clock.advance(13 * 86_400_000);
    await step(id, 'deploy', { day: '2026-12-07' });
    expect(await stateOf(request.id)).toBe('deployed');
    desk.clock.advance(21 * 86_400_000);
    await step(id, 'complete');
    expect(await stateOf(request.id)).toBe('completed');
    await expect(step(id, 'close')).rejects.toThrow('the report by the expert and the rating by the office');
    await reports.hand(links.tokenFor(id), { report: 'Forty people were visited. <b>Three</b> were freed.' });
    await expect(reports.rate(id, { rating: 5, comment: 'Much.', version: 1 }, desk.kenya)).rejects.toThrow(
      expect.objectContaining({ code: 'conflict.stale' }),
    );
    await reports.rate(
      id,
      { rating: 5, comment: 'It changed the week.', version: (await reader.one(id, desk.kenya)).mission.version },
      desk.kenya,
    );
    await step(id, 'close');
    expect(await stateOf(request.id)).toBe('closed');
    await expect(reports.hand(links.tokenFor(id), { report: 'Too late.' })).rejects.toThrow(
      expect.objectContaining({ code: 'mission.not-allowed' }),
    );
    expect((await reader.one(id, desk.officer)).events.map(({ kind, by }) => [kind, by])).toEqual([
      ['confirmed', 'The service'],
      ['brief', 'The surge-officer'],
      ['deploy', 'The surge-officer'],
      ['complete', 'The surge-officer'],
      ['reported', 'The expert'],
      ['rated', 'The resident-coordinator'],
      ['close', 'The surge-officer'],
    ]);
  });

  it('extends only into days on which the expert is free, and frees days when it ends early', async () => {
    const { desk, deployable, step, all } = await start();
    const { missions } = await deployable(1);
    const [mission] = missions;
    if (!mission) throw new Error('no mission');
    const later = {
      expertId: mission.expertId,
      requestId: 'another',
      offerId: 'another',
      period: { from: '2027-01-05', to: '2027-01-20' },
    };
    await desk.database.transaction((tx) => desk.reservations.reserve(tx, later));
    await expect(step(mission.id, 'extend', { day: '2027-01-10', reason: 'The vote was put off.' })).rejects.toThrow(
      expect.objectContaining({ code: 'reservation.overlap' }),
    );
    expect((await all())[0]?.endsOn).toBe('2026-12-27');
    await step(mission.id, 'extend', { day: '2027-01-03', reason: 'The vote was put off.' }); // and a day of travel: the 4th
    const days = async () => (await desk.reservations.of([mission.expertId])).get(mission.expertId);
    expect(await days()).toEqual([{ from: '2026-12-06', to: '2027-01-04' }, later.period]);
    desk.clock.advance(20 * 86_400_000);
    await step(mission.id, 'deploy', { day: '2026-12-07' });
    await step(mission.id, 'end-early', { day: '2026-12-12', reason: 'The situation is calm.' });
    expect(await days()).toEqual([{ from: '2026-12-06', to: '2026-12-13' }, later.period]);
    expect((await all())[0]).toMatchObject({ state: 'completed', endsOn: '2026-12-12', plannedEndsOn: '2026-12-27' });
  });

  it('replaces somebody: the seat and the days are free, the request is matched again, and the next acceptance is a new mission', async () => {
    const { desk, deployable, step, stateOf, all } = await start();
    const { request, missions } = await deployable(1);
    const [mission] = missions;
    if (!mission) throw new Error('no mission');
    await step(mission.id, 'replace', { reason: 'Ill.' });
    expect(await stateOf(request.id)).toBe('matching');
    expect((await desk.reservations.of([mission.expertId])).get(mission.expertId)).toBeUndefined();
    for (const { token } of await desk.offer(request.id, 1)) await desk.answers.answer({ token, answer: 'accept' });
    await desk.work();
    expect((await all()).map(({ state }) => state)).toEqual(['replaced', 'confirmed']);
    expect((await all())[1]?.expertId).not.toBe(mission.expertId);
    expect(await stateOf(request.id)).toBe('filled');
  });

  it('cancels missions that had not begun when the request is stood down', async () => {
    const { desk, deployable, all } = await start();
    const { request } = await deployable(2);
    await desk.take(request.id, 'stand-down', desk.kenya, 'The vote was called off.');
    await desk.work();
    expect((await all()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  it('does not exist for another country, and its link cannot be forged', async () => {
    const { desk, deployable, reader, reports, links, missions: steps } = await start();
    const { missions } = await deployable(1);
    const [mission] = missions;
    if (!mission) throw new Error('no mission');
    const notFound = expect.objectContaining({ code: 'not-found' });
    await expect(reader.one(mission.id, desk.uganda)).rejects.toThrow(notFound);
    expect((await reader.list({}, desk.uganda)).total).toBe(0);
    expect((await reader.list({}, desk.kenya)).total).toBe(1);
    await expect(steps.take(mission.id, { step: 'brief', version: 1 }, desk.uganda)).rejects.toThrow(notFound);
    const token = links.tokenFor(mission.id);
    for (const forged of [
      '',
      'x',
      mission.id,
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      token.replace(/^./, (one) => (one === '0' ? '1' : '0')),
    ])
      await expect(reports.open(forged)).rejects.toThrow(notFound);
    await expect(reports.hand(token, { report: 'Not yet.' })).rejects.toThrow(expect.objectContaining({ code: 'mission.not-allowed' }));
  });

  it('tells the expert and the office once what changed, in words that reveal nothing in the subject', async () => {
    const { desk, deployable, step } = await start();
    const { missions } = await deployable(1);
    const id = missions[0]?.id ?? '';
    const before = (await desk.mails()).length;
    await step(id, 'extend', { day: '2027-01-03', reason: 'The vote was put off.' });
    desk.clock.advance(20 * 86_400_000);
    await step(id, 'deploy', { day: '2026-12-07' });
    desk.clock.advance(21 * 86_400_000);
    await step(id, 'complete');
    await desk.work();
    const mails = (await desk.mails()).slice(before);
    const subjects = mails.map(({ subject }) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining([
        'New dates of your mission',
        'Your report at the end of the mission',
        'News of a mission',
        'How was the mission?',
      ]),
    );
    expect(subjects.join()).not.toMatch(/Kenya|SR-|KEN/);
    expect(mails.find(({ subject }) => subject === 'Your report at the end of the mission')?.text).toContain(
      'https://desk.example/mission-reports/',
    );
  });
});

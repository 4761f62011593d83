import { onEveryDatabase } from '../support/databases.js';
import { missionDesks } from '../support/mission-desk.js';

const DAY = 86_400_000;
const stale = expect.objectContaining({ status: 'rejected', reason: expect.objectContaining({ code: 'conflict.stale' }) });

onEveryDatabase((open) => {
  const start = missionDesks(open);
  const onTheGround = async (seats = 1) => {
    const desk = await start();
    const { request, missions } = await desk.deployable(seats);
    desk.desk.clock.advance(16 * DAY); // 10 December
    const id = missions[0]?.id ?? '';
    await desk.step(id, 'deploy', { day: '2026-12-07' });
    return { ...desk, request, id, second: missions[1]?.id ?? '' };
  };

  it('takes one step of two officers who decide at once, and tells the other to look again', async () => {
    const { desk, missions, reader, id } = await onTheGround();
    const { version } = (await reader.one(id, desk.officer)).mission;
    const outcomes = await Promise.allSettled([
      missions.take(id, { step: 'extend', day: '2026-12-30', reason: 'The vote was put off.', version }, desk.officer),
      missions.take(id, { step: 'end-early', day: '2026-12-12', reason: 'It is calm.', version }, desk.officer),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes).toContainEqual(stale);
    const events = (await reader.one(id, desk.officer)).events.map(({ kind }) => kind);
    expect(events.filter((kind) => kind === 'extend' || kind === 'end-early')).toHaveLength(1);
  });

  it('never loses a report that comes in while the expert is replaced, whichever is first', async () => {
    const { desk, missions, reader, reports, links, id } = await onTheGround();
    const { version } = (await reader.one(id, desk.officer)).mission;
    const [replaced, handed] = await Promise.allSettled([
      missions.take(id, { step: 'replace', reason: 'Ill.', version }, desk.officer),
      reports.hand(links.tokenFor(id), { report: 'Ten people were visited.' }),
    ]);
    const { mission } = await reader.one(id, desk.officer);
    expect([handed?.status, mission.report]).toEqual(['fulfilled', 'Ten people were visited.']);
    if (replaced?.status === 'fulfilled') expect(mission.state).toBe('replaced');
    else expect([replaced, mission.state]).toEqual([stale, 'deployed']);
  });

  it('ends what was on the ground, and asks for its report, when the request is stood down while another is being replaced', async () => {
    const { desk, request, id, second, step, stateOf, all } = await onTheGround(2);
    await step(second, 'replace', { reason: 'Ill.' });
    expect(await stateOf(request.id)).toBe('matching');
    await desk.work();
    const before = (await desk.mails()).length;
    await desk.take(request.id, 'stand-down', desk.kenya, 'The vote was called off.');
    await desk.work();
    expect((await all()).map((one) => [one.id, one.state, one.endsOn])).toEqual([
      [id, 'completed', '2026-12-10'],
      [second, 'replaced', '2026-12-27'],
    ]);
    const subjects = (await desk.mails()).slice(before).map(({ to, subject }) => `${to}: ${subject}`);
    expect(subjects).toContain('expert1@example.org: Your report at the end of the mission');
    expect(subjects).toContain('kenya@desk.example: How was the mission?');
    expect(subjects.join()).not.toContain('expert2@');
  });

  it('does not tell whoever has served to the end that the mission is cancelled', async () => {
    const { desk, request, id, second, step } = await onTheGround(2);
    await step(id, 'end-early', { day: '2026-12-12', reason: 'It is calm.' });
    await step(second, 'replace', { reason: 'Ill.' });
    desk.clock.advance(10 * DAY);
    await desk.work();
    const before = (await desk.mails()).length;
    await desk.take(request.id, 'stand-down', desk.kenya, 'The vote was called off.');
    await desk.work();
    expect((await desk.mails()).slice(before).filter(({ to }) => to.startsWith('expert'))).toEqual([]);
  });

  it('does not put days back into a calendar from which a replacement has taken them', async () => {
    const { desk, id, step } = await onTheGround();
    await desk.work();
    const before = (await desk.mails()).length;
    await step(id, 'extend', { day: '2026-12-30', reason: 'The vote was put off.' });
    await step(id, 'replace', { reason: 'Ill.' });
    await desk.work();
    const mails = (await desk.mails()).slice(before).filter(({ to }) => to === 'expert1@example.org');
    expect(mails.map(({ subject }) => subject)).toEqual(['A colleague takes over your mission', 'Your report at the end of the mission']);
    expect(mails[0]?.text).toContain('10 December 2026');
  });

  it('ends early on the day of the arrival at the earliest, also of whoever arrived before the first day', async () => {
    const { desk, step, all, deployable } = await start();
    const id = (await deployable(1)).missions[0]?.id ?? '';
    desk.clock.advance(10 * DAY);
    await step(id, 'deploy', { day: '2026-12-03' });
    const refused = { fields: [expect.objectContaining({ field: 'day' })] };
    await expect(step(id, 'end-early', { day: '2026-12-02', reason: 'It is calm.' })).rejects.toMatchObject(refused);
    await step(id, 'end-early', { day: '2026-12-03', reason: 'It is calm.' });
    expect((await all())[0]).toMatchObject({ state: 'completed', startsOn: '2026-12-03', endsOn: '2026-12-03' });
  });
});

import { JobRunner, OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { ASK, surgeDesks } from '../support/surge-desk.js';

/** What people say of such systems, where no other test holds it; docs/surge.md has the whole list. */
onEveryDatabase((open) => {
  const desks = surgeDesks(open);

  it('news for thirty officers reach each of them once, though the process dies half-way', async () => {
    const { account, requests, kenya, database, module, work, mails } = await desks();
    for (let number = 1; number < 30; number += 1) await account('surge-officer', `officer${number}@desk.example`, null);
    await requests.begin({ ...ASK, submit: true }, kenya);
    const jobs = database.read.getRepository(OutboxJob);
    const letters = await jobs.find({ where: { name: 'notice.deliver' }, order: { id: 'ASC' } });
    expect(letters).toHaveLength(30);
    const done = letters.slice(0, 14);
    for (const { id } of done) await module.get(JobRunner).run(id);
    for (const { id } of done.slice(7)) await jobs.update({ id }, { state: 'pending' }); // as if it died before writing down that they ran
    await work();
    const told = (await mails()).map(({ to }) => to).filter((to) => to.startsWith('officer'));
    expect(told).toHaveLength(30);
    expect(new Set(told).size).toBe(30);
  });

  it('filters of the queue all hold at once, never one or the other', async () => {
    const { requests, take, queue, kenya, uganda, officer } = await desks();
    const ask = (urgency: 'immediate' | 'planned', me: typeof kenya) => requests.begin({ ...ASK, urgency, submit: true }, me);
    const [first] = [
      await ask('immediate', kenya),
      await ask('planned', kenya),
      await ask('immediate', uganda),
      await ask('planned', uganda),
    ];
    await take(first?.id ?? '', 'review', officer);
    const found = async (filter: Parameters<typeof queue.lines>[0]) =>
      (await queue.lines(filter, officer)).map(({ request }) => `${request.urgency} ${request.country} ${request.state}`).toSorted();
    expect(await found({ urgency: 'immediate', country: 'KEN' })).toEqual(['immediate KEN under-review']);
    expect(await found({ urgency: 'immediate', state: 'submitted' })).toEqual(['immediate UGA submitted']);
    expect(await found({ country: 'KEN', officer: officer.accountId, urgency: 'planned' })).toEqual([]);
    expect(await found({ country: 'UGA', officer: 'nobody' })).toEqual(['immediate UGA submitted', 'planned UGA submitted']);
  });
});

import { AccountsService } from '../../src/features/accounts/index.js';
import { SurgeAlternatives } from '../../src/features/surge/services/surge-alternatives.service.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { missionDesks } from '../support/mission-desk.js';
import { ASK, type SurgeDesk } from '../support/surge-desk.js';

const DAY = 86_400_000;

onEveryDatabase((open) => {
  const desks = missionDesks(open);

  const newOffice = (desk: SurgeDesk, email: string, country: string) =>
    desk.module
      .get(AccountsService, { strict: false })
      .add({ email, name: 'The successor', role: 'resident-coordinator', country, password: 'a quiet long password' }, 'system');
  const told = async (desk: SurgeDesk, to: string) => {
    await desk.work();
    return (await desk.mails()).filter((mail) => mail.to === to).map(({ subject }) => subject);
  };

  it('a new Resident Coordinator, the first reporting officer, reads at once what the office owes and is offered, once', async () => {
    const { desk, deployable, step } = await desks();
    const { missions } = await deployable(1);
    desk.clock.advance(14 * DAY);
    await step(missions[0]?.id ?? '', 'deploy', { day: '2026-12-07' });
    desk.clock.advance(21 * DAY);
    await step(missions[0]?.id ?? '', 'complete'); // waits for its rating
    const later = { ...ASK, startsOn: '2027-02-01', endsOn: '2027-02-20', submit: true };
    const asked = await desk.requests.begin(later, desk.kenya);
    await desk.take(asked.id, 'review', desk.officer);
    await desk.take(asked.id, 'ask', desk.officer, 'Which prisons?');
    const declined = await desk.requests.begin(later, desk.kenya);
    const { version } = await desk.take(declined.id, 'review', desk.officer);
    await desk.steps.take(declined.id, { step: 'decline', reason: 'Not now.', alternatives: ['remote-support'], version }, desk.officer);
    await desk.requests.begin(later, desk.kenya); // nothing is owed for it
    await desk.work();

    await newOffice(desk, 'successor@uganda.example', 'UGA');
    expect(await told(desk, 'successor@uganda.example')).toEqual([]);
    const before = (await desk.mails()).filter(({ to }) => to === 'kenya@desk.example').length;
    await newOffice(desk, 'successor@kenya.example', 'KEN');
    const expected = ['A decision on your surge request', 'A decision on your surge request', 'How was the mission?'];
    expect((await told(desk, 'successor@kenya.example')).toSorted()).toEqual(expected);
    const jobs = desk.database.read.getRepository(OutboxJob);
    for (const name of ['account.arrived', 'surge.office-arrived']) await jobs.update({ name }, { state: 'pending' });
    expect((await told(desk, 'successor@kenya.example')).toSorted()).toEqual(expected);
    expect((await desk.mails()).filter(({ to }) => to === 'kenya@desk.example')).toHaveLength(before);
  });

  it('whoever answered before the newcomer came leaves nothing to tell', async () => {
    const { desk } = await desks();
    const { id } = await desk.requests.begin({ ...ASK, submit: true }, desk.kenya);
    await desk.take(id, 'review', desk.officer);
    await desk.take(id, 'ask', desk.officer, 'Which prisons?');
    await desk.take(id, 'answer', desk.kenya, 'Both of them.');
    await newOffice(desk, 'successor@kenya.example', 'KEN');
    expect(await told(desk, 'successor@kenya.example')).toEqual([]);
  });

  it('tells the successors what becomes of a request whose writer has left, and only the writer while they are there', async () => {
    const { desk, deployable, step } = await desks();
    const accounts = desk.module.get(AccountsService, { strict: false });
    await newOffice(desk, 'colleague@kenya.example', 'KEN');
    const { request, missions } = await deployable(2);
    expect(await told(desk, 'colleague@kenya.example')).toEqual([]);
    const before = (await desk.mails()).filter(({ to }) => to === 'kenya@desk.example').length;
    await accounts.disable(desk.kenya.accountId, desk.officer);
    await desk.take(request.id, 'ask', desk.officer, 'Is there a car?');
    await desk.thread.write(request.id, { message: 'A small one would do.' }, desk.officer);
    await desk.work();
    desk.clock.advance(16 * DAY);
    await step(missions[0]?.id ?? '', 'deploy', { day: '2026-12-07' });
    await step(missions[0]?.id ?? '', 'replace', { reason: 'Ill.' });
    expect(await told(desk, 'colleague@kenya.example')).toEqual([
      'A decision on your surge request',
      'A message about a surge request',
      'News of a mission',
      'How was the mission?',
    ]);
    const [, message] = (await desk.mails()).filter(({ to }) => to === 'colleague@kenya.example');
    expect(message?.text).toContain('The surge desk has written to you');
    expect((await desk.mails()).filter(({ to }) => to === 'kenya@desk.example')).toHaveLength(before);
  });

  it('tells all officers what an office writes or takes up once the one who had its request has left', async () => {
    const { desk } = await desks();
    const accounts = desk.module.get(AccountsService, { strict: false });
    const alternatives = desk.module.get(SurgeAlternatives, { strict: false });
    const relief = 'relief@desk.example';
    const asked = await desk.requests.begin({ ...ASK, submit: true }, desk.kenya);
    await desk.take(asked.id, 'review', desk.officer);
    const declined = await desk.requests.begin({ ...ASK, submit: true }, desk.kenya);
    const { version } = await desk.take(declined.id, 'review', desk.officer);
    await desk.steps.take(declined.id, { step: 'decline', reason: 'Not now.', alternatives: ['remote-support'], version }, desk.officer);
    await desk.work();
    await accounts.add({ email: relief, name: 'Relief', role: 'surge-officer', password: 'a quiet long password' }, 'system');
    await desk.thread.write(asked.id, { message: 'The first one has it.' }, desk.kenya);
    expect(await told(desk, relief)).toEqual([]);
    await accounts.disable(desk.officer.accountId, desk.kenya);
    await desk.thread.write(asked.id, { message: 'Is anybody there?' }, desk.kenya);
    await alternatives.take(declined.id, 'remote-support', { step: 'take-up' }, desk.kenya);
    expect(await told(desk, relief)).toHaveLength(2);
  });
});

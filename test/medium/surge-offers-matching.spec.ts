import { RosterImporter } from '../../src/features/roster/index.js';
import { WATCH_EVERY_MS } from '../../src/features/surge/index.js';
import { Database } from '../../src/platform/database/index.js';
import { OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { type SurgeDesk, surgeDesks, surgeRoster } from '../support/surge-desk.js';

const FOUND = 'officer@desk.example: Somebody now matches a surge request';
const SWAHILI = { languages: [{ language: 'sw' as const, level: 3 as const }] };

onEveryDatabase((open) => {
  const desk = surgeDesks(open);
  const found = async ({ mails }: SurgeDesk) => (await mails()).filter(({ to, subject }) => `${to}: ${subject}` === FOUND).length;
  const somebodyArrives = (surge: SurgeDesk) => {
    const rows = surgeRoster(11).split('\n');
    const speaker = `${rows[0]}\n${(rows[11] ?? '').replace('fr|3', 'fr|3; sw|4')}`;
    return surge.module.get(RosterImporter, { strict: false }).run(csvSource(speaker), { actor: RECRUITER });
  };

  it('counts exactly what relaxing each requirement would give, apart those who are free and not asked', async () => {
    const { matching, offer, answers, proposals, reader, officer } = await desk();
    const busy = await matching({ startsOn: '2026-12-20', endsOn: '2026-12-31' });
    const [sent] = await offer(busy.id, 1);
    await answers.answer({ token: sent?.token ?? '', answer: 'accept' });
    const request = await matching({
      languages: [
        { language: 'sw', level: 3 },
        { language: 'fr', level: 3 },
      ],
    });
    const { noMatch, proposed, nearMisses } = await proposals.propose(await reader.request(request.id, officer));
    expect(proposed).toEqual([]);
    expect(noMatch?.reliefs.map(({ gate, language, eligible, free }) => [gate, language?.language ?? null, eligible, free])).toEqual([
      ['languages', null, 5, 4],
      ['languages', 'sw', 5, 4],
      ['experience', null, 0, 0],
      ['languages', 'fr', 0, 0],
    ]);
    // Who is booked is no near miss: two things stop that person.
    expect(nearMisses.map(({ number, stop }) => [number, stop.gate])).toEqual([2, 3, 4, 5].map((number) => [number, 'languages']));
  });

  it('says apart who is not free and who was asked, when everybody else is there', async () => {
    const { matching, offer, answers, proposals, reader, officer } = await desk(2);
    const [other, mine] = [await matching(), await matching()];
    const [sent] = await offer(other.id, 1);
    await answers.answer({ token: sent?.token ?? '', answer: 'accept' });
    await offer(mine.id, 1);
    const { noMatch } = await proposals.propose(await reader.request(mine.id, officer));
    expect(noMatch).toMatchObject({ excludesMost: null, notFree: 1, asked: 1 });
  });

  it('tells the officer once when somebody on the changed roster matches, and not before', async () => {
    const surge = await desk(2);
    const { matching, reader, officer, work, clock } = surge;
    const { id } = await matching(SWAHILI);
    await work();
    expect((await reader.request(id, officer)).unmatchedSince).toBe(clock.iso());
    clock.advance(WATCH_EVERY_MS);
    await work();
    expect(await found(surge)).toBe(0);
    await somebodyArrives(surge);
    await work();
    expect(await found(surge)).toBe(0);
    clock.advance(WATCH_EVERY_MS);
    await work();
    expect(await found(surge)).toBe(1);
    expect((await reader.request(id, officer)).unmatchedSince).toBeNull();
    clock.advance(10 * WATCH_EVERY_MS);
    await work();
    expect(await found(surge)).toBe(1);
  });

  it('leaves one job behind, however often it looked', async () => {
    const surge = await desk(2);
    await surge.matching(SWAHILI);
    const outbox = surge.module.get(Database, { strict: false }).read.getRepository(OutboxJob);
    for (let look = 0; look < 3; look += 1) {
      await surge.work();
      surge.clock.advance(WATCH_EVERY_MS);
    }
    expect(await outbox.findBy({ name: 'surge.match-watch' })).toMatchObject([{ state: 'pending', dueAt: surge.clock.iso() }]);
  });

  it('tells nobody about a request that matched from the beginning, or that is over', async () => {
    const surge = await desk(2);
    const { matching, take, kenya, work, clock } = surge;
    await matching();
    const over = await matching(SWAHILI);
    await work();
    await take(over.id, 'stand-down', kenya, 'The vote was postponed.');
    await somebodyArrives(surge);
    clock.advance(2 * WATCH_EVERY_MS);
    await work();
    expect(await found(surge)).toBe(0);
  });

  it('asks a wave of the first so many, best first, all with one deadline', async () => {
    const { matching, offers, officer, clock } = await desk();
    const { id, version } = await matching();
    const sent = await offers.send(id, { wave: 3, version }, officer);
    expect(sent.map(({ expertNumber, deadline }) => [expertNumber, deadline])).toEqual(
      [1, 2, 3].map((number) => [number, clock.iso(12 * 3_600_000)]),
    );
    const again = await offers.send(id, { wave: 50, version: version + 4 }, officer);
    expect(again.map(({ expertNumber }) => expertNumber)).toEqual([4, 5]);
    await expect(offers.send(id, { wave: 1, version: version + 7 }, officer)).rejects.toMatchObject({ fields: [{ field: 'wave' }] });
  });

  it('takes either names or a number for a wave', async () => {
    const { matching, offers, officer, pool } = await desk();
    const { id, version } = await matching();
    const experts = [(await pool.current()).pool.profile(1)?.id ?? ''];
    await expect(offers.send(id, { version }, officer)).rejects.toMatchObject({ fields: [{ field: 'experts' }] });
    await expect(offers.send(id, { experts, wave: 2, version }, officer)).rejects.toMatchObject({ fields: [{ field: 'wave' }] });
  });
});

import { readStages } from '../../src/core/surge-stages.js';
import { Account } from '../../src/features/accounts/account.entity.js';
import { Mission, MissionDesk, MissionEvent, MissionLinks, MissionReader, MissionReports } from '../../src/features/missions/index.js';
import { Notice } from '../../src/features/notices/index.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { SurgeEvent, SurgeOffer } from '../../src/features/surge/index.js';
import { JobRunner, OutboxJob } from '../../src/platform/outbox/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { withAgency } from '../support/release-desk.js';
import { csvSource, RECRUITER } from '../support/roster-desk.js';
import { type SurgeDesk, surgeDesks, surgeRoster } from '../support/surge-desk.js';

const tell = (title: string, lines: readonly string[]): void => {
  if (process.env['HRA_TELL']) console.log([title, ...lines].join('\n  '));
};

/** Six experts; the third is on the staff of UNDP. */
function roster(): string {
  return surgeRoster(6)
    .split('\n')
    .map((row) => (row.includes('expert3@') ? row.replace('external||active', 'interagency|UNDP|active') : row))
    .join('\n');
}

/** The whole story of one immediate request with two places, hour by hour. */
async function live(desk: SurgeDesk, agency: Awaited<ReturnType<typeof withAgency>>): Promise<{ requestId: string; missions: Mission[] }> {
  const { clock, officer, kenya, answers } = desk;
  const missions = desk.module.get(MissionDesk, { strict: false });
  const reader = desk.module.get(MissionReader, { strict: false });
  const reports = desk.module.get(MissionReports, { strict: false });
  const links = desk.module.get(MissionLinks, { strict: false });
  const jobs = desk.database.read.getRepository(OutboxJob);
  /** Stops on the way for every job that is due. */
  const at = async (moment: string): Promise<void> => {
    const end = Date.parse(`${moment}:00Z`);
    while (clock.now() < end) {
      const [next] = await jobs.find({ where: { state: 'pending' }, order: { dueAt: 'ASC' }, take: 1 });
      clock.advance(Math.max(clock.now(), Math.min(end, next ? Date.parse(next.dueAt) : end)) - clock.now());
      await desk.work();
    }
  };
  const all = (): Promise<Mission[]> => desk.database.read.getRepository(Mission).find({ order: { id: 'ASC' } });
  const nth = async (place: number): Promise<Mission> => {
    const mission = (await all())[place];
    if (!mission) throw new Error(`no mission ${place}`);
    return mission;
  };
  const step = async (place: number, name: Parameters<MissionDesk['take']>[1]['step'], more: { day?: string; reason?: string } = {}) => {
    const { id, version } = await nth(place);
    await missions.take(id, { step: name, version, ...more }, officer);
  };

  const { id } = await desk.requests.begin({ ...ASKED, submit: true }, kenya);
  await at('2026-11-24T11:00');
  await desk.take(id, 'review', officer);
  await at('2026-11-24T14:00');
  await desk.take(id, 'approve', officer, 'It is grave and close.');
  await desk.take(id, 'match', officer);
  await at('2026-11-24T15:00');
  const [first, second, third] = await desk.offer(id, 4); // a wave; the fourth never answers
  await at('2026-11-24T16:00');
  await answers.answer({ token: first?.token ?? '', answer: 'accept' });
  await at('2026-11-24T17:00');
  await answers.answer({ token: second?.token ?? '', answer: 'decline', reason: 'My child is ill.' });
  await at('2026-11-24T18:00');
  await answers.answer({ token: third?.token ?? '', answer: 'accept' });
  await at('2026-11-24T20:00');
  await agency.decide(third?.offer.id ?? '', 'refuse');
  await at('2026-11-25T04:00'); // the fourth has lapsed at three
  const [fifth] = await desk.offer(id, 1);
  await at('2026-11-25T06:00');
  await answers.answer({ token: fifth?.token ?? '', answer: 'accept' });
  await at('2026-11-25T08:00');
  await step(0, 'brief');
  await step(1, 'replace', { reason: 'Broke a leg this morning.' });
  const [sixth] = await desk.offer(id, 1);
  await at('2026-11-25T10:00');
  await answers.answer({ token: sixth?.token ?? '', answer: 'accept' });
  await at('2026-11-25T12:00');
  await step(2, 'brief');
  await at('2026-11-26T08:00');
  await step(0, 'deploy', { day: '2026-11-26' });
  await at('2026-11-27T08:00');
  await step(2, 'deploy', { day: '2026-11-27' });
  await at('2026-12-15T09:00');
  await step(0, 'extend', { day: '2026-12-22', reason: 'The vote was put off by five days.' });
  await at('2026-12-17T18:00');
  await step(2, 'complete');
  await at('2026-12-22T18:00');
  await step(0, 'complete');
  await at('2026-12-23T09:00');
  for (const place of [0, 2]) {
    const { id: missionId } = await nth(place);
    await reports.hand(links.tokenFor(missionId), { report: 'Forty people were visited, three were freed.' });
    const { version } = (await reader.one(missionId, kenya)).mission;
    await reports.rate(missionId, { rating: 5, comment: 'It changed the week.', version }, kenya);
    await step(place, 'close');
  }
  await desk.work();
  return { requestId: id, missions: await all() };
}

const ASKED = {
  urgency: 'immediate' as const,
  urgencyReason: 'The vote is in nine days and arrests have begun.',
  severity: 4 as const,
  situation: 'Mass arrests before the vote.',
  tasks: 'Monitor detention and advise the country team.',
  startsOn: '2026-11-26',
  endsOn: '2026-12-17',
  seats: 2,
  level: 'P-4' as const,
  languages: [{ language: 'fr' as const, level: 3 as const }],
  themes: ['detention' as const],
  hosting: 'A desk in the office.',
  security: 'Curfew after dark.',
  fundingSource: 'undecided' as const,
};

const HISTORY = [
  '11-24T10:00 begun > draft',
  '11-24T10:00 submit > submitted',
  '11-24T11:00 review > under-review',
  '11-24T14:00 approve > approved',
  '11-24T14:00 match > matching',
  '11-24T15:00 offer-sent',
  '11-24T15:00 offer-sent',
  '11-24T15:00 offer-sent',
  '11-24T15:00 release-asked',
  '11-24T15:00 offer-sent',
  '11-24T15:00 offer > offered',
  '11-24T16:00 offer-accepted',
  '11-24T17:00 offer-declined',
  '11-24T18:00 offer-accepted',
  '11-24T20:00 release-refused',
  '11-24T20:00 offer-withdrawn',
  '11-25T03:00 offer-lapsed',
  '11-25T03:00 reopen > matching',
  '11-25T04:00 offer-sent',
  '11-25T04:00 offer > offered',
  '11-25T06:00 offer-accepted',
  '11-25T06:00 fill > filled',
  '11-25T08:00 offer-withdrawn',
  '11-25T08:00 reopen > matching',
  '11-25T08:00 offer-sent',
  '11-25T08:00 offer > offered',
  '11-25T10:00 offer-accepted',
  '11-25T10:00 fill > filled',
  '11-26T08:00 deploy > deployed',
  '12-22T18:00 complete > completed',
  '12-23T09:00 close > closed',
];

const TOLD = {
  'officer@desk.example': [
    'surge.request-moved',
    'surge.seat-taken',
    'surge.offer-not-taken',
    'surge.place-held',
    'surge.release-refused',
    'surge.offer-not-taken',
    'surge.seat-taken',
    'surge.seat-taken',
    'mission.report-handed',
    'mission.report-handed',
  ],
  'kenya@desk.example': [
    'surge.request-decided',
    'surge.seat-taken',
    'surge.seat-taken',
    'mission.moved',
    'surge.seat-taken',
    'mission.moved',
    'mission.rating-asked',
    'mission.rating-asked',
  ],
  'expert 1': ['surge.offer-made', 'surge.mission-confirmed', 'mission.dates-changed', 'mission.report-asked'],
  'expert 2': ['surge.offer-made'],
  'expert 3': ['surge.offer-made', 'surge.acceptance-held', 'surge.release-not-given'],
  'focal@undp.example': ['surge.release-asked'],
  'expert 4': ['surge.offer-made', 'surge.offer-reminder'],
  'expert 5': ['surge.offer-made', 'surge.mission-confirmed', 'mission.expert-replaced'],
  'expert 6': ['surge.offer-made', 'surge.mission-confirmed', 'mission.report-asked'],
};

onEveryDatabase((open) => {
  const desks = surgeDesks(open);

  it('one immediate request with two places, from the first word to the last notice', async () => {
    const desk = await desks(0);
    await desk.module.get(RosterImporter, { strict: false }).run(csvSource(roster()), { actor: RECRUITER });
    const { requestId, missions } = await live(desk, await withAgency(desk, 0));
    const history = await desk.database.read.getRepository(SurgeEvent).find({ where: { requestId }, order: { id: 'ASC' } });
    const clocks = readStages(history, 'immediate', desk.clock.now()).map(
      ({ stage, usedSeconds, allowedSeconds, late }) =>
        `${stage} ${usedSeconds / 3600} of ${allowedSeconds / 3600} h${late ? ', late' : ''}`,
    );
    tell('The clock of each stage', clocks);
    expect(clocks).toEqual([
      'triage 1 of 4 h',
      'decision 3 of 12 h',
      'match 2 of 8 h',
      'offer 14 of 16 h',
      'release 2 of 8 h',
      'travel 24 of 24 h',
    ]);
    const lines = history.map(({ kind, at, toState }) => `${at.slice(5, 16)} ${kind}${toState ? ` > ${toState}` : ''}`);
    tell('The history of the request', lines);
    expect(lines).toEqual(HISTORY);
    const steps = await desk.database.read.getRepository(MissionEvent).find({ order: { id: 'ASC' } });
    const lived = missions.map(({ id, expertNumber, arrivedOn, endsOn }) => {
      const kinds = steps.filter(({ missionId }) => missionId === id).map(({ kind }) => kind);
      return `expert ${expertNumber}, ${arrivedOn ?? 'never arrived'} to ${endsOn}: ${kinds.join(', ')}`;
    });
    tell('The missions', lived);
    expect(lived).toEqual([
      'expert 1, 2026-11-26 to 2026-12-22: confirmed, brief, deploy, extend, complete, reported, rated, close',
      'expert 5, never arrived to 2026-12-17: confirmed, replace',
      'expert 6, 2026-11-27 to 2026-12-17: confirmed, brief, deploy, complete, reported, rated, close',
    ]);
  });

  it('everybody is told what concerns them, once each, though every job runs a second time', async () => {
    const desk = await desks(0);
    await desk.module.get(RosterImporter, { strict: false }).run(csvSource(roster()), { actor: RECRUITER });
    await live(desk, await withAgency(desk, 0));
    const told = await ledger(desk);
    tell(
      'The ledger of notices',
      Object.entries(told).map(([who, what]) => `${who}: ${what.join(', ')}`),
    );
    expect(told).toEqual(TOLD);
    const mails = await desk.mails();
    const outbox = desk.database.read.getRepository(OutboxJob);
    const jobs = await outbox.find({ order: { id: 'ASC' } });
    await outbox.update(
      jobs.map(({ id }) => id),
      { state: 'pending' },
    );
    for (const { id } of jobs) await desk.module.get(JobRunner).run(id);
    await desk.work();
    expect([await desk.mails(), await ledger(desk)]).toEqual([mails, told]);
  });
});

/** Who was told what, in the order in which it became due. All of it has been sent. */
async function ledger(desk: SurgeDesk): Promise<Record<string, string[]>> {
  const notices = await desk.database.read.getRepository(Notice).find({ order: { id: 'ASC' } });
  expect(notices.filter(({ state }) => state !== 'sent')).toEqual([]);
  const numbers = new Map((await desk.database.read.getRepository(SurgeOffer).find()).map((one) => [one.expertId, one.expertNumber]));
  const accounts = new Map((await desk.database.read.getRepository(Account).find()).map(({ id, email }) => [id, email]));
  const told: Record<string, string[]> = {};
  for (const { recipientId, reason } of notices) {
    const who = accounts.get(recipientId) ?? `expert ${numbers.get(recipientId)}`;
    told[who] = [...(told[who] ?? []), reason];
  }
  return told;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { Actor, Role } from '../../src/core/access.js';
import { Account } from '../../src/features/accounts/account.entity.js';
import { AccountsModule } from '../../src/features/accounts/index.js';
import { Reservations } from '../../src/features/deployments/index.js';
import { MissionsModule } from '../../src/features/missions/index.js';
import { PanelsModule } from '../../src/features/panels/index.js';
import { RosterImporter, RosterPool } from '../../src/features/roster/index.js';
import {
  OfferAnswers,
  OfferTokens,
  SurgeDrafts,
  SurgeModule,
  SurgeOffer,
  SurgeOffers,
  SurgeOfficers,
  SurgeProposals,
  SurgeQueueReader,
  SurgeReader,
  SurgeRequest,
  SurgeRequests,
  SurgeSteps,
  SurgeThread,
} from '../../src/features/surge/index.js';
import type { NewSurgeRequestDto } from '../../src/features/surge/surge.dto.js';
import { newId } from '../../src/platform/database/index.js';
import { MailModule } from '../../src/platform/mail/index.js';
import { JobRunner } from '../../src/platform/outbox/index.js';
import type { OpenDatabase, TestDatabase } from './databases.js';
import { openRooms } from './house.js';
import { csvSource, RECRUITER } from './roster-desk.js';

/** A complete request of the Kenyan office: three weeks from 7 December, one place, French. */
export const ASK: NewSurgeRequestDto = {
  urgency: 'immediate',
  urgencyReason: 'The vote is in nine days and arrests have begun.',
  severity: 4,
  situation: 'Mass arrests before the vote.',
  tasks: 'Monitor detention and advise the country team.',
  startsOn: '2026-12-07',
  endsOn: '2026-12-27',
  seats: 1,
  level: 'P-4',
  languages: [{ language: 'fr', level: 3 }],
  themes: ['detention'],
  hosting: 'A desk in the office.',
  security: 'Curfew after dark.',
  fundingSource: 'undecided',
};

/** Surge with everything around it on a real database: a clock that stands still, and jobs that run when a test says so. */
async function openSurgeDesk(opened: TestDatabase, experts = 5) {
  const { database, settings } = opened;
  const { clock, module, outbox } = await openRooms(opened, {
    settings: { publicUrl: 'https://desk.example', mailFrom: 'HRA desk <desk@hra.example.net>' },
    imports: [MailModule, AccountsModule, PanelsModule, SurgeModule, MissionsModule],
  });

  const account = async (role: Role, email: string, country: string | null): Promise<Actor> => {
    const made = {
      id: newId(),
      email,
      name: `The ${role}`,
      role,
      country,
      agency: null,
      passwordHash: 'nobody signs in',
      disabled: false,
      createdAt: clock.iso(),
    };
    await database.read.getRepository(Account).insert(made);
    return { accountId: made.id, role, name: made.name, country, agency: null };
  };
  const officer = await account('surge-officer', 'officer@desk.example', null);
  const kenya = await account('resident-coordinator', 'kenya@desk.example', 'KEN');
  const uganda = await account('resident-coordinator', 'uganda@desk.example', 'UGA');
  await module.get(RosterImporter, { strict: false }).run(csvSource(surgeRoster(experts)), { actor: RECRUITER });

  const steps = module.get(SurgeSteps);
  const reader = module.get(SurgeReader);
  const requests = module.get(SurgeRequests);
  const offers = module.get(SurgeOffers);
  const take = async (id: string, step: Parameters<SurgeSteps['take']>[1]['step'], me: Actor, reason?: string): Promise<SurgeRequest> =>
    steps.take(id, { step, reason, version: (await reader.request(id, me)).version }, me);

  return {
    database,
    clock,
    module,
    officer,
    kenya,
    uganda,
    steps,
    reader,
    requests,
    offers,
    take,
    queue: module.get(SurgeQueueReader),
    thread: module.get(SurgeThread),
    drafts: module.get(SurgeDrafts),
    desk: module.get(SurgeOfficers),
    account,
    answers: module.get(OfferAnswers),
    proposals: module.get(SurgeProposals),
    reservations: module.get(Reservations, { strict: false }),
    pool: module.get(RosterPool, { strict: false }),

    /** A request that is being matched. */
    async matching(ask: Partial<NewSurgeRequestDto> = {}, me = kenya): Promise<SurgeRequest> {
      const { id } = await requests.begin({ ...ASK, ...ask, submit: true }, me);
      await take(id, 'review', officer);
      await take(id, 'approve', officer, 'It is grave and close.');
      return take(id, 'match', officer);
    },
    /** Offers to the first so many proposed experts; the tokens of their links. */
    async offer(id: string, count: number, hours?: number): Promise<{ offer: SurgeOffer; token: string }[]> {
      const request = await reader.request(id, officer);
      const proposed = (await module.get(SurgeProposals).propose(request, count)).proposed;
      const sent = await offers.send(id, { experts: proposed.map(({ expertId }) => expertId), hours, version: request.version }, officer);
      return sent.map((offer) => ({ offer, token: module.get(OfferTokens).tokenFor(offer.id, offer.nonce) }));
    },
    /** The tokens of the links of offers, in their order. */
    links: (sent: readonly SurgeOffer[]) => sent.map(({ id, nonce }) => module.get(OfferTokens).tokenFor(id, nonce)),
    offerNow: (id: string) => database.read.getRepository(SurgeOffer).findOneByOrFail({ id }),
    /** Runs all jobs that are due, and those that they bring about. */
    async work(): Promise<void> {
      for (;;) {
        const due = await outbox.find({ where: { state: 'pending' }, order: { dueAt: 'ASC', id: 'ASC' } });
        const next = due.find((job) => job.dueAt <= clock.iso());
        if (!next) return;
        await module.get(JobRunner).run(next.id);
      }
    },
    /** Every mail that was sent, in the order of its moment; several recipients are several mails. */
    async mails(): Promise<SentMail[]> {
      const folder = join(settings.dataFolder, 'mail');
      const files = readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .sort();
      return Promise.all(files.map(async (name) => readable(await simpleParser(readFileSync(join(folder, name))))));
    },
  };
}

/** Opens desks for the tests of a suite, and closes each after its test. */
export function surgeDesks(open: OpenDatabase): (experts?: number) => Promise<SurgeDesk> {
  const opened: SurgeDesk[] = [];
  afterEach(async () => {
    for (const desk of opened.splice(0)) await desk.module.close();
  });
  return async (experts) => {
    const desk = await openSurgeDesk(await open(), experts);
    opened.push(desk);
    return desk;
  };
}

export type SurgeDesk = Awaited<ReturnType<typeof openSurgeDesk>>;

export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

function readable({ to, subject, text }: ParsedMail): SentMail {
  return { to: (to as AddressObject).value[0]?.address ?? '', subject: subject ?? '', text: text ?? '' };
}

/** Experts who are all eligible for ASK; the first knows the theme best, and so on down. */
export function surgeRoster(count: number): string {
  const head =
    'family_name,given_name,email,gender,nationality,born_on,memberships,degrees,experience,knowledge,languages,themes,trainings,unavailable';
  const level = (index: number) => ['specialist', 'excellent', 'good', 'basic'][Math.min(index, 3)];
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `Family${letters(index)},Given,expert${index + 1}@example.org,female,CHE,1975-01-01,external||active|2012-01-01/,,2005-01/|human-rights|100|P-4|staff|Officer|OHCHR|NPL,,en|4; fr|3,detention|${level(index)},,`,
  );
  return [head, ...rows].join('\n');
}

function letters(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

import type { Actor } from '../../src/core/access.js';
import { Reservations } from '../../src/features/deployments/index.js';
import { CreateExpertDto, JoinDto, UpdateExpertDto } from '../../src/features/roster/expert.dto.js';
import {
  type ExpertView,
  type ImportSource,
  RosterContacts,
  RosterImporter,
  RosterMemberships,
  RosterPool,
  RosterProfiles,
  RosterSearch,
} from '../../src/features/roster/index.js';
import { MembershipLog } from '../../src/features/roster/membership-log.js';
import type { ExpertFilters } from '../../src/features/roster/search.dto.js';
import { Audit } from '../../src/platform/audit/index.js';
import { FixedClock } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/index.js';

const actor = (role: Actor['role'], more: Partial<Actor> = {}): Actor => ({
  accountId: `account-of-${role}`,
  role,
  name: 'Somebody',
  country: null,
  agency: null,
  ...more,
});

/** People who use the roster. */
export const RECRUITER = actor('recruiter');
export const OFFICER = actor('surge-officer');
export const PANEL = actor('panel-member');
export const AUDITOR = actor('auditor');
export const UNDP = actor('agency-focal-point', { agency: 'UNDP' });
export const UNICEF = actor('agency-focal-point', { agency: 'UNICEF' });

/** The services of the roster on one database, with a clock that stands still. */
export function rosterDesk(database: Database, now = '2013-06-15T10:00:00Z') {
  const clock = FixedClock.at(now);
  const audit = new Audit(clock);
  const log = new MembershipLog(clock, audit);
  const reservations = new Reservations(database, clock);
  return {
    database,
    clock,
    audit,
    reservations,
    search: new RosterSearch(database, reservations),
    profiles: new RosterProfiles(database, clock, audit, log),
    memberships: new RosterMemberships(database, clock, log),
    importer: new RosterImporter(database, clock, audit),
    pool: new RosterPool(database, clock),
    contacts: new RosterContacts(database),
  };
}

export type RosterDesk = ReturnType<typeof rosterDesk>;

let people = 0;

/** What somebody types to enter a new expert: valid, and another person at each call. */
export function newExpert(changes: Partial<CreateExpertDto> = {}): CreateExpertDto {
  people += 1;
  return Object.assign(new CreateExpertDto(), {
    familyName: `Family${letters(people)}`,
    givenName: 'Given',
    email: `person${people}@example.org`,
    gender: 'female',
    nationality: 'KEN',
    ...changes,
  });
}

/** Letters only, because digits in a search are a roster number. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

export function joining(roster: JoinDto['roster'], changes: Partial<JoinDto> = {}): JoinDto {
  return Object.assign(new JoinDto(), {
    roster,
    agency: roster === 'interagency' ? 'UNDP' : null,
    reason: 'Proposed for the roster.',
    ...changes,
  });
}

/** A file whose pieces arrive in chunks of this many bytes. */
export function csvSource(text: string | Uint8Array, chunk = 65_536): ImportSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };
}

/** A file of that many rows, made while it is read. Every expert has what a real one has. */
export function manyRows(count: number): ImportSource {
  return async function* () {
    const encoder = new TextEncoder();
    yield encoder.encode(
      'family_name,given_name,email,gender,nationality,born_on,memberships,degrees,experience,knowledge,languages,themes,trainings,unavailable\n',
    );
    for (let index = 0; index < count; index += 1)
      yield encoder.encode(
        `Many${index},Given,many${index}@example.org,female,KEN,1970-01-01,external||active|2012-01-01/,masters|human-rights|LL.M.|University|2000,2001-01/2006-12|human-rights+development|100|P-3|staff|Officer|OHCHR|KEN+UGA; 2007-01/|human-rights|100|P-4|staff|Officer|UNDP|NPL,machinery|specialist; mandates|excellent; development-programming|good,en|4; fr|3,detention|excellent; justice|good; migrants|good,hrba|2010,2013-01-01/2013-01-31\n`,
      );
  };
}

/** A refusal by its code and words. */
export const refusal = (code: string, words = '') => expect.objectContaining({ code, message: expect.stringContaining(words) });

/** The same profile as somebody sends it back, with changes. */
export function edited(view: ExpertView, changes: Partial<UpdateExpertDto>): UpdateExpertDto {
  const {
    familyName,
    givenName,
    email,
    gender,
    nationality,
    bornOn,
    language,
    fictional,
    degrees,
    experience,
    knowledge,
    languages,
    themes,
    trainings,
    unavailable,
    version,
  } = view;
  return Object.assign(
    new UpdateExpertDto(),
    {
      familyName,
      givenName,
      email,
      gender,
      nationality,
      bornOn,
      language,
      fictional,
      degrees,
      experience,
      knowledge,
      languages,
      themes,
      trainings,
      unavailable,
      version,
    },
    changes,
  );
}

/** The numbers that a search finds; the count must be that of the list. */
export async function numbersFound(desk: RosterDesk, filters: ExpertFilters, actor: Actor = RECRUITER): Promise<number[]> {
  const { experts, total } = await desk.search.search(filters, actor);
  expect(total).toBe(experts.length);
  return experts.map(({ number }) => number);
}

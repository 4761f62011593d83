import { type Actor, may } from '../../core/access.js';
import { DomainError, type FieldProblem, fieldError } from '../../core/errors.js';
import type { RosterMembership } from '../../core/expert.js';
import { draftProblems, EXPERT_PARTS, type ExpertDraft, normalisedAgency, normalisedEmail, personKey } from '../../core/expert-draft.js';
import { vettingStep } from '../../core/vetting.js';
import type { Tx } from '../../platform/database/index.js';
import { isCountry } from '../../platform/reference-data/index.js';
import type { JoinDto, ProfileDto } from './expert.dto.js';
import { knownPersons } from './expert-store.js';
import type { ExpertParts } from './profile-parts.js';

/** Where somebody stands who joins a roster now. @throws DomainError `roster.vetting-not-allowed` */
export function firstMembership(join: JoinDto, actor: Actor, today: string): RosterMembership {
  const { to } = vettingStep(join.roster, 'none', join.roster === 'interagency' ? 'active' : 'applied', (permission) =>
    may(actor, permission),
  );
  const agency = join.agency === null ? null : normalisedAgency(join.agency);
  return { roster: join.roster, agency, state: to, since: join.since ?? today, until: join.until };
}

/** As it is compared and stored: without spaces around the names, the address in lower case. */
export function tidy<T extends ProfileDto>(dto: T): T {
  return { ...dto, familyName: dto.familyName.trim(), givenName: dto.givenName.trim(), email: normalisedEmail(dto.email) };
}

/** What is wrong between the fields, and countries that do not exist. */
export function problemsOf(draft: ExpertDraft, today: string): FieldProblem[] {
  const places = draft.experience.flatMap(({ countries }, job) =>
    countries.map((country, index) => ({ country, field: `experience.${job}.countries.${index}` })),
  );
  const unknown = places.filter(({ country }) => !isCountry(country));
  return [
    ...draftProblems(draft, today),
    ...unknown.map(({ field }) => ({
      field,
      message: 'This is not the code of a country. Write it with three letters, such as KEN for Kenya.',
    })),
  ];
}

/** What an agency may say about its staff. */
export function proposalProblems(draft: ExpertDraft, actor: Actor): FieldProblem[] {
  if (may(actor, 'roster:edit')) return [];
  const [membership, ...more] = draft.memberships;
  const own = membership?.roster === 'interagency' && membership.agency === actor.agency && more.length === 0;
  const checked = EXPERT_PARTS.flatMap((part) =>
    draft[part].flatMap((item, index) => ('status' in item && item.status !== 'self-declared' ? [`${part}.${index}.status`] : [])),
  );
  return [
    ...(own
      ? []
      : [{ field: 'memberships', message: 'Propose the person for the interagency roster with your own agency, and nothing else.' }]),
    ...checked.map((field) => ({ field, message: 'An agency states what its staff can do; OHCHR verifies it. Use self-declared.' })),
  ];
}

/** Names of what differs: fields of a person, or parts of a profile. Never what they say. */
export function changedNames(before: object, after: object): string[] {
  const known = new Map(Object.entries(before));
  return Object.entries(after).flatMap(([name, value]) =>
    DERIVED.has(name) || JSON.stringify(known.get(name)) === JSON.stringify(value) ? [] : [name],
  );
}

/** Follow from the names and the day of birth, which are compared themselves. */
const DERIVED: ReadonlySet<string> = new Set(['searchName', 'personKey']);

/** Parts as they are compared: evidence that only got a new id is the same evidence. */
export function withoutIds(parts: ExpertParts): object {
  const plain = Object.entries(parts).map(([part, rows]) => [part, rows.map((row: object) => ({ ...row, id: undefined }))] as const);
  return Object.fromEntries(plain);
}

/** @throws DomainError `conflict.stale` when the profile has moved on since it was read */
export function refuseStale(stored: number, read: number): void {
  if (stored !== read)
    throw new DomainError(
      'conflict.stale',
      `The profile has version ${stored} by now, and you changed version ${read}. Load it again and repeat your change.`,
    );
}

/** @throws DomainError `input.invalid` when there is any problem */
export function refuse(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first)
    throw problems.length === 1
      ? fieldError(first.field, first.message)
      : new DomainError(
          'input.invalid',
          `Correct these fields and send it again: ${problems.map(({ field }) => field).join(', ')}.`,
          problems,
        );
}

/** @throws DomainError `roster.duplicate-person`, without naming anybody */
export async function refuseKnownPerson(tx: Tx, draft: ExpertDraft, exceptId?: string): Promise<void> {
  const known = await knownPersons(tx, [{ email: draft.email, personKey: personKey(draft) }], exceptId);
  if (known.emails.size + known.personKeys.size > 0) {
    throw new DomainError(
      'roster.duplicate-person',
      'Somebody with this e-mail address, or with this name and day of birth, is on the roster already. Change that profile, or ask OHCHR when you cannot see it.',
    );
  }
}

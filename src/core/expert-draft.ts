import { endOf, type IsoDate, startOf } from './dates.js';
import type { FieldProblem } from './errors.js';
import {
  CLAIM_PARTS,
  type CountryCode,
  type Degree,
  type Experience,
  type ExpertProfile,
  type Gender,
  type KnowledgeClaim,
  type LanguageSkill,
  type RosterMembership,
  type RosterName,
  type ThemeClaim,
  type Training,
  type Unavailability,
  type VettingState,
} from './expert.js';
import type { ClaimStatus } from './knowledge.js';
import type { MailLanguage } from './mail-languages.js';

export { MAIL_LANGUAGES, type MailLanguage } from './mail-languages.js';

/** Upper limits of what one profile holds; the API, the import and the database agree on them. */
export const EXPERT_LIMITS = {
  /** Characters of a name, a title, an employer or an institution. */
  text: 200,
  name: 100,
  email: 254,
  /** Characters of a level such as `NO-C`. */
  level: 10,
  agency: 20,
  /** Parts of one kind: degrees, jobs, languages … */
  parts: 100,
  /** Countries of one job. */
  countries: 40,
  /** Characters of a reason for a decision. */
  reason: 1000,
} as const;

/** `UNDP`, `UN WOMEN`, `UNHABITAT`: capitals, digits, spaces and hyphens. */
export const AGENCY_PATTERN = /^[A-Z][A-Z0-9 -]{1,19}$/;

/** The one way in which an agency is written, so that an account and a membership of it meet: ` unicef` → `UNICEF`. */
export function normalisedAgency(agency: string): string {
  return agency.trim().toUpperCase();
}

/** Deliberately wide: the mail server has the last word. Plain ASCII, one @, a dot in the domain. */
export const EMAIL_PATTERN = /^[^\s@"<>()[\]\\,;:]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

type Draft<T> = Omit<T, 'id'> & { readonly id?: string };

/** What an expert's profile says before it is stored: evidence has no id yet, or keeps the one it had. */
export interface ExpertDraft {
  readonly familyName: string;
  readonly givenName: string;
  readonly email: string;
  readonly gender: Gender;
  readonly nationality: CountryCode;
  readonly bornOn: IsoDate | null;
  /** When the person agreed that the profile is kept and shown to recruiters; left out or null when that is not on record. */
  readonly consentedOn?: IsoDate | null;
  readonly language: MailLanguage;
  readonly fictional: boolean;
  readonly degrees: readonly Draft<Degree>[];
  readonly experience: readonly Draft<Experience>[];
  readonly knowledge: readonly Draft<KnowledgeClaim>[];
  readonly languages: readonly Draft<LanguageSkill>[];
  readonly themes: readonly Draft<ThemeClaim>[];
  readonly trainings: readonly Draft<Training>[];
  readonly unavailable: readonly Draft<Unavailability>[];
  readonly memberships: readonly RosterMembership[];
}

/** The parts of a profile, in the order in which they are shown and stored. */
export const EXPERT_PARTS = [...CLAIM_PARTS, 'unavailable'] as const satisfies readonly (keyof ExpertProfile & keyof ExpertDraft)[];
export type ExpertPart = (typeof EXPERT_PARTS)[number];

const STATES_OF: Readonly<Record<RosterName, readonly VettingState[]>> = {
  interagency: ['active', 'withdrawn'],
  external: ['applied', 'under-vetting', 'active', 'rejected', 'withdrawn'],
};

/** Lower case without accents, punctuation or double spaces, so that spellings of one name compare equal. `Îleana` → `ileana`. */
export function normalisedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function normalisedEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Equal for two records of one person, null when the day of birth is unknown, because a name alone proves nothing. */
export function personKey(person: Pick<ExpertDraft, 'familyName' | 'givenName' | 'bornOn'>): string | null {
  return person.bornOn === null ? null : `${normalisedName(person.familyName)}/${normalisedName(person.givenName)}/${person.bornOn}`;
}

/**
 * What is wrong between the fields of a profile, each valid by itself: ends before starts, the same language twice, a
 * membership without its agency. `field` is a path such as `experience.0.to`.
 */
export function draftProblems(draft: ExpertDraft, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });

  if (normalisedName(draft.familyName) === '') say('familyName', 'Give the family name in letters.');
  if (normalisedName(draft.givenName) === '') say('givenName', 'Give the given name in letters.');
  if (!EMAIL_PATTERN.test(draft.email)) say('email', 'Give one e-mail address such as name@example.org.');
  if (draft.bornOn !== null && (draft.bornOn >= today || draft.bornOn < '1900-01-01'))
    say('bornOn', 'The day of birth must lie between 1900 and today.');
  if (draft.consentedOn && draft.consentedOn > today)
    say('consentedOn', 'The day of consent lies in the future. Give the day on which the person agreed.');
  for (const part of EXPERT_PARTS) {
    if (draft[part].length > EXPERT_LIMITS.parts)
      say(part, `There are ${draft[part].length} entries; at most ${EXPERT_LIMITS.parts} are accepted.`);
  }
  draft.experience.forEach((job, index) => {
    if (job.to !== null && endOf(job.to) < startOf(job.from))
      say(`experience.${index}.to`, `The end ${job.to} lies before the start ${job.from}. Exchange the two days.`);
  });
  draft.unavailable.forEach((window, index) => {
    if (window.to < window.from)
      say(`unavailable.${index}.to`, `The end ${window.to} lies before the start ${window.from}. Exchange the two days.`);
  });
  once(draft.knowledge, (claim) => claim.area, 'knowledge', 'area', say, saidBy);
  once(draft.languages, (skill) => skill.language, 'languages', 'language', say, saidBy);
  once(draft.themes, (claim) => claim.theme, 'themes', 'theme', say);
  once(draft.memberships, (membership) => membership.roster, 'memberships', 'roster', say);
  for (const [index, membership] of draft.memberships.entries()) membershipProblems(membership, `memberships.${index}`, say);
  return problems;
}

function membershipProblems(membership: RosterMembership, path: string, say: (field: string, message: string) => void): void {
  const { roster, agency, state, since, until } = membership;
  if (roster === 'interagency' && !AGENCY_PATTERN.test(agency ?? ''))
    say(`${path}.agency`, 'Name the agency that releases the person, in capitals such as UNDP.');
  if (roster === 'external' && agency !== null) say(`${path}.agency`, 'A member of the external roster has no agency. Leave it empty.');
  if (!STATES_OF[roster].includes(state))
    say(`${path}.state`, `On the ${roster} roster the state is one of ${STATES_OF[roster].join(', ')}.`);
  if (until !== null && until < since) say(`${path}.until`, `The end ${until} lies before the start ${since}. Exchange the two days.`);
}

/** What a panel found out stands beside what the person says, and is not the same claim twice. */
function saidBy({ status }: { readonly status: ClaimStatus }): string {
  return status === 'panel-assessed' ? 'panel' : 'person';
}

function once<T>(
  items: readonly T[],
  key: (item: T) => string,
  part: string,
  name: string,
  say: (field: string, message: string) => void,
  by: (item: T) => string = () => '',
): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const mark = `${by(item)} ${key(item)}`;
    if (seen.has(mark)) say(`${part}.${index}.${name}`, `${key(item)} stands here twice. Keep one of them.`);
    seen.add(mark);
  });
}

import { addDays, type IsoDate } from '../core/dates.js';
import { type DegreeField, type Gender, TRAININGS } from '../core/expert.js';
import type { KnowledgeArea, KnowledgeLevel } from '../core/knowledge.js';
import type { Language } from '../core/languages.js';
import type { RosterColumn } from '../core/roster-csv.js';
import { EXPERT_THEMES, type Theme } from '../core/themes.js';
import { AGENCIES, CAREERS, type Career, careerStart, type Job, jobsOf } from './career.js';
import { Random } from './random.js';
import { REGIONS, type Region, type RegionName } from './regions.js';

/** One line of the import format (docs/import.md). */
export type Row = Readonly<Record<RosterColumn, string>>;

export interface Fiction {
  /** How many people. */
  readonly count: number;
  readonly seed: number;
  /** The day the careers lead up to. */
  readonly asOf: IsoDate;
}

/** What everybody claims about some areas: the level by its share in per cent. */
type Claims = Readonly<Record<KnowledgeArea, Readonly<Partial<Record<KnowledgeLevel, number>>>>>;

const STRONG: Claims = {
  machinery: { specialist: 86, excellent: 14 },
  mandates: { specialist: 22, excellent: 72, good: 6 },
  'development-programming': { excellent: 30, good: 66, basic: 4 },
  'humanitarian-action': { excellent: 20, good: 45, basic: 35 },
  advocacy: { excellent: 50, good: 40, specialist: 10 },
  sensitivity: { excellent: 55, good: 40, specialist: 5 },
};
const MIXED: Claims = {
  machinery: { specialist: 22, excellent: 33, good: 45 },
  mandates: { excellent: 35, good: 50, basic: 15 },
  'development-programming': { excellent: 20, good: 45, basic: 35 },
  'humanitarian-action': { excellent: 25, good: 40, basic: 35 },
  advocacy: { excellent: 30, good: 55, basic: 15 },
  sensitivity: { excellent: 35, good: 60, basic: 5 },
};
const KNOWS: Readonly<Record<Career, Claims>> = {
  adviser: STRONG,
  investigator: STRONG,
  advocate: MIXED,
  development: MIXED,
  humanitarian: MIXED,
  newcomer: MIXED,
};

/** Themes that go together in one person's work. */
const CLUSTERS: readonly (readonly Theme[])[] = [
  [
    'justice',
    'detention',
    'torture-and-other-cid-treatment',
    'impunity',
    'death-penalty',
    'extrajudicial-executions',
    'public-security',
    'enforced-disappearances',
  ],
  ['womens-rights', 'rights-of-the-child', 'trafficking', 'right-to-education', 'right-to-health', 'hiv-aids'],
  [
    'international-instruments',
    'treaty-bodies',
    'special-procedures',
    'nhri',
    'national-plan-of-action',
    'human-rights-education-and-training',
  ],
  [
    'esc-rights-general',
    'poverty',
    'development',
    'right-to-food',
    'right-to-water',
    'right-to-housing',
    'right-to-land',
    'labour',
    'environment',
    'corruption',
  ],
  [
    'minorities',
    'indigenous-peoples',
    'racial-discrimination',
    'migrants',
    'asylum-seekers-refugees',
    'internally-displaced-persons',
    'disabilities',
    'sexual-orientation-and-gender-identity',
  ],
  [
    'civil-society',
    'freedom-of-opinion-and-expression',
    'freedom-of-the-press',
    'freedom-of-association-and-peaceful-assembly',
    'human-rights-defenders',
    'elections',
    'freedom-of-religion-and-belief',
  ],
  [
    'international-humanitarian-law',
    'counter-terrorism',
    'human-rights-violations-by-state-agents',
    'internally-displaced-persons',
    'asylum-seekers-refugees',
  ],
];
/** How many of these clusters somebody knows. */
const CLUSTERS_OF: Readonly<Record<Career, number>> = {
  adviser: 4,
  investigator: 3,
  advocate: 3,
  development: 2,
  humanitarian: 2,
  newcomer: 1,
};
const FIELDS: Readonly<Record<DegreeField, number>> = {
  'human-rights': 28,
  'international-law': 24,
  'public-law': 12,
  'political-science': 13,
  'international-relations': 12,
  'other-related': 7,
  unrelated: 4,
};
const FIELD_TITLES: Readonly<Record<DegreeField, string>> = {
  'human-rights': 'Human Rights',
  'international-law': 'International Law',
  'public-law': 'Public Law',
  'political-science': 'Political Science',
  'international-relations': 'International Relations',
  'other-related': 'Development Studies',
  unrelated: 'Business Administration',
};

/**
 * Fictional experts as rows of the import format. Nobody in them exists: names are common ones put together by chance,
 * addresses lie in example.org, and every row says that it is fictional. The same seed and day give the same people, and
 * person n is the same at every count.
 */
export function* fictionalExperts({ count, seed, asOf }: Fiction): Generator<Row> {
  for (let number = 1; number <= count; number += 1) yield person(new Random(seed, number), number, asOf);
}

function person(random: Random, number: number, asOf: IsoDate): Row {
  const region = REGIONS[
    random.weighted(Object.fromEntries(Object.entries(REGIONS).map(([name, { share }]) => [name, share])) as Record<RegionName, number>)
  ] as Region;
  const gender: Gender = random.weighted({ female: 50, male: 47, other: 1, 'not-stated': 2 });
  const given = random.pick((gender === 'female' || (gender !== 'male' && random.chance(50)) ? region.female : region.male).split(' '));
  const family = random.pick(region.family.split(' '));
  const nationality = random.pick(region.countries);
  const career = random.weighted(CAREERS);
  const start = careerStart(random, career, asOf);
  const roster = random.weighted({ external: 52, interagency: 38, both: 10 });
  const agency = roster === 'external' ? null : random.pick(AGENCIES);
  return {
    family_name: family,
    given_name: given,
    email: `${plain(given)}.${plain(family)}.${number}@example.org`,
    gender,
    nationality,
    born_on: addDays(start, -random.int(Math.round(24 * 365.25), Math.round(31 * 365.25))),
    mail_language: region.mailLanguage,
    fictional: 'yes',
    memberships: memberships(random, roster, agency, asOf),
    degrees: degrees(random, region, start),
    experience: jobsOf(random, career, start, asOf, places(random, region, nationality), agency)
      .map((job) => jobCell(random, job))
      .join('; '),
    knowledge: Object.entries(KNOWS[career])
      .map(([area, levels]) => `${area}|${random.weighted(levels as Record<KnowledgeLevel, number>)}${status(random)}`)
      .join('; '),
    languages: languages(random, region),
    themes: themes(random, career),
    trainings: random
      .sample(TRAININGS, random.int(0, 4))
      .map((kind) => `${kind}|${addDays(asOf, -random.int(30, 2500))}${status(random)}`)
      .join('; '),
    unavailable: unavailable(random, asOf),
  };
}

/** Letters a to z only, for an address. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

function status(random: Random): string {
  return random.weighted({ '': 55, '|verified': 35, '|panel-assessed': 10 });
}

/** Four of five members are active; others wait for the panel, were refused, or let their term run out. */
function memberships(random: Random, roster: 'external' | 'interagency' | 'both', agency: string | null, asOf: IsoDate): string {
  const term = () => {
    const expired = random.chance(6);
    const since = addDays(asOf, -random.int(expired ? 1200 : 20, expired ? 2000 : 1000));
    return `${since}/${expired || random.chance(60) ? addDays(since, 1095) : ''}`;
  };
  const external = `external||${random.weighted({ active: 84, applied: 5, 'under-vetting': 6, rejected: 3, withdrawn: 2 })}|${term()}`;
  const interagency = `interagency|${agency ?? ''}|${random.weighted({ active: 95, withdrawn: 5 })}|${term()}`;
  return { external, interagency, both: `${interagency}; ${external}` }[roster];
}

/** The highest degree was awarded before the career began, or in its first years beside the job. */
function degrees(random: Random, region: Region, start: IsoDate): string {
  const field = random.weighted(FIELDS);
  const universities = region.universities.split('; ');
  const first = `first|${random.pick([field, 'public-law', 'political-science'] as const)}|Bachelor|${random.pick(universities)}|${addDays(start, -random.int(800, 1500)).slice(0, 7)}`;
  const highest = random.weighted({ masters: 82, doctorate: 12, first: 6 });
  if (highest === 'first') return first;
  const abroad = random.chance(40) ? REGIONS['western-europe'].universities.split('; ') : universities;
  const title = `${highest === 'masters' ? 'Master of' : 'Doctor of'} ${FIELD_TITLES[field]}`;
  return `${highest}|${field}|${title}|${random.pick(abroad)}|${addDays(start, random.int(-700, 500)).slice(0, 7)}${status(random)}; ${first}`;
}

/** Where somebody works: mostly at home and in the region, in part elsewhere. */
function places(random: Random, region: Region, nationality: string): string[] {
  const elsewhere = random.sample(
    Object.values(REGIONS).flatMap(({ countries }) => [...countries] as string[]),
    random.int(1, 3),
  );
  return [...new Set([nationality, ...random.sample(region.countries, 3), ...elsewhere])];
}

function jobCell(random: Random, job: Job): string {
  return (
    [job.period, job.kinds.join('+'), job.percentage, job.level, job.engagement, job.title, job.employer, job.countries.join('+')].join(
      '|',
    ) + status(random)
  );
}

/** A mother tongue, English for nearly everybody at working level, and what the region works in. */
function languages(random: Random, region: Region): string {
  const levels = new Map<Language, string>([[random.pick(region.motherTongues), 'IV']]);
  const add = (language: Language, percent: number, shares: Readonly<Record<string, number>>) => {
    if (!levels.has(language) && random.chance(percent)) levels.set(language, random.weighted(shares));
  };
  add('en', 96, { IV: 62, III: 32, II: 6 });
  for (const [language, percent] of region.working) add(language, percent, { IV: 35, III: 40, II: 25 });
  add('fr', 18, { III: 45, II: 35, I: 20 });
  add('es', 12, { III: 40, II: 35, I: 25 });
  add('ru', 4, { III: 50, II: 50 });
  return [...levels].map(([language, level]) => `${language}|${level}${status(random)}`).join('; ');
}

function themes(random: Random, career: Career): string {
  const own = random.sample(CLUSTERS, CLUSTERS_OF[career]).flatMap((cluster) => random.sample(cluster, random.int(2, 5)));
  const chosen = new Set<Theme>([...own, ...random.sample(EXPERT_THEMES, random.int(0, 3))]);
  const shares: Readonly<Record<string, number>> =
    career === 'newcomer' ? { basic: 40, good: 50, excellent: 10 } : { good: 35, excellent: 45, specialist: 20 };
  return [...chosen].map((theme) => `${theme}|${random.weighted(shares)}${status(random)}`).join('; ');
}

/** One of six people is away for some weeks around the as-of day. */
function unavailable(random: Random, asOf: IsoDate): string {
  if (!random.chance(16)) return '';
  const from = addDays(asOf, random.int(-30, 120));
  return `${from}/${addDays(from, random.int(7, 90))}`;
}

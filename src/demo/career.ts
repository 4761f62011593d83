import { addDays, dayOf, type EpochDay, type IsoDate, isoDate } from '../core/dates.js';
import type { CountryCode, Engagement, ExperienceKind } from '../core/expert.js';
import type { Random } from './random.js';

/** Kinds of careers on the roster, with their share in per cent. */
export const CAREERS = { adviser: 52, investigator: 18, advocate: 10, development: 8, humanitarian: 6, newcomer: 6 } as const;
export type Career = keyof typeof CAREERS;

/** One job, as the import writes it. */
export interface Job {
  /** `2010-01-15/2012-06-30`, `2010-01/` */
  readonly period: string;
  readonly from: IsoDate;
  readonly kinds: readonly ExperienceKind[];
  readonly percentage: number;
  readonly level: string;
  readonly engagement: Engagement;
  readonly title: string;
  readonly employer: string;
  readonly countries: readonly CountryCode[];
}

interface Pattern {
  readonly years: readonly [least: number, most: number];
  /** What a job of this career is about, with the share of each mixture. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly titles: readonly string[];
  /** Share of jobs in the UN, in per cent. */
  readonly inUn: number;
}

const PATTERNS: Readonly<Record<Career, Pattern>> = {
  adviser: {
    years: [10, 27],
    inUn: 75,
    kinds: { 'human-rights+development': 60, 'human-rights': 28, 'human-rights+humanitarian': 12 },
    titles: [
      'Human Rights Officer',
      'Human Rights Adviser',
      'Programme Specialist, Rule of Law',
      'Governance and Human Rights Specialist',
      'Programme Officer, Access to Justice',
    ],
  },
  investigator: {
    years: [10, 24],
    inUn: 70,
    kinds: { 'human-rights': 45, 'human-rights+humanitarian': 35, 'human-rights+development': 20 },
    titles: [
      'Human Rights Investigator',
      'Human Rights Officer',
      'Protection Officer',
      'Transitional Justice Officer',
      'Head of Sub-office',
    ],
  },
  advocate: {
    years: [6, 25],
    inUn: 15,
    kinds: { 'human-rights': 75, '': 15, 'human-rights+development': 10 },
    titles: ['Legal Officer', 'Director of Programmes', 'Advocacy Coordinator', 'Lawyer', 'Lecturer in Human Rights Law'],
  },
  development: {
    years: [8, 24],
    inUn: 65,
    kinds: { development: 65, 'human-rights+development': 35 },
    titles: [
      'Programme Analyst',
      'Governance Adviser',
      'Gender Specialist',
      'Decentralisation Specialist',
      'Monitoring and Evaluation Officer',
    ],
  },
  humanitarian: {
    years: [6, 20],
    inUn: 70,
    kinds: { humanitarian: 55, 'human-rights+humanitarian': 45 },
    titles: ['Protection Officer', 'Humanitarian Affairs Officer', 'Refugee Status Determination Officer', 'Child Protection Specialist'],
  },
  newcomer: {
    years: [1, 7],
    inUn: 45,
    kinds: { 'human-rights': 45, 'human-rights+development': 30, '': 25 },
    titles: ['Associate Human Rights Officer', 'Research Assistant', 'Programme Assistant', 'Junior Lawyer'],
  },
};

export const AGENCIES = [
  'UNDP',
  'UNICEF',
  'UNFPA',
  'UN WOMEN',
  'UNHCR',
  'ILO',
  'OHCHR',
  'WFP',
  'UNESCO',
  'WHO',
  'FAO',
  'IOM',
  'UNHABITAT',
] as const;
const ELSEWHERE = [
  'National human rights institution',
  'Regional human rights network',
  'Legal aid centre',
  'Ministry of Justice',
  'Bar association',
  'Women’s rights organisation',
  'University law clinic',
  'International relief organisation',
  'Development bank',
];

/** The day a career of this kind began, so that age and degrees can agree with it. */
export function careerStart(random: Random, career: Career, asOf: IsoDate): IsoDate {
  const [least, most] = PATTERNS[career].years;
  return addDays(asOf, -random.int(Math.round(least * 365.25), Math.round(most * 365.25)));
}

/** Jobs from the start to the as-of day, oldest first: with gaps, part-time, work beside the main job, and internships before it. */
export function jobsOf(
  random: Random,
  career: Career,
  start: IsoDate,
  asOf: IsoDate,
  places: readonly CountryCode[],
  agency: string | null,
): Job[] {
  const jobs: Job[] = [];
  if (random.chance(35)) jobs.push(beforeCareer(random, start, places));
  const today = dayOf(asOf);
  let from = dayOf(start);
  while (from < today) {
    const length = random.int(14, 60) * 30;
    const ongoing = from + length >= today && random.chance(92);
    const to = Math.min(from + length, today - random.int(10, 200));
    if (!ongoing && to <= from) break;
    jobs.push(mainJob(random, career, from, ongoing ? null : to, (from - dayOf(start)) / 365.25, places, ongoing ? agency : null));
    if (!ongoing && random.chance(14) && to - from > 400) jobs.push(sideJob(random, from + 90, to - 60, places));
    if (ongoing) break;
    from = to + 1 + (random.chance(70) ? 0 : random.int(20, 300));
  }
  return jobs;
}

function mainJob(
  random: Random,
  career: Career,
  from: EpochDay,
  to: EpochDay | null,
  yearsBefore: number,
  places: readonly CountryCode[],
  agency: string | null,
): Job {
  const pattern = PATTERNS[career];
  const inUn = agency !== null || random.chance(pattern.inUn);
  const kinds = random
    .weighted(pattern.kinds)
    .split('+')
    .filter((kind) => kind !== '') as ExperienceKind[];
  return {
    ...dates(random, from, to),
    kinds,
    percentage: random.chance(11) ? random.pick([50, 60, 75, 80]) : 100,
    level: inUn ? unLevel(random, career, yearsBefore) : '',
    engagement: random.chance(12) && agency === null ? 'consultant' : 'staff',
    title: random.pick(pattern.titles),
    employer: agency ?? (inUn ? random.pick(AGENCIES) : random.pick(ELSEWHERE)),
    countries: random.sample(places, random.chance(80) ? 1 : 2),
  };
}

function unLevel(random: Random, career: Career, years: number): string {
  if (career === 'newcomer' && random.chance(30)) return random.pick(['GS-5', 'GS-6', 'UNV']).replace('UNV', 'UNV-1');
  if (random.chance(20)) return years < 5 ? 'NO-A' : years < 11 ? 'NO-B' : 'NO-C';
  return years < 3 ? 'P-2' : years < 8 ? 'P-3' : years < 16 ? 'P-4' : 'P-5';
}

/** A part-time consultancy beside the main job, so that overlapping periods occur. */
function sideJob(random: Random, from: EpochDay, to: EpochDay, places: readonly CountryCode[]): Job {
  const kinds = random.pick<readonly ExperienceKind[]>([['human-rights'], ['development'], ['human-rights', 'development']]);
  return {
    ...dates(random, from, to),
    kinds,
    percentage: random.pick([20, 25, 40]),
    level: '',
    engagement: 'consultant',
    title: 'Consultant',
    employer: 'Self-employed',
    countries: random.sample(places, 1),
  };
}

/** An internship or voluntary work before the first paid job. It does not count unless a post says so. */
function beforeCareer(random: Random, start: IsoDate, places: readonly CountryCode[]): Job {
  const to = dayOf(start) - random.int(10, 120);
  const engagement = random.chance(75) ? 'internship' : 'volunteer';
  return {
    ...dates(random, to - random.int(85, 190), to),
    kinds: ['human-rights'],
    percentage: 100,
    level: '',
    engagement,
    title: engagement === 'internship' ? 'Intern' : 'Volunteer',
    employer: random.pick([...AGENCIES, ...ELSEWHERE]),
    countries: random.sample(places, 1),
  };
}

/** Three of ten people remember only the months. */
function dates(random: Random, from: EpochDay, to: EpochDay | null): Pick<Job, 'period' | 'from'> {
  const precision = random.chance(30) ? 7 : 10;
  const end = to === null ? '' : isoDate(to).slice(0, precision);
  return { from: isoDate(from), period: `${isoDate(from).slice(0, precision)}/${end}` };
}

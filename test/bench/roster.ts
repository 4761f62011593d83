import { dayOf, isoDate } from '../../src/core/dates.js';
import {
  type Degree,
  type Experience,
  type ExperienceKind,
  type ExpertProfile,
  GENDERS,
  type LanguageSkill,
  type RosterMembership,
  TRAININGS,
} from '../../src/core/expert.js';
import { CLAIM_STATUSES, KNOWLEDGE_AREAS, KNOWLEDGE_LEVELS, type KnowledgeLevel } from '../../src/core/knowledge.js';
import { LANGUAGE_CODES, type Language, type LanguageLevel } from '../../src/core/languages.js';
import { THEME_SLUGS } from '../../src/core/themes.js';
import { AGENCIES } from '../../src/demo/career.js';
import { Random } from '../../src/demo/random.js';
import { REGIONS } from '../../src/demo/regions.js';
import { AS_OF } from '../support/experts.js';

const SEED = 2012;
const TODAY = dayOf(AS_OF);
const PLACES = Object.values(REGIONS);
const CLAIM = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2].map((status) => CLAIM_STATUSES[status] as (typeof CLAIM_STATUSES)[number]);
/** One text for each day, shared by everybody: a million profiles would otherwise hold millions of equal texts. */
const DAYS = Array.from({ length: TODAY + 4000 }, (_, day) => isoDate(day));
const IDS = Array.from({ length: 64 }, (_, index) => String(index + 1));

/** So many fictional experts, one at a time. Profile n is the same at every size. About 40 in a hundred meet a typical P-5 post. */
export function* fictionalRoster(count: number): Generator<ExpertProfile> {
  for (let number = 1; number <= count; number += 1) yield fictionalProfile(number);
}

export function fictionalProfile(number: number): ExpertProfile {
  const random = new Random(SEED, number);
  const region = PLACES[random.int(0, PLACES.length - 1)] as (typeof PLACES)[number];
  const strong = random.chance(72);
  const start = TODAY - random.int(strong ? 3600 : 400, strong ? 10_000 : 7000);
  return {
    id: `expert-${number}`,
    number,
    nationality: random.pick(region.countries),
    gender: random.pick(GENDERS),
    degrees: degrees(random, start),
    experience: jobs(random, start, strong, region.countries),
    knowledge: KNOWLEDGE_AREAS.map((area, index) => ({
      id: id(index),
      status: random.pick(CLAIM),
      area,
      level: level(random, strong, index),
    })),
    languages: languages(random, region.motherTongues, region.working),
    themes: random.sample(THEME_SLUGS, random.int(3, 13)).map((theme, index) => ({
      id: id(index),
      status: random.pick(CLAIM),
      theme,
      level: KNOWLEDGE_LEVELS[random.int(1, 4)] as KnowledgeLevel,
    })),
    trainings: random
      .sample(TRAININGS, random.int(0, 4))
      .map((kind, index) => ({ id: id(index), status: random.pick(CLAIM), kind, completedOn: day(TODAY - random.int(30, 2500)) })),
    unavailable: random.chance(16) ? [away(random)] : [],
    memberships: [membership(random)],
  };
}

const id = (index: number): string => IDS[index] as string;
const day = (number: number): string => DAYS[Math.max(0, number)] as string;

function away(random: Random): ExpertProfile['unavailable'][number] {
  const from = TODAY + random.int(-30, 120);
  return { id: id(0), from: day(from), to: day(from + random.int(7, 90)) };
}

function degrees(random: Random, start: number): Degree[] {
  const field = random.pick(['human-rights', 'international-law', 'public-law', 'political-science', 'other-related'] as const);
  const level = random.chance(93) ? (random.chance(12) ? 'doctorate' : 'masters') : 'first';
  return [{ id: id(0), status: random.pick(CLAIM), level, field, title: 'Degree', institution: 'University', awardedOn: day(start - 100) }];
}

/** One job after the other, some beside each other, up to today. */
function jobs(random: Random, start: number, strong: boolean, countries: readonly string[]): Experience[] {
  const done: Experience[] = [];
  const human: readonly ExperienceKind[][] = [['human-rights', 'development'], ['human-rights'], ['human-rights', 'humanitarian']];
  const other: readonly ExperienceKind[][] = [['development'], ['humanitarian'], ['human-rights']];
  for (let from = start; from < TODAY && done.length < 8; ) {
    const length = random.int(300, 2400);
    const inUn = random.chance(65);
    done.push({
      id: id(done.length),
      status: random.pick(CLAIM),
      from: day(from),
      to: from + length > TODAY ? null : day(from + length),
      kinds: random.pick(strong || random.chance(40) ? human : other),
      percentage: random.chance(88) ? 100 : 50,
      level: inUn ? random.pick(['P-3', 'P-4', 'P-5', 'NO-C', 'G-6']) : '',
      engagement: random.chance(92) ? 'staff' : random.pick(['consultant', 'volunteer', 'internship']),
      title: 'Officer',
      employer: inUn ? random.pick(AGENCIES) : 'Organisation',
      countries: [random.chance(75) ? random.pick(countries) : random.pick((random.pick(PLACES) as (typeof PLACES)[number]).countries)],
    });
    from += random.chance(6) ? Math.floor(length / 2) : length + random.int(0, 120);
  }
  return done;
}

/** Levels of the six areas; the strong mostly have what a P-5 post asks for. */
function level(random: Random, strong: boolean, area: number): KnowledgeLevel {
  const usual = [4, 3, 2, 2, 3, 3][area] as number;
  const shift = random.chance(strong ? 88 : 30) ? (random.chance(20) ? 1 : 0) : -1;
  return KNOWLEDGE_LEVELS[Math.min(4, usual + shift)] as KnowledgeLevel;
}

function languages(random: Random, mother: readonly Language[], working: readonly (readonly [Language, number])[]): LanguageSkill[] {
  const levels = new Map<Language, LanguageLevel>([[random.pick(mother), 4]]);
  const add = (language: Language, percent: number) => {
    if (!levels.has(language) && random.chance(percent)) levels.set(language, (random.chance(40) ? 4 : random.int(1, 4)) as LanguageLevel);
  };
  if (random.chance(93)) levels.set('en', random.chance(60) ? 4 : 3);
  for (const [language, percent] of working) add(language, percent);
  add('fr', 18);
  add('es', 12);
  add(random.pick(LANGUAGE_CODES), 15);
  return [...levels].map(([language, level], index) => ({ id: id(index), status: random.pick(CLAIM), language, level }));
}

/** Four of five are active members. */
function membership(random: Random): RosterMembership {
  const external = random.chance(55);
  return {
    roster: external ? 'external' : 'interagency',
    agency: external ? null : random.pick(AGENCIES),
    state: random.chance(86) ? 'active' : random.pick(['applied', 'under-vetting', 'withdrawn'] as const),
    since: day(TODAY - random.int(20, 1500)),
    until: random.chance(80) ? null : day(TODAY + random.int(-60, 900)),
  };
}

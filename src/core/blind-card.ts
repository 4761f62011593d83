import { dayOf, endOf, type IsoDate, startOf } from './dates.js';
import { countExperience, experienceDays } from './experience.js';
import type { CountryCode, Degree, Engagement, Experience, ExperienceKind, ExpertProfile, Training } from './expert.js';
import { type ClaimStatus, type KnowledgeArea, type KnowledgeLevel, knowledgeValue } from './knowledge.js';
import type { Language, LanguageLevel } from './languages.js';
import type { CriterionResult, Explanation, GateName } from './matching/index.js';
import type { Requirement } from './requirement.js';
import type { Theme } from './themes.js';

/** All that is told of where somebody worked. */
export const PLACES = ['country', 'region', 'elsewhere'] as const;
export type Place = (typeof PLACES)[number];

/**
 * A candidate as a panel sees them before rating: what counts, and nothing that says who it is. Left out are name, gender,
 * nationality, age (and every date, because dates tell it), employers, titles, institutions, levels of posts (a national
 * officer's tells the nationality), rosters, countries by name, roster number and every id. Source: product rule "Blind view".
 */
export interface BlindCard {
  readonly gates: readonly { readonly gate: GateName; readonly met: boolean; readonly inLieu: boolean }[];
  readonly criteria: readonly Pick<CriterionResult, 'criterion' | 'weight' | 'value' | 'claimed' | 'verified'>[];
  /** Whole full-time days that count, 0 or more. */
  readonly days: Readonly<Record<ExperienceKind, number>>;
  /** Whole full-time days of any kind by place; a day in two places counts in both. */
  readonly places: Readonly<Record<Place, number>>;
  /** Jobs, the longest first. */
  readonly jobs: readonly BlindJob[];
  readonly degrees: readonly (Pick<Degree, 'level' | 'field' | 'status'> & { readonly completed: boolean })[];
  readonly knowledge: readonly Claim<{ readonly area: KnowledgeArea; readonly level: KnowledgeLevel }>[];
  readonly languages: readonly Claim<{ readonly language: Language; readonly level: LanguageLevel }>[];
  /** Themes with their weight in the country's needs, 0 to 100; the strongest first. */
  readonly themes: readonly Claim<{ readonly theme: Theme; readonly level: KnowledgeLevel; readonly need: number }>[];
  readonly trainings: readonly Claim<Pick<Training, 'kind'>>[];
}

type Claim<T> = T & { readonly status: ClaimStatus };

export interface BlindJob {
  /** Whole calendar days up to the as-of day, at least 1; 0 for one that starts later. */
  readonly days: number;
  /** Whole per cent, 1 to 100. */
  readonly percentage: number;
  readonly kinds: readonly ExperienceKind[];
  readonly engagement: Engagement;
  readonly places: readonly Place[];
  readonly status: ClaimStatus;
}

type Evidence = Pick<ExpertProfile, 'degrees' | 'experience' | 'knowledge' | 'languages' | 'themes' | 'trainings'>;

/** Built up from what may be shown, never cut down from the profile: a field that comes later stays out by itself. */
export function blindCard({ gates, criteria }: Explanation, evidence: Evidence, requirement: Requirement): BlindCard {
  const placed = evidence.experience.map((job) => ({ ...job, countries: placesOf(job.countries, requirement) }));
  const { asOf, experiencePolicy } = requirement;
  const counted = countExperience(evidence.experience, asOf, experiencePolicy).kinds;
  const byPlace = experienceDays(placed, asOf, experiencePolicy).countries;
  return {
    gates: gates.map(({ gate, met, reason }) => ({ gate, met, inLieu: reason.code === 'in-lieu' })),
    criteria: criteria.map(({ criterion, weight, value, claimed, verified }) => ({ criterion, weight, value, claimed, verified })),
    days: { 'human-rights': counted['human-rights'].days, development: counted.development.days, humanitarian: counted.humanitarian.days },
    places: { country: byPlace.get('country') ?? 0, region: byPlace.get('region') ?? 0, elsewhere: byPlace.get('elsewhere') ?? 0 },
    jobs: placed.map((job) => blindJob(job, asOf)).sort((a, b) => b.days - a.days),
    degrees: evidence.degrees.map(({ level, field, status, awardedOn }) => ({ level, field, status, completed: awardedOn !== null })),
    knowledge: evidence.knowledge.map(({ area, level, status }) => ({ area, level, status })),
    languages: evidence.languages.map(({ language, level, status }) => ({ language, level, status })).sort(byLevelThenCode),
    themes: evidence.themes
      .map(({ theme, level, status }) => ({ theme, level, status, need: requirement.themes[theme] ?? 0 }))
      .sort((a, b) => b.need * knowledgeValue(b.level) - a.need * knowledgeValue(a.level) || (a.theme < b.theme ? -1 : 1)),
    trainings: evidence.trainings.map(({ kind, status }) => ({ kind, status })),
  };
}

function placesOf(countries: readonly CountryCode[], { country, region }: Requirement): Place[] {
  const places = new Set(countries.map((code) => (code === country ? 'country' : region.includes(code) ? 'region' : 'elsewhere')));
  return PLACES.filter((place) => places.has(place));
}

function blindJob(job: Omit<Experience, 'countries'> & { readonly countries: Place[] }, asOf: IsoDate): BlindJob {
  const { percentage, kinds, engagement, countries, status } = job;
  return { days: calendarDays(job, asOf), percentage, kinds, engagement, places: countries, status };
}

function calendarDays({ from, to }: Pick<Experience, 'from' | 'to'>, asOf: IsoDate): number {
  const end = to === null ? asOf : endOf(to);
  return Math.max(0, dayOf(end > asOf ? asOf : end) - dayOf(startOf(from)) + 1);
}

function byLevelThenCode(a: { language: string; level: number }, b: { language: string; level: number }): number {
  return b.level - a.level || (a.language < b.language ? -1 : 1);
}

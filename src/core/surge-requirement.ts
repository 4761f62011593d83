import type { IsoDate, Period } from './dates.js';
import type { CountryCode } from './expert.js';
import { minimumDays, type PostLevel } from './grades.js';
import type { LanguageNeed, Requirement, Weights } from './requirement.js';
import type { Theme } from './themes.js';

/**
 * Weights of a surge request. The theme of the crisis and the language of the country come first, then knowing the country and
 * being trained to leave; seniority counts less than for a P-5 post, because the level is asked for by a gate.
 */
export const SURGE_WEIGHTS: Weights = {
  themes: 30,
  experience: 10,
  languages: 15,
  knowledge: 10,
  field: 10,
  country: 15,
  skills: 5,
  trainings: 5,
  education: 0,
  context: 0,
};

/** A theme that the request itself names counts in full. */
export const CHOSEN_THEME_WEIGHT = 100;

export interface SurgeAsk {
  readonly country: CountryCode;
  readonly level: PostLevel;
  /** Without them nobody is sent. */
  readonly languages: readonly LanguageNeed[];
  /** Themes that the request names; none means that the country's needs speak. */
  readonly themes: readonly Theme[];
  readonly dates: Period;
}

export interface SurgeContext {
  readonly region: readonly CountryCode[];
  /** Theme weights of the country's needs, 0 to 100. */
  readonly needs: Readonly<Partial<Record<Theme, number>>>;
  readonly asOf: IsoDate;
}

/**
 * What a surge request asks of a person: on a roster, the years of the level, the languages. No degree and no knowledge level is a
 * gate, because the need is now and a case-by-case decision follows; both still score.
 */
export function surgeRequirement(ask: SurgeAsk, context: SurgeContext): Requirement {
  return {
    level: ask.level,
    country: ask.country,
    region: context.region,
    asOf: context.asOf,
    gates: { education: false, humanRightsDays: minimumDays(ask.level), fieldExperience: false, knowledge: {}, languages: ask.languages },
    // Working knowledge lets somebody go; fluency is what helps there.
    desiredLanguages: ask.languages.map(({ language }) => ({ language, level: 4 })),
    themes: ask.themes.length > 0 ? Object.fromEntries(ask.themes.map((theme) => [theme, CHOSEN_THEME_WEIGHT])) : context.needs,
    weights: SURGE_WEIGHTS,
    experiencePolicy: { countUnpaid: false, countInternships: false, countGeneralService: false },
    educationInLieu: false,
    dates: ask.dates,
  };
}

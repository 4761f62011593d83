import { fieldError } from './errors.js';
import type { CountryCode } from './expert.js';
import type { LanguageNeed } from './requirement.js';
import { THEME_SLUGS, THEMES_WITHOUT_EXPERTISE, type Theme } from './themes.js';
import type { Action, Recommendation, Response } from './upr.js';

/** Source of every number of the formula: product rule "Country needs". */
export const RESPONSE_POINTS: Readonly<Record<Response, number>> = { accepted: 4, noted: 1 };

/** By action category; `0` stands for a missing one. */
export const ACTION_POINTS: Readonly<Record<Action | 0, number>> = { 0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4 };

/** How far back a session lies: fewer than 12 sessions, fewer than 24, or more. */
export const RECENCIES = ['under-12', 'under-24', 'older'] as const;
export type Recency = (typeof RECENCIES)[number];

export const RECENCY_POINTS: Readonly<Record<Recency, number>> = { 'under-12': 4, 'under-24': 2, older: 1 };

/** Recommendations on one theme that are worth the same: `count` × response × action × recency points. */
export interface NeedTerm {
  readonly response: Response;
  readonly action: Action | null;
  readonly recency: Recency;
  /** At least 1. */
  readonly count: number;
}

/** What the recommendations say about one theme; everything is a whole number. */
export interface ThemeNeed {
  readonly theme: Theme;
  /** Recommendations that name the theme. */
  readonly count: number;
  /** Sum of the points of these recommendations. */
  readonly points: number;
  /** 0 to 100; 0 for themes without expertise, whatever their points. */
  readonly weight: number;
  /** How the points came about, the heaviest terms first. */
  readonly terms: readonly NeedTerm[];
}

/** A country's needs as computed from its recommendations. */
export interface NeedVector {
  readonly recommendations: number;
  /** Points of the theme that weighs 100; 0 without any. */
  readonly highestPoints: number;
  /** Themes that were named at least once; by weight, then points (both highest first), then the order of THEMES. */
  readonly themes: readonly ThemeNeed[];
}

export function recencyOf(session: number, newestSession: number): Recency {
  const back = newestSession - session;
  if (back < 12) return 'under-12';
  return back < 24 ? 'under-24' : 'older';
}

/** Points of one recommendation of this kind: 1 to 64. */
export function pointsOf(term: Pick<NeedTerm, 'response' | 'action' | 'recency'>): number {
  return RESPONSE_POINTS[term.response] * ACTION_POINTS[term.action ?? 0] * RECENCY_POINTS[term.recency];
}

/** 100 × points ÷ highest, rounded half up, in whole numbers; 0 while the highest is 0. */
export function weightOf(points: number, highestPoints: number): number {
  return highestPoints === 0 ? 0 : Math.floor((200 * points + highestPoints) / (2 * highestPoints));
}

/**
 * The needs of one country. `newestSession` is the newest session known of any country, so that a country that was
 * reviewed long ago does not look fresh. The order of the recommendations does not matter, nor does the way in which
 * they were spread over files.
 */
export function needVector(recommendations: Iterable<Recommendation>, newestSession: number): NeedVector {
  const terms = new Map<Theme, Map<string, NeedTerm>>();
  let total = 0;
  for (const { session, response, action, themes } of recommendations) {
    total += 1;
    const recency = recencyOf(session, newestSession);
    const key = `${response} ${action ?? 0} ${recency}`;
    for (const theme of themes) {
      const cells = terms.get(theme) ?? new Map<string, NeedTerm>();
      terms.set(theme, cells.set(key, { response, action, recency, count: (cells.get(key)?.count ?? 0) + 1 }));
    }
  }

  const named = [...terms].map(([theme, cells]) => themeTotals(theme, [...cells.values()]));
  const highestPoints = Math.max(0, ...named.filter(({ theme }) => !THEMES_WITHOUT_EXPERTISE.has(theme)).map(({ points }) => points));
  const themes = named
    .map((need) => ({ ...need, weight: THEMES_WITHOUT_EXPERTISE.has(need.theme) ? 0 : weightOf(need.points, highestPoints) }))
    .sort(heaviestFirst);
  return { recommendations: total, highestPoints, themes };
}

function themeTotals(theme: Theme, terms: NeedTerm[]): Omit<ThemeNeed, 'weight'> {
  const value = (term: NeedTerm): number => term.count * pointsOf(term);
  return {
    theme,
    count: terms.reduce((sum, term) => sum + term.count, 0),
    points: terms.reduce((sum, term) => sum + value(term), 0),
    // Terms of equal value are told apart by their own names, so that equal inputs print equally.
    terms: terms.sort((a, b) => value(b) - value(a) || compare(termName(a), termName(b))),
  };
}

const termName = (term: NeedTerm): string => `${term.response} ${term.action ?? 0} ${term.recency}`;
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function heaviestFirst(a: Pick<ThemeNeed, 'weight' | 'points' | 'theme'>, b: Pick<ThemeNeed, 'weight' | 'points' | 'theme'>): number {
  return b.weight - a.weight || b.points - a.points || THEME_SLUGS.indexOf(a.theme) - THEME_SLUGS.indexOf(b.theme);
}

/** What a country's situation adds. Source: product rule "Country needs"; Strategy C.3. */
export const CONTEXT_FLAGS = [
  'undaf-roll-out',
  'upr-follow-up',
  'post-conflict',
  'humanitarian-emergency',
  'elections',
  'disaster',
  'hrddp-risk',
] as const;
export type ContextFlag = (typeof CONTEXT_FLAGS)[number];

export interface NeedContext {
  readonly flags: readonly ContextFlag[];
  readonly languages: { readonly required: readonly LanguageNeed[]; readonly desired: readonly LanguageNeed[] };
  /** Human rights capacity that is in the region already; empty when nobody has said. */
  readonly regionalCapacity: string;
  /** What the needs assessment adds; empty when nobody has said. */
  readonly assessment: string;
}

/** Longest text about regional capacity or from the assessment, in characters. */
export const CONTEXT_TEXT_LIMIT = 2000;

export const NO_CONTEXT: NeedContext = { flags: [], languages: { required: [], desired: [] }, regionalCapacity: '', assessment: '' };

/** Longest reason for an override, in characters. */
export const OVERRIDE_REASON_LIMIT = 500;

/** A weight set by a person instead of the computed one; `weight` null withdraws an earlier one. */
export interface WeightOverride {
  readonly theme: Theme;
  readonly weight: number | null;
  readonly reason: string;
  /** The account that decided, and its name at that time. */
  readonly by: { readonly accountId: string; readonly name: string };
  /** Moment in UTC, ISO text. */
  readonly at: string;
}

/**
 * Whether a weight may be set: a whole number from 0 to 100 (or null to withdraw), with a reason, and only where an
 * expert can have expertise. Throws DomainError `input.invalid` that points at the field.
 */
export function checkOverride(theme: Theme, weight: number | null, reason: string): void {
  if (THEMES_WITHOUT_EXPERTISE.has(theme))
    throw fieldError('theme', 'This theme is no expertise and carries no weight. Choose another theme.');
  if (weight !== null && (!Number.isInteger(weight) || weight < 0 || weight > 100))
    throw fieldError('weight', 'Give a whole number from 0 to 100.');
  if (reason.trim() === '') throw fieldError('reason', 'Say in a sentence why the weight is set by hand.');
  if (reason.length > OVERRIDE_REASON_LIMIT) throw fieldError('reason', `Give the reason in at most ${OVERRIDE_REASON_LIMIT} characters.`);
}

/** A theme with the weight that counts: the one set by a person, else the computed one. */
export interface WeighedTheme extends ThemeNeed {
  /** The weight by the formula; 0 for a theme that no recommendation names. */
  readonly computed: number;
  readonly override: WeightOverride | null;
}

/** A country in a list of needs. */
export interface NeedSummary {
  readonly country: CountryCode;
  readonly source: NeedSource;
  readonly recommendations: number;
  /** The three heaviest themes, fewer where fewer weigh anything. */
  readonly top: readonly { readonly theme: Theme; readonly weight: number }[];
  readonly flags: readonly ContextFlag[];
}

/** Where the weights of a country come from: nobody has stated any, the UPR, a person, or both. */
export type NeedSource = 'none' | 'upr' | 'hand' | 'upr-and-hand';

export interface CountryNeed extends NeedContext {
  readonly country: CountryCode;
  readonly source: NeedSource;
  readonly recommendations: number;
  /** Sessions in which the country was reviewed, oldest first. */
  readonly sessions: readonly number[];
  /** The newest session known when this was computed; null without any recommendation. */
  readonly newestSession: number | null;
  readonly highestPoints: number;
  readonly themes: readonly WeighedTheme[];
  /** Every override ever made for the country, oldest first. */
  readonly history: readonly WeightOverride[];
  /** Whether the languages are a proposal from the country's own, because nobody has stated any. */
  readonly languagesProposed: boolean;
  /** Moment of the last computation, null without one. */
  readonly computedAt: string | null;
  /** Counts the changes of the context, from 0; a change made on an older one is refused. */
  readonly version: number;
}

/** Applies the overrides: for each theme the last one of the history counts. Same order as NeedVector, by what counts. */
export function weighed(themes: readonly ThemeNeed[], history: readonly WeightOverride[]): WeighedTheme[] {
  const last = new Map(history.map((override) => [override.theme, override]));
  const byTheme = new Map(themes.map((need) => [need.theme, need]));
  for (const override of last.values()) {
    if (override.weight !== null && !byTheme.has(override.theme)) {
      byTheme.set(override.theme, { theme: override.theme, count: 0, points: 0, weight: 0, terms: [] });
    }
  }
  return [...byTheme.values()]
    .map((need) => {
      const found = last.get(need.theme);
      const override = found === undefined || found.weight === null ? null : found;
      return { ...need, computed: need.weight, weight: override?.weight ?? need.weight, override };
    })
    .sort(heaviestFirst);
}

export function sourceOf(recommendations: number, themes: readonly WeighedTheme[]): NeedSource {
  const byHand = themes.some(({ override }) => override !== null);
  if (recommendations > 0) return byHand ? 'upr-and-hand' : 'upr';
  return byHand ? 'hand' : 'none';
}

/** The weights as a requirement takes them: 1 to 100, themes of no weight left out. */
export function themeWeights(need: Pick<CountryNeed, 'themes'>): Partial<Record<Theme, number>> {
  return Object.fromEntries(need.themes.filter(({ weight }) => weight > 0).map(({ theme, weight }) => [theme, weight]));
}

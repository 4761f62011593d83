import { KNOWLEDGE_LEVELS, KNOWLEDGE_TOP, type KnowledgeArea, type KnowledgeLevel, knowledgeValue } from '../knowledge.js';
import type { Language, LanguageLevel } from '../languages.js';
import type { CriterionName, Requirement } from '../requirement.js';
import type { Theme } from '../themes.js';
import { SKILL_AREAS } from './criteria/skills.js';
import { rank } from './engine.js';
import { explain } from './explain.js';
import type { Pool } from './pool.js';
import { VALUE_TOP } from './rubric.js';
import type { CriterionResult } from './verdicts.js';

/** One thing that would be different about a person. */
export type Raise =
  | { readonly kind: 'theme'; readonly theme: Theme; readonly from: KnowledgeLevel; readonly to: KnowledgeLevel }
  | { readonly kind: 'knowledge'; readonly area: KnowledgeArea; readonly from: KnowledgeLevel; readonly to: KnowledgeLevel }
  | { readonly kind: 'language'; readonly language: Language; readonly from: LanguageLevel | 0; readonly to: LanguageLevel }
  /** More whole full-time days of human-rights, or of development or humanitarian experience. */
  | { readonly kind: 'days'; readonly of: 'human-rights' | 'field'; readonly days: number }
  /** Days in the country itself, or twice as many in its region. */
  | { readonly kind: 'country-days'; readonly inCountry: number; readonly inRegion: number }
  | { readonly kind: 'trainings'; readonly more: number }
  /** The present claims backed so far that each counts in full. */
  | { readonly kind: 'backing' };

/** What one criterion alone would have to give. */
export interface EntryWay {
  readonly criterion: CriterionName;
  /** Value now, 0 to 10,000. */
  readonly value: number;
  /** The smallest value that is enough. */
  readonly needed: number;
  /** Evidence that would give it; the fewest steps, the heaviest theme first. */
  readonly raises: readonly Raise[];
}

/** What would have to be true for a person to enter the top. */
export interface Entry {
  readonly number: number;
  readonly expertId: string;
  readonly rank: number;
  /** Points, in millionths of a full score, that are missing to pass the last of the top. */
  readonly gap: number;
  /** Criteria that can give it alone, the smallest gain first; empty when none can. */
  readonly ways: readonly EntryWay[];
}

/** The people behind the top, nearest first, and for each the smallest changes that would bring them in. */
export function entries(pool: Pool, requirement: Requirement, top: number, behind: number): Entry[] {
  const { top: ranked } = rank(pool, requirement, top + behind);
  const last = ranked[top - 1];
  if (!last) return [];
  return ranked.slice(top).map((person) => {
    const profile = pool.profile(person.number);
    if (!profile) throw new Error('a ranked candidate is not in the pool');
    const gap = last.total - person.total + (person.number > last.number ? 1 : 0);
    const ways = explain(profile, requirement)
      .criteria.flatMap((result) => wayOf(result, gap))
      .sort((a, b) => a.needed - a.value - (b.needed - b.value));
    return { number: person.number, expertId: person.expertId, rank: person.rank, gap, ways };
  });
}

function wayOf(result: CriterionResult, gap: number): EntryWay[] {
  if (result.weight === 0) return [];
  const needed = result.value + Math.ceil(gap / result.weight);
  if (needed > VALUE_TOP) return [];
  const backing: Raise[] = result.claimed > result.value ? [{ kind: 'backing' }] : [];
  const more = needed > result.claimed ? raisesOf(result, needed) : [];
  const raises = more && [...backing, ...more];
  return raises ? [{ criterion: result.criterion, value: result.value, needed, raises }] : [];
}

/** Undefined where nothing about the person can change the criterion. */
function raisesOf(result: CriterionResult, needed: number): Raise[] | undefined {
  const knows = (area: KnowledgeArea, from: number, to: number): Raise => ({
    kind: 'knowledge',
    area,
    from: knowledgeLevel(from),
    to: knowledgeLevel(to),
  });
  switch (result.criterion) {
    case 'themes': {
      if (result.reason.code === 'not-asked') return undefined;
      const themes = result.reason.themes.map(({ theme, need, have }) => ({
        thing: theme,
        have: knowledgeValue(have),
        most: KNOWLEDGE_TOP,
        worth: need,
      }));
      const whole = KNOWLEDGE_TOP * themes.reduce((sum, { worth }) => sum + worth, 0);
      return raised(themes, whole, needed, (theme, from, to) => ({
        kind: 'theme',
        theme,
        from: knowledgeLevel(from),
        to: knowledgeLevel(to),
      }));
    }
    case 'languages':
      if (result.reason.code === 'not-asked') return undefined;
      return raised(
        result.reason.languages.map(({ language, have, need }) => ({ thing: language, have: Math.min(have, need), most: need, worth: 1 })),
        result.reason.languages.reduce((sum, { need }) => sum + need, 0),
        needed,
        (language, from, to) => ({ kind: 'language', language, from: from as LanguageLevel | 0, to: to as LanguageLevel }),
      );
    case 'knowledge': {
      if (result.reason.code === 'not-asked') return undefined;
      // Knowledge below what is essential cannot be: the gates are met.
      const areas = result.reason.areas.map(({ area, have }) => ({
        thing: area,
        have: knowledgeValue(have),
        most: KNOWLEDGE_TOP,
        worth: 1,
      }));
      const whole = result.reason.areas.reduce((sum, { need }) => sum + KNOWLEDGE_TOP - knowledgeValue(need), 0);
      return raised(areas, whole, needed, knows, whole - areas.reduce((sum, { have, most }) => sum + most - have, 0));
    }
    case 'skills':
      return raised(
        result.reason.areas.map(({ area, have }) => ({ thing: area, have: knowledgeValue(have), most: KNOWLEDGE_TOP, worth: 1 })),
        SKILL_AREAS.length * KNOWLEDGE_TOP,
        needed,
        knows,
      );
    case 'experience': {
      const { have, minimum, top } = result.reason;
      return [{ kind: 'days', of: 'human-rights', days: partFor(needed, top - minimum) + minimum - have }];
    }
    case 'field':
      return [{ kind: 'days', of: 'field', days: partFor(needed, result.reason.top) - result.reason.have }];
    case 'country': {
      const { countryDays, regionDays, top } = result.reason;
      const missing = partFor(needed, top) - 2 * countryDays - regionDays;
      return [{ kind: 'country-days', inCountry: Math.ceil(missing / 2), inRegion: missing }];
    }
    case 'trainings':
      return [{ kind: 'trainings', more: partFor(needed, result.reason.top) - result.reason.trainings.length }];
    case 'education':
    case 'context':
      return [];
  }
}

/** The smallest part of the whole whose value, rounded down, is at least this. */
function partFor(value: number, whole: number): number {
  return Math.ceil((value * whole) / VALUE_TOP);
}

interface Levels<T> {
  readonly thing: T;
  readonly have: number;
  readonly most: number;
  /** Points of one level. */
  readonly worth: number;
}

type Said<T> = (thing: T, from: number, to: number) => Raise;

/** One thing raised as little as possible when that is enough; else the ones that give most raised fully, one after another. */
function raised<T>(
  things: readonly Levels<T>[],
  whole: number,
  needed: number,
  say: Said<T>,
  part = things.reduce((sum, { have, worth }) => sum + have * worth, 0),
): Raise[] {
  let missing = partFor(needed, whole) - part;
  const single = things
    .map((one) => ({ ...one, steps: Math.ceil(missing / one.worth) }))
    .filter(({ have, most, steps }) => have + steps <= most)
    .sort((a, b) => a.steps - b.steps || b.worth - a.worth)[0];
  if (single) return [say(single.thing, single.have, single.have + single.steps)];
  const raises: Raise[] = [];
  for (const { thing, have, most, worth } of [...things].sort((a, b) => (b.most - b.have) * b.worth - (a.most - a.have) * a.worth)) {
    if (missing <= 0 || have >= most) continue;
    const steps = Math.min(most - have, Math.ceil(missing / worth));
    raises.push(say(thing, have, have + steps));
    missing -= steps * worth;
  }
  return raises;
}

function knowledgeLevel(value: number): KnowledgeLevel {
  return KNOWLEDGE_LEVELS[value] ?? 'none';
}

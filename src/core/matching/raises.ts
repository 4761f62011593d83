import { EDUCATION_CLASSES, type EducationClass } from '../education.js';
import type { TrainingKind } from '../expert.js';
import { KNOWLEDGE_LEVELS, KNOWLEDGE_TOP, type KnowledgeArea, type KnowledgeLevel, knowledgeValue, SKILL_AREAS } from '../knowledge.js';
import type { Language, LanguageLevel } from '../languages.js';
import { type ClaimWorth, FULL_WORTH } from '../requirement.js';
import type { Theme } from '../themes.js';
import { PART_RULES } from './criteria/context.js';
import { EDUCATION_TOP } from './criteria/education.js';
import { valueOf } from './criteria/rule.js';
import { VALUE_TOP } from './rubric.js';
import type { ContextFact, CriterionResult } from './verdicts.js';

/** One thing that would be different about a person. */
export type Raise =
  | { readonly kind: 'theme'; readonly theme: Theme; readonly from: KnowledgeLevel; readonly to: KnowledgeLevel }
  | { readonly kind: 'knowledge'; readonly area: KnowledgeArea; readonly from: KnowledgeLevel; readonly to: KnowledgeLevel }
  | { readonly kind: 'language'; readonly language: Language; readonly from: LanguageLevel | 0; readonly to: LanguageLevel }
  /** A degree of at least that class, in a related field and awarded by the as-of date; what the degrees are worth so far. */
  | { readonly kind: 'degree'; readonly from: EducationClass; readonly to: Exclude<EducationClass, 'none'> }
  /** More whole full-time days of human-rights, of development or humanitarian, or of humanitarian experience. */
  | { readonly kind: 'days'; readonly of: 'human-rights' | 'field' | 'humanitarian'; readonly days: number }
  /** Days in the country itself, or twice as many in its region. */
  | { readonly kind: 'country-days'; readonly inCountry: number; readonly inRegion: number }
  /** So many more trainings of kinds that the person has not completed. */
  | { readonly kind: 'trainings'; readonly more: number }
  /** This training, completed by the as-of date. */
  | { readonly kind: 'training'; readonly training: TrainingKind }
  /** Each of these alone would do; two or more. */
  | { readonly kind: 'one-of'; readonly raises: readonly Raise[] }
  /** Every claim that the criterion rests on, present ones and those of the other raises, is backed so far at least. */
  | { readonly kind: 'backing'; readonly status: 'verified' | 'panel-assessed' };

/** The highest value that a criterion can have: what claims backed as well as can be are worth, 0 to 10,000. */
export function reachOf(worth: ClaimWorth): number {
  return (VALUE_TOP * worth['panel-assessed']) / FULL_WORTH['panel-assessed'];
}

/**
 * Evidence that gives the criterion at least the value `needed`, 0 to 10,000, by a post that gives claims this worth.
 * Undefined where nothing about the person can give it.
 */
export function raisesTo(result: CriterionResult, needed: number, worth: ClaimWorth): Raise[] | undefined {
  if (needed > reachOf(worth)) return undefined;
  const claimed = Math.ceil((FULL_WORTH['panel-assessed'] * needed) / worth['panel-assessed']);
  const more = claimed > result.claimed ? raisesOf(result, claimed) : [];
  return more && [...backingFor(worth), ...more];
}

/** The weakest backing with which claims are worth as much as they can be. */
function backingFor(worth: ClaimWorth): Raise[] {
  const most = worth['panel-assessed'];
  if (worth['self-declared'] === most) return [];
  return [{ kind: 'backing', status: worth.verified === most ? 'verified' : 'panel-assessed' }];
}

/** What gives that value where every claim counts in full. Undefined where nothing about the person can change the criterion. */
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
    case 'education': {
      const to = EDUCATION_CLASSES[partFor(needed, EDUCATION_TOP)] as Exclude<EducationClass, 'none'>;
      return [{ kind: 'degree', from: result.reason.class, to }];
    }
    case 'context':
      return result.reason.code === 'not-asked' ? undefined : contextRaises(result.reason.parts, needed);
  }
}

/**
 * What the parts of the context have to give together, in a fixed order: each one that is enough alone, as a choice; else those
 * that give most, fully, and the last only as far as needed.
 */
function contextRaises(parts: readonly ContextFact[], needed: number): Raise[] {
  const lifts = parts.map(liftOf);
  let missing = needed * parts.length - lifts.reduce((sum, { value }) => sum + value, 0);
  const enough = lifts.filter(({ value }) => VALUE_TOP - value >= missing).map(({ value, to }) => to(value + missing));
  if (enough.length > 0) return enough.length === 1 ? enough : [{ kind: 'one-of', raises: enough }];
  const raises: Raise[] = [];
  for (const { value, to } of lifts.toSorted((a, b) => a.value - b.value)) {
    if (missing <= 0) break;
    raises.push(to(Math.min(VALUE_TOP, value + missing)));
    missing -= VALUE_TOP - value;
  }
  return raises;
}

interface Lift {
  /** 0 to 10,000. */
  readonly value: number;
  /** What gives the part at least that value; above the present one. */
  readonly to: (value: number) => Raise;
}

type FactOf<K extends ContextFact['kind']> = Extract<ContextFact, { readonly kind: K }>;

/** The values are those of criteria/context.ts: a fact is of the kind of the rule of its part, which the compiler cannot tell. */
function liftOf(fact: ContextFact): Lift {
  const rule = PART_RULES[fact.part];
  switch (rule.kind) {
    case 'experience': {
      const { have, top } = fact as FactOf<'experience'>;
      return {
        value: valueOf(Math.min(have, top), top),
        to: (value) => ({ kind: 'days', of: 'humanitarian', days: partFor(value, top) - have }),
      };
    }
    case 'knowledge': {
      const { level } = fact as FactOf<'knowledge'>;
      return {
        value: valueOf(knowledgeValue(level), KNOWLEDGE_TOP),
        to: (value) => ({ kind: 'knowledge', area: rule.area, from: level, to: knowledgeLevel(partFor(value, KNOWLEDGE_TOP)) }),
      };
    }
    case 'training': {
      const { training } = fact as FactOf<'training'>;
      return { value: training ? VALUE_TOP : 0, to: () => ({ kind: 'training', training: rule.training }) };
    }
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

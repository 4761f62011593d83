import type { EducationClass } from '../education.js';
import { EDUCATION_CLASSES, IN_LIEU_EXTRA_DAYS } from '../education.js';
import type { CountryCode } from '../expert.js';
import { ESSENTIAL_AREAS, KNOWLEDGE_TOP, knowledgeValue } from '../knowledge.js';
import { type LanguageNeed, type Requirement } from '../requirement.js';
import { countryFactors } from './criteria/country.js';
import { experienceRange } from './criteria/experience.js';
import { weightedThemes } from './criteria/themes.js';
import { LANGUAGE_COLUMNS, LEVEL_TOP, THEME_COLUMNS } from './facts.js';
import { PACKED_CRITERIA } from './packed-criteria.js';

/** Points for the levels of some columns; whatever function of a level a rule is, it becomes a lookup. */
export interface Lookup {
  readonly columns: readonly number[];
  /** By position in `columns` × 16 + level. */
  readonly points: Int32Array;
  /** The points that give the full value; 1 where nothing is asked, so that dividing gives the value 0. */
  readonly whole: number;
}

/** A requirement turned into numbers and lookup tables, so that the loops over profiles decide nothing twice. */
export interface CompiledRequest {
  /** Human-rights days that each education class needs to meet the education gate: 0 where it always does, Infinity where never. */
  readonly daysByEducation: readonly number[];
  readonly minimumDays: number;
  readonly needsField: boolean;
  /** Levels 0 to 4 in the order of ESSENTIAL_AREAS; 0 where none is asked for. */
  readonly essential: readonly number[];
  /** One point for each required language at its level; `whole` is how many are required. */
  readonly requiredLanguages: Lookup;
  readonly desiredLanguages: Lookup;
  readonly themes: Lookup;
  /** Human-rights days beyond the minimum that give the full value. */
  readonly experienceWhole: number;
  /** Steps of knowledge beyond the essential levels. */
  readonly knowledgeWhole: number;
  /** 2, 1 or absent. */
  readonly countryFactors: ReadonlyMap<CountryCode, number>;
  readonly weights: Weighed;
}

/** A number for each of PACKED_CRITERIA. */
export type Weighed = readonly [number, number, number, number, number, number, number, number];

export function compile(requirement: Requirement): CompiledRequest {
  const { gates, desiredLanguages } = requirement;
  const essential = ESSENTIAL_AREAS.map((area) => knowledgeValue(gates.knowledge[area] ?? 'none'));
  const { minimum, top } = experienceRange(gates.humanRightsDays);
  return {
    daysByEducation: daysByEducation(requirement),
    minimumDays: gates.humanRightsDays,
    needsField: gates.fieldExperience,
    essential,
    requiredLanguages: languageLookup(
      highestNeeds(gates.languages),
      (level, need) => Number(level >= need),
      () => 1,
    ),
    desiredLanguages: languageLookup(
      desiredLanguages,
      (level, need) => Math.min(level, need),
      (need) => need,
    ),
    themes: themeLookup(requirement.themes),
    experienceWhole: top - minimum,
    knowledgeWhole: essential.reduce((sum, level) => sum + KNOWLEDGE_TOP - level, 0) || 1,
    countryFactors: countryFactors(requirement),
    weights: PACKED_CRITERIA.map((criterion) => requirement.weights[criterion]) as readonly number[] as Weighed,
  };
}

/** In the order of EDUCATION_CLASSES. */
function daysByEducation({ gates, educationInLieu }: Requirement): number[] {
  const days: Readonly<Record<EducationClass, number>> = {
    none: Number.POSITIVE_INFINITY,
    'first-degree': educationInLieu ? gates.humanRightsDays + IN_LIEU_EXTRA_DAYS : Number.POSITIVE_INFINITY,
    advanced: 0,
  };
  return EDUCATION_CLASSES.map((name) => (gates.education ? days[name] : 0));
}

/** A language that is required twice is required at the higher level. */
function highestNeeds(needs: readonly LanguageNeed[]): LanguageNeed[] {
  const lowestFirst = [...needs].sort((a, b) => a.level - b.level);
  return [...new Map(lowestFirst.map((need) => [need.language, need])).values()];
}

function languageLookup(
  needs: readonly LanguageNeed[],
  points: (level: number, need: number) => number,
  whole: (need: number) => number,
): Lookup {
  const columns = [...new Set(needs.map(({ language }) => LANGUAGE_COLUMNS.get(language) as number))];
  const table = new Int32Array(columns.length * 16);
  for (const { language, level: need } of needs) {
    const place = 16 * columns.indexOf(LANGUAGE_COLUMNS.get(language) as number);
    for (let level = 0; level <= LEVEL_TOP; level++) table[place + level] = (table[place + level] as number) + points(level, need);
  }
  return { columns, points: table, whole: needs.reduce((sum, { level }) => sum + whole(level), 0) || 1 };
}

function themeLookup(needs: Requirement['themes']): Lookup {
  const themes = weightedThemes(needs);
  const points = new Int32Array(themes.length * 16);
  for (let index = 0; index < themes.length; index++) {
    const [, weight] = themes[index] as (typeof themes)[number];
    for (let level = 0; level <= KNOWLEDGE_TOP; level++) points[index * 16 + level] = weight * level;
  }
  return {
    columns: themes.map(([theme]) => THEME_COLUMNS.get(theme) as number),
    points,
    whole: KNOWLEDGE_TOP * themes.reduce((sum, [, weight]) => sum + weight, 0) || 1,
  };
}

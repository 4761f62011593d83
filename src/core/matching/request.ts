import type { EducationClass } from '../education.js';
import { EDUCATION_CLASSES, IN_LIEU_EXTRA_DAYS } from '../education.js';
import type { CountryCode } from '../expert.js';
import { ESSENTIAL_AREAS, KNOWLEDGE_TOP, knowledgeValue, SKILL_AREAS } from '../knowledge.js';
import { LANGUAGE_LEVELS } from '../languages.js';
import type { ContextPart, LanguageNeed, Requirement, Weights } from '../requirement.js';
import type { Theme } from '../themes.js';
import { type Discount, discountOf } from './backing.js';
import { type ContextRequest, contextRequest } from './context-code.js';
import { essentialParts } from './criteria/additional.gate.js';
import { partsOf } from './criteria/context.js';
import { countryFactors } from './criteria/country.js';
import { experienceRange } from './criteria/experience.js';
import { LANGUAGE_COLUMNS, LEVEL_TOP, PART_PLACES, SKILL_COLUMNS, THEME_COLUMNS } from './facts.js';
import type { GateOnRequest } from './verdicts.js';

/** Points for the levels of some columns; whatever function of a level a rule is, it becomes a lookup. */
export interface Lookup {
  readonly columns: readonly number[];
  /** By position in `columns` × 16 + level. */
  readonly points: readonly number[];
  /** Highest level that comes up in the columns, and from which none has more points. */
  readonly top: number;
  /** The points that give the full value; 1 where nothing is asked, so that dividing gives the value 0. */
  readonly whole: number;
}

/** A gate that levels decide: a row has one point for each of the columns in which it is high enough, and passes with all of them. */
export interface LevelGate extends Lookup {
  readonly gate: 'languages' | GateOnRequest;
}

const LANGUAGE_TOP = Math.max(...LANGUAGE_LEVELS);

/** A requirement turned into numbers and lookup tables, so that the loops over profiles decide nothing twice. */
export interface CompiledRequest {
  /** Human-rights days that each education class needs to meet the education gate: 0 where it always does, Infinity where never. */
  readonly daysByEducation: readonly number[];
  readonly minimumDays: number;
  readonly needsField: boolean;
  /** Levels 0 to 4 in the order of ESSENTIAL_AREAS; 0 where none is asked for. */
  readonly essential: readonly number[];
  /** Those that are asked for, in the order of GATES. */
  readonly levelGates: readonly LevelGate[];
  readonly desiredLanguages: Lookup;
  readonly themes: Lookup;
  /** Human-rights days beyond the minimum that give the full value. */
  readonly experienceWhole: number;
  /** Steps of knowledge beyond the essential levels. */
  readonly knowledgeWhole: number;
  /** 2, 1 or absent. */
  readonly countryFactors: ReadonlyMap<CountryCode, number>;
  readonly context: ContextRequest;
  readonly contextParts: readonly ContextPart[];
  readonly weights: Weights;
  /** What claims are worth; null when all count in full. */
  readonly discount: Discount | null;
}

export function compile(requirement: Requirement): CompiledRequest {
  const { gates, desiredLanguages } = requirement;
  const essential = ESSENTIAL_AREAS.map((area) => knowledgeValue(gates.knowledge[area] ?? 'none'));
  const { minimum, top } = experienceRange(gates.humanRightsDays);
  return {
    daysByEducation: daysByEducation(requirement),
    minimumDays: gates.humanRightsDays,
    needsField: gates.fieldExperience,
    essential,
    levelGates: levelGates(gates),
    desiredLanguages: languageLookup(
      desiredLanguages,
      (level, need) => Math.min(level, need),
      (need) => need,
    ),
    themes: themeLookup(requirement.themes),
    experienceWhole: top - minimum,
    knowledgeWhole: essential.reduce((sum, level) => sum + KNOWLEDGE_TOP - level, 0) || 1,
    countryFactors: countryFactors(requirement),
    context: contextRequest(requirement),
    contextParts: partsOf(requirement),
    weights: requirement.weights,
    discount: discountOf(requirement.claimWorth),
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

function levelGates(gates: Requirement['gates']): LevelGate[] {
  const asked: LevelGate[] = [];
  if (gates.languages.length > 0) asked.push({ gate: 'languages', ...requiredLanguages(gates.languages) });
  const parts = essentialParts(gates);
  if (parts.length > 0) asked.push({ gate: 'additional', ...partsLookup(parts) });
  if (!gates.skills) return asked;
  for (const area of SKILL_AREAS) {
    const need = knowledgeValue(gates.skills[area] ?? 'none');
    if (need > 0) asked.push({ gate: area, ...passLookup(new Map([[SKILL_COLUMNS.get(area) as number, (level) => level >= need]])) });
  }
  return asked;
}

function requiredLanguages(needs: readonly LanguageNeed[]): Lookup {
  return languageLookup(
    highestNeeds(needs),
    (level, need) => Number(level >= need),
    () => 1,
  );
}

/** Parts lie four in a column, one bit each. */
function partsLookup(parts: readonly ContextPart[]): Lookup {
  const masks = new Map<number, number>();
  for (const part of parts) {
    const { column, bit } = PART_PLACES.get(part) as { column: number; bit: number };
    masks.set(column, (masks.get(column) ?? 0) | bit);
  }
  return passLookup(new Map([...masks].map(([column, mask]) => [column, (level) => (level & mask) === mask])));
}

/** One point for each column in which the level passes. */
function passLookup(passes: ReadonlyMap<number, (level: number) => boolean>): Lookup {
  const points = [...passes.values()].flatMap((pass) => Array.from({ length: 16 }, (_, level) => Number(pass(level))));
  return { columns: [...passes.keys()], points, top: LEVEL_TOP, whole: passes.size };
}

/** A language that is required twice is required at the higher level. */
export function highestNeeds(needs: readonly LanguageNeed[]): LanguageNeed[] {
  const lowestFirst = [...needs].sort((a, b) => a.level - b.level);
  return [...new Map(lowestFirst.map((need) => [need.language, need])).values()];
}

function languageLookup(
  needs: readonly LanguageNeed[],
  points: (level: number, need: number) => number,
  whole: (need: number) => number,
): Lookup {
  const columns = [...new Set(needs.map(({ language }) => LANGUAGE_COLUMNS.get(language) as number))];
  const table = zeros(columns.length * 16);
  for (const { language, level: need } of needs) {
    const place = 16 * columns.indexOf(LANGUAGE_COLUMNS.get(language) as number);
    for (let level = 0; level <= LANGUAGE_TOP; level++) table[place + level] = (table[place + level] as number) + points(level, need);
  }
  return { columns, points: table, top: LANGUAGE_TOP, whole: needs.reduce((sum, { level }) => sum + whole(level), 0) || 1 };
}

function themeLookup(needs: Requirement['themes']): Lookup {
  const themes = (Object.entries(needs) as [Theme, number][]).filter(([, weight]) => weight > 0);
  const points = zeros(themes.length * 16);
  for (let index = 0; index < themes.length; index++) {
    const [, weight] = themes[index] as (typeof themes)[number];
    for (let level = 0; level <= KNOWLEDGE_TOP; level++) points[index * 16 + level] = weight * level;
  }
  return {
    columns: themes.map(([theme]) => THEME_COLUMNS.get(theme) as number),
    points,
    top: KNOWLEDGE_TOP,
    whole: KNOWLEDGE_TOP * themes.reduce((sum, [, weight]) => sum + weight, 0) || 1,
  };
}

/** A plain list: typed arrays of some hundred numbers live outside the heap, and making one costs more than a request has time for. */
export function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

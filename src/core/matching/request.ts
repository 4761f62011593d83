import { IN_LIEU_EXTRA_DAYS } from '../education.js';
import type { CountryCode } from '../expert.js';
import { ESSENTIAL_AREAS, KNOWLEDGE_LEVELS, KNOWLEDGE_TOP, knowledgeValue } from '../knowledge.js';
import { LANGUAGE_CODES, LANGUAGE_LEVELS } from '../languages.js';
import { CRITERIA, type LanguageNeed, type Requirement } from '../requirement.js';
import { THEME_SLUGS } from '../themes.js';
import { countryFactors } from './criteria/country.js';
import { experienceRange } from './criteria/experience.js';
import { weightedThemes } from './criteria/themes.js';
import { levelTable } from './packed.js';

/** A requirement turned into numbers and lookup tables, so that the loop over profiles decides nothing twice. */
export interface CompiledRequest {
  /** Human-rights days that each education class needs to meet the education gate: 0 where it always does. */
  readonly daysByEducation: Float64Array;
  readonly minimumDays: number;
  readonly minimumFieldDays: number;
  /** Levels 0 to 4 in the order of ESSENTIAL_AREAS; 0 where none is asked for. */
  readonly essential: Uint8Array;
  /** By language and level: how many of the required languages this meets. */
  readonly requiredLanguages: Int32Array;
  readonly requiredCount: number;
  /** By language and level: points towards the desired languages. */
  readonly desiredLanguages: Int32Array;
  readonly desiredWhole: number;
  /** By theme and level: weight × level. */
  readonly themes: Int32Array;
  readonly themesWhole: number;
  /** Human-rights days beyond the minimum that give the full value. */
  readonly experienceWhole: number;
  /** Steps of knowledge beyond the essential levels. */
  readonly knowledgeWhole: number;
  /** By country: 2, 1 or 0. */
  readonly countryFactors: Int32Array;
  /** In the order of CRITERIA. */
  readonly weights: Int32Array;
}

/** A whole of 0 stands for "not asked": every part is 0 as well, so that dividing by 1 gives the value 0. */
const orOne = (whole: number): number => whole || 1;

export function compile(requirement: Requirement, countryIndex: ReadonlyMap<CountryCode, number>): CompiledRequest {
  const { gates, desiredLanguages } = requirement;
  const themes = weightedThemes(requirement.themes);
  const essential = Uint8Array.from(ESSENTIAL_AREAS, (area) => knowledgeValue(gates.knowledge[area] ?? 'none'));
  const { minimum, top } = experienceRange(gates.humanRightsDays);
  return {
    daysByEducation: daysByEducation(requirement),
    minimumDays: gates.humanRightsDays,
    minimumFieldDays: gates.fieldExperience ? 1 : 0,
    essential,
    requiredLanguages: languageTable(gates.languages, (level, need) => Number(level >= need)),
    requiredCount: gates.languages.length,
    desiredLanguages: languageTable(desiredLanguages, (level, need) => Math.min(level, need)),
    desiredWhole: orOne(desiredLanguages.reduce((sum, { level }) => sum + level, 0)),
    themes: levelTable(THEME_SLUGS.length, (add) => {
      for (const [theme, weight] of themes)
        for (const level of KNOWLEDGE_LEVELS.keys()) add(THEME_SLUGS.indexOf(theme), level, weight * level);
    }),
    themesWhole: orOne(KNOWLEDGE_TOP * themes.reduce((sum, [, weight]) => sum + weight, 0)),
    experienceWhole: top - minimum,
    knowledgeWhole: orOne(essential.reduce((sum, level) => sum + KNOWLEDGE_TOP - level, 0)),
    countryFactors: factorsByIndex(countryFactors(requirement), countryIndex),
    weights: Int32Array.from(CRITERIA, (criterion) => requirement.weights[criterion]),
  };
}

/** In the order of EDUCATION_CLASSES. */
function daysByEducation({ gates, educationInLieu }: Requirement): Float64Array {
  const never = Number.POSITIVE_INFINITY;
  if (!gates.education) return Float64Array.of(0, 0, 0);
  return Float64Array.of(never, educationInLieu ? gates.humanRightsDays + IN_LIEU_EXTRA_DAYS : never, 0);
}

function languageTable(needs: readonly LanguageNeed[], points: (level: number, need: number) => number): Int32Array {
  return levelTable(LANGUAGE_CODES.length, (add) => {
    for (const { language, level: need } of needs) {
      for (const level of LANGUAGE_LEVELS) add(LANGUAGE_CODES.indexOf(language), level, points(level, need));
    }
  });
}

function factorsByIndex(factors: ReadonlyMap<CountryCode, number>, countryIndex: ReadonlyMap<CountryCode, number>): Int32Array {
  const byIndex = new Int32Array(countryIndex.size);
  for (const [code, index] of countryIndex) byIndex[index] = factors.get(code) ?? 0;
  return byIndex;
}

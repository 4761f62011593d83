import { daysOfYears } from '../../src/core/dates.js';
import { EDUCATION_CLASSES } from '../../src/core/education.js';
import { ESSENTIAL_AREAS, knowledgeValue } from '../../src/core/knowledge.js';
import { COUNTRY_TOP } from '../../src/core/matching/criteria/country.js';
import type { Requirement } from '../../src/core/requirement.js';
import { TOP } from './contest.js';

/** How a database writes what the statement needs. */
export interface Dialect {
  /** Division of whole numbers, rounded down. */
  readonly divide: string;
  readonly least: string;
  readonly greatest: string;
}

/** The criteria that requests of the benchmark weigh, in the order in which they are frozen. */
export const WEIGHED = ['themes', 'experience', 'languages', 'knowledge', 'field', 'country', 'skills', 'trainings'] as const;

const ADVANCED = EDUCATION_CLASSES.indexOf('advanced');

/** A value of somebody: a column, or whatever stands for it; 0 where there is none. */
export type Value = (name: string) => string;

/** The rules as one statement over one table. Whole numbers only, so that every engine gives the same totals. */
export function statement(requirement: Requirement, from: string, value: Value, dialect: Dialect): string {
  const values = valuesIn(requirement, value, dialect);
  const total = WEIGHED.map((criterion) => `${requirement.weights[criterion]} * (${values[criterion]})`).join(' + ');
  return `SELECT ${value('number')} AS number, ${total} AS total FROM ${from} WHERE ${gatesIn(requirement, value).join(' AND ')} ORDER BY total DESC, number LIMIT ${TOP}`;
}

function gatesIn({ gates }: Requirement, value: Value): string[] {
  return [
    `${value('active')} = 1`,
    ...(gates.education ? [`${value('education')} = ${ADVANCED}`] : []),
    `${value('human-rights')} >= ${gates.humanRightsDays}`,
    ...(gates.fieldExperience ? [`${value('field')} >= 1`] : []),
    ...ESSENTIAL_AREAS.filter((area) => gates.knowledge[area]).map(
      (area) => `${value(area)} >= ${knowledgeValue(gates.knowledge[area] ?? 'none')}`,
    ),
    ...gates.languages.map(({ language, level }) => `${value(`language-${language}`)} >= ${level}`),
  ];
}

function valuesIn(requirement: Requirement, value: Value, { divide, least, greatest }: Dialect): Record<(typeof WEIGHED)[number], string> {
  const { gates, desiredLanguages, country, region } = requirement;
  const themes = Object.entries(requirement.themes);
  const essential = (area: (typeof ESSENTIAL_AREAS)[number]) => knowledgeValue(gates.knowledge[area] ?? 'none');
  const share = (parts: readonly string[], whole: number) => `10000 * (${parts.join(' + ')}) ${divide} ${whole}`;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const beyond = gates.humanRightsDays || daysOfYears(10);
  return {
    themes: share(
      themes.map(([theme, weight]) => `${weight} * ${value(`theme-${theme}`)}`),
      4 * sum(themes.map(([, weight]) => weight)),
    ),
    experience: share([`${least}(${greatest}(${value('human-rights')} - ${gates.humanRightsDays}, 0), ${beyond})`], beyond),
    languages: share(
      desiredLanguages.map(({ language, level }) => `${least}(${value(`language-${language}`)}, ${level})`),
      sum(desiredLanguages.map(({ level }) => level)),
    ),
    knowledge: share(
      ESSENTIAL_AREAS.map((area) => `${greatest}(0, ${value(area)} - ${essential(area)})`),
      sum(ESSENTIAL_AREAS.map((area) => 4 - essential(area))),
    ),
    field: share([value('field')], daysOfYears(5)),
    country: share(
      [
        `${least}(${[`2 * ${value(`country-${country}`)}`, ...region.map((code) => value(`country-${code}`))].join(' + ')}, ${COUNTRY_TOP})`,
      ],
      COUNTRY_TOP,
    ),
    skills: share([value('skills')], 8),
    trainings: share([value('trainings')], 4),
  };
}

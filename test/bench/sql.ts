import Database from 'better-sqlite3';
import { daysOfYears } from '../../src/core/dates.js';
import { EDUCATION_CLASSES, educationClass } from '../../src/core/education.js';
import { type ExperienceDays, experienceDays } from '../../src/core/experience.js';
import { type ExpertProfile, isActiveOn } from '../../src/core/expert.js';
import { ESSENTIAL_AREAS, KNOWLEDGE_AREAS, knowledgeValue } from '../../src/core/knowledge.js';
import { CRITERIA, type CriterionName, type Requirement } from '../../src/core/requirement.js';
import { AS_OF } from '../support/experts.js';
import { type Contestant, type Scored, TOP } from './contest.js';

const STRICT = { countUnpaid: false, countInternships: false, countGeneralService: false };
const ADVANCED = EDUCATION_CLASSES.indexOf('advanced');

type Row = Map<string, number>;

/**
 * The same rules as one SQL statement over one denormalised table: whatever the engine computes once for a roster is a
 * column here too (days, education, a column for each theme, language and country), the gates' columns stand in front and
 * in an index, and the whole table is in memory. All mathematics are whole numbers.
 */
export function sqlContestant(profiles: readonly ExpertProfile[]): Contestant {
  const rows = profiles.map(rowOf);
  const columns = columnsOf(rows);
  const database = new Database(':memory:');
  database.exec(`CREATE TABLE experts (number INTEGER PRIMARY KEY, ${columns.map((name) => `"${name}" INTEGER NOT NULL`).join(', ')})`);
  const insert = database.prepare(`INSERT INTO experts VALUES (${['number', ...columns].map(() => '?').join(', ')})`);
  database.transaction(() => {
    for (const [index, row] of rows.entries()) insert.run(profiles[index]?.number, ...columns.map((name) => row.get(name) ?? 0));
  })();
  database.exec(
    `CREATE INDEX gates ON experts (${GATE_COLUMNS.filter((name) => columns.includes(name))
      .map((name) => `"${name}"`)
      .join(', ')}); ANALYZE`,
  );
  return {
    name: 'SQL on SQLite',
    top: (requirement) => database.prepare<[], Scored>(statement(requirement, new Set(columns))).all(),
  };
}

/** Read first by every request, so they stand first in the table and in the index. */
const GATE_COLUMNS = [
  'active',
  'education',
  'human-rights',
  'field',
  ...ESSENTIAL_AREAS,
  'language-en',
  'language-fr',
  'language-es',
  'language-ar',
  'language-ru',
];

function columnsOf(rows: readonly Row[]): string[] {
  const all = new Set(rows.flatMap((row) => [...row.keys()]));
  const rest = [...all].filter((name) => !GATE_COLUMNS.includes(name)).sort();
  return [...GATE_COLUMNS.filter((name) => all.has(name)), ...rest];
}

function rowOf(profile: ExpertProfile): Row {
  const days: ExperienceDays = experienceDays(profile.experience, AS_OF, STRICT);
  const row: Row = new Map([
    ['active', Number(profile.memberships.some((membership) => isActiveOn(membership, AS_OF)))],
    ['education', EDUCATION_CLASSES.indexOf(educationClass(profile.degrees, AS_OF))],
    ['human-rights', days.humanRights],
    ['field', days.field],
    ['trainings', new Set(profile.trainings.filter(({ completedOn }) => completedOn <= AS_OF).map(({ kind }) => kind)).size],
    ...KNOWLEDGE_AREAS.map((area) => [area, 0] as const),
  ]);
  const raise = (name: string, level: number) => row.set(name, Math.max(row.get(name) ?? 0, level));
  for (const { area, level } of profile.knowledge) raise(area, knowledgeValue(level));
  for (const { language, level } of profile.languages) raise(`language-${language}`, level);
  for (const { theme, level } of profile.themes) raise(`theme-${theme}`, knowledgeValue(level));
  for (const [country, count] of days.countries) row.set(`country-${country}`, count);
  return row;
}

function statement(requirement: Requirement, columns: ReadonlySet<string>): string {
  const column = (name: string) => (columns.has(name) ? `"${name}"` : '0');
  const values = valuesIn(requirement, column);
  const total = CRITERIA.map((criterion) => `${requirement.weights[criterion]} * (${values[criterion]})`).join(' + ');
  return `SELECT number, ${total} AS total FROM experts WHERE ${gatesIn(requirement, column).join(' AND ')} ORDER BY total DESC, number LIMIT ${TOP}`;
}

function gatesIn({ gates }: Requirement, column: (name: string) => string): string[] {
  return [
    `${column('active')} = 1`,
    ...(gates.education ? [`${column('education')} = ${ADVANCED}`] : []),
    `${column('human-rights')} >= ${gates.humanRightsDays}`,
    ...(gates.fieldExperience ? [`${column('field')} >= 1`] : []),
    ...ESSENTIAL_AREAS.filter((area) => gates.knowledge[area]).map(
      (area) => `${column(area)} >= ${knowledgeValue(gates.knowledge[area] ?? 'none')}`,
    ),
    ...gates.languages.map(({ language, level }) => `${column(`language-${language}`)} >= ${level}`),
  ];
}

function valuesIn(requirement: Requirement, column: (name: string) => string): Record<CriterionName, string> {
  const { gates, desiredLanguages, country, region } = requirement;
  const themes = Object.entries(requirement.themes);
  const essential = (area: (typeof ESSENTIAL_AREAS)[number]) => knowledgeValue(gates.knowledge[area] ?? 'none');
  const share = (parts: readonly string[], whole: number) => `10000 * (${parts.join(' + ')}) / ${whole}`;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    themes: share(
      themes.map(([theme, weight]) => `${weight} * ${column(`theme-${theme}`)}`),
      4 * sum(themes.map(([, weight]) => weight)),
    ),
    experience: share(
      [`min(max(${column('human-rights')} - ${gates.humanRightsDays}, 0), ${gates.humanRightsDays})`],
      gates.humanRightsDays,
    ),
    languages: share(
      desiredLanguages.map(({ language, level }) => `min(${column(`language-${language}`)}, ${level})`),
      sum(desiredLanguages.map(({ level }) => level)),
    ),
    knowledge: share(
      ESSENTIAL_AREAS.map((area) => `max(0, ${column(area)} - ${essential(area)})`),
      sum(ESSENTIAL_AREAS.map((area) => 4 - essential(area))),
    ),
    field: share([`min(${column('field')}, ${daysOfYears(5)})`], daysOfYears(5)),
    country: share(
      [`min(${[`2 * ${column(`country-${country}`)}`, ...region.map((code) => column(`country-${code}`))].join(' + ')}, 1460)`],
      1460,
    ),
    skills: share([column('advocacy'), column('sensitivity')], 8),
    trainings: share([`min(${column('trainings')}, 4)`], 4),
    education: share([column('education')], ADVANCED),
    // No request of the bench weighs the context.
    context: '0',
  };
}

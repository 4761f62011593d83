import type { IsoDate } from '../dates.js';
import { EDUCATION_CLASSES, educationClass } from '../education.js';
import { experienceDays } from '../experience.js';
import { type CountryCode, type ExpertProfile, isActiveOn, type Training } from '../expert.js';
import { ESSENTIAL_AREAS, type KnowledgeArea, knowledgeValue, SKILL_AREAS } from '../knowledge.js';
import { LANGUAGE_CODES } from '../languages.js';
import { CONTEXT_PARTS, type ContextPart, type ExperiencePolicy, PART_LEVEL } from '../requirement.js';
import { THEME_SLUGS } from '../themes.js';
import { contextCodeOf } from './context-code.js';
import { PART_RULES } from './criteria/context.js';
import { COUNTRY_TOP } from './criteria/country.js';
import { FIELD_TOP } from './criteria/field.js';
import { completedBy, TRAININGS_TOP } from './criteria/trainings.js';
import { signatureOf } from './signature.js';

/** Levels of four bits: one column for each theme and language, the three that every request may weigh, then what gates on request read. */
export const THEME_COLUMN = 0;
export const LANGUAGE_COLUMN = THEME_COLUMN + THEME_SLUGS.length;
export const SKILLS_COLUMN = LANGUAGE_COLUMN + LANGUAGE_CODES.length;
export const TRAININGS_COLUMN = SKILLS_COLUMN + 1;
/** Field days in fifteenths of what gives the full value, rounded up: for bounds only. */
export const FIELD_COLUMN = TRAININGS_COLUMN + 1;
/** One for each skill, for gates: SKILLS_COLUMN holds their sum. */
const SKILL_COLUMN = FIELD_COLUMN + 1;
/** Parts of the context that a gate can ask for: one bit each, four in a column. */
const PARTS_COLUMN = SKILL_COLUMN + SKILL_AREAS.length;
export const COLUMNS = PARTS_COLUMN + Math.ceil(CONTEXT_PARTS.length / 4);
/** Highest level that four bits hold. */
export const LEVEL_TOP = 15;

/** What no request can change about one profile, on one day and under one policy. */
export interface ProfileFacts {
  readonly number: number;
  readonly signature: number;
  /** Whole full-time days. */
  readonly humanRights: number;
  /** Whole full-time days, up to FIELD_TOP: more is never asked about. */
  readonly field: number;
  /** Whole full-time days of humanitarian experience, up to FIELD_TOP. */
  readonly humanitarian: number;
  /** As `contextCodeOf` says it. */
  readonly context: number;
  /** Levels above 0 by column. */
  readonly levels: ReadonlyMap<number, number>;
  /** Days by country, each up to COUNTRY_TOP: what a country adds is cut off there at the latest. */
  readonly countries: readonly (readonly [CountryCode, number])[];
}

export const THEME_COLUMNS = new Map(THEME_SLUGS.map((slug, index) => [slug, THEME_COLUMN + index]));
export const SKILL_COLUMNS = new Map(SKILL_AREAS.map((area, index) => [area, SKILL_COLUMN + index]));
/** Column and bit of each part. */
export const PART_PLACES = new Map(
  CONTEXT_PARTS.map((part, index) => [part, { column: PARTS_COLUMN + (index >>> 2), bit: 1 << (index & 3) }]),
);
export const LANGUAGE_COLUMNS = new Map(LANGUAGE_CODES.map((code, index) => [code, LANGUAGE_COLUMN + index]));

/** Throws a RangeError when a date of the profile is none. */
export function factsOf(profile: ExpertProfile, asOf: IsoDate, policy: ExperiencePolicy): ProfileFacts {
  const days = experienceDays(profile.experience, asOf, policy);
  const field = Math.min(days.field, FIELD_TOP);
  const levels = new Map<number, number>();
  // Two claims about one thing count as the higher one, as the criteria see them.
  const raise = (column: number | undefined, level: number) => {
    if (column !== undefined && level > (levels.get(column) ?? 0)) levels.set(column, level);
  };
  for (const { theme, level } of profile.themes) raise(THEME_COLUMNS.get(theme), knowledgeValue(level));
  for (const { language, level } of profile.languages) raise(LANGUAGE_COLUMNS.get(language), level);
  const skills = SKILL_AREAS.map((area) => knowledgeLevel(profile, area));
  for (const [index, level] of skills.entries()) raise(SKILL_COLUMN + index, level);
  raise(
    SKILLS_COLUMN,
    skills.reduce((sum, level) => sum + level, 0),
  );
  const trainings = completedBy(profile.trainings, asOf);
  raise(TRAININGS_COLUMN, Math.min(trainings.length, TRAININGS_TOP));
  raise(FIELD_COLUMN, Math.ceil((LEVEL_TOP * field) / FIELD_TOP));
  for (const [part, { column, bit }] of PART_PLACES)
    if (holds(part, profile, days.humanitarian, trainings)) levels.set(column, (levels.get(column) ?? 0) | bit);
  return {
    number: profile.number,
    signature: signatureOf({
      essential: ESSENTIAL_AREAS.map((area) => knowledgeLevel(profile, area)),
      education: EDUCATION_CLASSES.indexOf(educationClass(profile.degrees, asOf)),
      active: profile.memberships.some((membership) => isActiveOn(membership, asOf)),
      field: days.field > 0,
    }),
    humanRights: days.humanRights,
    field,
    humanitarian: Math.min(days.humanitarian, FIELD_TOP),
    context: contextCodeOf(
      (area) => knowledgeLevel(profile, area),
      (part) => holds(part, profile, days.humanitarian, trainings),
    ),
    levels,
    countries: [...days.countries].map(([code, count]) => [code, Math.min(count, COUNTRY_TOP)] as const),
  };
}

/** As the gate "additional" judges the part. */
function holds(part: ContextPart, profile: ExpertProfile, humanitarian: number, completed: readonly Training[]): boolean {
  const rule = PART_RULES[part];
  switch (rule.kind) {
    case 'experience':
      return humanitarian > 0;
    case 'knowledge':
      return knowledgeLevel(profile, rule.area) >= knowledgeValue(PART_LEVEL);
    case 'training':
      return completed.some(({ kind }) => kind === rule.training);
  }
}

function knowledgeLevel({ knowledge }: ExpertProfile, area: KnowledgeArea): number {
  return knowledge.reduce((top, claim) => (claim.area === area ? Math.max(top, knowledgeValue(claim.level)) : top), 0);
}

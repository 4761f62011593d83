import type { IsoDate } from '../dates.js';
import { EDUCATION_CLASSES, educationClass } from '../education.js';
import { experienceDays } from '../experience.js';
import { type CountryCode, type ExpertProfile, isActiveOn } from '../expert.js';
import { ESSENTIAL_AREAS, KNOWLEDGE_TOP, type KnowledgeArea, knowledgeValue } from '../knowledge.js';
import { LANGUAGE_CODES } from '../languages.js';
import type { ExperiencePolicy } from '../requirement.js';
import { THEME_SLUGS } from '../themes.js';
import { valueOf } from './criteria/rule.js';
import { SKILL_AREAS } from './criteria/skills.js';
import { completedBy, TRAININGS_TOP } from './criteria/trainings.js';
import { type PackedRows, pack } from './packed.js';

/** What no request can change: one place for each profile, in the order of roster numbers. */
export interface ProfileColumns {
  /** 1 where a membership is active on the as-of date. */
  readonly active: Uint8Array;
  /** Index into EDUCATION_CLASSES. */
  readonly education: Uint8Array;
  /** Levels 0 to 4, one column for each of ESSENTIAL_AREAS. */
  readonly essential: readonly Uint8Array[];
  /** Value of the criterion, 0 to 10,000: no request changes it. */
  readonly skills: Uint16Array;
  /** Value of the criterion, 0 to 10,000: no request but the as-of date changes it. */
  readonly trainings: Uint16Array;
  /** Theme (index into THEME_SLUGS) and level 1 to 4. */
  readonly themes: PackedRows;
  /** Language (index into LANGUAGE_CODES) and level 1 to 4. */
  readonly languages: PackedRows;
}

/** Whole full-time days under one experience policy. */
export interface ExperienceColumns {
  readonly humanRights: Int32Array;
  readonly field: Int32Array;
  /** Country (index given by `countryIndex`) and days. */
  readonly countries: PackedRows;
  readonly countryIndex: ReadonlyMap<CountryCode, number>;
}

export function profileColumns(profiles: readonly ExpertProfile[], asOf: IsoDate): ProfileColumns {
  return {
    active: Uint8Array.from(profiles, ({ memberships }) => Number(memberships.some((membership) => isActiveOn(membership, asOf)))),
    education: Uint8Array.from(profiles, ({ degrees }) => EDUCATION_CLASSES.indexOf(educationClass(degrees, asOf))),
    essential: ESSENTIAL_AREAS.map((area) => Uint8Array.from(profiles, (profile) => knowledgeLevel(profile, area))),
    skills: Uint16Array.from(profiles, skillsValue),
    trainings: Uint16Array.from(profiles, ({ trainings }) =>
      valueOf(Math.min(completedBy(trainings, asOf).length, TRAININGS_TOP), TRAININGS_TOP),
    ),
    themes: pack(
      profiles.map((profile) =>
        highest(
          profile.themes,
          ({ theme }) => THEME_SLUGS.indexOf(theme),
          ({ level }) => knowledgeValue(level),
        ),
      ),
    ),
    languages: pack(
      profiles.map((profile) =>
        highest(
          profile.languages,
          ({ language }) => LANGUAGE_CODES.indexOf(language),
          ({ level }) => level,
        ),
      ),
    ),
  };
}

export function experienceColumns(profiles: readonly ExpertProfile[], asOf: IsoDate, policy: ExperiencePolicy): ExperienceColumns {
  const days = profiles.map(({ experience }) => experienceDays(experience, asOf, policy));
  const countryIndex = new Map<CountryCode, number>();
  const indexOf = (code: CountryCode): number => {
    const index = countryIndex.get(code) ?? countryIndex.size;
    countryIndex.set(code, index);
    return index;
  };
  return {
    humanRights: Int32Array.from(days, ({ humanRights }) => humanRights),
    field: Int32Array.from(days, ({ field }) => field),
    countries: pack(days.map(({ countries }) => [...countries].map(([code, count]) => [indexOf(code), count] as const))),
    countryIndex,
  };
}

function knowledgeLevel({ knowledge }: ExpertProfile, area: KnowledgeArea): number {
  return knowledge.reduce((top, claim) => (claim.area === area ? Math.max(top, knowledgeValue(claim.level)) : top), 0);
}

function skillsValue(profile: ExpertProfile): number {
  return valueOf(
    SKILL_AREAS.reduce((sum, area) => sum + knowledgeLevel(profile, area), 0),
    SKILL_AREAS.length * KNOWLEDGE_TOP,
  );
}

/** Two claims about one thing are one cell with the higher level, as the criteria see them. */
function highest<C>(claims: readonly C[], thing: (claim: C) => number, level: (claim: C) => number): Map<number, number> {
  const levels = new Map<number, number>();
  for (const claim of claims) levels.set(thing(claim), Math.max(levels.get(thing(claim)) ?? 0, level(claim)));
  return levels;
}

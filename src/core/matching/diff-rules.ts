import type { Period } from '../dates.js';
import { ESSENTIAL_AREAS, SKILL_AREAS } from '../knowledge.js';
import { recordOf } from '../record-of.js';
import { CRITERIA, type Requirement } from '../requirement.js';
import { worthOf } from './backing.js';
import { essentialParts } from './criteria/additional.gate.js';
import { partsOf } from './criteria/context.js';
import { highestNeeds } from './request.js';

/** A rule of the question that two runs do not share, named by its path in ComparedRules (`gates.humanRightsDays`); values as JSON. */
export interface RuleFact {
  readonly kind: 'rule';
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Where the post is. */
type Place = Pick<Requirement, 'country' | 'region'>;

/** The parts of a question that are told as facts of another kind. */
type ToldApart = 'asOf' | 'themes' | 'desiredLanguages' | 'weights';

type Whole<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> };

/** All that two questions are compared in as rules: every part is there, whether a post states it or leaves it at its default. */
export interface ComparedRules extends Whole<Omit<Requirement, ToldApart | 'gates' | 'claimWorth' | 'dates'>> {
  readonly gates: Omit<Whole<Requirement['gates']>, 'knowledge' | 'skills'> & {
    readonly knowledge: Whole<Requirement['gates']['knowledge']>;
    readonly skills: Whole<NonNullable<Requirement['gates']['skills']>>;
  };
  readonly claimWorth: Whole<NonNullable<Requirement['claimWorth']>>;
  /** Null where no dates are known yet. */
  readonly dates: { readonly [K in keyof Period]: Period[K] | null };
}

export function placeOf({ country, region }: Requirement): Place {
  return { country, region };
}

/** What means the same is the same: a default that is stated, a part or a language that is named twice, another order. */
export function rulesOf(requirement: Requirement): Omit<ComparedRules, keyof Place> {
  const { level, gates, claimWorth, experiencePolicy, educationInLieu, dates } = requirement;
  const { education, humanRightsDays, fieldExperience } = gates;
  return {
    level,
    gates: {
      education,
      humanRightsDays,
      fieldExperience,
      knowledge: recordOf(ESSENTIAL_AREAS, (area) => gates.knowledge[area] ?? 'none'),
      languages: highestNeeds(gates.languages).toSorted((a, b) => (a.language < b.language ? -1 : 1)),
      additional: essentialParts(gates),
      skills: recordOf(SKILL_AREAS, (area) => gates.skills?.[area] ?? 'none'),
    },
    context: partsOf(requirement),
    claimWorth: recordOf(CRITERIA, (criterion) => worthOf(claimWorth, criterion)),
    experiencePolicy,
    educationInLieu,
    dates: { from: dates?.from ?? null, to: dates?.to ?? null },
  };
}

export function ruleFacts(from: object, to: object): RuleFact[] {
  const [old, fresh] = [leaves(from, ''), leaves(to, '')];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((path) => old.get(path) !== fresh.get(path))
    .map((path) => ({ kind: 'rule', path, before: old.get(path) ?? 'null', after: fresh.get(path) ?? 'null' }));
}

/** JSON with sorted keys, so that the order in which a database gives them does not matter. */
export function plain(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** Single values by path; a list is one value. */
function leaves(value: unknown, path: string): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[path, plain(value)]]);
  return new Map(Object.entries(value).flatMap(([key, item]) => [...leaves(item, path === '' ? key : `${path}.${key}`)]));
}

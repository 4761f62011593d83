import { CLAIM_STATUSES, KNOWLEDGE_AREA_NAMES, type KnowledgeArea, type KnowledgeLevel } from '../../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../../core/languages.js';
import type { ComparedRules, RuleFact } from '../../../../core/matching/index.js';
import { recordOf } from '../../../../core/record-of.js';
import { CRITERIA } from '../../../../core/requirement.js';
import { countryName } from '../../../../platform/reference-data/index.js';
import { dayText } from '../../../../web/components/index.js';
import { CLAIM_STATUS_NAMES, CONTEXT_PART_NAMES, CRITERION_NAMES } from '../../../../web/criteria.js';
import { counted, yearsText } from '../numbers.js';

/** How one rule is told: what it is about, and its value. */
interface Rule<V> {
  readonly about: string;
  readonly plural?: true;
  readonly value: (value: V) => string;
}

type Single = string | number | boolean | null | readonly unknown[];

/** Words for every rule that two runs are compared in: what is compared and has none does not compile. */
type WordsOf<T> = { readonly [K in keyof T]: T[K] extends Single ? Rule<T[K]> : WordsOf<T[K]> };

const essential = (about: string): Rule<boolean> => ({ about, value: (is) => (is ? 'essential' : 'not essential') });
const counts = (about: string): Rule<boolean> => ({
  about,
  value: (does) => (does ? 'counted as experience' : 'not counted as experience'),
});
const knowledge = (area: KnowledgeArea): Rule<KnowledgeLevel> => ({
  about: `In “${KNOWLEDGE_AREA_NAMES[area]}” what is essential`,
  value: (level) => (level === 'none' ? 'nothing' : `${level} knowledge`),
});
const day = (about: string): Rule<string | null> => ({ about, value: (date) => (date ? dayText(date) : 'not set') });
const listed = (texts: readonly string[]): string => (texts.length === 0 ? 'none' : texts.join('; '));
const parts: Rule<ComparedRules['context']>['value'] = (names) => listed(names.map((name) => CONTEXT_PART_NAMES[name]));

const RULES: WordsOf<ComparedRules> = {
  level: { about: 'The level of the post', value: (level) => level },
  country: { about: 'The country', value: countryName },
  region: { about: 'The other countries of the sub-region', plural: true, value: (codes) => listed(codes.map(countryName)) },
  gates: {
    education: essential('An advanced degree'),
    humanRightsDays: {
      about: 'The human-rights experience that is essential',
      value: (days) => (days === 0 ? 'none' : `${counted(days, 'day')} (${yearsText(days)})`),
    },
    fieldExperience: essential('Development or humanitarian experience'),
    knowledge: {
      machinery: knowledge('machinery'),
      mandates: knowledge('mandates'),
      'development-programming': knowledge('development-programming'),
    },
    languages: {
      about: 'The required languages',
      plural: true,
      value: (needs) => listed(needs.map(({ language, level }) => `${LANGUAGES[language]} at ${LANGUAGE_LEVEL_NAMES[level]}`)),
    },
    additional: { about: 'The additional qualifications that are essential', plural: true, value: parts },
    skills: { advocacy: knowledge('advocacy'), sensitivity: knowledge('sensitivity') },
  },
  context: { about: "What scores as the country's situation", value: parts },
  claimWorth: recordOf(CRITERIA, (criterion) =>
    recordOf(CLAIM_STATUSES, (status) => ({
      about: `For “${CRITERION_NAMES[criterion]}” the worth of a ${CLAIM_STATUS_NAMES[status].toLowerCase()} claim`,
      value: (percent: number) => `${percent} %`,
    })),
  ),
  experiencePolicy: {
    countUnpaid: counts('Unpaid work'),
    countInternships: { ...counts('Internships'), plural: true },
    countGeneralService: counts('Work at general-service levels'),
  },
  educationInLieu: {
    about: 'A first-level degree with two more years in lieu of an advanced degree',
    value: (may) => (may ? 'accepted' : 'not accepted'),
  },
  dates: {
    from: day('The first day on which the person has to be free'),
    to: day('The last day on which the person has to be free'),
  },
};

/** A rule that two runs do not share, with both values. */
export function ruleWords({ path, before, after }: RuleFact): string {
  const { about, plural, value } = ruleAt(path);
  const [was, is] = plural ? ['were', 'are'] : ['was', 'is'];
  return `${about} ${was} ${value(JSON.parse(before))}, and ${is} ${value(JSON.parse(after))}.`;
}

/** Paths lead through ComparedRules, and the values of a fact are those of its path: what the compiler cannot tell of text. */
function ruleAt(path: string): Rule<unknown> {
  return path.split('.').reduce<unknown>((words, key) => (words as Readonly<Record<string, unknown>>)[key], RULES) as Rule<unknown>;
}

import { FOUR_FIFTHS, SMALL_GROUP, SMALL_SAMPLE, SMALL_SHARE } from '../../core/balance.js';
import { LONGEST_MISSION_DAYS } from '../../core/deployments.js';
import { IN_LIEU_EXTRA_DAYS } from '../../core/education.js';
import { DROP_REASONS } from '../../core/experience.js';
import { LEVEL_FAMILIES, MINIMUM_YEARS, minimumDays, POST_LEVELS } from '../../core/grades.js';
import { CLAIM_STATUSES, ESSENTIAL_AREAS, KNOWLEDGE_AREA_NAMES, KNOWLEDGE_LEVELS } from '../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGE_LEVELS } from '../../core/languages.js';
import { CRITERION_TOPS, DEFAULT_WEIGHTS, VALUE_TOP, WEIGHTS_SUM } from '../../core/matching/index.js';
import { ACTION_POINTS, CONTEXT_FLAGS, RECENCY_POINTS, RESPONSE_POINTS } from '../../core/needs.js';
import { OFFER_HOURS } from '../../core/offers.js';
import { RATINGS } from '../../core/panel.js';
import { assessedLevel, MEETS, USUAL_LEVEL } from '../../core/panel-claims.js';
import { ESSENTIAL_KNOWLEDGE } from '../../core/post.js';
import { CRITERIA, FULL_WORTH, PART_LEVEL } from '../../core/requirement.js';
import { PROPOSED_CONTEXT_WEIGHT, SITUATION_THEME_WEIGHT, SITUATIONS } from '../../core/situations.js';
import { URGENCIES, URGENCY_HOURS } from '../../core/surge.js';
import { EXPERT_THEMES, THEMES_WITHOUT_EXPERTISE } from '../../core/themes.js';
import { STANDARD_TOR } from '../../core/tor.js';
import { CLAIM_STATUS_NAMES, CONTEXT_PART_NAMES, CRITERION_HINTS, CRITERION_NAMES } from '../../web/criteria.js';
import { OUTSIDE_RULES, type Rule } from './outside-rules.js';

export type { Rule };

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

const TOR = 'Strategy, Annex (TOR), “Qualifications and Experience”';
const SURGE = 'product rule “Surge”; Strategy C.4 c';
const NEEDS = 'product rule “Country needs”; Strategy C.3 and TOR 2.1';
const OURS = 'ours: no source gives a number';
const days = (count: number) => `${count.toLocaleString('en-US')} days`;

/** Every rule that the desk computes with, made from the tables that it computes with; then those it only knows of. */
export const RULES: readonly RuleGroup[] = [
  {
    title: 'Who is eligible',
    rules: [
      ...POST_LEVELS.map((level) => ({
        rule: `Human-rights experience for ${level}`,
        number: `${MINIMUM_YEARS[level]} years = ${days(minimumDays(level))}`,
        source: level === 'P-5' ? TOR : 'UN staffing rules (careers.unido.org; secondary guides)',
      })),
      { rule: 'Development or humanitarian experience beside it', number: 'at least 1 day', source: TOR },
      ...ESSENTIAL_AREAS.map((area) => ({
        rule: KNOWLEDGE_AREA_NAMES[area],
        number: `at least ${ESSENTIAL_KNOWLEDGE[area]}`,
        source: TOR,
      })),
      { rule: 'Degree in a field of the TOR or a related one', number: "Master's or higher, awarded", source: TOR },
      {
        rule: 'Policy “education in lieu”: a first-level degree and more experience than the minimum; off unless the post says so',
        number: `${days(IN_LIEU_EXTRA_DAYS)} more`,
        source: 'UN Secretariat staff selection manual, Annex I; the Strategy has no such rule',
      },
      { rule: 'An active membership of a roster', number: '1', source: 'Strategy C.4 b' },
      { rule: 'Languages that the post requires', number: 'each at its level', source: 'product rule “Languages”' },
      {
        rule: 'Additional qualifications that a post makes essential: each part, of experience, knowledge and trainings',
        number: `at least 1 day; at least ${PART_LEVEL}; completed`,
        source: `${TOR}; the thresholds are ours`,
      },
      {
        rule: 'Advocacy and sensitivity where a post makes them essential; elsewhere they score only',
        number: 'the level that the post names',
        source: TOR,
      },
    ],
  },
  {
    title: 'How years are counted',
    rules: [
      { rule: 'Days of a year', number: '365.25, rounded down over all years', source: 'product rule “Counting years”' },
      {
        rule: 'A day counts once for each kind of experience; shares of full time add up',
        number: 'to at most 100 %',
        source: 'product rule “Counting years”',
      },
      {
        rule: 'A job of which only the month or the year is known; an award or a training counts from the last day it can mean',
        number: 'from the first to the last day',
        source: 'product rule “Counting years”',
      },
      { rule: 'What does not count is shown with its reason', number: DROP_REASONS.join(', '), source: 'product rule “Counting years”' },
      ...LEVEL_FAMILIES.map(({ name, counts, source }) => ({ rule: `Professional level: ${name}`, number: counts, source })),
      { rule: 'A level that no rule names', number: 'does not count', source: OURS },
    ],
  },
  {
    title: 'What a panel’s rating says about claims',
    rules: [
      ...ESSENTIAL_AREAS.map((area) => ({
        rule: `${KNOWLEDGE_AREA_NAMES[area]}, where the post asks for ${ESSENTIAL_KNOWLEDGE[area]}`,
        number: RATINGS.map((rating) => `${rating}: ${assessedLevel(rating, ESSENTIAL_KNOWLEDGE[area] ?? 'good')}`).join(', '),
        source: OURS,
      })),
      {
        rule: 'Advocacy and sensitivity, where the post names no level, and humanitarian action where the situation or a gate asks for it',
        number: RATINGS.map((rating) => `${rating}: ${assessedLevel(rating, USUAL_LEVEL)}`).join(', '),
        source: OURS,
      },
      {
        rule: 'The required languages, the degree and the jobs that met the gate are confirmed',
        number: `by ${MEETS} and more`,
        source: OURS,
      },
    ],
  },
  {
    title: 'Scales',
    rules: [
      {
        rule: 'Knowledge',
        number: KNOWLEDGE_LEVELS.map((level, value) => `${level} ${value}`).join(', '),
        source: `${TOR}: its own words`,
      },
      {
        rule: 'Languages',
        number: LANGUAGE_LEVELS.map((level) => LANGUAGE_LEVEL_NAMES[level]).join('; '),
        source: 'hr.un.org, UN language levels',
      },
    ],
  },
  {
    title: 'How candidates are scored',
    rules: [
      { rule: 'Weights sum to', number: String(WEIGHTS_SUM), source: 'product rule “Scoring”' },
      {
        rule: 'Highest value of a criterion, in whole numbers, rounded down',
        number: VALUE_TOP.toLocaleString('en-US'),
        source: 'product rule “Scoring”',
      },
      ...CRITERIA.map((name) => ({
        rule: `${CRITERION_NAMES[name]}: ${CRITERION_HINTS[name]}`,
        number: `weight ${DEFAULT_WEIGHTS[name]}${CRITERION_TOPS[name] ? `; full at ${CRITERION_TOPS[name]}` : ''}`,
        source: qualificationsOf(name),
      })),
      ...CLAIM_STATUSES.map((status) => ({
        rule: `What a claim is worth that is ${CLAIM_STATUS_NAMES[status].toLowerCase()}, unless a post says less`,
        number: `${FULL_WORTH[status]} %`,
        source: OURS,
      })),
    ],
  },
  {
    title: 'What a country needs',
    rules: [
      { rule: 'Points by response', number: `accepted ${RESPONSE_POINTS.accepted}, noted ${RESPONSE_POINTS.noted}`, source: NEEDS },
      {
        rule: 'Points by action category, 1 minimal to 5 specific',
        number: Object.entries(ACTION_POINTS)
          .map(([category, points]) => `${category === '0' ? 'missing' : category}: ${points}`)
          .join(', '),
        source: NEEDS,
      },
      {
        rule: 'Points by sessions back from the newest known',
        number: `fewer than 12: ${RECENCY_POINTS['under-12']}, fewer than 24: ${RECENCY_POINTS['under-24']}, older: ${RECENCY_POINTS.older}`,
        source: NEEDS,
      },
      {
        rule: 'Themes that can carry weight',
        number: `${EXPERT_THEMES.length}; ${THEMES_WITHOUT_EXPERTISE.size} carry none`,
        source: NEEDS,
      },
    ],
  },
  {
    title: "What a country's situation adds, once a recruiter accepts it",
    rules: [
      ...CONTEXT_FLAGS.map((flag) => ({
        rule: `Situation: ${flag.replaceAll('-', ' ')}`,
        number: [...SITUATIONS[flag].parts.map((part) => CONTEXT_PART_NAMES[part]), ...SITUATIONS[flag].themes].join(', '),
        source: SITUATIONS[flag].source,
      })),
      { rule: 'Proposed weight of the situation', number: String(PROPOSED_CONTEXT_WEIGHT), source: OURS },
      { rule: 'Least weight of a theme of the situation', number: String(SITUATION_THEME_WEIGHT), source: OURS },
    ],
  },
  {
    title: 'Surge',
    rules: [
      ...URGENCIES.map((urgency) => ({ rule: `On the ground: ${urgency}`, number: `${URGENCY_HOURS[urgency]} hours`, source: SURGE })),
      ...URGENCIES.map((urgency) => ({
        rule: `Time to answer an offer: ${urgency}`,
        number: `${OFFER_HOURS[urgency]} hours, or what the officer sets`,
        source: OURS,
      })),
      {
        rule: 'Longest mission',
        number: days(LONGEST_MISSION_DAYS),
        source: 'hr.un.org appointment types: surge up to 729 days, with travel',
      },
    ],
  },
  {
    title: 'Balance of a shortlist: shown, never part of a score',
    rules: [
      { rule: 'Impact ratio below which a warning is shown', number: `${FOUR_FIFTHS / 100} %`, source: 'four-fifths rule' },
      {
        rule: 'Too few people to say anything',
        number: `groups under ${SMALL_SHARE} % or ${SMALL_GROUP} people, samples under ${SMALL_SAMPLE}`,
        source: 'NYC Local Law 144 rules for the share; the other two are ours',
      },
    ],
  },
  { title: 'Known, and left to people: the desk does not compute these', rules: OUTSIDE_RULES },
];

function qualificationsOf(name: (typeof CRITERIA)[number]): string {
  const texts = STANDARD_TOR.qualifications
    .filter(({ scoredIn }) => scoredIn.includes(name))
    .map(({ name: qualification }) => qualification);
  return `${TOR}: ${texts.join(', ')}; the number is ours`;
}

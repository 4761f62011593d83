import type { Availability } from '../../../core/availability.js';
import type { DropReason } from '../../../core/experience.js';
import type { DegreeField, DegreeLevel, TrainingKind, VettingState } from '../../../core/expert.js';
import { KNOWLEDGE_AREA_NAMES, knowledgeValue } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES, type LanguageLevel } from '../../../core/languages.js';
import type {
  CriterionResult,
  DegreeFact,
  GateVerdict,
  KnowledgeFact,
  LanguageFact,
  MembershipFact,
  ThemeFact,
} from '../../../core/matching/index.js';
import { THEMES } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { capital, dayText } from '../../../web/components/index.js';
import { certainText } from './date-words.js';
import { count, counted, yearsText } from './numbers.js';
import { contextWords, level, partNeed } from './part-words.js';

export const DEGREE_NAMES: Readonly<Record<DegreeLevel, string>> = {
  secondary: 'secondary education',
  first: 'first-level degree',
  masters: "Master's degree",
  doctorate: 'doctorate',
};
export const FIELD_NAMES: Readonly<Record<DegreeField, string>> = {
  'human-rights': 'human rights',
  'international-law': 'international law',
  'public-law': 'public law',
  'political-science': 'political science',
  'international-relations': 'international relations',
  'other-related': 'a related field',
  unrelated: 'an unrelated field',
};
export const TRAINING_NAMES: Readonly<Record<TrainingKind, string>> = {
  'pre-deployment-briefing': 'pre-deployment briefing',
  induction: 'induction',
  hrba: 'human rights-based approach',
  'humanitarian-action': 'humanitarian action',
  hrddp: 'human rights due diligence policy',
  bsafe: 'BSAFE security training',
};
export const VETTING_NAMES: Readonly<Record<VettingState, string>> = {
  applied: 'has applied',
  'under-vetting': 'under vetting',
  active: 'active',
  rejected: 'not admitted',
  withdrawn: 'has withdrawn',
};
const NOT_ASKED = 'Not asked for here.';

/** The rule of the order, as it is shown wherever the order is. */
export const ORDER_RULE =
  'Order: total, highest first; equal totals by roster number, lowest first. Total = the sum of weight × value of the criteria.';

/** The label of whoever has the in-lieu policy to thank for being eligible. */
export const IN_LIEU = 'Education in lieu';

/** Why a list of eligible people is empty. */
export function nobodyWords(considered: number): string {
  return considered === 0
    ? 'Nobody is on the rosters yet. Import experts first.'
    : 'Nobody meets every gate. Below is what stands in the way, and how near the nearest are.';
}

/** Whether the person is free on the dates of the post. */
export function availabilityWords(availability: Availability): string {
  if (availability.free) return 'Free on the dates of the post';
  const days = `from ${dayText(availability.period.from)} to ${dayText(availability.period.to)}`;
  return availability.because === 'reserved' ? `Reserved for a mission ${days}` : `Away ${days}, as the person said`;
}

/** Why days do not count. */
export function dropWords(reason: DropReason): string {
  switch (reason) {
    case 'internship':
      return 'an internship, which this post does not count';
    case 'unpaid':
      return 'unpaid work, which this post does not count';
    case 'not-professional-level':
      return 'below the professional level';
    case 'unknown-level':
      return 'a level that no rule names, so it does not count before somebody decides';
    case 'after-as-of':
      return 'after the as-of day';
    case 'overlap-cap':
      return 'beyond full time: jobs held at once add up to at most 100 %';
  }
}

/** Why a gate is met, or what it asks and how far the person is from it, in full sentences. */
export function gateWords(verdict: GateVerdict): string {
  switch (verdict.gate) {
    case 'roster':
      return rosterWords(verdict.reason);
    case 'education':
      return educationWords(verdict.reason);
    case 'experience':
      return experienceWords(verdict.reason);
    case 'machinery':
    case 'mandates':
    case 'development-programming':
    case 'advocacy':
    case 'sensitivity':
      return verdict.reason.code === 'not-asked' ? NOT_ASKED : knowledgeNeed(verdict.reason);
    case 'languages':
      return verdict.reason.code === 'not-asked' ? NOT_ASKED : verdict.reason.languages.map(languageNeed).join(' ');
    case 'additional':
      return verdict.reason.code === 'not-asked' ? NOT_ASKED : verdict.reason.parts.map(partNeed).join(' ');
  }
}

type Reason<G extends GateVerdict['gate']> = GateVerdict<G>['reason'];

function rosterWords(reason: Reason<'roster'>): string {
  switch (reason.code) {
    case 'active':
      return `Active member of ${membership(reason.membership)} since ${dayText(reason.membership.since)}${reason.membership.until ? ` until ${dayText(reason.membership.until)}` : ''}.`;
    case 'not-active':
      return `Needs an active membership: ${reason.memberships.map(inactive).join('; ')}.`;
    case 'no-membership':
      return 'Needs an active membership: is on neither roster.';
  }
}

function membership({ roster, agency }: MembershipFact): string {
  return `the ${roster} roster${agency ? ` (${agency})` : ''}`;
}

function inactive(fact: MembershipFact): string {
  const term =
    fact.state === 'active'
      ? `the term runs from ${dayText(fact.since)}${fact.until ? ` to ${dayText(fact.until)}` : ''}`
      : VETTING_NAMES[fact.state];
  return `on ${membership(fact)}, ${term}`;
}

function educationWords(reason: Reason<'education'>): string {
  switch (reason.code) {
    case 'not-asked':
      return NOT_ASKED;
    case 'advanced-degree':
      return `${capital(degree(reason.degree))}.`;
    case 'in-lieu':
      return `Decided by the in-lieu policy of this post: ${degree(reason.degree)}, and ${counted(reason.days.have, 'day')} of human-rights experience in place of an advanced degree (${count(reason.days.need)} needed: the minimum and two years more).`;
    case 'no-advanced-degree': {
      const best = reason.best ? `has ${degree(reason.best)}` : 'has no degree in the profile';
      const inLieu = reason.days
        ? ` The in-lieu policy did not help: needs ${counted(reason.days.need, 'day')} of human-rights experience (the minimum and two years more), has ${short(reason.days)}.`
        : '';
      return `Needs a Master's degree or higher in a field of the TOR, ${best}.${inLieu}`;
    }
  }
}

function degree({ level, field, awardedOn }: DegreeFact): string {
  return `${DEGREE_NAMES[level]} in ${FIELD_NAMES[field]}, ${awardedOn ? `awarded ${certainText(awardedOn)}` : 'not completed'}`;
}

function experienceWords(reason: Reason<'experience'>): string {
  if (reason.code === 'not-asked') return NOT_ASKED;
  const days =
    reason.have >= reason.need
      ? `${counted(reason.have, 'day')} of human-rights experience (${yearsText(reason.have)}), ${count(reason.need)} needed.`
      : `Needs ${counted(reason.need, 'day')} of human-rights experience, has ${short(reason)}.`;
  if (reason.fieldNeed === 0) return days;
  return reason.fieldHave >= reason.fieldNeed
    ? `${days} ${counted(reason.fieldHave, 'day')} of development or humanitarian experience.`
    : `${days} Needs development or humanitarian experience, has none.`;
}

/** `3,120: 532 days short`. */
function short({ have, need }: { readonly have: number; readonly need: number }): string {
  return have >= need ? count(have) : `${count(have)}: ${counted(need - have, 'day')} short`;
}

function knowledgeNeed({ have, need }: KnowledgeFact): string {
  const steps = knowledgeValue(need) - knowledgeValue(have);
  return steps <= 0
    ? `${capital(level(have))} knowledge; ${need} is needed.`
    : `Needs ${need} knowledge, has ${level(have)}: ${counted(steps, 'level')} short.`;
}

function languageNeed({ language, have, need }: LanguageFact): string {
  const name = LANGUAGES[language];
  return have >= need
    ? `${name}: ${languageLevel(have)}; ${languageLevel(need)} is needed.`
    : `Needs ${name} at ${languageLevel(need)}, has ${languageLevel(have)}: ${counted(need - have, 'level')} short.`;
}

function languageLevel(have: LanguageLevel | 0): string {
  return have === 0 ? 'none stated' : LANGUAGE_LEVEL_NAMES[have];
}

/** Themes that are listed by name in a sentence; a page shows the rest in a table. */
const THEMES_NAMED = 3;

/** What a criterion found, in one or two sentences. Never the score: that stands beside it. */
export function criterionWords(result: CriterionResult): string {
  switch (result.criterion) {
    case 'themes':
      return result.reason.code === 'not-asked'
        ? 'No needs of the country are recorded, so there is nothing to compare.'
        : themesWords(result.reason.themes);
    case 'experience':
      return experienceBeyond(result.reason);
    case 'languages':
      return result.reason.code === 'not-asked'
        ? 'No language is desired beyond the required ones.'
        : `${result.reason.languages.map(desired).join('; ')}.`;
    case 'knowledge':
      return result.reason.code === 'not-asked' ? NOT_ASKED : areas(result.reason.areas);
    case 'skills':
      return areas(result.reason.areas);
    case 'field':
      return `${capital(yearsText(result.reason.have))} of development or humanitarian experience (${counted(result.reason.have, 'day')}); full at ${yearsText(result.reason.top)}.`;
    case 'country': {
      const { country, countryDays, regionDays, top } = result.reason;
      return `${counted(countryDays, 'day')} in ${countryName(country)}, ${counted(regionDays, 'day')} in its sub-region; full at ${counted(top, 'day')} in the sub-region or half of them in the country.`;
    }
    case 'trainings': {
      const { trainings, top } = result.reason;
      const names = trainings.map(({ kind, completedOn }) => `${TRAINING_NAMES[kind]}, ${certainText(completedOn)}`);
      return names.length === 0 ? `No training completed; full at ${top}.` : `${capital(names.join('; '))}; full at ${top}.`;
    }
    case 'education':
      return result.reason.best ? `${capital(degree(result.reason.best))}.` : 'No degree in the profile.';
    case 'context':
      return result.reason.code === 'not-asked'
        ? "Nothing of the country's situation is asked for here."
        : `${capital(result.reason.parts.map(contextWords).join('; '))}.`;
  }
}

function experienceBeyond({ have, minimum, top }: CriterionResult<'experience'>['reason']): string {
  const beyond =
    have > minimum
      ? `${counted(have - minimum, 'day')} beyond the minimum of ${count(minimum)}`
      : `none beyond the minimum of ${count(minimum)}`;
  return `${capital(yearsText(have))} of human-rights experience (${counted(have, 'day')}): ${beyond}; full at ${count(top)}.`;
}

function themesWords(themes: readonly ThemeFact[]): string {
  const covered = strongest(themes);
  const named = covered.slice(0, THEMES_NAMED).map(({ theme, need, have }) => `${THEMES[theme]} (${have}, need ${need})`);
  const start = `Some expertise in ${count(covered.length)} of the ${counted(themes.length, 'theme')} that the country needs`;
  return named.length > 0 ? `${start}; counts most: ${named.join(', ')}.` : `${start}.`;
}

/** Themes that the person knows something about, what counts most first, then by name. */
export function strongest(themes: readonly ThemeFact[]): ThemeFact[] {
  const weight = ({ need, have }: ThemeFact) => need * knowledgeValue(have);
  return themes.filter(({ have }) => have !== 'none').sort((a, b) => weight(b) - weight(a) || (a.theme < b.theme ? -1 : 1));
}

function desired({ language, have, need }: LanguageFact): string {
  return `${LANGUAGES[language]}: ${languageLevel(have)} (${languageLevel(need)} is desired)`;
}

function areas(facts: readonly KnowledgeFact[]): string {
  return `${facts.map(({ area, have, need }) => `${KNOWLEDGE_AREA_NAMES[area]}: ${level(have)}${need === 'none' ? '' : ` (${need} is essential)`}`).join('; ')}.`;
}

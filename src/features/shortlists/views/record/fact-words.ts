import { KNOWLEDGE_AREA_NAMES } from '../../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES, type LanguageLevel } from '../../../../core/languages.js';
import type { ChangeSource, DiffFact } from '../../../../core/matching/index.js';
import { THEMES } from '../../../../core/themes.js';
import { countryName } from '../../../../platform/reference-data/index.js';
import { dayText } from '../../../../web/components/index.js';
import { backingText, CRITERION_NAMES } from '../../../../web/criteria.js';
import { DEGREE_NAMES, FIELD_NAMES, TRAINING_NAMES, VETTING_NAMES } from '../wording.js';
import { ruleWords } from './rule-words.js';

export const SOURCE_NAMES: Readonly<Record<ChangeSource, string>> = {
  profile: 'The profile changed',
  date: 'Experience counts up to another day',
  needs: 'The needs of the country changed',
  rules: 'The rules of the post changed',
  weights: 'The weights changed',
};

type Evidence = Extract<DiffFact, { kind: 'evidence' }>;

/** One fact that differs between two runs, in a sentence. */
export function factWords(fact: DiffFact): string {
  switch (fact.kind) {
    case 'evidence':
      return evidenceWords(fact);
    case 'memberships':
      return `Memberships were ${memberships(fact.before)}, and are ${memberships(fact.after)}.`;
    case 'as-of':
      return `Experience counted up to ${dayText(fact.before)}, and counts up to ${dayText(fact.after)}.`;
    case 'theme-need':
      return `The need for ${THEMES[fact.theme]} was ${fact.before}, and is ${fact.after}.`;
    case 'desired-language':
      return `${LANGUAGES[fact.language]} was ${languageLevel(fact.before)}, and is ${languageLevel(fact.after)}.`;
    case 'weight':
      return `“${CRITERION_NAMES[fact.criterion]}” weighed ${fact.before}, and weighs ${fact.after}.`;
    case 'rule':
      return ruleWords(fact);
  }
}

function memberships(all: Extract<DiffFact, { kind: 'memberships' }>['before']): string {
  if (all.length === 0) return 'none';
  return all
    .map(({ roster, agency, state, since, until }) => {
      const term = `from ${dayText(since)}${until ? ` to ${dayText(until)}` : ''}`;
      return `the ${roster} roster${agency ? ` (${agency})` : ''}, ${VETTING_NAMES[state]}, ${term}`;
    })
    .join('; ');
}

function languageLevel(level: LanguageLevel | 0): string {
  return level === 0 ? 'not desired' : `desired at ${LANGUAGE_LEVEL_NAMES[level]}`;
}

function evidenceWords(fact: Evidence): string {
  const [before, after] = [pieceWords(fact, fact.before), pieceWords(fact, fact.after)];
  if (before === null) return `Came in: ${after}.`;
  return after === null ? `Is gone: ${before}.` : `Was ${before}; is ${after}.`;
}

/** A piece of evidence without titles and employers: the frozen roster does not keep them. */
function pieceWords(fact: Evidence, piece: Evidence['before']): string | null {
  if (piece === null) return null;
  return `${partWords({ ...fact, before: piece, after: piece } as Evidence)} (${backingText(piece)})`;
}

function partWords(fact: Evidence): string {
  switch (fact.part) {
    case 'themes':
      return fact.before ? `${THEMES[fact.before.theme]}, ${fact.before.level}` : '';
    case 'knowledge':
      return fact.before ? `${KNOWLEDGE_AREA_NAMES[fact.before.area]}, ${fact.before.level}` : '';
    case 'languages':
      return fact.before ? `${LANGUAGES[fact.before.language]}, ${LANGUAGE_LEVEL_NAMES[fact.before.level]}` : '';
    case 'trainings':
      return fact.before ? `${TRAINING_NAMES[fact.before.kind]}, completed ${dayText(fact.before.completedOn)}` : '';
    case 'degrees': {
      if (!fact.before) return '';
      const { level, field, awardedOn } = fact.before;
      return `${DEGREE_NAMES[level]} in ${FIELD_NAMES[field]}, ${awardedOn ? `awarded ${dayText(awardedOn)}` : 'not completed'}`;
    }
    case 'experience': {
      if (!fact.before) return '';
      const { from, to, percentage, level, engagement, kinds, countries } = fact.before;
      const held = [level, engagement].filter(Boolean).join(', ');
      const where = countries.length > 0 ? ` in ${countries.map(countryName).join(', ')}` : '';
      return `a job from ${dayText(from)} to ${to ? dayText(to) : 'now'}, ${percentage} %, ${held}, ${kinds.join(' and ') || 'of no counted kind'}${where}`;
    }
  }
}

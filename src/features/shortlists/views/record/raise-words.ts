import { KNOWLEDGE_AREA_NAMES } from '../../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../../core/languages.js';
import type { Raise } from '../../../../core/matching/index.js';
import { THEMES } from '../../../../core/themes.js';
import { CLAIM_STATUS_NAMES } from '../../../../web/criteria.js';
import { counted, yearsText } from '../numbers.js';
import { TRAINING_NAMES } from '../wording.js';

type RaiseOf<K extends Raise['kind']> = Extract<Raise, { readonly kind: K }>;

const DAYS_OF: Readonly<Record<RaiseOf<'days'>['of'], string>> = {
  'human-rights': 'human-rights',
  field: 'development or humanitarian',
  humanitarian: 'humanitarian',
};

const DEGREES: Readonly<Record<RaiseOf<'degree'>['to'], string>> = {
  'first-degree': 'a first-level degree',
  advanced: "an advanced degree (Master's or higher)",
};

/** What the degrees of somebody who needs a better one are worth. */
const HAS_DEGREE: Readonly<Record<RaiseOf<'degree'>['from'], string>> = {
  none: 'has none that counts',
  'first-degree': 'has a first-level one',
  advanced: 'has an advanced one',
};

/** Evidence that would give a criterion what is missing, in words; none where nothing more is needed. */
export function raisesWords(raises: readonly Raise[]): string {
  return raises.map(raiseWords).join(', and ');
}

function raiseWords(raise: Raise): string {
  switch (raise.kind) {
    case 'theme':
      return `${raise.to} knowledge of ${THEMES[raise.theme]} (has ${raise.from})`;
    case 'knowledge':
      return `${raise.to} knowledge in ${KNOWLEDGE_AREA_NAMES[raise.area]} (has ${raise.from})`;
    case 'language':
      return `${LANGUAGES[raise.language]} at ${LANGUAGE_LEVEL_NAMES[raise.to]}`;
    case 'degree':
      return `${DEGREES[raise.to]} in a related field, completed (${HAS_DEGREE[raise.from]})`;
    case 'days':
      return `${counted(raise.days, 'day')} (${yearsText(raise.days)}) more of ${DAYS_OF[raise.of]} experience`;
    case 'country-days':
      return `${counted(raise.inCountry, 'day')} more in the country, or ${counted(raise.inRegion, 'day')} in its sub-region`;
    case 'trainings':
      return counted(raise.more, 'more training', 'more trainings');
    case 'training':
      return `the training “${TRAINING_NAMES[raise.training]}”, completed`;
    case 'one-of':
      return `one of these: ${raise.raises.map(raiseWords).join('; or ')}`;
    case 'backing':
      return `all that counts here ${CLAIM_STATUS_NAMES[raise.status].toLowerCase()}`;
  }
}

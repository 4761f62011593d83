import { fieldError } from './errors.js';
import { DEGREE_FIELDS, DEGREE_LEVELS, type DegreeField, type DegreeLevel } from './expert.js';
import { normalisedName } from './expert-draft.js';
import { DEGREE_LISTS, type DegreeList, type DegreeTerm, STANDARD_DEGREE_TERMS } from './standard-degree-terms.js';

export { DEGREE_LISTS, type DegreeList, type DegreeTerm };

/** One change of the list by an administrator; `to` null takes the term out. Kept for good. */
export interface DegreeTermChange {
  readonly list: DegreeList;
  readonly term: string;
  readonly from: DegreeTerm['value'] | null;
  readonly to: DegreeTerm['value'] | null;
  readonly reason: string;
  readonly byName: string;
  /** Moment in UTC, ISO text. */
  readonly at: string;
}

/** What is proposed for a title; null where no term of the list stands in it. */
export interface DegreeProposal {
  readonly level: DegreeLevel | null;
  readonly field: DegreeField | null;
  /** False where the title says that the degree was not finished: then it has no day of award and never counts. */
  readonly completed: boolean;
  /** The terms that decided, for whoever confirms. */
  readonly because: readonly DegreeTerm[];
}

/** Longest term and longest reason, in characters. */
export const DEGREE_TERM_LIMITS = { term: 80, reason: 500 } as const;

/** Words that say that a degree was not finished. */
const UNFINISHED = [
  'incomplete',
  'unfinished',
  'not completed',
  'in progress',
  'ongoing',
  'abd',
  'all but dissertation',
  'coursework only',
  'en cours',
  'non acheve',
  'inacheve',
  'en curso',
  'sin terminar',
];

/** One spelling for `LL.M.`, `Llm` and `LLM`: full stops out, then lower case without accents and punctuation. */
export function termKey(text: string): string {
  return normalisedName(text.replaceAll('.', ''));
}

/** The standard list with every change applied, by list and then by term. The last change of a term counts. */
export function degreeTerms(changes: readonly DegreeTermChange[]): DegreeTerm[] {
  const terms = new Map(STANDARD_DEGREE_TERMS.map((term) => [keyOf(term), term]));
  for (const { list, term, to, reason } of changes) {
    if (to === null) terms.delete(keyOf({ list, term }));
    else terms.set(keyOf({ list, term }), { list, term, value: to, note: reason });
  }
  return [...terms.values()].sort((a, b) => DEGREE_LISTS.indexOf(a.list) - DEGREE_LISTS.indexOf(b.list) || (a.term < b.term ? -1 : 1));
}

/**
 * What the list reads in a title: of several terms the longest counts, of equally long ones the first by letters. Whole words
 * only, so that no `BA` is found in `Bangladesh`. A person confirms it; nothing is ever stored by it alone.
 */
export function proposeDegree(title: string, terms: readonly DegreeTerm[]): DegreeProposal {
  const said = ` ${termKey(title)} `;
  const longest = (list: DegreeList) =>
    terms
      .filter((one) => one.list === list && said.includes(` ${one.term} `))
      .sort((a, b) => b.term.length - a.term.length || (a.term < b.term ? -1 : 1))[0];
  const [level, field] = [longest('level'), longest('field')];
  return {
    level: DEGREE_LEVELS.find((known) => known === level?.value) ?? null,
    field: DEGREE_FIELDS.find((known) => known === field?.value) ?? null,
    completed: !UNFINISHED.some((words) => said.includes(` ${words} `)),
    because: [level, field].filter((term) => term !== undefined),
  };
}

/**
 * Whether a change may be made, and the change with its term in one spelling and what it replaces. Throws DomainError
 * `input.invalid` that points at the field.
 */
export function termChange(
  asked: { readonly list: DegreeList; readonly term: string; readonly value: string | null; readonly reason: string },
  terms: readonly DegreeTerm[],
): Pick<DegreeTermChange, 'list' | 'term' | 'from' | 'to' | 'reason'> {
  const { list } = asked;
  const term = termKey(asked.term);
  const reason = asked.reason.trim();
  if (term.length < 2 || term.length > DEGREE_TERM_LIMITS.term)
    throw fieldError('term', `Write the words as they stand in titles: 2 to ${DEGREE_TERM_LIMITS.term} letters.`);
  if (reason === '' || reason.length > DEGREE_TERM_LIMITS.reason)
    throw fieldError('reason', `Say in at most ${DEGREE_TERM_LIMITS.reason} characters why, and by which source.`);
  const values: readonly DegreeTerm['value'][] = list === 'level' ? DEGREE_LEVELS : DEGREE_FIELDS;
  const to = asked.value === null ? null : (values.find((value) => value === asked.value) ?? undefined);
  if (to === undefined) throw fieldError('value', `Choose one of ${values.join(', ')}.`);
  const from = terms.find((one) => one.list === list && one.term === term)?.value ?? null;
  if (from === to) throw fieldError('value', to === null ? 'The list has no such term.' : `The list reads it as ${to} already.`);
  return { list, term, from, to, reason };
}

function keyOf({ list, term }: Pick<DegreeTerm, 'list' | 'term'>): string {
  return `${list} ${term}`;
}

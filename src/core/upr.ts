import type { CountryCode } from './expert.js';
import { THEME_SLUGS, THEMES, type Theme } from './themes.js';

/** How the State under review answered. Source: UPR recommendation files, column Response. */
export const RESPONSES = ['accepted', 'noted'] as const;
export type Response = (typeof RESPONSES)[number];

/** What a recommendation asks for, by the action category of the files: 1 minimal … 5 specific. */
export const ACTIONS = [1, 2, 3, 4, 5] as const;
export type Action = (typeof ACTIONS)[number];

/** One recommendation, as far as the formula needs it; its text and its author are not kept. */
export interface Recommendation {
  readonly country: CountryCode;
  /** Number of the UPR session, 1 to 200. */
  readonly session: number;
  readonly response: Response;
  /** Null where the file has none. */
  readonly action: Action | null;
  /** Each issue once, in the order of THEMES; never empty. */
  readonly themes: readonly Theme[];
}

/** The columns that a file must have, by their published names. Others may stand beside them. */
export const UPR_COLUMNS = ['To', 'Response', 'Action', 'Issue', 'Session'] as const;
export type UprColumn = (typeof UPR_COLUMNS)[number];
export type UprCells = Readonly<Record<UprColumn, string>>;

export const ROW_PROBLEMS = [
  'cell-count',
  'unknown-country',
  'unknown-issue',
  'no-issue',
  'unknown-response',
  'bad-action',
  'bad-session',
] as const;
export type RowProblemKind = (typeof ROW_PROBLEMS)[number];

/** Why a row cannot be taken: what is wrong, and the cell's own wording (one issue, where a cell has several). */
export interface RowProblem {
  readonly kind: RowProblemKind;
  /** Null where the row as a whole is wrong. */
  readonly column: UprColumn | null;
  readonly value: string;
}

/** A row that can be taken may have notes: issues that are not among the 54, which count as “Other”. */
export type ParsedRow =
  | { readonly recommendation: Recommendation; readonly notes: readonly RowProblem[] }
  | { readonly problems: readonly RowProblem[] };

const BY_WORDING: ReadonlyMap<string, Theme> = new Map(THEME_SLUGS.map((slug) => [plain(THEMES[slug]), slug]));
const LONGEST_VALUE = 80;
const LAST_SESSION = 200;

/**
 * Reads one row. Everything that cannot be read is reported, all problems of the row together, and then the row is no
 * recommendation: nothing of it is dropped in silence. Issues match their published wording whatever the letter case. Later
 * sessions may name issues that the 54 do not hold: such a row counts, the issue as “Other” (which carries no weight), and a
 * note says so.
 */
export function parseRecommendation(cells: UprCells, findCountry: (name: string) => CountryCode | undefined): ParsedRow {
  const problems: RowProblem[] = [];
  const notes: RowProblem[] = [];
  const problem = (kind: RowProblemKind, column: UprColumn, value: string): void => {
    problems.push({ kind, column, value: value.trim().slice(0, LONGEST_VALUE) });
  };

  const country = findCountry(cells.To);
  if (country === undefined) problem('unknown-country', 'To', cells.To);

  const response = responseOf(cells.Response);
  if (response === undefined) problem('unknown-response', 'Response', cells.Response);

  const action = actionOf(cells.Action);
  if (action === undefined) problem('bad-action', 'Action', cells.Action);

  const session = wholeNumber(cells.Session, LAST_SESSION);
  if (session === undefined) problem('bad-session', 'Session', cells.Session);

  const found = new Set<Theme>();
  const issues = cells.Issue.split(',').filter((issue) => issue.trim() !== '');
  for (const issue of issues) {
    const theme = BY_WORDING.get(plain(issue));
    if (theme === undefined) notes.push({ kind: 'unknown-issue', column: 'Issue', value: issue.trim().slice(0, LONGEST_VALUE) });
    found.add(theme ?? 'other');
  }
  if (issues.length === 0) problem('no-issue', 'Issue', '');

  if (country === undefined || response === undefined || action === undefined || session === undefined || problems.length > 0)
    return { problems: [...problems, ...notes] };
  return { recommendation: { country, session, response, action, themes: THEME_SLUGS.filter((theme) => found.has(theme)) }, notes };
}

/** `Supported` is how files of later cycles call what earlier ones call `Accepted`. */
function responseOf(cell: string): Response | undefined {
  const word = plain(cell);
  return word === 'supported' ? 'accepted' : RESPONSES.find((known) => known === word);
}

/** Null for an empty cell, undefined for one that is no category. */
function actionOf(cell: string): Action | null | undefined {
  if (cell.trim() === '') return null;
  const number = wholeNumber(cell, 5);
  return ACTIONS.find((action) => action === number);
}

function wholeNumber(cell: string, highest: number): number | undefined {
  const text = cell.trim();
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= 1 && number <= highest ? number : undefined;
}

/** Letter case, repeated blanks and the curly apostrophe make no other word. */
function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'");
}

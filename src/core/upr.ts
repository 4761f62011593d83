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

/** The columns that a file must have, by their names in the files of sessions 1 to 13. Others may stand beside them. */
export const UPR_COLUMNS = ['To', 'Response', 'Action', 'Issue', 'Session'] as const;
export type UprColumn = (typeof UPR_COLUMNS)[number];

/** What files of later sessions call the same columns. Letter case and blanks do not matter. */
export const OTHER_COLUMN_NAMES: Readonly<Record<UprColumn, readonly string[]>> = {
  To: ['State under Review', 'SuR', 'Country'],
  Response: ['Position', 'Status'],
  Action: ['Action category', 'Category of action'],
  Issue: ['Issues', 'Theme', 'Themes'],
  Session: ['UPR session', 'Session number'],
};
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

/** An issue that the file calls otherwise than the 54 do. */
export interface ReadAs {
  /** The wording of the file. */
  readonly value: string;
  readonly theme: Theme;
}

/**
 * A row that can be taken may have notes: issues that are not among the 54, which count as “Other”. `readAs` names the issues
 * that were recognised under another wording.
 */
export type ParsedRow =
  | { readonly recommendation: Recommendation; readonly notes: readonly RowProblem[]; readonly readAs: readonly ReadAs[] }
  | { readonly problems: readonly RowProblem[] };

const BY_WORDING: ReadonlyMap<string, Theme> = new Map(THEME_SLUGS.map((slug) => [plain(THEMES[slug]), slug]));

/** Other wordings of the 54 issues. What is not here counts as “Other”, because a guess would give weight to the wrong theme. */
export const OTHER_WORDINGS: Readonly<Record<string, Theme>> = {
  'Asylum-seekers and refugees': 'asylum-seekers-refugees',
  'Refugees and asylum-seekers': 'asylum-seekers-refugees',
  'Civil and political rights - general': 'cp-rights-general',
  'Economic, social and cultural rights - general': 'esc-rights-general',
  'Persons with disabilities': 'disabilities',
  'Rights of persons with disabilities': 'disabilities',
  'Enforced disappearance': 'enforced-disappearances',
  'Freedom of religion or belief': 'freedom-of-religion-and-belief',
  'Human trafficking': 'trafficking',
  'Trafficking in persons': 'trafficking',
  'National human rights institution': 'nhri',
  'National human rights institutions': 'nhri',
  'Racism and racial discrimination': 'racial-discrimination',
  'Rights of children': 'rights-of-the-child',
  "Children's rights": 'rights-of-the-child',
  SOGI: 'sexual-orientation-and-gender-identity',
  SOGIESC: 'sexual-orientation-and-gender-identity',
  Torture: 'torture-and-other-cid-treatment',
  'Torture and other cruel, inhuman or degrading treatment': 'torture-and-other-cid-treatment',
  'Rights of women': 'womens-rights',
};
const BY_OTHER_WORDING: ReadonlyMap<string, Theme> = new Map(
  Object.entries(OTHER_WORDINGS).map(([wording, theme]) => [plain(wording), theme]),
);
const LONGEST_VALUE = 80;
const LAST_SESSION = 200;

/**
 * Reads one row. Everything that cannot be read is reported, all problems of the row together, and then the row is no
 * recommendation: nothing of it is dropped in silence. Issues match their published wording, or another one that is known,
 * whatever the letter case and the signs between words. Later sessions may name issues that the 54 do not hold: such a row
 * counts, the issue as “Other” (which carries no weight), and a note says so.
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

  const session = sessionOf(cells.Session);
  if (session === undefined) problem('bad-session', 'Session', cells.Session);

  const found = new Set<Theme>();
  const readAs: ReadAs[] = [];
  const issues = issuesIn(cells.Issue);
  for (const issue of issues) {
    const value = issue.trim().slice(0, LONGEST_VALUE);
    const published = BY_WORDING.get(plain(issue));
    const reworded = published === undefined ? BY_OTHER_WORDING.get(plain(issue)) : undefined;
    if (reworded !== undefined) readAs.push({ value, theme: reworded });
    else if (published === undefined) notes.push({ kind: 'unknown-issue', column: 'Issue', value });
    found.add(published ?? reworded ?? 'other');
  }
  if (issues.length === 0) problem('no-issue', 'Issue', '');

  if (country === undefined || response === undefined || action === undefined || session === undefined || problems.length > 0)
    return { problems: [...problems, ...notes] };
  return { recommendation: { country, session, response, action, themes: THEME_SLUGS.filter((theme) => found.has(theme)) }, notes, readAs };
}

/** A wording with commas in it is one issue; otherwise issues stand between commas, semicolons, bars or line breaks. */
function issuesIn(cell: string): string[] {
  if (BY_OTHER_WORDING.has(plain(cell))) return [cell];
  return cell.split(/[,;|\n]/).filter((issue) => issue.trim() !== '');
}

/** `Supported` is how files of later cycles call what earlier ones call `Accepted`. */
function responseOf(cell: string): Response | undefined {
  const word = plain(cell);
  return word === 'supported' ? 'accepted' : RESPONSES.find((known) => known === word);
}

/** Null for an empty cell, undefined for one that is no category. */
function actionOf(cell: string): Action | null | undefined {
  if (cell.trim() === '') return null;
  const [, digit, word] = /^([1-5])?[\s.:–-]*(?:(minimal|continuing|considering|general|specific)(?: action)?)?$/i.exec(cell.trim()) ?? [];
  const named = word && ACTION_WORDS.indexOf(word.toLowerCase()) + 1;
  const number = digit ? Number(digit) : named;
  return !named || named === number ? ACTIONS.find((action) => action === number) : undefined;
}

/** The categories in words, from 1 to 5. */
const ACTION_WORDS = ['minimal', 'continuing', 'considering', 'general', 'specific'];

/** `41`, `Session 41`, `41st session`, `41 (November 2022)`; undefined for a number that no session has. */
function sessionOf(cell: string): number | undefined {
  const [, digits] =
    /^(?:UPR )?(?:session )?(\d{1,3})(?:st|nd|rd|th)?(?: session)?(?:\s*(?:\(.*\)|[–-]\s*\p{L}.*))?$/iu.exec(cell.trim()) ?? [];
  const number = Number(digits);
  return number >= 1 && number <= LAST_SESSION ? number : undefined;
}

/** Letter case and whatever stands between words make no other word: `HIV/AIDS` is `HIV - Aids`. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import { closest } from './closest.js';
import { type IsoDate, isIsoDate } from './dates.js';
import { type DegreeTerm, proposeDegree } from './degree-terms.js';
import {
  type CountryCode,
  DEGREE_FIELDS,
  DEGREE_LEVELS,
  type DegreeLevel,
  ENGAGEMENTS,
  EXPERIENCE_KINDS,
  GENDERS,
  ROSTERS,
  TRAININGS,
  VETTING_STATES,
} from './expert.js';
import { draftProblems, EXPERT_LIMITS, type ExpertDraft, MAIL_LANGUAGES, normalisedEmail } from './expert-draft.js';
import { CLAIM_STATUSES, type ClaimStatus, KNOWLEDGE_AREAS, KNOWLEDGE_LEVELS } from './knowledge.js';
import { LANGUAGE_CODES, type LanguageLevel } from './languages.js';
import { closedPeriod, date, line, list, ONE_LINE, oneOf, parts, period, type Say, stretch, unguarded, whole } from './roster-cells.js';
import { EXPERT_THEMES } from './themes.js';

/** The columns of an import file, in the order in which they are documented (docs/import.md). */
export const ROSTER_COLUMNS = [
  'family_name',
  'given_name',
  'email',
  'gender',
  'nationality',
  'born_on',
  'mail_language',
  'fictional',
  'memberships',
  'degrees',
  'experience',
  'knowledge',
  'languages',
  'themes',
  'trainings',
  'unavailable',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

const REQUIRED: readonly RosterColumn[] = ['family_name', 'given_name', 'email', 'gender', 'nationality'];

/** What an import accepts at most. A row ends at its line end, whatever is quoted within. */
export const IMPORT_LIMITS = {
  fileBytes: 50_000_000,
  rows: 100_000,
  rowCharacters: 200_000,
  cellCharacters: 20_000,
  problemsShown: 200,
} as const;

/** Something wrong in one cell. */
export interface CellProblem {
  readonly column: string;
  /** A full sentence with the remedy. It never repeats a name, an address or a birthday. */
  readonly reason: string;
}

/** What the rules cannot know by themselves. */
export interface ImportContext {
  readonly today: IsoDate;
  isCountry(code: string): boolean;
  /** How the administrators' list reads the title of a degree, where there is one. */
  readonly degreeTerms?: readonly DegreeTerm[];
}

/** The columns of the first line by position, and what is wrong with them. */
export function readHeader(cells: readonly string[]): { columns: RosterColumn[]; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const columns: RosterColumn[] = [];
  cells.forEach((cell, index) => {
    const name = cell.trim().toLowerCase();
    const known = ROSTER_COLUMNS.find((column) => column === name);
    if (known === undefined) {
      const near = closest(name, ROSTER_COLUMNS);
      const shown = ONE_LINE.test(name) && name.length <= 40 ? name : `number ${index + 1}`;
      problems.push({
        column: shown || `number ${index + 1}`,
        reason: `This column is not known. ${near ? `Did you mean ${near}?` : `The columns are ${ROSTER_COLUMNS.join(', ')}.`}`,
      });
    } else if (columns.includes(known)) problems.push({ column: known, reason: 'This column stands in the file twice. Keep one of them.' });
    else columns.push(known);
  });
  for (const column of REQUIRED) {
    if (!columns.includes(column)) problems.push({ column, reason: `The column ${column} is missing. Add it to the first line.` });
  }
  return { columns, problems };
}

/** One row as an expert, or what is wrong with it; `columns` comes from `readHeader`. */
export function readRow(
  columns: readonly RosterColumn[],
  cells: readonly string[],
  context: ImportContext,
): { draft: ExpertDraft; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  if (cells.length !== columns.length) {
    problems.push({
      column: 'all',
      reason: `The row has ${cells.length} cells, the first line has ${columns.length}. Put cells that hold a separator in double quotation marks.`,
    });
    return {
      draft: draftOf(
        () => '',
        () => () => {},
        context,
      ),
      problems,
    };
  }
  const tooLong = columns.filter((_, index) => (cells[index] ?? '').length > IMPORT_LIMITS.cellCharacters);
  for (const column of tooLong)
    problems.push({ column, reason: `The cell has more than ${IMPORT_LIMITS.cellCharacters} characters. Shorten it.` });
  if (tooLong.length > 0)
    return {
      draft: draftOf(
        () => '',
        () => () => {},
        context,
      ),
      problems,
    };

  const at = new Map(columns.map((column, index) => [column, unguarded((cells[index] ?? '').trim())]));
  const draft = draftOf(
    (column) => at.get(column) ?? '',
    (column) => (reason) => problems.push({ column, reason }),
    context,
  );
  // Rules between fields only make sense when each field can be read.
  if (problems.length === 0)
    for (const { field, message } of draftProblems(draft, context.today)) problems.push({ column: columnOf(field), reason: message });
  return { draft, problems };
}

function draftOf(cell: (column: RosterColumn) => string, sayOf: (column: RosterColumn) => Say, context: ImportContext): ExpertDraft {
  const name = (column: RosterColumn) => line(cell(column), EXPERT_LIMITS.name, column.replace('_', ' '), sayOf(column));
  const many = <T>(column: RosterColumn, most: number, read: (fields: string[], say: Say) => T) =>
    parts(cell(column), most, sayOf(column), read);
  return {
    familyName: name('family_name'),
    givenName: name('given_name'),
    email: normalisedEmail(line(cell('email'), EXPERT_LIMITS.email, 'e-mail address', sayOf('email'))),
    gender: oneOf(cell('gender'), GENDERS, 'gender', sayOf('gender')),
    nationality: country(cell('nationality'), 'nationality', sayOf('nationality'), context),
    bornOn: birthday(cell('born_on'), sayOf('born_on')),
    language: oneOf(cell('mail_language'), MAIL_LANGUAGES, 'language for mails', sayOf('mail_language'), 'en'),
    fictional: oneOf(cell('fictional'), ['no', 'yes'], 'answer', sayOf('fictional'), 'no') === 'yes',
    memberships: many('memberships', 4, ([roster = '', agency = '', state = '', term = ''], say) => {
      const { from, to } = period(term, 'term', say);
      return {
        roster: oneOf(roster, ROSTERS, 'roster', say),
        agency: agency === '' ? null : agency,
        state: oneOf(state, VETTING_STATES, 'state', say),
        since: from,
        until: to,
      };
    }),
    degrees: many('degrees', 6, ([level = '', field = '', title = '', institution = '', awarded = '', status = ''], say) => ({
      level: degreeLevel(level, title, say, context),
      field: oneOf(field, DEGREE_FIELDS, 'field of study', say),
      title: line(title, EXPERT_LIMITS.text, 'title', say),
      institution: line(institution, EXPERT_LIMITS.text, 'institution', say),
      awardedOn: date(awarded, 'day of the award', say),
      status: statusOf(status, say),
    })),
    experience: many(
      'experience',
      9,
      (
        [when = '', kinds = '', percentage = '', level = '', engagement = '', title = '', employer = '', countries = '', status = ''],
        say,
      ) => ({
        ...stretch(when, 'job', say),
        kinds: [...new Set(list(kinds))].map((kind) => oneOf(kind, EXPERIENCE_KINDS, 'kind of experience', say)),
        percentage: whole(percentage, 1, 100, 100, 'percentage', say),
        level: line(level, EXPERT_LIMITS.level, 'level', say),
        engagement: oneOf(engagement, ENGAGEMENTS, 'engagement', say, 'staff'),
        title: line(title, EXPERT_LIMITS.text, 'title', say),
        employer: line(employer, EXPERT_LIMITS.text, 'employer', say),
        countries: [...new Set(list(countries))].map((code) => country(code, 'country', say, context)),
        status: statusOf(status, say),
      }),
    ),
    knowledge: many('knowledge', 3, ([area = '', level = '', status = ''], say) => ({
      area: oneOf(area, KNOWLEDGE_AREAS, 'area of knowledge', say),
      level: oneOf(level, KNOWLEDGE_LEVELS, 'level of knowledge', say),
      status: statusOf(status, say),
    })),
    languages: many('languages', 3, ([language = '', level = '', status = ''], say) => ({
      language: oneOf(language, LANGUAGE_CODES, 'language', say),
      level: languageLevel(level, say),
      status: statusOf(status, say),
    })),
    themes: many('themes', 3, ([theme = '', level = '', status = ''], say) => ({
      theme: oneOf(theme, EXPERT_THEMES, 'theme of expertise', say),
      level: oneOf(level, KNOWLEDGE_LEVELS, 'level of knowledge', say),
      status: statusOf(status, say),
    })),
    trainings: many('trainings', 3, ([kind = '', completed = '', status = ''], say) => {
      if (completed === '') say('The day on which the training was completed is missing.');
      return {
        kind: oneOf(kind, TRAININGS, 'training', say),
        completedOn: date(completed, 'day of the training', say) ?? context.today,
        status: statusOf(status, say),
      };
    }),
    unavailable: many('unavailable', 1, ([when = ''], say) => closedPeriod(when, 'absence', say)),
  };
}

/** A level by its word. Where that is missing or a name such as `Maîtrise`, the list of degree names proposes one, to be confirmed. */
function degreeLevel(text: string, title: string, say: Say, { degreeTerms = [] }: ImportContext): DegreeLevel {
  const known = DEGREE_LEVELS.find((level) => level === text.toLowerCase());
  if (known) return known;
  const { level } = proposeDegree(text === '' ? title : text, degreeTerms);
  if (level === null) return oneOf(text, DEGREE_LEVELS, 'degree level', say);
  say(`The level of a degree is a name of it or missing. The list of degree names proposes ${level}: write ${level} if that is right.`);
  return level;
}

function statusOf(text: string, say: Say): ClaimStatus {
  return oneOf(text, CLAIM_STATUSES, 'status', say, 'self-declared');
}

function country(text: string, what: string, say: Say, context: ImportContext): CountryCode {
  const code = text.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code) || !context.isCountry(code))
    say(`The ${what} is not the code of a country. Write it with three letters, such as KEN for Kenya.`);
  return code;
}

const LEVELS: Readonly<Record<'1' | '2' | '3' | '4' | 'I' | 'II' | 'III' | 'IV', LanguageLevel>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
};

function languageLevel(text: string, say: Say): LanguageLevel {
  return LEVELS[oneOf(text, ['I', 'II', 'III', 'IV', '1', '2', '3', '4'], 'language level', say)];
}

function birthday(text: string, say: Say): IsoDate | null {
  if (text === '' || isIsoDate(text)) return text || null;
  say('The day of birth is not a day of the calendar. Write it as 1971-04-02, or leave it empty.');
  return null;
}

const COLUMN_OF: Readonly<Record<string, RosterColumn>> = {
  familyName: 'family_name',
  givenName: 'given_name',
  bornOn: 'born_on',
  language: 'mail_language',
};

function columnOf(field: string): string {
  const head = field.split('.')[0] ?? field;
  return COLUMN_OF[head] ?? head;
}

import type { ExpertDraft } from './expert-draft.js';
import { escapeCell, guarded } from './roster-cells.js';
import type { RosterColumn } from './roster-csv.js';

const LEVELS = ['', 'I', 'II', 'III', 'IV'] as const;

/**
 * An expert as a row of an import file: what `readRow` reads back as the same draft, dates as exactly as they are known. The
 * roster number, the ids of evidence and who backed a claim are not part of such a file.
 */
export function rosterRow(draft: ExpertDraft): Readonly<Record<RosterColumn, string>> {
  const row: Record<RosterColumn, string> = {
    family_name: draft.familyName,
    given_name: draft.givenName,
    email: draft.email,
    gender: draft.gender,
    nationality: draft.nationality,
    born_on: draft.bornOn ?? '',
    mail_language: draft.language,
    fictional: draft.fictional ? 'yes' : 'no',
    memberships: cell(draft.memberships, ({ roster, agency, state, since, until }) => [roster, agency ?? '', state, stretch(since, until)]),
    degrees: cell(draft.degrees, ({ level, field, title, institution, awardedOn, status }) => [
      level,
      field,
      title,
      institution,
      awardedOn ?? '',
      status,
    ]),
    experience: cell(draft.experience, ({ from, to, kinds, percentage, level, engagement, title, employer, countries, status }) => [
      stretch(from, to),
      kinds.join('+'),
      String(percentage),
      level,
      engagement,
      title,
      employer,
      countries.join('+'),
      status,
    ]),
    knowledge: cell(draft.knowledge, ({ area, level, status }) => [area, level, status]),
    languages: cell(draft.languages, ({ language, level, status }) => [language, LEVELS[level], status]),
    themes: cell(draft.themes, ({ theme, level, status }) => [theme, level, status]),
    trainings: cell(draft.trainings, ({ kind, completedOn, status }) => [kind, completedOn, status]),
    unavailable: cell(draft.unavailable, ({ from, to }) => [stretch(from, to)]),
  };
  return Object.fromEntries(Object.entries(row).map(([column, text]) => [column, guarded(text)])) as Record<RosterColumn, string>;
}

function cell<T>(items: readonly T[], fieldsOf: (item: T) => readonly string[]): string {
  return items.map((item) => fieldsOf(item).map(escapeCell).join('|')).join('; ');
}

/** An end that is not there is left out. */
function stretch(from: string, to: string | null): string {
  return `${from}/${to ?? ''}`;
}

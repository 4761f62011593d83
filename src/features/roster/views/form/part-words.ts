import type { DegreeField, DegreeLevel, RosterName, TrainingKind } from '../../../../core/expert.js';
import { KNOWLEDGE_AREA_NAMES, type KnowledgeArea } from '../../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES, type Language, type LanguageLevel } from '../../../../core/languages.js';
import { THEMES, type Theme } from '../../../../core/themes.js';
import { countriesText, type FormPart, type PersonField } from '../../editing/expert-form.js';
import type { Values } from '../../editing/form-rows.js';
import { DEGREE_FIELD_NAMES, DEGREE_LEVEL_NAMES, ROSTER_NAMES, TRAINING_NAMES } from '../wording.js';

interface PartWords {
  readonly title: string;
  /** One entry, as it stands on buttons: `degree`. */
  readonly one: string;
  readonly hint?: string;
  /** An entry in one line, from whatever of it is filled in. */
  readonly line: (row: Values) => string;
}

const text = (row: Values, field: string): string => [row[field] ?? ''].flat().join(', ').trim();
/** The name of a code; the code itself where it has none, such as one that was never chosen. */
const nameIn = <K extends string | number>(names: Readonly<Record<K, string>>, code: string): string =>
  (names as Readonly<Record<string, string>>)[code] ?? code;
const joined = (parts: readonly string[], between = ', ') => parts.filter((part) => part !== '').join(between);
const span = (row: Values, open: string) => joined([text(row, 'from'), text(row, 'to') || (text(row, 'from') === '' ? '' : open)], ' to ');

/** What the parts of the form are called. */
export const PART_WORDS: Readonly<Record<FormPart, PartWords>> = {
  memberships: {
    title: 'Rosters to join',
    one: 'roster',
    hint: 'Staff of an agency are active at once; an external expert applies, and the panel vets the application.',
    line: (row) => joined([nameIn<RosterName>(ROSTER_NAMES, text(row, 'roster')), text(row, 'agency')]),
  },
  degrees: {
    title: 'Education',
    one: 'degree',
    line: (row) =>
      joined([
        joined(
          [nameIn<DegreeLevel>(DEGREE_LEVEL_NAMES, text(row, 'level')), nameIn<DegreeField>(DEGREE_FIELD_NAMES, text(row, 'field'))],
          ' in ',
        ),
        text(row, 'institution'),
        text(row, 'awardedOn'),
      ]),
  },
  experience: {
    title: 'Experience',
    one: 'job',
    hint: 'Every kind of work, the newest first or in any order: the counting merges what overlaps.',
    line: (row) => joined([text(row, 'title'), text(row, 'employer'), span(row, 'today'), countriesText(row['countries'])]),
  },
  knowledge: {
    title: 'Knowledge',
    one: 'area of knowledge',
    line: (row) => joined([nameIn<KnowledgeArea>(KNOWLEDGE_AREA_NAMES, text(row, 'area')), text(row, 'level')], ': '),
  },
  languages: {
    title: 'Languages',
    one: 'language',
    hint: 'One overall level for each language; a mother tongue is IV.',
    line: (row) =>
      joined([nameIn<Language>(LANGUAGES, text(row, 'language')), nameIn<LanguageLevel>(LANGUAGE_LEVEL_NAMES, text(row, 'level'))], ': '),
  },
  themes: {
    title: 'Themes',
    one: 'theme',
    line: (row) => joined([nameIn<Theme>(THEMES, text(row, 'theme')), text(row, 'level')], ': '),
  },
  trainings: {
    title: 'Trainings',
    one: 'training',
    line: (row) => joined([nameIn<TrainingKind>(TRAINING_NAMES, text(row, 'kind')), text(row, 'completedOn')]),
  },
  unavailable: {
    title: 'Not available',
    one: 'absence',
    hint: 'Days on which the person said not to be available. Missions and deployments are known already.',
    line: (row) => span(row, '…'),
  },
};

export const PERSON_WORDS: Readonly<Record<PersonField, string>> = {
  familyName: 'Family name',
  givenName: 'Given name',
  email: 'E-mail address',
  gender: 'Gender',
  nationality: 'Nationality',
  bornOn: 'Born on',
  language: 'Mails in',
  consentedOn: 'Agreed to be on the roster on',
  fictional: 'Fictional',
};

import type { FieldProblem } from '../../../core/errors.js';
import { EXPERT_PARTS, type ExpertPart } from '../../../core/expert-draft.js';
import { countryName, findCountry, isCountry } from '../../../platform/reference-data/index.js';
import { Form } from '../../../web/index.js';
import type { ExpertView } from '../roster-profiles.service.js';
import { isFilled, rowsOf, type Values, withRows } from './form-rows.js';

/** Parts of which the form has rows: those of a profile, and with a new expert the rosters to join. */
const FORM_PARTS = ['memberships', ...EXPERT_PARTS] as const;
export type FormPart = (typeof FORM_PARTS)[number];

/** What the form knows of the person, in its order. */
export const PERSON_FIELDS = [
  'familyName',
  'givenName',
  'email',
  'gender',
  'nationality',
  'bornOn',
  'language',
  'consentedOn',
  'fictional',
] as const satisfies readonly (keyof ExpertView)[];
export type PersonField = (typeof PERSON_FIELDS)[number];

/** What the form knows of a row. The DTOs of the API take exactly these. */
const ROW_FIELDS: Readonly<Record<ExpertPart, readonly string[]>> = {
  degrees: ['id', 'status', 'level', 'field', 'title', 'institution', 'awardedOn'],
  experience: ['id', 'status', 'from', 'to', 'kinds', 'percentage', 'level', 'engagement', 'title', 'employer', 'countries'],
  knowledge: ['id', 'status', 'area', 'level'],
  languages: ['id', 'status', 'language', 'level'],
  themes: ['id', 'status', 'theme', 'level'],
  trainings: ['id', 'status', 'kind', 'completedOn'],
  unavailable: ['id', 'from', 'to'],
};

/** What a new row says by itself; a row that says no more is not there. */
const NEW_ROW: Readonly<Record<FormPart, Values>> = {
  memberships: { roster: '', reason: '' },
  degrees: { title: '' },
  experience: { engagement: 'staff', percentage: '100', title: '' },
  knowledge: { area: '' },
  languages: { language: '' },
  themes: { theme: '' },
  trainings: { kind: '' },
  unavailable: { from: '' },
};
const SAID_BY_THE_FORM: ReadonlySet<string> = new Set(['id', 'status', 'engagement', 'percentage']);

/** A button of the form that changes its rows and saves nothing: `add:experience`, `remove:experience.3`, `take:languages`, `take:email`. */
export type FormStep =
  | { readonly act: 'add'; readonly part: FormPart }
  | { readonly act: 'remove'; readonly part: FormPart; readonly row: number }
  | { readonly act: 'take'; readonly what: ExpertPart | PersonField };

/** The step that was asked for; undefined when it was none of ours, and the form is to be saved. */
export function stepIn(step: string): FormStep | undefined {
  const [, act, name, row] = /^(add|remove|take):([A-Za-z]+)(?:\.(\d{1,3}))?$/.exec(step) ?? [];
  const part = FORM_PARTS.find((one) => one === name);
  if (act === 'add' && part) return { act, part };
  if (act === 'remove' && part && row !== undefined) return { act, part, row: Number(row) };
  const what = [...EXPERT_PARTS, ...PERSON_FIELDS].find((one) => one === name);
  return act === 'take' && what ? { act, what } : undefined;
}

/** The values after a step. `stored` is what `take` takes from: somebody else's newer profile. */
export function afterStep(values: Values, step: FormStep, stored: Values = {}): Values {
  switch (step.act) {
    case 'add':
      return withRows(values, step.part, [...rowsOf(values, step.part), NEW_ROW[step.part]]);
    case 'remove':
      return withRows(
        values,
        step.part,
        rowsOf(values, step.part).filter((_, index) => index !== step.row),
      );
    case 'take':
      return isPart(step.what)
        ? withRows(values, step.what, rowsOf(stored, step.what))
        : { ...values, [step.what]: stored[step.what] ?? '' };
  }
}

function isPart(what: ExpertPart | PersonField): what is ExpertPart {
  return (EXPERT_PARTS as readonly string[]).includes(what);
}

/** A stored profile as the form shows it. */
export function storedValues(expert: ExpertView): Values {
  const person = Object.fromEntries(PERSON_FIELDS.map((field) => [field, expert[field] || null]));
  let values: Values = Form.filledWith({ ...person, version: expert.version }).values;
  for (const part of EXPERT_PARTS) {
    const rows = (expert[part] as readonly object[]).map((row) => {
      const known = Object.entries(row).filter(([field]) => ROW_FIELDS[part].includes(field));
      return Form.filledWith(Object.fromEntries(known)).values;
    });
    values = withRows(values, part, rows);
  }
  return values;
}

/** What of the values is to be checked and saved: empty rows are left out, and countries go by their codes. */
export function toSave(values: Values): Values {
  let saved = values;
  for (const part of FORM_PARTS) {
    const rows = rowsOf(values, part).filter(saysSomething);
    saved = withRows(saved, part, part === 'experience' ? rows.map(withCountryCodes) : rows);
  }
  return saved;
}

/** Whether somebody filled in anything of a row. */
function saysSomething(row: Values): boolean {
  return Object.entries(row).some(([field, value]) => !SAID_BY_THE_FORM.has(field) && isFilled(value));
}

/** `Kenya, UGA` → `['KEN', 'UGA']`; what is no country stays as it was typed, for the check to find. */
function withCountryCodes({ countries = '', ...row }: Values): Values {
  const names = [countries].flat().flatMap(splitNames);
  return { ...row, countries: names.map((name) => (isCountry(name.toUpperCase()) ? name.toUpperCase() : (findCountry(name) ?? name))) };
}

/** By semicolons where there are any, because some names have a comma in them. */
function splitNames(text: string): string[] {
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The countries of a job as somebody reads and writes them. */
export function countriesText(countries: string | readonly string[] | undefined): string {
  if (countries === undefined || typeof countries === 'string') return countries ?? '';
  const names = countries.map((code) => (isCountry(code) ? countryName(code) : code));
  return names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');
}

/** A problem with the third country of a job stands beside the one field that holds them all. */
export function atTheirFields(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map(({ field, message }) => ({ field: field.replace(/\.(countries|kinds)\.\d+$/, '.$1'), message }));
}

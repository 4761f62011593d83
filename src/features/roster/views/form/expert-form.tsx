import { GENDERS } from '../../../../core/expert.js';
import { EXPERT_LIMITS, EXPERT_PARTS } from '../../../../core/expert-draft.js';
import { MAIL_LANGUAGE_NAMES } from '../../../../core/mail-languages.js';
import { Button, ButtonLink, ErrorSummary, Field, type Form, Select } from '../../../../web/index.js';
import type { FormPart } from '../../editing/expert-form.js';
import { rowsOf, type Values } from '../../editing/form-rows.js';
import { COUNTRY_OPTIONS, GENDER_NAMES } from '../wording.js';
import { Conflict, type ConflictProps } from './conflict.js';
import { ROW_FIELDS } from './fields.js';
import { PART_WORDS, PERSON_WORDS } from './part-words.js';

export interface ExpertFormProps {
  readonly form: Form;
  /** The expert that is changed; undefined for a new one, who can join rosters at once. */
  readonly id: string | undefined;
  readonly mayVerify: boolean;
  /** The only agency that the reader may propose for; null for any. */
  readonly agency: string | null;
  /** The part to which a row was just added: it is where one goes on. */
  readonly added: FormPart | undefined;
  /** What was just taken from somebody else's change. */
  readonly taken: ConflictProps['taken'];
  /** What somebody else changed meanwhile. */
  readonly conflict: ConflictProps['conflict'] | undefined;
}

/** What stands on a button that puts the answer of the server in place of the form, where there is a script. */
const inPlace = (action: string) => ({
  'hx-post': action,
  'hx-target': '#expert-form',
  'hx-select': '#expert-form',
  'hx-swap': 'outerHTML',
});

/**
 * A whole profile to fill in. Rows are added and removed by buttons that send the form and save nothing; with a script the
 * page stays where it is. Rows that are stored are closed, so that a long career is a short page.
 */
export function ExpertForm({ form, id, mayVerify, agency, added, taken, conflict }: ExpertFormProps) {
  const action = id === undefined ? '/roster/experts/new' : `/roster/experts/${id}/edit`;
  const back = id === undefined ? '/roster' : `/roster/experts/${id}`;
  const parts: readonly FormPart[] = id === undefined ? ['memberships', ...EXPERT_PARTS] : EXPERT_PARTS;
  return (
    <form method="post" action={action} noValidate class="form" id="expert-form">
      <ErrorSummary form={form} />
      {conflict ? <Conflict {...{ conflict, taken, action }} isFocused={added === undefined} inPlace={inPlace(action)} /> : null}
      {/* First in the form, so that the enter key saves and does not remove a row. */}
      <div class="row">
        <Button>{id === undefined ? 'Enter the expert' : 'Save the profile'}</Button>
        <ButtonLink href={back}>Leave without saving</ButtonLink>
      </div>
      {id === undefined ? null : <input type="hidden" name="version" value={form.value('version')} />}
      <Personal form={form} />
      {parts.map((part) => (
        <Part key={part} part={part} form={form} action={action} mayVerify={mayVerify} agency={agency} isAdded={part === added} />
      ))}
      <Button>{id === undefined ? 'Enter the expert' : 'Save the profile'}</Button>
    </form>
  );
}

function Personal({ form }: { form: Form }) {
  return (
    <fieldset class="group">
      <legend>Person</legend>
      <div class="filters">
        <Field form={form} name="familyName" label={PERSON_WORDS.familyName} />
        <Field form={form} name="givenName" label={PERSON_WORDS.givenName} />
      </div>
      <Field form={form} name="email" label={PERSON_WORDS.email} type="email" />
      <div class="filters">
        <Select
          form={form}
          name="gender"
          label={PERSON_WORDS.gender}
          options={GENDERS.map((one) => [one, GENDER_NAMES[one]] as const)}
          empty="Choose"
        />
        <Select form={form} name="nationality" label={PERSON_WORDS.nationality} options={COUNTRY_OPTIONS} empty="Choose" />
        <Field form={form} name="bornOn" label={PERSON_WORDS.bornOn} type="date" optional />
        <Select form={form} name="language" label={PERSON_WORDS.language} options={MAIL_LANGUAGE_NAMES} />
      </div>
      <Field
        form={form}
        name="consentedOn"
        label={PERSON_WORDS.consentedOn}
        hint="The day on which the person agreed that this profile is kept and shown to those who recruit. Leave it empty while that is not on record."
        type="date"
        optional
      />
      {form.value('fictional') === 'true' ? <input type="hidden" name="fictional" value="true" /> : null}
    </fieldset>
  );
}

interface PartProps {
  readonly part: FormPart;
  readonly form: Form;
  readonly action: string;
  readonly mayVerify: boolean;
  readonly agency: string | null;
  readonly isAdded: boolean;
}

function Part({ part, form, action, mayVerify, agency, isAdded }: PartProps) {
  const { title, one, hint } = PART_WORDS[part];
  const rows = rowsOf(form.values, part);
  const problem = form.problemFor(part);
  const most = part === 'memberships' ? (agency === null ? 2 : 1) : EXPERT_LIMITS.parts;
  return (
    <fieldset class="group" id={`f-${part}`}>
      <legend>{rows.length > 1 ? `${title} (${rows.length})` : title}</legend>
      {hint ? <p class="hint">{hint}</p> : null}
      {problem ? <p class="problem">{problem}</p> : null}
      {rows.map((row, index) => (
        <Entry key={index} {...{ part, form, action, mayVerify, agency, row, index }} isAdded={isAdded && index === rows.length - 1} />
      ))}
      {rows.length >= most ? null : (
        <button
          type="submit"
          class="button quiet"
          name="step"
          value={`add:${part}`}
          formAction={`${action}#entry-${part}-${rows.length}`}
          {...inPlace(action)}
        >
          {rows.length === 0 ? `Add a${/^[aeiou]/.test(one) ? 'n' : ''} ${one}` : `Add another ${one}`}
        </button>
      )}
    </fieldset>
  );
}

/** A row: closed while it is stored and nothing is wrong with it. */
function Entry({ part, form, action, mayVerify, agency, isAdded, row, index }: PartProps & { row: Values; index: number }) {
  const { one, line } = PART_WORDS[part];
  const at = `${part}.${index}`;
  const isStored = Boolean(row['id']);
  const open = !isStored || form.problems.some(({ field }) => field.startsWith(`${at}.`));
  const said = line(row);
  return (
    <details class="entry" id={`entry-${part}-${index}`} open={open}>
      <summary autofocus={isAdded ? true : undefined}>{said || `New ${one}`}</summary>
      {isStored ? <input type="hidden" name={`${at}.id`} value={form.value(`${at}.id`)} /> : null}
      {ROW_FIELDS[part]({ form, at, mayVerify, agency })}
      <button
        type="submit"
        class="button danger"
        name="step"
        value={`remove:${at}`}
        formAction={`${action}#f-${part}`}
        {...inPlace(action)}
      >
        Remove this {one}
        {said === '' ? null : <span class="unseen">: {said}</span>}
      </button>
    </details>
  );
}

import { EXPERT_PARTS, type ExpertPart } from '../../../../core/expert-draft.js';
import { MAIL_LANGUAGE_NAMES } from '../../../../core/mail-languages.js';
import { countryName } from '../../../../platform/reference-data/index.js';
import { Moment } from '../../../../web/index.js';
import type { ProfileChange } from '../../editing/expert-changes.service.js';
import { PERSON_FIELDS, type PersonField } from '../../editing/expert-form.js';
import { rowsOf, type Values } from '../../editing/form-rows.js';
import { GENDER_NAMES } from '../wording.js';
import { PART_WORDS, PERSON_WORDS } from './part-words.js';

export interface ConflictProps {
  readonly conflict: {
    readonly changes: readonly ProfileChange[];
    /** The profile as it is stored by now. */
    readonly stored: Values;
    /** What was typed and is still in the form. */
    readonly typed: Values;
  };
  readonly action: string;
  /** Attributes of a button that changes the form in place. */
  readonly inPlace: Readonly<Record<string, string>>;
}

/** Somebody else saved first: what they changed, beside what stands in the form, and a button to take theirs. Nothing typed is lost. */
export function Conflict({ conflict: { changes, stored, typed }, action, inPlace }: ConflictProps) {
  const changed = new Set(changes.flatMap((change) => change.changed));
  const fields = PERSON_FIELDS.filter((field) => changed.has(field) && text(stored, field) !== text(typed, field));
  const parts = EXPERT_PARTS.filter((part) => changed.has(part) && !sameRows(stored, typed, part));
  return (
    <div class="summary" role="alert" tabIndex={-1} autofocus>
      <h2>Somebody else changed this profile meanwhile; nothing is saved yet</h2>
      <ul>
        {changes.map(({ version, at, changed: names }) => (
          <li key={version}>
            <Moment value={at} />: {names.map(nameOf).join(', ') || 'saved without a difference'}
          </li>
        ))}
      </ul>
      {fields.length + parts.length === 0 ? (
        <p>What they changed agrees with what stands below. Save to keep your changes as well.</p>
      ) : (
        <>
          <p>
            Everything that you typed is still below. Take what they saved where it is right, then save; what you do not take is replaced by
            yours.
          </p>
          {fields.map((field) => (
            <Difference key={field} {...{ what: field, action, inPlace }} theirs={[shown(field, stored)]} yours={[shown(field, typed)]} />
          ))}
          {parts.map((part) => (
            <Difference
              key={part}
              {...{ what: part, action, inPlace }}
              theirs={linesOnlyIn(stored, typed, part)}
              yours={linesOnlyIn(typed, stored, part)}
            />
          ))}
        </>
      )}
    </div>
  );
}

function Difference({
  what,
  theirs,
  yours,
  action,
  inPlace,
}: {
  what: ExpertPart | PersonField;
  theirs: readonly string[];
  yours: readonly string[];
} & Pick<ConflictProps, 'action' | 'inPlace'>) {
  return (
    <section>
      <h3>{nameOf(what)}</h3>
      <dl class="terms">
        <div>
          <dt>Saved by them</dt>
          <dd>{theirs.length === 0 ? 'What yours has more was removed, or never was there.' : <Lines lines={theirs} />}</dd>
        </div>
        <div>
          <dt>In your form</dt>
          <dd>{yours.length === 0 ? 'Nothing beyond theirs.' : <Lines lines={yours} />}</dd>
        </div>
      </dl>
      <button type="submit" class="button quiet" name="step" value={`take:${what}`} formAction={`${action}#f-${what}`} {...inPlace}>
        Take theirs: {nameOf(what)}
      </button>
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

function nameOf(name: string): string {
  if (name in PERSON_WORDS) return PERSON_WORDS[name as PersonField];
  return name in PART_WORDS ? PART_WORDS[name as ExpertPart].title : name;
}

function text(values: Values, field: string): string {
  return [values[field] ?? ''].flat().join(', ');
}

/** A value of the person in words. */
function shown(field: PersonField, values: Values): string {
  const value = text(values, field);
  const names: Partial<Record<PersonField, Readonly<Record<string, string>>>> = { gender: GENDER_NAMES, language: MAIL_LANGUAGE_NAMES };
  if (value === '') return 'nothing';
  return field === 'nationality' ? countryName(value) : (names[field]?.[value] ?? value);
}

/** Everything that a row says, apart from its id. */
function signature({ id: _, ...row }: Values): string {
  const said = Object.entries(row).map(([field, value]) => [field, [value].flat().join('/')] as const);
  return JSON.stringify(said.filter(([, value]) => value !== '').sort(([a], [b]) => a.localeCompare(b)));
}

function sameRows(stored: Values, typed: Values, part: ExpertPart): boolean {
  return JSON.stringify(rowsOf(stored, part).map(signature)) === JSON.stringify(rowsOf(typed, part).map(signature));
}

function linesOnlyIn(one: Values, other: Values, part: ExpertPart): string[] {
  const known = new Set(rowsOf(other, part).map(signature));
  return rowsOf(one, part)
    .filter((row) => !known.has(signature(row)))
    .map(PART_WORDS[part].line);
}

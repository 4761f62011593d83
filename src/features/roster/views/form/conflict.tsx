import { EXPERT_PARTS, type ExpertPart } from '../../../../core/expert-draft.js';
import { MAIL_LANGUAGE_NAMES } from '../../../../core/mail-languages.js';
import { countryName } from '../../../../platform/reference-data/index.js';
import { Moment } from '../../../../web/index.js';
import type { ProfileChange } from '../../editing/expert-changes.service.js';
import { PERSON_FIELDS, type PersonField, toSave } from '../../editing/expert-form.js';
import type { Values } from '../../editing/form-rows.js';
import { GENDER_NAMES } from '../wording.js';
import { linesOnlyIn, sameRows } from './differences.js';
import { PART_WORDS, PERSON_WORDS } from './part-words.js';

/** Where one goes on after taking something: there may be more. */
const PLACE = 'meanwhile';

export interface ConflictProps {
  readonly conflict: {
    /** The version on which the typing began. */
    readonly since: number;
    readonly changes: readonly ProfileChange[];
    /** The profile as it is stored by now. */
    readonly stored: Values;
    /** What was typed and is still in the form. */
    readonly typed: Values;
  };
  /** What was just taken of theirs. */
  readonly taken: ExpertPart | PersonField | undefined;
  /** Whether it is where one goes on. */
  readonly isFocused: boolean;
  readonly action: string;
  /** Attributes of a button that changes the form in place. */
  readonly inPlace: Readonly<Record<string, string>>;
}

/** Somebody else saved first: what they changed, beside what stands in the form, and a button to take theirs. Nothing typed is lost. */
export function Conflict({ conflict: { since, changes, ...sides }, taken, isFocused, action, inPlace }: ConflictProps) {
  const [stored, typed] = [toSave(sides.stored), toSave(sides.typed)];
  const changed = new Set(changes.flatMap((change) => change.changed));
  const fields = PERSON_FIELDS.filter((field) => changed.has(field) && text(stored, field) !== text(typed, field));
  const parts = EXPERT_PARTS.filter((part) => changed.has(part) && !sameRows(stored, typed, part));
  return (
    <div class="summary" role="alert" id={PLACE} tabIndex={-1} autofocus={isFocused}>
      <input type="hidden" name="since" value={since} />
      <h2>Somebody else changed this profile meanwhile; nothing is saved yet</h2>
      <ul>
        {changes.map(({ version, at, changed: names }) => (
          <li key={version}>
            <Moment value={at} />: {names.map(nameOf).join(', ') || 'saved without a difference'}
          </li>
        ))}
      </ul>
      {taken ? <p>{`Theirs stands below now: ${nameOf(taken)}.`}</p> : null}
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
          <dd>
            {theirs.length === 0 ? (
              'Nothing that yours has not; what only yours has was removed by them, or added by you.'
            ) : (
              <Lines lines={theirs} />
            )}
          </dd>
        </div>
        <div>
          <dt>In your form</dt>
          <dd>{yours.length === 0 ? 'Nothing beyond theirs.' : <Lines lines={yours} />}</dd>
        </div>
      </dl>
      <button type="submit" class="button quiet" name="step" value={`take:${what}`} formAction={`${action}#${PLACE}`} {...inPlace}>
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

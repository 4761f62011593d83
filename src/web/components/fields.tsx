import type { ComponentChildren } from 'preact';
import type { Form } from '../form.js';
import { useFrameWords } from '../language.js';

/** What every field is made with. */
export interface FieldProps {
  /** Filled in and marked from here. A filter form that cannot fail passes `new Form(values)`. */
  readonly form: Form;
  /** Property path of the DTO: `languages.0.level`. */
  readonly name: string;
  readonly label: string;
  /** One sentence under the label: the format, or why it is asked. */
  readonly hint?: string;
  readonly optional?: boolean;
}

/** The id of a field, so that an error summary can lead to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}

/** The ids that describe a field, for `aria-describedby`. */
function describedBy({ form, name, hint }: FieldProps): string | undefined {
  const ids = [hint ? `${fieldId(name)}-hint` : '', form.problemFor(name) ? `${fieldId(name)}-problem` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Hint({ name, hint }: { name: string; hint: string | undefined }) {
  return hint ? (
    <p class="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  ) : null;
}

function Problem({ form, name }: { form: Form; name: string }) {
  const problem = form.problemFor(name);
  const { error } = useFrameWords();
  return problem ? (
    <p class="problem" id={`${fieldId(name)}-problem`}>
      <span class="unseen">{error} </span>
      {problem}
    </p>
  ) : null;
}

function Optional() {
  return <span class="optional"> ({useFrameWords().optional})</span>;
}

/** The frame of a field: label, hint and problem around its control. */
function Frame({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={field.form.problemFor(field.name) ? 'field wrong' : 'field'}>
      <label for={fieldId(field.name)}>
        {field.label}
        {field.optional ? <Optional /> : null}
      </label>
      <Hint name={field.name} hint={field.hint} />
      <Problem form={field.form} name={field.name} />
      {children}
    </div>
  );
}

/** Attributes that every control shares. `required` is left to the server, whose sentences say more than a browser's. */
function shared(field: FieldProps) {
  return {
    id: fieldId(field.name),
    name: field.name,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.form.problemFor(field.name) ? ('true' as const) : undefined,
    'aria-required': field.optional ? undefined : ('true' as const),
  };
}

/** One line of text. A password is never filled in again. */
export function Field(
  props: FieldProps & {
    type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'search' | 'datetime-local';
    autocomplete?: string;
    min?: number | string;
    max?: number | string;
    /** Width that suits the answer: `short` for numbers and dates. */
    width?: 'short' | 'medium' | 'full';
    autofocus?: boolean;
  },
) {
  const {
    type = 'text',
    autocomplete = 'off',
    min,
    max,
    width = type === 'date' || type === 'number' ? 'short' : 'full',
    autofocus,
  } = props;
  const value = type === 'password' ? undefined : props.form.value(props.name);
  // The types of JSX want one literal type of input; which of them it is makes no difference to these attributes.
  return (
    <Frame {...props}>
      <input
        {...shared(props)}
        type={type as 'text'}
        class={width}
        value={value}
        autocomplete={autocomplete}
        min={min}
        max={max}
        autofocus={autofocus}
      />
    </Frame>
  );
}

export function TextArea(props: FieldProps & { rows?: number }) {
  return (
    <Frame {...props}>
      <textarea {...shared(props)} dir="auto" rows={props.rows ?? 4} value={props.form.value(props.name)} />
    </Frame>
  );
}

/** Options as `[value, text]` pairs or as a record of texts by value. */
export type Options = readonly (readonly [value: string, text: string])[] | Readonly<Record<string, string>>;

function pairs(options: Options): readonly (readonly [string, string])[] {
  return Array.isArray(options) ? options : Object.entries(options as Readonly<Record<string, string>>);
}

/** One of many. `empty` is the text of the choice of nothing; without it the first option is chosen. */
export function Select(props: FieldProps & { options: Options; empty?: string }) {
  const chosen = props.form.value(props.name);
  return (
    <Frame {...props}>
      <select {...shared(props)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {pairs(props.options).map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A group of radio buttons, or of checkboxes with `several` (sent as a list, whatever is ticked). */
export function Choices(props: FieldProps & { options: Options; several?: boolean; inline?: boolean }) {
  const { form, name, label, options, several, inline, optional } = props;
  const id = fieldId(name);
  return (
    <fieldset class={form.problemFor(name) ? 'field wrong' : 'field'} id={id} tabIndex={-1} aria-describedby={describedBy(props)}>
      <legend>
        {label}
        {optional ? <Optional /> : null}
      </legend>
      <Hint name={name} hint={props.hint} />
      <Problem form={form} name={name} />
      <div class={inline ? 'choices inline' : 'choices'}>
        {pairs(options).map(([value, text]) => (
          <label class="choice" key={value}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={several ? `${name}[]` : name}
              value={value}
              checked={form.has(name, value)}
            />{' '}
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One yes-or-no question; sends `true` when ticked and nothing otherwise. */
export function Tick(props: FieldProps) {
  return (
    <div class={props.form.problemFor(props.name) ? 'field wrong' : 'field'}>
      <Problem form={props.form} name={props.name} />
      <label class="choice">
        <input {...shared({ ...props, optional: true })} type="checkbox" value="true" checked={props.form.value(props.name) === 'true'} />{' '}
        <span>{props.label}</span>
      </label>
      <Hint name={props.name} hint={props.hint} />
    </div>
  );
}

/** On top of a form that was refused: what is wrong, each with a link to its field. Nothing when there is nothing. */
export function ErrorSummary({ form }: { form: Form }) {
  const { again } = useFrameWords();
  if (form.problems.length === 0 && form.summary === undefined) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} autofocus>
      <h2>{form.summary ?? again(form.problems.length)}</h2>
      {form.problems.length > 0 ? (
        <ul>
          {form.problems.map((problem) => (
            <li key={problem.field}>
              <a href={`#${fieldId(problem.field)}`}>{problem.message}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** A form that posts, with its error summary on top. The server's sentences replace the browser's. */
export function PostForm({ form, action, children }: { form: Form; action: string; children: ComponentChildren }) {
  return (
    <form method="post" action={action} noValidate class="form">
      <ErrorSummary form={form} />
      {children}
    </form>
  );
}

/** A button that sends its form. `name` and `value` tell two buttons of a form apart. */
export function Button(props: {
  children: ComponentChildren;
  tone?: 'main' | 'quiet' | 'danger';
  name?: string;
  value?: string;
  formaction?: string;
}) {
  return (
    <button type="submit" class={`button ${props.tone ?? 'main'}`} name={props.name} value={props.value} formAction={props.formaction}>
      {props.children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ href, tone = 'quiet', children }: { href: string; tone?: 'main' | 'quiet'; children: ComponentChildren }) {
  return (
    <a class={`button ${tone}`} href={href}>
      {children}
    </a>
  );
}

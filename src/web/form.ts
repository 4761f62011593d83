import 'reflect-metadata';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { DomainError, type ErrorCode, type ErrorKind, type FieldProblem } from '../core/errors.js';
import { fieldProblems, VALIDATION } from '../platform/http/index.js';
import { type Nested, nested } from './nested.js';
import { Page, type Redirect } from './page.js';
import { rightPart } from './right-part.js';

/** Values as text by field name (`languages.0.level`), with the problems to show beside them. */
export class Form<Dto extends object = object> {
  /** Only there so that a form of one DTO is not taken for another's. */
  declare readonly dto?: Dto;

  constructor(
    readonly values: Readonly<Record<string, string | string[]>> = {},
    readonly problems: readonly FieldProblem[] = [],
    /** A sentence on the whole form, when the refusal is not about one field. */
    readonly summary?: string,
    /** Why it was refused, for those who say it in another language. */
    readonly code?: ErrorCode,
  ) {}

  /** A form filled with what is stored, for editing; nested values become dotted names. */
  static filledWith<Dto extends object>(values: object): Form<Dto> {
    return new Form<Dto>(Object.fromEntries(flat(values, '')));
  }

  /** A form as it was sent, unchecked, to show it again. @throws DomainError `input.malformed` on names that no form of ours has */
  static sent(body: unknown): Form {
    return new Form(nested(body).values);
  }

  problemFor(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.message;
  }

  /** The text of a field that has one value; empty when there is none. */
  value(field: string): string {
    const value = this.values[field];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  }

  /** Whether an option of a group of checkboxes or radio buttons is chosen. */
  has(field: string, option: string): boolean {
    const value = this.values[field];
    return Array.isArray(value) ? value.includes(option) : value === option;
  }

  /** How many rows `prefix.0`, `prefix.1` … were sent, so that they can be shown again. */
  rows(prefix: string): number {
    const numbers = Object.keys(this.values).flatMap((name) => {
      const rest = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : '';
      return /^\d+/.exec(rest) ?? [];
    });
    return numbers.reduce((most, number) => Math.max(most, Number(number) + 1), 0);
  }
}

/** What a form does when it is sent. */
export interface Submission<Dto extends object> {
  /** Called with a valid DTO only. */
  readonly act: (dto: Dto) => Promise<Page | Redirect> | Page | Redirect;
  /** Shows the form again, filled in, with the problems; answered with 422. */
  readonly again: (form: Form<Dto>) => Promise<Page> | Page;
  /**
   * Called instead of `act` when some fields are wrong, with those that are right: to keep them, and to say what else is wrong with
   * them, so that everything is said at once.
   */
  readonly partly?: (right: Dto) => Promise<readonly FieldProblem[]>;
}

/** Refusals that are no matter of filling in a form: they become an error page of their own. */
const ELSEWHERE: ReadonlySet<ErrorKind> = new Set<ErrorKind>(['not-found', 'forbidden']);

/**
 * Validates a urlencoded body as the API validates JSON, then acts. Text is trimmed, and an empty text counts as not given;
 * a row whose fields are all empty does not exist. Numbers and flags are converted by the DTO's property types
 * (a checkbox sends `true`). A name that ends with `[]` is always a list.
 */
export async function submit<Dto extends object>(
  type: ClassConstructor<Dto>,
  body: unknown,
  { act, again, partly }: Submission<Dto>,
): Promise<Page | Redirect> {
  const input = nested(body);
  const dto = plainToInstance(type, input.value, { enableImplicitConversion: true });
  const errors = await validate(dto, VALIDATION);
  const problems = fieldProblems(errors);
  try {
    if (errors.length === 0) return await act(dto);
    const more = (await partly?.(rightPart(dto, errors))) ?? [];
    return refuse(input, again, new DomainError('input.invalid', '', inOrder(input, [...problems, ...more])));
  } catch (error) {
    if (!(error instanceof DomainError) || ELSEWHERE.has(error.kind) || error.code === 'access.sign-in-required') throw error;
    return refuse(input, again, error);
  }
}

/** One problem for each field, in the order in which the form sent its fields; what it did not send comes last. */
function inOrder({ values, nameOf }: Nested, problems: readonly FieldProblem[]): FieldProblem[] {
  const sent = new Map(Object.keys(values).map((name, at) => [name, at]));
  const place = ({ field }: FieldProblem): number => sent.get(nameOf(field)) ?? sent.size;
  return problems
    .filter(({ field }, at) => problems.findIndex((one) => one.field === field) === at)
    .sort((one, other) => place(one) - place(other));
}

async function refuse<Dto extends object>(
  input: Nested,
  again: Submission<Dto>['again'],
  { code, fields, message }: DomainError,
): Promise<Page> {
  const named = fields.map((problem) => ({ ...problem, field: input.nameOf(problem.field) }));
  const shown = await again(new Form<Dto>(input.values, named, fields.length > 0 ? undefined : message, code));
  return shown.withStatus(422);
}

function* flat(value: unknown, path: string): Generator<[string, string | string[]]> {
  if (value === null || value === undefined) return;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) yield [path, value.map(String)];
  else if (typeof value === 'object')
    for (const [key, item] of Object.entries(value)) yield* flat(item, path === '' ? key : `${path}.${key}`);
  else yield [path, String(value)];
}

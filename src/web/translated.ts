import type { ErrorCode } from '../core/errors.js';
import { Form } from './form.js';

/** What a form of a page in several languages says when it is refused, in one of them. */
export interface FormWords {
  /** The sentences beside fields. The English ones are those of the DTO. */
  readonly problems: Readonly<Record<string, string>>;
  /** What the domain refuses, by its code. */
  readonly refusals: Readonly<Partial<Record<ErrorCode, string>>>;
  /** Of everything else: nothing was done, and whom to turn to. */
  readonly otherwise: string;
}

/** The form with its refusals in the words of another language. Each English sentence is known by the name that both tables give it. */
export function translated<Dto extends object>(form: Form<Dto>, words: FormWords, english: FormWords): Form<Dto> {
  if (words === english) return form;
  const refusal = (form.code && words.refusals[form.code]) ?? words.otherwise;
  const names = new Map(Object.entries(english.problems).map(([name, sentence]) => [sentence, name]));
  const sentence = (message: string): string => words.problems[names.get(message) ?? ''] ?? refusal;
  return new Form<Dto>(
    form.values,
    form.problems.map(({ field, message }) => ({ field, message: sentence(message) })),
    form.summary === undefined ? undefined : refusal,
    form.code,
  );
}

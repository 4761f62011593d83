import { type ValidationError, ValidationPipe } from '@nestjs/common';
import type { ValidatorOptions } from 'class-validator';
import { DomainError, type FieldProblem } from '../../core/errors.js';

/** What every body and every form is held to: unknown fields are refused, not ignored. */
export const VALIDATION: ValidatorOptions & { transform: boolean } = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: false, value: false },
};

/** One sentence per wrong field, with its path: `languages.0.level`. */
export function fieldProblems(errors: readonly ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = path ? `${path}.${property}` : property;
    const own = Object.entries(constraints ?? {})
      .sort(byWeight)
      .map(([rule, message]) => ({
        field,
        message: ownWords(rule, property, message) ?? sentence(message),
      }));
    return [...own.slice(0, 1), ...fieldProblems(children ?? [], field)];
  });
}

/** Where a rule speaks of itself to programmers, and its decorator could not give it a sentence. */
function ownWords(rule: string, property: string, message: string): string | undefined {
  if (rule === 'whitelistValidation') return `There is no field ${property}. Leave it out.`;
  return rule === 'unknownValue' || message.includes('nested property') ? 'Give this with its named parts.' : undefined;
}

const SIZES: ReadonlySet<string> = new Set([
  'maxLength',
  'minLength',
  'isLength',
  'max',
  'min',
  'arrayMaxSize',
  'arrayMinSize',
  'arrayUnique',
]);

/** Whether something is there at all, and what it is, comes before how long or large it is: nobody shortens what they have not written. */
function byWeight([one]: [string, unknown], [other]: [string, unknown]): number {
  return Number(SIZES.has(one)) - Number(SIZES.has(other));
}

export function invalidInput(fields: readonly FieldProblem[]): DomainError {
  const names = fields.map(({ field }) => field).join(', ');
  return new DomainError(
    'input.invalid',
    `Correct ${fields.length === 1 ? 'this field' : 'these fields'} and send it again: ${names}.`,
    fields,
  );
}

/** The pipe in front of every controller. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({ ...VALIDATION, exceptionFactory: (errors) => invalidInput(fieldProblems(errors)) });
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

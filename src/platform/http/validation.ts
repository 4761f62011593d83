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
    const own = Object.entries(constraints ?? {}).map(([rule, message]) => ({
      field,
      message: rule === 'whitelistValidation' ? `There is no field ${property}. Leave it out.` : sentence(message),
    }));
    return [...own.slice(0, 1), ...fieldProblems(children ?? [], field)];
  });
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

import { registerDecorator, type ValidationOptions } from 'class-validator';
import { isIsoDate } from '../../core/dates.js';
import { isCountry } from '../reference-data/index.js';

type Rule = (options?: ValidationOptions) => PropertyDecorator;

function rule(name: string, validate: (value: unknown) => boolean, message: string): Rule {
  return (options = {}) =>
    (target, property) =>
      registerDecorator({
        name,
        target: target.constructor,
        propertyName: String(property),
        options,
        validator: { validate, defaultMessage: () => message },
      });
}

/** A real calendar day, `YYYY-MM-DD`. */
export const IsDay = rule('isDay', isIsoDate, 'Give a day that exists, as YYYY-MM-DD, for example 2026-02-28.');

/** An ISO 3166-1 alpha-3 code. */
export const IsCountry = rule(
  'isCountry',
  (value) => typeof value === 'string' && isCountry(value),
  'Choose a country by its three-letter code, for example KEN.',
);

import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, registerDecorator, type ValidationOptions } from 'class-validator';
import { earliestDay, isIsoDate, isPartialDate, latestDay } from '../../core/dates.js';
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

const PARTIAL = { message: 'Give a day that exists, as 2026-02-28, or only its month or year: 2026-02, 2026.' };

/** A day, or only its month or year where no more is known; kept as it is given. For what a person states of the past. */
export const IsPartialDate = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    rule('isPartialDate', isPartialDate, PARTIAL.message)(),
  );

/** As `IsDay`, and `2019-03` or `2019` become the first day they can mean. For the start of a period of which every day is meant. */
export const IsFirstDay = () => partialDay(earliestDay);

/** As `IsDay`, and `2019-03` or `2019` become the last day they can mean. For the end of such a period. */
export const IsLastDay = () => partialDay(latestDay);

function partialDay(whole: (partial: string) => string | undefined): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (whole(value.trim()) ?? value) : value)),
    IsDay(PARTIAL),
  );
}

/** May be left out; and empty, as the filter form of a page sends what nobody chose, is left out. */
export const IsFilter = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value)),
    IsOptional(),
  );

/** An ISO 3166-1 alpha-3 code. */
export const IsCountry = rule(
  'isCountry',
  (value) => typeof value === 'string' && isCountry(value),
  'Choose a country by its three-letter code, for example KEN.',
);

import { Injectable, type PipeTransform } from '@nestjs/common';
import type { CountryCode } from '../../core/expert.js';
import { findCountry, isCountry } from '../../platform/reference-data/index.js';

/** The code of a country from what somebody typed into an address: `ken`, `KEN`, `Kenya`. What is none of these stays as it is, and is not found. */
export function countryIn(typed: string): CountryCode {
  const code = typed.toUpperCase();
  return isCountry(code) ? code : (findCountry(typed) ?? typed);
}

/** As `countryIn`. */
@Injectable()
export class CountryPipe implements PipeTransform<string, CountryCode> {
  transform(value: string): CountryCode {
    return countryIn(value);
  }
}

import type { CountryCode } from '../../core/expert.js';
import type { Language } from '../../core/languages.js';
import type { NeedContext } from '../../core/needs.js';
import { workingLanguagesOf } from '../../platform/reference-data/index.js';

/** The Secretariat's own working languages. */
const SECRETARIAT: readonly Language[] = ['en', 'fr'];

/**
 * The languages proposed for a country while nobody has stated any, all at level III (working knowledge): required is
 * English or French where the country has one of them (the first in that order), else its first working language; the
 * others are desired.
 */
export function proposedLanguages(country: CountryCode): NeedContext['languages'] {
  const languages = workingLanguagesOf(country);
  const required = SECRETARIAT.find((language) => languages.includes(language)) ?? languages[0];
  const needs = languages.map((language) => ({ language, level: 3 as const }));
  return {
    required: needs.filter(({ language }) => language === required),
    desired: needs.filter(({ language }) => language !== required),
  };
}

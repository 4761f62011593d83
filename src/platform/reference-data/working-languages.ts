import type { CountryCode } from '../../core/expert.js';
import { isLanguage, LANGUAGE_CODES, type Language, OFFICIAL_LANGUAGES } from '../../core/languages.js';
import { catalogueLanguagesOf } from './countries.js';

const OFFICIAL: ReadonlySet<Language> = new Set(OFFICIAL_LANGUAGES);

/** Where the short code of a language is not the one that core uses for it. */
const CORE_CODES: Readonly<Record<string, Language>> = { prs: 'prs', fil: 'tl', nob: 'no', nno: 'no', ckb: 'ku', cnr: 'sr' };

/**
 * The languages in which a UN office in this country can be expected to work: a proposal that a person edits.
 *
 * The rule: the languages that the catalogue of countries gives for it, as far as core knows them, the official languages
 * of the UN first, then the others, both in core's order. A country that has none of the six gets English in front,
 * because its UN office then works in English. Empty for a code that is not known.
 */
export function workingLanguagesOf(code: CountryCode): Language[] {
  const listed = catalogueLanguagesOf(code);
  if (listed.length === 0) return [];
  const spoken = new Set(listed.map(coreCode));
  const ordered = LANGUAGE_CODES.filter((language) => spoken.has(language));
  return ordered.some((language) => OFFICIAL.has(language)) ? ordered : ['en', ...ordered];
}

function coreCode(iso: string): Language | undefined {
  const short = CORE_CODES[iso] ?? Intl.getCanonicalLocales(iso)[0];
  return isLanguage(short) ? short : undefined;
}

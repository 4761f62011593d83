import worldCountries, { type Country } from 'world-countries';
import type { CountryCode } from '../../core/expert.js';
import { ALIASES, UN_NAMES } from './country-aliases.js';

// The package is CommonJS and exports the bare list, under Node and under Jest alike; its types describe another module.
const catalogue = worldCountries as unknown as readonly Country[];

/** In characters; no country is called longer. */
const LONGEST_NAME = 120;

/** Codes that ISO 3166-1 assigns officially; user-assigned ones can mean anything. */
const byCode: ReadonlyMap<CountryCode, Country> = new Map(
  catalogue.filter((country) => country.status === 'officially-assigned').map((country) => [country.cca3, country]),
);

const byName = new Map<string, CountryCode>();
for (const [code, { name }] of byCode) {
  for (const known of [name.common, name.official, UN_NAMES[code]]) if (known !== undefined) byName.set(plain(known), code);
}
for (const [name, code] of ALIASES) byName.set(plain(name), code);

/** Every ISO 3166-1 alpha-3 code, sorted by the English name. */
export const COUNTRY_CODES: readonly CountryCode[] = [...byCode.keys()].sort((a, b) => countryName(a).localeCompare(countryName(b), 'en'));

/** Whether this is an officially assigned ISO 3166-1 alpha-3 code, in upper case. */
export function isCountry(value: unknown): value is CountryCode {
  return typeof value === 'string' && byCode.has(value);
}

/** The English name as the UN writes it; a code that is not known is shown as it is. */
export function countryName(code: CountryCode): string {
  const country = byCode.get(code);
  return country === undefined ? code : (UN_NAMES[code] ?? country.name.common);
}

/** The two letters that ISO 3166-1 gives the same country: `KEN` → `KE`. Undefined for a code that is not known. */
export function alpha2Of(code: CountryCode): string | undefined {
  return byCode.get(code)?.cca2;
}

/** Whether the country is called so today, by its UN name or its official one; letter case, accents and punctuation do not matter. */
export function isPresentName(name: string, code: CountryCode): boolean {
  return [countryName(code), byCode.get(code)?.name.official ?? code].some((known) => plain(known) === plain(name));
}

/**
 * The code of a country by its present, official or UN name, or by a name of 2008 to 2012 (`Swaziland`, `DPR Korea`).
 * Letter case, accents, punctuation, `&` for `and` and `St` for `Saint` do not matter, and a name may stand turned round, as in
 * lists: `Bolivia (Plurinational State of)`, `Korea, Republic of`. Undefined when nobody is called so.
 */
export function findCountry(name: string): CountryCode | undefined {
  const found = byName.get(plain(name));
  if (found !== undefined || name.length > LONGEST_NAME) return found;
  const [, head, tail] = /^([^(,]+)(?:\(([^()]+)\)|,([^,]+))\s*$/.exec(name)?.filter((part) => part !== undefined) ?? [];
  return tail === undefined ? undefined : byName.get(plain(`${tail} ${head}`));
}

/** The other countries of the same UN sub-region, sorted by code; none for a code that is not known. */
export function regionOf(code: CountryCode): CountryCode[] {
  const subregion = byCode.get(code)?.subregion;
  if (subregion === undefined || subregion === '') return [];
  return [...byCode.values()]
    .filter((country) => country.subregion === subregion && country.cca3 !== code)
    .map((country) => country.cca3)
    .sort();
}

/** The regions of the UN's geographic scheme (M49), and one for a code that is not known. */
export const UN_REGIONS = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania', 'not known'] as const;
export type UnRegion = (typeof UN_REGIONS)[number];

/** The region of a country. */
export function unRegionOf(code: CountryCode): UnRegion {
  const region = byCode.get(code)?.region;
  return UN_REGIONS.find((known) => known === region) ?? 'not known';
}

/** ISO 639-3 codes of the languages of a country as the catalogue lists them. */
export function catalogueLanguagesOf(code: CountryCode): string[] {
  return Object.keys(byCode.get(code)?.languages ?? {});
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/\bst\b/g, 'saint');
}

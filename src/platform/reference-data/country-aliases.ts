import type { CountryCode } from '../../core/expert.js';

/** The names that the UN uses and this service shows, where the catalogue of countries calls them otherwise. */
export const UN_NAMES: Readonly<Record<CountryCode, string>> = {
  BRN: 'Brunei Darussalam',
  CIV: "Côte d'Ivoire",
  COD: 'Democratic Republic of the Congo',
  COG: 'Congo',
  CPV: 'Cabo Verde',
  KOR: 'Republic of Korea',
  PRK: "Democratic People's Republic of Korea",
  PSE: 'State of Palestine',
  RUS: 'Russian Federation',
  SYR: 'Syrian Arab Republic',
  VAT: 'Holy See',
  VNM: 'Viet Nam',
};

export type AliasReason = 'renamed' | 'short-form' | 'other-spelling';

/**
 * Names found in documents that are neither the present nor the official name: as countries were called in the UPR files
 * of 2008 to 2012, and as people write them. Letter case, accents, `&`, `St` and a leading `The` need no alias.
 */
export const ALIASES: readonly (readonly [name: string, code: CountryCode, reason: AliasReason])[] = [
  ['Swaziland', 'SWZ', 'renamed'],
  ['Macedonia FYR', 'MKD', 'renamed'],
  ['Macedonia', 'MKD', 'renamed'],
  ['The former Yugoslav Republic of Macedonia', 'MKD', 'renamed'],
  ['FYR Macedonia', 'MKD', 'renamed'],
  ['TFYR Macedonia', 'MKD', 'renamed'],
  ['FYROM', 'MKD', 'renamed'],
  ['Turkey', 'TUR', 'renamed'],
  ['Libyan Arab Jamahiriya', 'LBY', 'renamed'],
  ['Burma', 'MMR', 'renamed'],
  ['East Timor', 'TLS', 'renamed'],
  ['DPR Korea', 'PRK', 'short-form'],
  ['Democratic Republic of Congo', 'COD', 'short-form'],
  ['DRC', 'COD', 'short-form'],
  ['DR Congo', 'COD', 'short-form'],
  ['Dem Rep Congo', 'COD', 'short-form'],
  ['DPRK', 'PRK', 'short-form'],
  ['Lao PDR', 'LAO', 'short-form'],
  ['Central African Rep', 'CAF', 'short-form'],
  ['Republic of Congo', 'COG', 'short-form'],
  ['Congo Brazzaville', 'COG', 'short-form'],
  ['UK', 'GBR', 'short-form'],
  ['USA', 'USA', 'short-form'],
  ['UAE', 'ARE', 'short-form'],
  ['Cote dIvoire', 'CIV', 'other-spelling'],
  ['Congo (Democratic Republic of the)', 'COD', 'other-spelling'],
  ['Kyrgyz Republic', 'KGZ', 'other-spelling'],
  ['Palestinian Territories', 'PSE', 'other-spelling'],
];

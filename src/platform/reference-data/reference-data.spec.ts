import { isLanguage } from '../../core/languages.js';
import { ALIASES } from './country-aliases.js';
import { COUNTRY_CODES, countryName, findCountry, isCountry, regionOf, workingLanguagesOf } from './index.js';

/** The catalogue gives no language for places where nobody lives. */
const UNINHABITED = ['ATA', 'BVT', 'HMD'];

describe('countries', () => {
  it('are the officially assigned codes, sorted by name', () => {
    expect(COUNTRY_CODES).toHaveLength(249);
    expect(COUNTRY_CODES[0]).toBe('AFG');
    expect(COUNTRY_CODES.at(-1)).toBe('ZWE');
    expect(COUNTRY_CODES.indexOf('CIV')).toBeLessThan(COUNTRY_CODES.indexOf('HRV'));
  });

  it.each(['KEN', 'SSD', 'TLS', 'PSE'])('%s is one', (code) => expect(isCountry(code)).toBe(true));

  it.each(['ken', 'KE', 'UNK', 'XXX', '', 'toString', null, 404])('%p is none', (value) => expect(isCountry(value)).toBe(false));

  it('find every country by the name that is shown', () => {
    expect(COUNTRY_CODES.filter((code) => findCountry(countryName(code)) !== code)).toEqual([]);
  });

  it.each([
    ['Republic of Congo', 'COG'],
    ['Democratic Republic of Congo', 'COD'],
    ['DPR Korea', 'PRK'],
    ['Republic of Korea', 'KOR'],
    ['Swaziland', 'SWZ'],
    ['Cape Verde', 'CPV'],
    ['Macedonia FYR', 'MKD'],
    ['Bosnia & Herzegovina', 'BIH'],
    ['St Lucia', 'LCA'],
    ['St. Vincent and the Grenadines', 'VCT'],
    ["Cote d'Ivoire", 'CIV'],
    ['Côte d’Ivoire', 'CIV'],
    ['Guinea Bissau', 'GNB'],
    ['Guinea', 'GIN'],
    ['Viet Nam', 'VNM'],
    ['the gambia', 'GMB'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Dominica', 'DMA'],
    ['Dominican Republic', 'DOM'],
    [' MOLDOVA ', 'MDA'],
    ['Czech Republic', 'CZE'],
    ['Russian Federation', 'RUS'],
    ['Laos', 'LAO'],
  ])('%s is %s', (name, code) => expect(findCountry(name)).toBe(code));

  it('find nothing for a name that nobody has', () => {
    expect(findCountry('Ruritania')).toBeUndefined();
    expect(findCountry('')).toBeUndefined();
  });

  it('have aliases that each lead to a real country', () => {
    expect(ALIASES.filter(([name, code]) => findCountry(name) !== code || !isCountry(code))).toEqual([]);
    expect(new Set(ALIASES.map(([name]) => name)).size).toBe(ALIASES.length);
  });

  it('stand in a sub-region without themselves', () => {
    const region = regionOf('KEN');
    expect(region).toEqual(expect.arrayContaining(['ETH', 'TZA', 'UGA']));
    expect(region).not.toContain('KEN');
    expect(regionOf('XXX')).toEqual([]);
    expect(COUNTRY_CODES.every((code) => regionOf(code).every((other) => regionOf(other).includes(code)))).toBe(true);
  });
});

describe('working languages', () => {
  it.each([
    ['KEN', ['en', 'sw']],
    ['RWA', ['en', 'fr', 'rw']],
    ['NER', ['fr']],
    ['ECU', ['es']],
    ['COD', ['fr', 'ln', 'sw']],
    ['AFG', ['en', 'prs', 'ps', 'tk']],
    ['ALB', ['en', 'sq']],
    ['MDA', ['en', 'ro']],
    ['PHL', ['en', 'tl']],
    ['IRN', ['en', 'fa']],
  ])('of %s are %j', (code, languages) => expect(workingLanguagesOf(code)).toEqual(languages));

  it('are known to core everywhere, each once, and nobody is left without one', () => {
    for (const code of COUNTRY_CODES.filter((code) => !UNINHABITED.includes(code))) {
      const languages = workingLanguagesOf(code);
      expect(languages.every(isLanguage)).toBe(true);
      expect(new Set(languages).size).toBe(languages.length);
      expect(languages.length).toBeGreaterThan(0);
    }
    expect(workingLanguagesOf('XXX')).toEqual([]);
  });
});

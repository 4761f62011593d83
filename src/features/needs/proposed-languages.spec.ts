import { COUNTRY_CODES } from '../../platform/reference-data/index.js';
import { proposedLanguages } from './proposed-languages.js';

describe('the languages proposed for a country', () => {
  it.each([
    ['RWA', ['en'], ['fr', 'rw']],
    ['NER', ['fr'], []],
    ['TCD', ['fr'], ['ar']],
    ['ECU', ['es'], []],
    ['MDA', ['en'], ['ro']],
  ])('of %s: %j required, %j desired, at level III', (country, required, desired) => {
    const needs = proposedLanguages(country);
    expect(needs.required).toEqual(required.map((language) => ({ language, level: 3 })));
    expect(needs.desired).toEqual(desired.map((language) => ({ language, level: 3 })));
  });

  it('never require more than one', () => {
    expect(COUNTRY_CODES.filter((country) => proposedLanguages(country).required.length > 1)).toEqual([]);
  });
});

import { LANGUAGE_CODES } from '../../core/languages.js';
import { MAIL_LANGUAGES } from '../../core/mail-languages.js';
import { COUNTRY_CODES, countryName, countryNameIn, languageNameIn } from './index.js';

it.each(MAIL_LANGUAGES)('has a name in %s for every country, and no two alike', (language) => {
  const names = COUNTRY_CODES.map((code) => countryNameIn(language, code));
  expect(names.filter((name, at) => name === COUNTRY_CODES[at] || name.trim() === '')).toEqual([]);
  expect(new Set(names).size).toBe(COUNTRY_CODES.length);
  if (language === 'ar') expect(names.filter((name) => /\p{Script=Latin}/u.test(name))).toEqual([]);
});

it('calls countries as the UN does', () => {
  expect(MAIL_LANGUAGES.map((language) => countryNameIn(language, 'COD'))).toEqual([
    countryName('COD'),
    'République démocratique du Congo',
    'República Democrática del Congo',
    'جمهورية الكونغو الديمقراطية',
  ]);
  expect(MAIL_LANGUAGES.map((language) => countryNameIn(language, 'PSE'))).toEqual([
    'State of Palestine',
    'État de Palestine',
    'Estado de Palestina',
    'دولة فلسطين',
  ]);
});

it('shows a code that nobody knows as it is', () => {
  for (const language of MAIL_LANGUAGES) expect(countryNameIn(language, 'XXX')).toBe('XXX');
});

it.each(MAIL_LANGUAGES)('has a name in %s for every language', (language) => {
  const names = LANGUAGE_CODES.map((code) => languageNameIn(language, code));
  expect(names.filter((name, at) => name === LANGUAGE_CODES[at])).toEqual([]);
  expect(new Set(names).size).toBe(LANGUAGE_CODES.length);
  if (language === 'ar') expect(names.filter((name) => /\p{Script=Latin}/u.test(name))).toEqual([]);
});

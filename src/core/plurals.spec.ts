import { localeOf, MAIL_LANGUAGES, type MailLanguage } from './mail-languages.js';
import { counting, type PluralForms } from './plurals.js';

const EVERY_FORM: { readonly [L in MailLanguage]: Readonly<Record<PluralForms[L], string>> } = {
  en: { one: 'one', other: 'other' },
  fr: { one: 'one', many: 'many', other: 'other' },
  es: { one: 'one', many: 'many', other: 'other' },
  ar: { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' },
};

it.each(MAIL_LANGUAGES)('knows every form that %s has, and no other', (language) => {
  const { pluralCategories } = new Intl.PluralRules(localeOf(language)).resolvedOptions();
  expect(Object.keys(EVERY_FORM[language]).toSorted()).toEqual([...pluralCategories].toSorted());
});

it('agrees with the number as the language does', () => {
  const arabic = counting('ar', {
    zero: 'لا إجابة',
    one: 'إجابة واحدة',
    two: 'إجابتان',
    few: '# إجابات',
    many: '# إجابة',
    other: '# إجابة',
  });
  expect([0, 1, 2, 3, 10, 11, 99, 100].map(arabic)).toEqual([
    'لا إجابة',
    'إجابة واحدة',
    'إجابتان',
    '3 إجابات',
    '10 إجابات',
    '11 إجابة',
    '99 إجابة',
    '100 إجابة',
  ]);
  const french = counting('fr', { one: '# réponse', many: '# de réponses', other: '# réponses' });
  expect([0, 1, 2, 1_000_000].map(french)).toEqual([
    '0 réponse',
    '1 réponse',
    '2 réponses',
    '1 000 000 de réponses'.replaceAll(/(?<=\d) (?=\d)/g, '\u202f'),
  ]);
});

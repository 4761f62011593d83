import { localeOf, type MailLanguage } from './mail-languages.js';

/** The forms that the nouns of each language have beside a whole number. Source: Unicode CLDR, as `Intl.PluralRules` knows it. */
export interface PluralForms {
  readonly en: 'one' | 'other';
  readonly fr: 'one' | 'many' | 'other';
  readonly es: 'one' | 'many' | 'other';
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
}

/**
 * A phrase that agrees with a whole number from 0, `#` standing for the number; a form that is missing does not compile. Arabic
 * says one and two without the number, so not every form needs the `#`.
 */
export function counting<L extends MailLanguage>(language: L, forms: Readonly<Record<PluralForms[L], string>>): (count: number) => string {
  const rules = new Intl.PluralRules(localeOf(language));
  const numbers = new Intl.NumberFormat(localeOf(language));
  return (count) => forms[rules.select(count) as PluralForms[L]].replaceAll('#', numbers.format(count));
}

import { MAIL_LANGUAGES, type MailLanguage } from '../../src/core/mail-languages.js';
import { TABLES, texts } from '../support/word-tables.js';

/** Every text of the house in one language, with the table and the path that it stands under. */
function said(language: MailLanguage): (readonly [where: string, text: string])[] {
  return Object.entries(TABLES).flatMap(([name, table]) =>
    texts(table[language]).map(([path, text]) => [`${name}.${path}`, text] as const),
  );
}

/** Those that break a convention, so that a failure shows them all. */
function breaking(language: MailLanguage, convention: RegExp): readonly (readonly [where: string, text: string])[] {
  return said(language).filter(([, text]) => convention.test(text));
}

describe('French', () => {
  it('sets a narrow space that does not break before ; : ! ? » and after «', () => {
    expect(breaking('fr', /(?<!\u202f)[;!?»]|(?<![\u202f\d]):|«(?!\u202f)/)).toEqual([]);
  });
  it('has its own apostrophe and its own quotation marks', () => {
    expect(breaking('fr', /['"“”]/)).toEqual([]);
  });
  it('takes nobody for a man or a woman, and doubles no ending in brackets', () => {
    expect(breaking('fr', /\(e\)|·e\b|\b(?:invité|désolé|prêt|Monsieur|Madame|Cher|Chère)e?\b|\b(?:un|l’|les|des) ?experts?\b/i)).toEqual(
      [],
    );
  });
});

describe('Spanish', () => {
  it('opens what it closes', () => {
    const opens = (text: string, open: string, close: string) => text.split(open).length === text.split(close).length;
    const unbalanced = said('es').filter(([, text]) => !opens(text, '¿', '?') || !opens(text, '¡', '!') || !opens(text, '«', '»'));
    expect(unbalanced).toEqual([]);
  });
  it('has its own quotation marks, and no space before a mark', () => {
    expect(breaking('es', /['"“”]|[ \u202f][;:!?,.]/)).toEqual([]);
  });
  it('takes nobody for a man or a woman, and doubles no ending with a slash', () => {
    expect(breaking('es', /o\/a\b|a\/o\b|@|\b(?:Estimad|invitad)[oa]\b|\b(?:el|un|los|al|del) expertos?\b|\bun colega\b/i)).toEqual([]);
  });
});

describe('Arabic', () => {
  it('has its own comma, semicolon and question mark', () => {
    expect(breaking('ar', /[,;?]/)).toEqual([]);
  });
  it('sets no space before a mark', () => {
    expect(breaking('ar', /\s[،؛؟.:]/)).toEqual([]);
  });
  it('has Western digits, as the dates and references beside them', () => {
    expect(breaking('ar', /[\u0660-\u0669\u06f0-\u06f9]/)).toEqual([]);
  });
  it('addresses everybody in the same polite form, and writes please and the indefinite ending in one way', () => {
    expect(breaking('ar', /(?<![\u064f\p{L}])يرجى|\p{L}ا(?= ?[.،؛])(?<=شكرا|أولا|أيضا|أبدا|قريبا|سؤالا|شاغرا|جديدا)/u)).toEqual([]);
  });
});

describe.each(MAIL_LANGUAGES)('%s', (language) => {
  it('has single spaces, three dots as one sign and no blank at either end', () => {
    expect(breaking(language, /^\s|\s$|[ \u00a0]{2}|\.\.\./)).toEqual([]);
  });

  it('puts in the same values as English does', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted().join();
    const english = new Map(said('en').map(([where, text]) => [where, places(text)]));
    expect(said(language).filter(([where, text]) => places(text) !== english.get(where))).toEqual([]);
  });

  it('leaves no phrase of English standing', () => {
    if (language === 'en') return;
    const phrases = said('en')
      .flatMap(([, text]) => text.split(/\{\w+\}|[.;:]/))
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase.split(' ').length > 2);
    expect(said(language).filter(([, text]) => phrases.some((phrase) => text.includes(phrase)))).toEqual([]);
  });
});

/** Words that somebody would reach for as well, so that one thing would have two names. */
const SHUNNED: Readonly<Record<Exclude<MailLanguage, 'en'>, RegExp>> = {
  fr: /\bagences?\b|équipe de renfort|libérer|aux droits de l’homme(?! \(HCDH\))/,
  es: /\bagencias?\b|\bequipo de refuerzo|liberar|autorice su salida/,
  ar: /تعزيز|إعارة|تفرغ الوكالة|الدعم السريع/,
};

it.each(['fr', 'es', 'ar'] as const)('calls each thing by one name in %s', (language) => {
  expect(breaking(language, SHUNNED[language])).toEqual([]);
});

import { renderToString } from 'preact-render-to-string';
import { DomainError, ERRORS, type ErrorCode } from '../core/errors.js';
import { MAIL_LANGUAGES } from '../core/mail-languages.js';
import { problemOf } from '../platform/http/problem.js';
import { ErrorSummary, Field } from './components/index.js';
import { Form } from './form.js';
import { languageChosen, languageOf, PageLanguage } from './language.js';
import { page } from './page.js';
import { renderProblem } from './problem-page.js';
import { translated } from './translated.js';

describe('a page in the reader’s language', () => {
  it.each(MAIL_LANGUAGES)('says so in %s, in the right direction, and leads to the other languages without a script', (language) => {
    const html = page({ title: 'x', me: null, language, everyLanguage: '/offers/t' }, <p />).render();
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    for (const other of MAIL_LANGUAGES) expect(html).toContain(`href="/offers/t?language=${other}" lang="${other}"`);
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
    if (language !== 'en') expect(html).not.toMatch(/Skip to|Times are/);
  });

  it('offers no other language where there is none', () => {
    expect(page({ title: 'x', me: null }, <p />).render()).not.toContain('?language=');
  });

  it('marks fields and sums up what is wrong in its language', () => {
    const form = new Form(
      {},
      [1, 2, 3].map((at) => ({ field: `f${at}`, message: 'م' })),
    );
    const html = renderToString(
      <PageLanguage.Provider value="ar">
        <ErrorSummary form={form} />
        <Field form={form} name="f1" label="ح" optional />
      </PageLanguage.Provider>,
    );
    expect(html).toContain('3 إجابات تحتاج إلى مراجعة');
    expect(html).toContain('(اختياري)');
    expect(html).not.toMatch(/optional\)|Error/);
  });
});

describe('the language of somebody unknown', () => {
  it.each([
    ['/offers/x?language=ar', 'fr', 'ar'],
    ['/offers/x?language=de', 'de, es-MX;q=0.8', 'es'],
    ['/offers/x', 'FR-ca', 'fr'],
    ['/offers/x?language=%', undefined, 'en'],
    ['//[', '*', 'en'],
  ])('of %s with %s is %s', (url, accepts, expected) => expect(languageOf({ url, accepts })).toBe(expected));

  it('is what was chosen only where it is one of ours', () => {
    expect([languageChosen('es', 'ar'), languageChosen(['es'], 'ar'), languageChosen('eo', 'ar')]).toEqual(['es', 'ar', 'ar']);
  });
});

describe('the page of a refusal', () => {
  const problem = (code: ErrorCode) => problemOf(new DomainError(code, 'An English sentence.'));
  const me = { accountId: '1', role: 'auditor' as const, name: 'A', country: null, agency: null };

  it.each(Object.keys(ERRORS) as ErrorCode[])('says %s without a word of English to whoever reads another language', (code) => {
    for (const accepts of ['fr', 'es', 'ar'])
      expect(renderProblem(problem(code), null, { url: '/offers/x', accepts })).not.toMatch(
        /An English sentence|start page|Nothing was|Skip to/,
      );
  });

  it('tells what to do with a link that leads nowhere', () => {
    expect(renderProblem(problem('not-found'), null, { url: '/offers/x', accepts: 'en' })).toContain('copy the whole link');
  });

  it('can be read in the other languages, and leads to no other site', () => {
    expect(renderProblem(problem('not-found'), null, { url: '/offers/x?language=fr', accepts: 'en' })).toContain(
      'href="/offers/x?language=ar"',
    );
    expect(renderProblem(problem('not-found'), null, { url: '//evil.example/x', accepts: 'en' })).not.toContain('evil');
  });

  it('stays as it is for whoever is signed in', () => {
    expect(renderProblem(problem('not-found'), me, { url: '/surge/x', accepts: 'fr' })).toContain('An English sentence.');
  });
});

describe('a refused form', () => {
  const english = { problems: { missing: 'Write it.', long: 'Shorten it.' }, refusals: { 'offer.expired': 'Late.' }, otherwise: 'No.' };
  const french = {
    problems: { missing: 'À écrire.', long: 'À raccourcir.' },
    refusals: { 'offer.expired': 'Trop tard.' },
    otherwise: 'Non.',
  };
  const said = (form: Form) => {
    const { problems, summary } = translated(form, french, english);
    return [problems.map(({ field, message }) => `${field}: ${message}`), summary];
  };

  it('keeps its fields and changes its sentences', () => {
    const form = new Form({ a: 'x' }, [{ field: 'a', message: 'Shorten it.' }], undefined, 'input.invalid');
    expect(said(form)).toEqual([['a: À raccourcir.'], undefined]);
    expect(translated(form, french, english).values).toEqual({ a: 'x' });
  });

  it('says what the domain refused by its code, and of what nobody foresaw the general sentence', () => {
    expect(said(new Form({}, [], 'Too late since noon.', 'offer.expired'))).toEqual([[], 'Trop tard.']);
    expect(said(new Form({}, [{ field: 'a', message: 'property a should not exist' }], undefined, 'input.invalid'))).toEqual([
      ['a: Non.'],
      undefined,
    ]);
    expect(said(new Form({}, [], 'Whatever.', 'conflict.stale'))).toEqual([[], 'Non.']);
  });

  it('is left alone in English, whose sentences know more', () => {
    const form = new Form({}, [], 'Too late since noon.', 'offer.expired');
    expect(translated(form, english, english)).toBe(form);
  });
});

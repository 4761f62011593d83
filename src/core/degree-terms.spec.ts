import { type DegreeTermChange, degreeTerms, proposeDegree, termChange, termKey } from './degree-terms.js';
import { STANDARD_DEGREE_TERMS } from './standard-degree-terms.js';

const terms = degreeTerms([]);
const change = (changes: Partial<DegreeTermChange>): DegreeTermChange => ({
  list: 'level',
  term: 'maitrise',
  from: 'first',
  to: 'masters',
  reason: 'Five years by the transcripts we saw.',
  byName: 'An administrator',
  at: '2026-11-24T10:00:00.000Z',
  ...changes,
});

describe('the names of degrees', () => {
  it.each([
    ['Licence en droit', 'first', 'other-related'],
    ['Maîtrise de droit public', 'first', 'public-law'],
    ['Magister der Politikwissenschaft', 'masters', 'political-science'],
    ['Diplom-Soziologin', 'masters', null],
    ['Licenciatura en Derecho', 'first', 'other-related'],
    ['LL.M. in International Human Rights Law', 'masters', 'human-rights'],
    ['LLM', 'masters', null],
    ['D.E.A. Droit international', 'masters', 'international-law'],
    ['DESS Droits de l’homme', 'masters', 'human-rights'],
    ['Laurea triennale in Scienze', 'first', null],
    ['Laurea magistrale', 'masters', null],
    ['Specialist, International Relations', 'masters', 'international-relations'],
    ['Candidate of Sciences', 'doctorate', null],
    ['Ph.D. in Political Science', 'doctorate', 'political-science'],
    ['B.A. Music', 'first', 'unrelated'],
    ['M.A. Human Rights', 'masters', 'human-rights'],
    ['Abitur', 'secondary', null],
  ])('reads %p as %p in %p', (title, level, field) => {
    expect(proposeDegree(title, terms)).toMatchObject({ level, field, completed: true });
  });

  it.each(['LL.M. (in progress)', 'PhD, ABD', 'Doctorat en cours', 'M.A., not completed'])('sees that %p is not finished', (title) => {
    expect(proposeDegree(title, terms).completed).toBe(false);
  });

  it('proposes nothing for what it does not know, and finds whole words only', () => {
    expect(proposeDegree('Certificate of attendance, Bamako', terms)).toEqual({ level: null, field: null, completed: true, because: [] });
  });

  it('says which terms decided', () => {
    expect(proposeDegree('Master of Sociology', terms).because.map(({ term }) => term)).toEqual(['master', 'sociology']);
  });

  it('are all written as they are compared, each once', () => {
    for (const { term } of STANDARD_DEGREE_TERMS) expect(termKey(term)).toBe(term);
    const keys = STANDARD_DEGREE_TERMS.map(({ list, term }) => `${list} ${term}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a change of the list', () => {
  it('counts from then on, the last one of a term, and leaves the others', () => {
    const changed = degreeTerms([change({}), change({ to: 'doctorate' }), change({ term: 'licence', from: 'first', to: null })]);
    expect(proposeDegree('Maîtrise', changed).level).toBe('doctorate');
    expect(proposeDegree('Licence', changed).level).toBeNull();
    expect(changed).toHaveLength(terms.length - 1);
  });

  it('knows what it replaces, in one spelling', () => {
    expect(termChange({ list: 'level', term: ' Maîtrise ', value: 'masters', reason: ' Why. ' }, terms)).toEqual({
      list: 'level',
      term: 'maitrise',
      from: 'first',
      to: 'masters',
      reason: 'Why.',
    });
    expect(termChange({ list: 'field', term: 'Philosophy', value: 'other-related', reason: 'Why.' }, terms).from).toBeNull();
  });

  it.each([
    ['no words', { term: '…' }, 'term'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a level that is none', { value: 'public-law' }, 'value'],
    ['what it says already', { value: 'first' }, 'value'],
    ['taking out what is not there', { term: 'unheard of', value: null }, 'value'],
  ])('is refused with %s', (_, asked, field) => {
    const whole = { list: 'level' as const, term: 'maîtrise', value: 'masters', reason: 'Why.', ...asked };
    expect(() => termChange(whole, terms)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field })] }));
  });
});

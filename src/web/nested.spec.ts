import fc from 'fast-check';
import { DomainError } from '../core/errors.js';
import { nested } from './nested.js';

describe('nested', () => {
  it('makes objects and rows of dotted names', () => {
    expect(
      nested({ title: ' Adviser ', 'languages.0.language': 'fr', 'languages.0.level': '4', 'languages.1.language': 'en' }).value,
    ).toEqual({
      title: 'Adviser',
      languages: [{ language: 'fr', level: '4' }, { language: 'en' }],
    });
  });

  it('drops empty rows and still names the field that was sent', () => {
    const form = nested({ 'languages.0.language': '', 'languages.2.language': 'fr', 'languages.7.language': 'en' });
    expect(form.value).toEqual({ languages: [{ language: 'fr' }, { language: 'en' }] });
    expect(form.nameOf('languages.1.language')).toBe('languages.7.language');
    expect(form.nameOf('title')).toBe('title');
  });

  it('takes a name with brackets as a list, even with one value', () => {
    const form = nested({ 'kinds[]': 'human-rights' });
    expect(form.value).toEqual({ kinds: ['human-rights'] });
    expect(form.values['kinds']).toEqual(['human-rights']);
  });

  it('takes an empty text as not given', () => {
    expect(nested({ reason: '  ', note: '' }).value).toEqual({});
  });

  it.each([
    '__proto__.admin',
    'a.constructor.b',
    'prototype',
    'a..b',
    '',
    'a.b.c.d.e.f.g',
    'rows.200.x',
    'rows.99999999999.x',
    'rows.4294967295',
  ])('refuses the name "%s"', (name) => {
    expect(() => nested({ [name]: 'x' })).toThrow(DomainError);
  });

  it('does not reach the prototype of objects', () => {
    expect(() => nested(JSON.parse('{"__proto__.polluted":"yes"}'))).toThrow(DomainError);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses a field that is both a value and a group', () => {
    expect(() => nested({ a: 'x', 'a.b': 'y' })).toThrow(DomainError);
    expect(() => nested({ 'a.b': 'y', a: 'x' })).toThrow(DomainError);
  });

  it('answers anything with a value or a DomainError', () => {
    const step = fc.oneof(fc.constantFrom('a', 'b', '0', '1', '__proto__', 'constructor', 'toString', ''), fc.string());
    const name = fc.array(step, { minLength: 1, maxLength: 8 }).map((steps) => steps.join('.'));
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(fc.string(), fc.array(fc.string())) as fc.Arbitrary<unknown>), (body) => {
        try {
          expect(nested(body).value).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
    );
  });
});

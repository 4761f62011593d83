import fc from 'fast-check';
import { closest } from './closest.js';
import { normalisedAgency, normalisedName, personKey } from './expert-draft.js';

describe('a name', () => {
  it.each([
    ['Îleana', 'ileana'],
    ["O'Brien-Sørensen", 'o brien sørensen'],
    ['  VAN   der Berg ', 'van der berg'],
    ['Ångström', 'angstrom'],
    ['李', '李'],
    ['…', ''],
  ])('%s is compared as %s', (name, normalised) => expect(normalisedName(name)).toBe(normalised));

  it('stays as it is when it is normalised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => expect(normalisedName(normalisedName(name))).toBe(normalisedName(name))),
    );
  });

  it('is no proof without the day of birth', () => {
    expect(personKey({ familyName: 'Okello', givenName: 'Amara', bornOn: null })).toBeNull();
    expect(personKey({ familyName: 'OKELLO', givenName: 'Amára', bornOn: '1971-04-02' })).toBe(
      personKey({ familyName: 'Okello', givenName: 'Amara', bornOn: '1971-04-02' }),
    );
    expect(personKey({ familyName: 'A B', givenName: 'C', bornOn: '1971-04-02' })).not.toBe(
      personKey({ familyName: 'A', givenName: 'B C', bornOn: '1971-04-02' }),
    );
  });
});

it.each([
  [' unicef ', 'UNICEF'],
  ['Un Women', 'UN WOMEN'],
  ['  ', ''],
])('the agency %p is written %p', (typed, written) => expect(normalisedAgency(typed)).toBe(written));

describe('closest', () => {
  it('finds what was probably meant, and nothing when nothing is near', () => {
    expect(closest('Given name', ['family_name', 'given_name'])).toBe('given_name');
    expect(closest('lanuages', ['languages', 'trainings'])).toBe('languages');
    expect(closest('shoe size', ['languages', 'trainings'])).toBeUndefined();
    expect(closest('', ['a'])).toBeUndefined();
  });
});

import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { VALIDATION } from '../../platform/http/index.js';
import { ContextDto, contextOf, WeightDto } from './needs.dto.js';

const wrong = (type: typeof ContextDto | typeof WeightDto, body: object): string[] =>
  validateSync(plainToInstance<object, object>(type, body), VALIDATION).map(({ property }) => property);

describe('the situation of a country as it is sent', () => {
  it('needs nothing but the version that was read', () => {
    expect(wrong(ContextDto, { version: 0 })).toEqual([]);
    expect(contextOf(plainToInstance(ContextDto, { version: 0 }))).toEqual({
      flags: [],
      languages: { required: [], desired: [] },
      regionalCapacity: '',
      assessment: '',
      version: 0,
    });
    expect(wrong(ContextDto, {})).toEqual(['version']);
  });

  const english = { language: 'en', level: 3 };
  it.each([
    ['required', [english, { language: 'en', level: 4 }]],
    ['required', [null]],
    ['required', [null, null]],
    ['required', [5]],
    ['required', 'en'],
    ['required', null],
    ['required', [{ language: 'xx', level: 3 }]],
    ['required', [{ language: 'en', level: 5 }]],
    ['required', [{ ...english, more: 1 }]],
    ['desired', Array.from({ length: 11 }, (_, index) => ({ language: index, level: 3 }))],
    ['flags', ['elections', 'elections']],
    ['flags', ['flood']],
    ['flags', 'elections'],
    ['assessment', 'x'.repeat(2001)],
    ['regionalCapacity', null],
    ['version', -1],
    ['version', 'new'],
    ['country', 'KEN'],
  ])('is refused for %s %j', (field, value) => {
    expect(wrong(ContextDto, { version: 0, [field]: value })).toEqual([field]);
  });
});

describe('a weight as it is sent', () => {
  it.each([[0], [100], [null], [undefined]])('may be %p', (weight) => expect(wrong(WeightDto, { weight, reason: 'Because' })).toEqual([]));

  it.each([[-1], [101], [1.5], ['many'], [{}], [[]], [true]])('may not be %p', (weight) => {
    expect(wrong(WeightDto, { weight, reason: 'Because' })).toEqual(['weight']);
  });
});

import { DomainError } from '../errors.js';
import { checkWeights, DEFAULT_WEIGHTS } from './index.js';

function refusal(weights: Record<string, unknown>): DomainError | undefined {
  try {
    checkWeights({ ...DEFAULT_WEIGHTS, ...weights } as typeof DEFAULT_WEIGHTS);
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
}

describe('weights', () => {
  it('are accepted when they are whole numbers that sum to 100', () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ themes: 0, experience: 45 })).toBeUndefined();
  });

  it('are refused with their sum when it is another', () => {
    expect(refusal({ themes: 31 })).toMatchObject({
      code: 'post.weights',
      message: expect.stringContaining('101'),
      fields: [{ field: 'weights' }],
    });
    expect(refusal({ themes: 20 })?.message).toContain('Add 10 more.');
  });

  it.each([[29.5], [-1], [101], [Number.NaN], ['30'], [undefined]])('are refused with the field when one is %p', (themes) => {
    const error = refusal({ themes });
    expect(error).toBeInstanceOf(DomainError);
    expect(error?.fields.map(({ field }) => field)).toEqual(['weights.themes']);
  });
});

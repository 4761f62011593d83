import fc from 'fast-check';
import { someWeights } from '../../test/support/arbitraries.js';
import { DEFAULT_WEIGHTS } from './matching/index.js';
import { CONTEXT_FLAGS } from './needs.js';
import { CONTEXT_PARTS, CRITERIA } from './requirement.js';
import { PROPOSED_CONTEXT_WEIGHT, partsOfSituations, proposedWeights, SITUATIONS, withSituations } from './situations.js';
import { THEMES_WITHOUT_EXPERTISE } from './themes.js';

describe('the situations of a country', () => {
  it.each([...CONTEXT_FLAGS])('%s switches something on, and says where that stands', (flag) => {
    const { parts, themes, source } = SITUATIONS[flag];
    expect(parts.length + themes.length).toBeGreaterThan(0);
    expect(source).toMatch(/TOR|Strategy|Policy/);
    for (const theme of themes) expect(THEMES_WITHOUT_EXPERTISE.has(theme)).toBe(false);
  });

  it('make humanitarian experience count in an emergency, and due diligence where its risk is', () => {
    expect(partsOfSituations(['humanitarian-emergency'])).toEqual([
      'humanitarian-experience',
      'humanitarian-knowledge',
      'humanitarian-training',
    ]);
    expect(partsOfSituations(['hrddp-risk'])).toContain('due-diligence-training');
  });

  it('leave no part of the criterion without a situation that asks for it', () => {
    expect(partsOfSituations(CONTEXT_FLAGS)).toEqual([...CONTEXT_PARTS]);
  });

  it('ask for a part once, however many of them name it', () => {
    expect(partsOfSituations(['disaster', 'humanitarian-emergency'])).toEqual(partsOfSituations(['humanitarian-emergency']));
  });

  it('lift themes and lower none', () => {
    expect(withSituations({ elections: 80, poverty: 3 }, ['elections'])).toEqual({
      elections: 80,
      poverty: 3,
      'freedom-of-association-and-peaceful-assembly': 60,
      'freedom-of-opinion-and-expression': 60,
    });
    expect(withSituations({ poverty: 3 }, [])).toEqual({ poverty: 3 });
  });
});

describe('the weights proposed for a situation', () => {
  it('give it ten and take them from the others in proportion', () => {
    expect(proposedWeights(DEFAULT_WEIGHTS)).toEqual({
      themes: 27,
      experience: 14,
      languages: 14,
      knowledge: 9,
      field: 9,
      country: 9,
      skills: 4,
      trainings: 4,
      education: 0,
      context: 10,
    });
  });

  it('sum to 100 in whole numbers, raise nobody else, and leave what counts already alone', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        const proposed = proposedWeights(weights);
        expect(CRITERIA.reduce((sum, name) => sum + proposed[name], 0)).toBe(100);
        if (weights.context > 0) expect(proposed).toEqual(weights);
        else {
          expect(proposed.context).toBe(PROPOSED_CONTEXT_WEIGHT);
          for (const name of CRITERIA) if (name !== 'context') expect(proposed[name]).toBeLessThanOrEqual(weights[name]);
        }
      }),
    );
  });
});

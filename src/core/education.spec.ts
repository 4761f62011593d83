import { AS_OF, anExpert } from '../../test/support/experts.js';
import { addDays } from './dates.js';
import { bestDegree, educationClass } from './education.js';

const degreesOf = (expert: ReturnType<typeof anExpert>) => expert.build().degrees;

describe('the education class', () => {
  it.each([
    ['advanced', anExpert().degree('masters', 'public-law')],
    ['advanced', anExpert().degree('doctorate', 'other-related')],
    ['advanced', anExpert().degree('masters', 'human-rights', AS_OF)],
    ['first-degree', anExpert().degree('first', 'political-science')],
    ['first-degree', anExpert().degree('first', 'political-science').degree('masters', 'unrelated')],
    ['first-degree', anExpert().degree('first', 'political-science').degree('masters', 'human-rights', addDays(AS_OF, 1))],
    ['advanced', anExpert().degree('masters', 'human-rights', '2025')],
    ['advanced', anExpert().degree('masters', 'human-rights', '2026-10')],
    // AS_OF lies in November 2026: whether it was awarded before is not known.
    ['none', anExpert().degree('masters', 'human-rights', '2026')],
    ['none', anExpert().degree('masters', 'human-rights', '2026-11')],
    ['none', anExpert().degree('masters', 'human-rights', null)],
    ['none', anExpert().degree('doctorate', 'unrelated')],
    ['none', anExpert().degree('secondary', 'human-rights')],
    ['none', anExpert()],
  ])('is %s', (expected, expert) => {
    expect(educationClass(degreesOf(expert), AS_OF)).toBe(expected);
  });
});

describe('the best degree', () => {
  it('is one that counts before a higher one that does not', () => {
    const expert = anExpert()
      .degree('doctorate', 'unrelated', '2001-01-01', { id: 'physics' })
      .degree('masters', 'human-rights', '2005-01-01', { id: 'law' });
    expect(bestDegree(degreesOf(expert), AS_OF)?.id).toBe('law');
  });

  it('is the higher one, then the earlier one, then the one with the smaller id', () => {
    const expert = anExpert()
      .degree('masters', 'human-rights', '2005-01-01', { id: 'c' })
      .degree('masters', 'human-rights', '2004-01-01', { id: 'b' })
      .degree('masters', 'human-rights', '2004-01-01', { id: 'a' });
    expect(bestDegree(degreesOf(expert), AS_OF)?.id).toBe('a');
    expect(
      bestDegree(degreesOf(anExpert().degree('masters', 'public-law', '2004').degree('masters', 'public-law', '2004-06-30')), AS_OF)?.id,
    ).toBe('degree-2');
    expect(bestDegree(degreesOf(expert.degree('doctorate', 'human-rights', '2010-01-01', { id: 'd' })), AS_OF)?.id).toBe('d');
  });

  it('does not exist without degrees', () => {
    expect(bestDegree([], AS_OF)).toBeUndefined();
  });
});

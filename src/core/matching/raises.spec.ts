import { anExpert, anOpenRequirement, type ExpertBuilder } from '../../../test/support/experts.js';
import { raised } from '../../../test/support/raised.js';
import { type ClaimWorth, type CriterionName, FULL_WORTH } from '../requirement.js';
import { explain, type Raise } from './index.js';
import { raisesTo } from './raises.js';
import type { CriterionResult } from './verdicts.js';

type Asked = Parameters<typeof anOpenRequirement>[0];

const resultOf = (criterion: CriterionName, expert: ExpertBuilder, asked: Asked) =>
  explain(expert.build(), anOpenRequirement(asked)).criteria.find((one) => one.criterion === criterion) as CriterionResult;

const raisesFor = (criterion: CriterionName, expert: ExpertBuilder, needed: number, asked: Asked = {}, worth: ClaimWorth = FULL_WORTH) =>
  raisesTo(resultOf(criterion, expert, asked), needed, worth);

describe('a degree', () => {
  it.each([
    ['half of the value', anExpert(), 5000, 'none', 'first-degree'],
    ['more than half', anExpert(), 5001, 'none', 'advanced'],
    ['more than half, from a first-level one', anExpert().degree('first', 'human-rights'), 5001, 'first-degree', 'advanced'],
    ['half, where the only one is unrelated', anExpert().degree('doctorate', 'unrelated'), 1, 'none', 'first-degree'],
    ['half, where the only one is not completed', anExpert().degree('masters', 'human-rights', null), 1, 'none', 'first-degree'],
  ] as const)('for %s', (_, expert, needed, from, to) => {
    expect(raisesFor('education', expert, needed)).toEqual([{ kind: 'degree', from, to }]);
  });
});

describe("the country's situation", () => {
  const context = ['humanitarian-experience', 'humanitarian-knowledge', 'due-diligence-training'] as const;
  const has = anExpert().worked('2020-01-01', '2020-01-10', 'humanitarian').knows('humanitarian-action', 'basic');

  it('leaves the choice between the parts that are enough alone, each no more than needed', () => {
    // Now: 10 of 1,826 days (54), one of four levels (2,500), no training: 2,554 ÷ 3 = 851.
    expect(resultOf('context', has, { context })).toMatchObject({ value: 851 });
    expect(raisesFor('context', has, 2000, { context })).toEqual([
      {
        kind: 'one-of',
        raises: [
          { kind: 'days', of: 'humanitarian', days: 630 },
          { kind: 'knowledge', area: 'humanitarian-action', from: 'basic', to: 'excellent' },
          { kind: 'training', training: 'hrddp' },
        ],
      },
    ]);
    expect(raisesFor('context', has, 4100, { context })).toEqual([
      {
        kind: 'one-of',
        raises: [
          { kind: 'days', of: 'humanitarian', days: 1780 },
          { kind: 'training', training: 'hrddp' },
        ],
      },
    ]);
  });

  it('counts a part as enough that gives exactly what is missing', () => {
    expect(raisesFor('context', anExpert(), 5000, { context: context.slice(1) })).toEqual([
      {
        kind: 'one-of',
        raises: [
          { kind: 'knowledge', area: 'humanitarian-action', from: 'none', to: 'specialist' },
          { kind: 'training', training: 'hrddp' },
        ],
      },
    ]);
  });

  it('names one part where only one is enough, and the fewest together where none is', () => {
    expect(raisesFor('context', has, 4184, { context })).toEqual([{ kind: 'training', training: 'hrddp' }]);
    expect(raisesFor('context', has, 4185, { context })).toEqual([
      { kind: 'training', training: 'hrddp' },
      { kind: 'days', of: 'humanitarian', days: 1 },
    ]);
    expect(raisesFor('context', has, 10_000, { context })).toEqual([
      { kind: 'training', training: 'hrddp' },
      { kind: 'days', of: 'humanitarian', days: 1816 },
      { kind: 'knowledge', area: 'humanitarian-action', from: 'basic', to: 'specialist' },
    ]);
  });

  it('gives nothing where no part is asked for', () => {
    expect(raisesFor('context', has, 1)).toBeUndefined();
  });

  it('would not be enough with a day or a level less', () => {
    const value = (raise: Raise) => {
      const requirement = anOpenRequirement({ context });
      return raised(has.build(), [raise], requirement).map(
        (one) => explain(one, requirement).criteria.find(({ criterion }) => criterion === 'context')?.value,
      );
    };
    expect(value({ kind: 'days', of: 'humanitarian', days: 630 })).toEqual([2001]);
    expect(value({ kind: 'days', of: 'humanitarian', days: 629 })).toEqual([1999]);
    expect(value({ kind: 'knowledge', area: 'humanitarian-action', from: 'basic', to: 'good' })).toEqual([1684]);
  });
});

describe('claims that do not count in full', () => {
  const worth = (said: number, verified: number, assessed: number): ClaimWorth => ({
    'self-declared': said,
    verified,
    'panel-assessed': assessed,
  });
  const good = (worths: ClaimWorth) =>
    [anExpert().expertIn('justice', 'good'), { themes: { justice: 100 }, claimWorth: { themes: worths } }] as const;

  it.each([
    ['are verified where that is worth as much as anything', worth(50, 100, 100), 5000, [{ kind: 'backing', status: 'verified' }]],
    ['are assessed where nothing else is worth as much', worth(50, 90, 100), 5000, [{ kind: 'backing', status: 'panel-assessed' }]],
    ['need more where even the best backing takes something off', worth(50, 60, 80), 4001, 'excellent'],
    ['need no backing where none is worth more', worth(80, 80, 80), 4001, 'excellent'],
  ] as const)('%s', (_, worths, needed, expected) => {
    const raises = raisesFor('themes', good(worths)[0], needed, good(worths)[1], worths);
    const backing = worths['self-declared'] < worths['panel-assessed'] ? [{ kind: 'backing', status: 'panel-assessed' }] : [];
    expect(raises).toEqual(
      expected === 'excellent' ? [...backing, { kind: 'theme', theme: 'justice', from: 'good', to: 'excellent' }] : expected,
    );
  });

  it('never give more than the best backing is worth', () => {
    const worths = worth(50, 60, 80);
    expect(raisesFor('themes', good(worths)[0], 8000, good(worths)[1], worths)).toBeDefined();
    expect(raisesFor('themes', good(worths)[0], 8001, good(worths)[1], worths)).toBeUndefined();
    expect(raisesFor('themes', good(worths)[0], 1, good(worths)[1], worth(0, 0, 0))).toBeUndefined();
  });
});

import { AS_OF, anExpert, anOpenRequirement, aQualifiedExpert, aRequirement, type ExpertBuilder } from '../../../test/support/experts.js';
import { addDays } from '../dates.js';
import { CRITERIA, type CriterionName, type Requirement } from '../requirement.js';
import { explain, type ResultOf } from './index.js';

function result<C extends CriterionName>(criterion: C, expert: ExpertBuilder, requirement: Requirement = anOpenRequirement()): ResultOf<C> {
  return explain(expert.build(), requirement).criteria.find((one) => one.criterion === criterion) as unknown as ResultOf<C>;
}

const P5_DAYS = 3652;
const worked = (days: number) => anExpert().worked('1990-01-01', addDays('1990-01-01', days - 1), 'human-rights');

describe('themes', () => {
  const needs = anOpenRequirement({ themes: { poverty: 50, justice: 100, elections: 0 } });

  it('weigh the level by what the country needs', () => {
    expect(
      result('themes', anExpert().expertIn('justice', 'good').expertIn('torture-and-other-cid-treatment', 'specialist'), needs),
    ).toMatchObject({
      value: 3333,
      reason: {
        code: 'themes',
        themes: [
          { theme: 'justice', need: 100, have: 'good', status: 'self-declared' },
          { theme: 'poverty', need: 50, have: 'none', status: null },
        ],
      },
      evidence: ['theme-1'],
    });
  });

  it('are full for a specialist in every weighted theme', () => {
    expect(result('themes', anExpert().expertIn('justice', 'specialist').expertIn('poverty', 'specialist'), needs).value).toBe(10_000);
  });

  it('are not asked where no theme has weight', () => {
    expect(result('themes', anExpert().expertIn('elections', 'specialist'), anOpenRequirement({ themes: { elections: 0 } }))).toMatchObject(
      { value: 0, reason: { code: 'not-asked' } },
    );
  });

  it('take the higher of two claims, then the better backed one', () => {
    const expert = anExpert()
      .expertIn('justice', 'basic', { status: 'panel-assessed' })
      .expertIn('justice', 'good')
      .expertIn('justice', 'good', { status: 'verified' });
    expect(result('themes', expert, needs)).toMatchObject({
      reason: { themes: [{ have: 'good', status: 'verified' }, {}] },
      evidence: ['theme-3'],
    });
  });
});

describe('experience', () => {
  const p5 = anOpenRequirement({ gates: { humanRightsDays: P5_DAYS } });

  it.each([
    [P5_DAYS - 1, 0],
    [P5_DAYS, 0],
    [P5_DAYS + 1826, 5000],
    [2 * P5_DAYS - 1, 9997],
    [2 * P5_DAYS, 10_000],
    [3 * P5_DAYS, 10_000],
  ])('of %i days beside a minimum of ten years is worth %i', (days, value) => {
    expect(result('experience', worked(days), p5)).toMatchObject({
      value,
      reason: { code: 'days-beyond', have: days, minimum: P5_DAYS, top: 2 * P5_DAYS },
      evidence: ['job-1'],
    });
  });

  it('is measured against ten years where there is no minimum', () => {
    expect(result('experience', worked(1826))).toMatchObject({ value: 5000, reason: { minimum: 0, top: P5_DAYS } });
  });
});

describe('languages', () => {
  const desired = anOpenRequirement({
    desiredLanguages: [
      { language: 'sw', level: 3 },
      { language: 'fr', level: 3 },
    ],
  });

  it('count up to the desired level and no further', () => {
    expect(result('languages', anExpert().speaks('sw', 4).speaks('fr', 1), desired)).toMatchObject({
      value: 6666,
      reason: {
        code: 'levels',
        languages: [
          { language: 'sw', have: 4, need: 3 },
          { language: 'fr', have: 1, need: 3 },
        ],
      },
      evidence: ['language-1', 'language-2'],
    });
  });

  it('are not asked where none is desired', () => {
    expect(result('languages', anExpert().speaks('sw', 4))).toMatchObject({ value: 0, reason: { code: 'not-asked' } });
  });
});

describe('knowledge', () => {
  it('is the depth beyond the essential levels', () => {
    expect(result('knowledge', aQualifiedExpert(), aRequirement('P-5')).value).toBe(0);
    expect(result('knowledge', aQualifiedExpert().knows('mandates', 'specialist'), aRequirement('P-5'))).toMatchObject({
      value: 3333,
      reason: {
        code: 'depth',
        areas: [{ area: 'machinery' }, { area: 'mandates', have: 'specialist', need: 'excellent' }, { area: 'development-programming' }],
      },
      evidence: ['knowledge-1', 'knowledge-4', 'knowledge-3'],
    });
  });

  it('does not set a lack in one area against depth in another', () => {
    const expert = anExpert().knows('machinery', 'none').knows('mandates', 'specialist').knows('development-programming', 'specialist');
    expect(result('knowledge', expert, aRequirement('P-5')).value).toBe(10_000);
  });

  it('counts from nothing in areas that are not essential', () => {
    expect(result('knowledge', anExpert().knows('machinery', 'excellent')).value).toBe(2500);
  });

  it('is not asked where every essential level is the highest', () => {
    const top = aRequirement('P-5', {
      gates: { knowledge: { machinery: 'specialist', mandates: 'specialist', 'development-programming': 'specialist' } },
    });
    expect(result('knowledge', aQualifiedExpert(), top)).toMatchObject({ value: 0, reason: { code: 'not-asked' } });
  });
});

describe('field', () => {
  it('counts a day that is both development and humanitarian once, up to five years', () => {
    const expert = anExpert().worked('2020-01-01', addDays('2020-01-01', 912), ['development', 'humanitarian']);
    expect(result('field', expert)).toMatchObject({ value: 5000, reason: { code: 'days', have: 913, top: 1826 }, evidence: ['job-1'] });
    expect(result('field', anExpert().worked('2000-01-01', null, 'humanitarian')).value).toBe(10_000);
  });
});

describe('country', () => {
  const days = (count: number) => addDays('2020-01-01', count - 1);

  it('counts a day in the country as two in its region', () => {
    const expert = anExpert()
      .worked('2020-01-01', days(100), 'human-rights', { countries: ['KEN'] })
      .worked('2021-01-01', addDays('2021-01-01', 91), 'development', { countries: ['UGA', 'ALB'] })
      .worked('2022-01-01', '2022-12-31', 'development', { countries: ['ALB'] });
    expect(result('country', expert)).toMatchObject({
      value: 2000,
      reason: { code: 'country-days', country: 'KEN', countryDays: 100, regionDays: 92, top: 1460 },
      evidence: ['job-1', 'job-2'],
    });
  });

  it('is full after two years in the country', () => {
    expect(result('country', anExpert().worked('2020-01-01', days(730), 'human-rights', { countries: ['KEN'] })).value).toBe(10_000);
    expect(result('country', anExpert().worked('2020-01-01', days(729), 'human-rights', { countries: ['KEN'] })).value).toBe(9986);
  });

  it('does not point at jobs that were not counted', () => {
    const expert = anExpert().worked('2020-01-01', days(100), 'human-rights', { countries: ['KEN'], engagement: 'internship' });
    expect(result('country', expert)).toMatchObject({ value: 0, evidence: [] });
  });
});

describe('skills', () => {
  it('are advocacy and sensitivity', () => {
    expect(
      result('skills', anExpert().knows('advocacy', 'specialist').knows('sensitivity', 'basic').knows('machinery', 'specialist')),
    ).toMatchObject({
      value: 6250,
      reason: {
        code: 'levels',
        areas: [
          { area: 'advocacy', have: 'specialist' },
          { area: 'sensitivity', have: 'basic' },
        ],
      },
      evidence: ['knowledge-1', 'knowledge-2'],
    });
  });
});

describe('trainings', () => {
  it('count once the last day that their date can mean has come', () => {
    const expert = anExpert().trained('hrba', '2025').trained('bsafe', '2026-10').trained('induction', '2026-11').trained('hrddp', '2026');
    expect(result('trainings', expert).reason).toMatchObject({ trainings: [{ kind: 'hrba', completedOn: '2025' }, { kind: 'bsafe' }] });
  });

  it('count once for each kind, and only when completed by the as-of date', () => {
    const expert = anExpert()
      .trained('hrba', '2012-01-01')
      .trained('hrba', '2020-01-01')
      .trained('bsafe', AS_OF)
      .trained('hrddp', addDays(AS_OF, 1));
    expect(result('trainings', expert)).toMatchObject({
      value: 5000,
      reason: { code: 'trainings', trainings: [{ kind: 'hrba', completedOn: '2020-01-01' }, { kind: 'bsafe' }], top: 4 },
      evidence: ['training-2', 'training-3'],
    });
  });

  it('are full with four', () => {
    const expert = anExpert().trained('hrba').trained('bsafe').trained('hrddp').trained('induction').trained('humanitarian-action');
    expect(result('trainings', expert).value).toBe(10_000);
  });
});

it('every value carries its weight, and the points sum to the total', () => {
  const weights = {
    themes: 1,
    experience: 2,
    languages: 3,
    knowledge: 4,
    field: 20,
    country: 20,
    skills: 25,
    trainings: 22,
    education: 2,
    context: 1,
  };
  const expert = aQualifiedExpert().trained('hrba').knows('advocacy', 'good').knows('mandates', 'specialist');
  const { criteria, total } = explain(expert.build(), aRequirement('P-5', { weights }));
  expect(criteria.map(({ criterion }) => criterion)).toEqual([...CRITERIA]);
  for (const { criterion, weight, value, points } of criteria)
    expect([weight, points]).toEqual([weights[criterion], weights[criterion] * value]);
  expect(total).toBe(criteria.reduce((sum, { points }) => sum + points, 0));
});

import { AS_OF, anExpert, anOpenRequirement, aQualifiedExpert, aRequirement, type ExpertBuilder } from '../../../test/support/experts.js';
import { addDays, daysOfYears } from '../dates.js';
import { minimumDays } from '../grades.js';
import type { ContextPart, Requirement } from '../requirement.js';
import { explain, type GateName, type GateReasons, type VerdictOf } from './index.js';

function verdict<G extends GateName>(gate: G, expert: ExpertBuilder, requirement: Requirement = aRequirement('P-5')): VerdictOf<G> {
  return explain(expert.build(), requirement).gates.find((one) => one.gate === gate) as unknown as VerdictOf<G>;
}

/** Works on full time for exactly so many days, beginning with 2000-01-01. */
const worked = (days: number) => anExpert().worked('2000-01-01', addDays('2000-01-01', days - 1), 'human-rights');

describe('roster', () => {
  it('is met by an active member of either roster', () => {
    expect(verdict('roster', anExpert().onRoster('interagency', { agency: 'UNDP', until: AS_OF }))).toEqual({
      gate: 'roster',
      met: true,
      reason: { code: 'active', membership: { roster: 'interagency', agency: 'UNDP', state: 'active', since: '2010-01-01', until: AS_OF } },
      evidence: [],
    });
  });

  it.each([
    ['not vetted yet', { state: 'under-vetting' }],
    ['ended the day before', { until: addDays(AS_OF, -1) }],
    ['begins the day after', { since: addDays(AS_OF, 1) }],
  ] as const)('is missed by a membership that is %s, and shows it', (_, details) => {
    const { met, reason } = verdict('roster', anExpert().onRoster('external', details));
    expect([met, reason]).toEqual([false, { code: 'not-active', memberships: [expect.objectContaining(details)] }]);
  });

  it('is missed without a membership', () => {
    expect(verdict('roster', anExpert().withoutMembership()).reason).toEqual({ code: 'no-membership' });
  });
});

describe('education', () => {
  const inLieu = aRequirement('P-5', { educationInLieu: true });
  const enough = daysOfYears(10) + 730;

  it('is met by an advanced degree in a related field', () => {
    const degree = { level: 'masters', field: 'other-related', awardedOn: '2005-06-30', status: 'verified' } as const;
    expect(verdict('education', anExpert().degree('masters', 'other-related', '2005-06-30', { status: 'verified' }))).toEqual({
      gate: 'education',
      met: true,
      reason: { code: 'advanced-degree', degree },
      evidence: ['degree-1'],
    });
  });

  it('is missed by a first-level degree, however long the experience, unless the post has the in-lieu policy', () => {
    expect(verdict('education', worked(enough).degree('first', 'public-law'))).toMatchObject({
      met: false,
      reason: { code: 'no-advanced-degree', best: { level: 'first' }, days: null },
    });
  });

  it('is met in lieu by two years more than the minimum, and says that the policy decided', () => {
    expect(verdict('education', worked(enough).degree('first', 'public-law'), inLieu)).toMatchObject({
      met: true,
      reason: { code: 'in-lieu', degree: { level: 'first' }, days: { have: enough, need: enough } },
      evidence: ['degree-1', 'job-1'],
    });
  });

  it('is missed in lieu by one day less, and says how many are needed', () => {
    expect(verdict('education', worked(enough - 1).degree('first', 'public-law'), inLieu)).toMatchObject({
      met: false,
      reason: { code: 'no-advanced-degree', days: { have: enough - 1, need: enough } },
    });
  });

  it('does not use the in-lieu policy for somebody with an advanced degree, nor for an unrelated first degree', () => {
    expect(verdict('education', anExpert().degree('first', 'public-law').degree('masters', 'public-law'), inLieu).reason.code).toBe(
      'advanced-degree',
    );
    expect(verdict('education', worked(enough).degree('first', 'unrelated'), inLieu)).toMatchObject({ met: false, reason: { days: null } });
  });

  it('is missed without any degree', () => {
    expect(verdict('education', anExpert())).toMatchObject({ met: false, reason: { code: 'no-advanced-degree', best: null } });
  });
});

describe('experience', () => {
  const field = { code: 'days', need: 3652, fieldNeed: 1 } as const;

  it('is met by ten calendar years with a day of development or humanitarian work', () => {
    const expert = anExpert().worked('2001-01-01', '2010-12-31', 'human-rights').worked('2011-01-01', '2011-01-01', 'humanitarian');
    expect(verdict('experience', expert)).toEqual({
      gate: 'experience',
      met: true,
      reason: { ...field, have: 3652, fieldHave: 1 },
      evidence: ['job-1', 'job-2'],
    });
  });

  it('is missed by a day less, and says how many there are', () => {
    const expert = anExpert().worked('2001-01-01', '2010-12-30', ['human-rights', 'development']);
    expect(verdict('experience', expert)).toMatchObject({ met: false, reason: { ...field, have: 3651, fieldHave: 3651 } });
  });

  it('is missed without development or humanitarian experience, unless it is not asked for', () => {
    const expert = worked(3652);
    expect(verdict('experience', expert)).toMatchObject({ met: false, reason: { have: 3652, fieldHave: 0, fieldNeed: 1 } });
    expect(verdict('experience', expert, aRequirement('P-5', { gates: { fieldExperience: false } }))).toMatchObject({
      met: true,
      reason: { fieldNeed: 0 },
    });
  });

  it.each([
    ['P-2', 730],
    ['P-3', 1826],
    ['P-4', 2556],
    ['P-5', 3652],
  ] as const)('asks %s for %i days', (level, days) => {
    const requirement = aRequirement(level, { gates: { fieldExperience: false } });
    expect(verdict('experience', worked(days), requirement).met).toBe(true);
    expect(verdict('experience', worked(days - 1), requirement).met).toBe(false);
  });
});

describe('knowledge', () => {
  it.each([
    ['machinery', 'specialist', 'excellent'],
    ['mandates', 'excellent', 'good'],
    ['development-programming', 'good', 'basic'],
  ] as const)('of %s has to be %s', (area, enough, tooLittle) => {
    expect(verdict(area, anExpert().knows(area, enough, { status: 'panel-assessed' }))).toEqual({
      gate: area,
      met: true,
      reason: { code: 'level', area, have: enough, need: enough, status: 'panel-assessed' },
      evidence: ['knowledge-1'],
    });
    expect(verdict(area, anExpert().knows(area, tooLittle))).toMatchObject({ met: false, reason: { have: tooLittle, need: enough } });
    expect(verdict(area, anExpert())).toMatchObject({ met: false, reason: { have: 'none', need: enough, status: null }, evidence: [] });
  });
});

describe('languages', () => {
  const both = aRequirement('P-5', {
    gates: {
      languages: [
        { language: 'en', level: 3 },
        { language: 'fr', level: 4 },
      ],
    },
  });

  it('are all required: one of them is not enough', () => {
    expect(verdict('languages', anExpert().speaks('en', 4).speaks('fr', 3), both)).toEqual({
      gate: 'languages',
      met: false,
      reason: {
        code: 'levels',
        languages: [
          { language: 'en', have: 4, need: 3, status: 'self-declared' },
          { language: 'fr', have: 3, need: 4, status: 'self-declared' },
        ],
      },
      evidence: ['language-1', 'language-2'],
    });
  });

  it('are met by everybody who has each at its level', () => {
    expect(verdict('languages', anExpert().speaks('en', 3).speaks('fr', 4), both).met).toBe(true);
    expect(verdict('languages', anExpert().speaks('en', 3), both)).toMatchObject({
      met: false,
      reason: { languages: [{}, { have: 0, need: 4, status: null }] },
    });
  });
});

describe('skills of the TOR that a post makes essential', () => {
  it.each(['advocacy', 'sensitivity'] as const)('%s has to be at the level that the post names', (area) => {
    const asked = aRequirement('P-5', { gates: { skills: { [area]: 'excellent' } } });
    expect(verdict(area, anExpert().knows(area, 'excellent', { status: 'verified' }), asked)).toEqual({
      gate: area,
      met: true,
      reason: { code: 'level', area, have: 'excellent', need: 'excellent', status: 'verified' },
      evidence: ['knowledge-1'],
    });
    expect(verdict(area, anExpert().knows(area, 'good'), asked)).toMatchObject({ met: false, reason: { have: 'good', need: 'excellent' } });
    expect(verdict(area, anExpert(), asked)).toMatchObject({ met: false, reason: { have: 'none', status: null }, evidence: [] });
  });
});

describe('additional qualifications that a post makes essential', () => {
  const asking = (...additional: ContextPart[]) => aRequirement('P-5', { gates: { additional } });

  it('ask for a whole day of humanitarian experience', () => {
    const asked = asking('humanitarian-experience');
    expect(verdict('additional', anExpert().worked('2015-01-01', '2015-01-01', 'humanitarian'), asked)).toEqual({
      gate: 'additional',
      met: true,
      reason: { code: 'parts', parts: [{ part: 'humanitarian-experience', kind: 'experience', met: true, have: 1, need: 1 }] },
      evidence: ['job-1'],
    });
    const half = anExpert().worked('2015-01-01', '2015-01-01', 'humanitarian', { percentage: 50 });
    expect(verdict('additional', half, asked)).toMatchObject({ met: false, reason: { parts: [{ met: false, have: 0 }] } });
    expect(verdict('additional', anExpert().worked('2015-01-01', null, 'development'), asked).met).toBe(false);
  });

  it.each([
    ['humanitarian-knowledge', 'humanitarian-action'],
    ['mandates-knowledge', 'mandates'],
    ['machinery-knowledge', 'machinery'],
    ['programming-knowledge', 'development-programming'],
  ] as const)('ask for good knowledge: %s', (part, area) => {
    expect(verdict('additional', anExpert().knows(area, 'good'), asking(part))).toMatchObject({
      met: true,
      reason: { parts: [{ part, kind: 'knowledge', met: true, have: 'good', need: 'good', status: 'self-declared' }] },
      evidence: ['knowledge-1'],
    });
    expect(verdict('additional', anExpert().knows(area, 'basic'), asking(part)).met).toBe(false);
  });

  it.each([
    ['humanitarian-training', 'humanitarian-action'],
    ['due-diligence-training', 'hrddp'],
    ['rights-based-training', 'hrba'],
  ] as const)('ask for a training that is completed by the as-of day: %s', (part, kind) => {
    expect(verdict('additional', anExpert().trained(kind, AS_OF), asking(part))).toMatchObject({
      met: true,
      reason: { parts: [{ part, kind: 'training', met: true, training: { kind, completedOn: AS_OF } }] },
      evidence: ['training-1'],
    });
    expect(verdict('additional', anExpert().trained(kind, addDays(AS_OF, 1)), asking(part))).toMatchObject({
      met: false,
      reason: { parts: [{ met: false, training: null }] },
    });
  });

  it('ask for every part that is named, each once and in a fixed order', () => {
    const asked = asking('rights-based-training', 'humanitarian-knowledge', 'rights-based-training');
    expect(verdict('additional', anExpert().trained('hrba'), asked)).toMatchObject({
      met: false,
      reason: {
        parts: [
          { part: 'humanitarian-knowledge', met: false },
          { part: 'rights-based-training', met: true },
        ],
      },
    });
    expect(verdict('additional', anExpert().trained('hrba').knows('humanitarian-action', 'specialist'), asked).met).toBe(true);
  });
});

it('gates on request are told only where they are asked for, so that other explanations stay what they were', () => {
  const told = (requirement: Requirement) => explain(aQualifiedExpert().build(), requirement).gates.map(({ gate }) => gate);
  const always = ['roster', 'education', 'experience', 'machinery', 'mandates', 'development-programming', 'languages'];
  expect(told(aRequirement('P-5'))).toEqual(always);
  expect(told(aRequirement('P-5', { gates: { additional: [], skills: { advocacy: 'none' } } }))).toEqual(always);
  expect(told(aRequirement('P-5', { gates: { additional: ['mandates-knowledge'], skills: { sensitivity: 'basic' } } }))).toEqual([
    ...always,
    'additional',
    'sensitivity',
  ]);
});

it('every gate but the roster can be switched off', () => {
  const { gates, eligible } = explain(anExpert().build(), anOpenRequirement());
  expect(eligible).toBe(true);
  expect(
    gates.filter(({ gate }) => gate !== 'roster').every(({ reason }) => (reason as GateReasons['education']).code === 'not-asked'),
  ).toBe(true);
});

it('a person who meets all gates but one is not eligible', () => {
  expect(explain(aQualifiedExpert().build(), aRequirement('P-5')).eligible).toBe(true);
  expect(explain(aQualifiedExpert().withoutMembership().build(), aRequirement('P-5')).eligible).toBe(false);
});

describe('the minimum of each level', () => {
  it.each([
    ['P-2', 730],
    ['P-3', 1826],
    ['P-4', 2556],
    ['P-5', 3652],
  ] as const)('at %s is met by %i days and missed by one less, by as much as is said', (level, days) => {
    const asked = aRequirement(level, { gates: { fieldExperience: false } });
    expect(verdict('experience', worked(days), asked).met).toBe(true);
    expect(verdict('experience', worked(days - 1), asked)).toMatchObject({ met: false, reason: { have: days - 1, need: days } });
  });

  it.each(['P-2', 'P-3', 'P-4'] as const)('at %s has its own two years more in lieu of an advanced degree', (level) => {
    const need = minimumDays(level) + 730;
    const asked = aRequirement(level, { educationInLieu: true });
    expect(verdict('education', worked(need).degree('first', 'public-law'), asked)).toMatchObject({
      met: true,
      reason: { code: 'in-lieu' },
    });
    expect(verdict('education', worked(need - 1).degree('first', 'public-law'), asked)).toMatchObject({ met: false });
  });
});

import { aQualifiedExpert, aRequirement } from '../../test/support/experts.js';
import { KNOWLEDGE_LEVELS } from './knowledge.js';
import { explain } from './matching/index.js';
import { type FullScores, PANEL_CRITERIA, RATINGS, type Rating } from './panel.js';
import { assess, assessedLevel, panelClaims } from './panel-claims.js';

const BY = { as: 'panel', by: 'panel-1', on: '2026-11-24', how: 'As decided' } as const;
const BACKING = { status: 'panel-assessed', ...BY };
const requirement = aRequirement('P-5');
const expert = aQualifiedExpert().worked('2000', '2000', 'development', { engagement: 'internship' }).degree('first', 'public-law').build();
const seen = { requirement, gates: explain(expert, requirement).gates, evidence: expert };
const rated = (rating: Rating, others: Partial<FullScores> = {}) =>
  ({ ...Object.fromEntries(PANEL_CRITERIA.map((name) => [name, rating])), ...others }) as FullScores;
const found = (scores: FullScores, over = seen) => panelClaims(scores, over).flatMap(({ claims }) => claims);

describe('the level that a rating stands for', () => {
  it.each([
    ['specialist', ['none', 'basic', 'specialist', 'specialist', 'specialist']],
    ['excellent', ['none', 'basic', 'excellent', 'specialist', 'specialist']],
    ['good', ['none', 'basic', 'good', 'excellent', 'specialist']],
    ['basic', ['none', 'none', 'basic', 'good', 'excellent']],
    ['none', ['none', 'none', 'none', 'basic', 'good']],
  ] as const)('where %s is asked', (asked, levels) => {
    expect(RATINGS.map((rating) => assessedLevel(rating, asked))).toEqual(levels);
  });

  it('never falls when the rating rises', () => {
    for (const asked of KNOWLEDGE_LEVELS)
      for (const rating of [1, 2, 3, 4] as const)
        expect(KNOWLEDGE_LEVELS.indexOf(assessedLevel((rating + 1) as Rating, asked))).toBeGreaterThanOrEqual(
          KNOWLEDGE_LEVELS.indexOf(assessedLevel(rating, asked)),
        );
  });
});

describe('what a consensus says about claims', () => {
  it('covers every criterion, in the order of the TOR', () => {
    expect(panelClaims(rated(3), seen).map(({ criterion }) => criterion)).toEqual(PANEL_CRITERIA);
  });

  it('takes "meets what is asked" as the levels of the post, the degree and the jobs that met the gates', () => {
    expect(found(rated(3))).toEqual([
      { kind: 'piece', part: 'degrees', id: 'degree-1' },
      { kind: 'piece', part: 'experience', id: 'job-1' },
      { kind: 'knowledge', area: 'machinery', level: 'specialist' },
      { kind: 'knowledge', area: 'mandates', level: 'excellent' },
      { kind: 'knowledge', area: 'development-programming', level: 'good' },
      { kind: 'knowledge', area: 'advocacy', level: 'good' },
      { kind: 'knowledge', area: 'sensitivity', level: 'good' },
      { kind: 'language', language: 'en', level: 3 },
    ]);
  });

  it('says nothing of what a candidate does not show', () => {
    expect(found(rated(1))).toEqual([]);
    expect(found(rated(2)).map((claim) => claim.kind === 'knowledge' && claim.level)).toEqual([
      'basic',
      'basic',
      'basic',
      'basic',
      'basic',
    ]);
  });

  it('takes the level of the TOR where the post makes an area desirable', () => {
    const open = { ...seen, requirement: aRequirement('P-5', { gates: { knowledge: {} } }) };
    expect(found(rated(1, { machinery: 3 }), open)).toEqual([{ kind: 'knowledge', area: 'machinery', level: 'specialist' }]);
  });

  it('takes the level of a skill that the post makes essential', () => {
    const strict = { ...seen, requirement: aRequirement('P-5', { gates: { skills: { advocacy: 'excellent' } } }) };
    expect(found(rated(1, { advocacy: 3, sensitivity: 3 }), strict)).toEqual([
      { kind: 'knowledge', area: 'advocacy', level: 'excellent' },
      { kind: 'knowledge', area: 'sensitivity', level: 'good' },
    ]);
  });

  it('takes what is asked additionally as humanitarian action where a gate asks for it', () => {
    const essential = { ...seen, requirement: aRequirement('P-5', { gates: { additional: ['humanitarian-training'] } }) };
    expect(found(rated(1, { additional: 3 }), essential)).toEqual([{ kind: 'knowledge', area: 'humanitarian-action', level: 'good' }]);
  });

  it('takes what is asked additionally as humanitarian action only where the situation asks for it', () => {
    const humanitarian = { ...seen, requirement: aRequirement('P-5', { context: ['humanitarian-knowledge'] }) };
    expect(found(rated(1, { additional: 4 }), humanitarian)).toEqual([
      { kind: 'knowledge', area: 'humanitarian-action', level: 'excellent' },
    ]);
    expect(found(rated(1, { additional: 5 }))).toEqual([]);
  });
});

describe('a profile with what a panel found out', () => {
  const { claims, overtaken } = assess(expert, found(rated(3)), expert, BY);

  it('has the panel beside the person, and never over them', () => {
    expect(overtaken).toEqual([]);
    expect(claims.knowledge.filter(({ area }) => area === 'mandates')).toEqual([
      expert.knowledge.find(({ area }) => area === 'mandates'),
      { area: 'mandates', level: 'excellent', status: 'panel-assessed', backing: [BACKING] },
    ]);
    expect(claims.languages).toEqual([...expert.languages, { language: 'en', level: 3, status: 'panel-assessed', backing: [BACKING] }]);
    expect(claims.experience.map(({ id, status, backing }) => [id, status, backing])).toEqual([
      ['job-1', 'panel-assessed', [BACKING]],
      ['job-2', 'self-declared', undefined],
    ]);
    expect(claims.degrees.map(({ status }) => status)).toEqual(['panel-assessed', 'self-declared']);
    expect([claims.themes, claims.trainings]).toEqual([expert.themes, expert.trainings]);
  });

  it('replaces what an earlier panel found out, in those areas only', () => {
    const withIds = { ...expert, knowledge: claims.knowledge.map((claim, index) => ({ ...claim, id: `k-${index}` })) };
    const later = { ...BY, by: 'panel-2', on: '2027-01-01' };
    const again = assess(withIds, [{ kind: 'knowledge', area: 'mandates', level: 'good' }], expert, later).claims.knowledge;
    const panels = again
      .filter(({ status }) => status === 'panel-assessed')
      .map(({ area, level, backing }) => [area, level, backing?.[0]?.by]);
    expect(panels.filter(([area]) => area === 'mandates')).toEqual([['mandates', 'good', 'panel-2']]);
    expect(panels).toHaveLength(5);
    expect(again.filter(({ status }) => status === 'self-declared')).toEqual(withIds.knowledge.slice(0, 3));
  });

  it('leaves a job or a degree that was changed or taken out since the panel saw it, and says so', () => {
    const changed = { ...expert, degrees: [], experience: expert.experience.map((job) => ({ ...job, percentage: 50 })) };
    const late = assess(changed, found(rated(3)), expert, BY);
    expect(late.claims.experience).toEqual(changed.experience);
    expect(late.overtaken).toEqual([
      { kind: 'piece', part: 'degrees', id: 'degree-1' },
      { kind: 'piece', part: 'experience', id: 'job-1' },
    ]);
  });

  it('keeps who verified a piece before', () => {
    const verified = { status: 'verified', as: 'recruiter', by: 'account-1', on: '2020-01-01', how: '' } as const;
    const before = {
      ...expert,
      degrees: expert.degrees.map((degree) => ({ ...degree, status: 'verified' as const, backing: [verified] })),
    };
    expect(assess(before, found(rated(3)), before, BY).claims.degrees[0]?.backing).toEqual([verified, BACKING]);
  });
});

import { anExpert, aQualifiedExpert, aRequirement, type ExpertBuilder } from '../../../test/support/experts.js';
import { explain, ineligible, Pool, rank } from '../../core/matching/index.js';
import type { Requirement } from '../../core/requirement.js';
import { evidenceOf } from './evidence.js';
import { shortlistText, TEXT_WIDTH } from './shortlist-text.js';
import { claimsBehind, type ShortlistView } from './shortlist-view.js';

/** The view of a run over these people, as the services make it. */
function aView(
  experts: readonly ExpertBuilder[],
  requirement: Requirement = aRequirement('P-5'),
  name: string | null = 'Amara Okello',
): ShortlistView {
  const pool = Pool.of(
    experts.map((expert) => expert.build()),
    requirement.asOf,
  );
  const ranking = rank(pool, requirement, 50);
  const others = ineligible(pool, requirement);
  const top = ranking.top.map(({ rank: position, number, expertId, total }) => {
    const profile = pool.profile(number);
    if (!profile) throw new Error('not in the pool');
    const [explanation, evidence] = [explain(profile, requirement), evidenceOf(profile)];
    return {
      rank: position,
      number,
      expertId,
      name,
      total,
      explanation,
      evidence,
      claims: claimsBehind(explanation, evidence),
      availability: null,
    };
  });
  return {
    run: {
      id: 'run',
      postId: 'post',
      postVersion: 1,
      rubricVersion: ranking.rubricVersion,
      requirement,
      asOf: requirement.asOf,
      rosterRevision: 7,
      snapshotId: null,
      size: 50,
      considered: ranking.considered,
      eligible: ranking.eligible,
      unmetByGate: ranking.unmetByGate,
      runBy: 'account',
      runAt: '2026-11-24T10:00:00.000Z',
    },
    post: { id: 'post', country: 'KEN', level: 'P-5', state: 'draft', version: 1 },
    top,
    ineligible: {
      items: others.map(({ number, expertId, unmet }) => ({ number, expertId, name, unmet })),
      total: others.length,
      page: 1,
      pageSize: 25,
    },
  };
}

describe('a shortlist in a terminal', () => {
  const view = aView([aQualifiedExpert(12), aQualifiedExpert(4).trained('hrba'), anExpert(9).speaks('en', 4)]);
  const lines = shortlistText(view, { reasonsFor: 1 }).split('\n');

  it('fits into a terminal', () => {
    expect(lines.filter((line) => line.length > TEXT_WIDTH)).toEqual([]);
  });

  it('fits even when every criterion weighs something and somebody has the full score', () => {
    const weights = { ...aRequirement('P-5').weights, themes: 20, education: 5, context: 5 };
    const [full] = aView([aQualifiedExpert(100_001)], aRequirement('P-5', { weights })).top;
    if (!full) throw new Error('nobody is eligible');
    const wide = { ...aView([], aRequirement('P-5', { weights })), top: [{ ...full, rank: 1_000, total: 1_000_000 }] };
    const text = shortlistText(wide).split('\n');
    expect(text.filter((line) => line.length > TEXT_WIDTH)).toEqual([]);
    expect(text.some((line) => line.startsWith('1000 100001 100.0000'))).toBe(true);
  });

  it('says what was asked, of whom, and by which rule', () => {
    const text = lines.join('\n');
    expect(text).toContain('SHORTLIST  Human Rights Adviser to RC/UNCT, P-5, Kenya');
    expect(text).toContain('3 considered, 2 eligible, 1 not');
    expect(text).toContain('equal totals by roster number, lowest first');
    expect(text).toContain('a human decides');
  });

  it('has a row for each of the top whose columns are the points, and opens as many as asked', () => {
    const rows = lines.filter((line) => /^ +[12] +(4|12) /.test(line));
    expect(rows.map((row) => row.trim().split(/ +/).slice(0, 2))).toEqual([
      ['1', '4'],
      ['2', '12'],
    ]);
    const [total, ...parts] = (rows[0] ?? '')
      .trim()
      .split(/ +/)
      .slice(2)
      .map((text) => Math.round(Number(text) * 10_000));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(parts).toHaveLength(8);
    expect(lines.filter((line) => line.includes('✓ Professional experience'))).toHaveLength(1);
  });

  it('lists who is not eligible with every gate and the distance', () => {
    const text = lines.join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('NOT ELIGIBLE 1 person, none hidden.');
    expect(text).toContain('Needs 3,652 days of human-rights experience, has 0: 3,652 days short.');
    expect(text).toContain('has no degree in the profile');
  });

  it('labels whoever is eligible by the in-lieu policy alone', () => {
    const firstDegree = anExpert(3)
      .degree('first', 'public-law')
      .worked('2000-01-01', '2019-12-31', ['human-rights', 'development'])
      .knows('machinery', 'specialist')
      .knows('mandates', 'excellent')
      .knows('development-programming', 'good')
      .speaks('en', 4);
    const text = (experts: readonly ExpertBuilder[]) =>
      shortlistText(aView(experts, aRequirement('P-5', { educationInLieu: true })), { reasonsFor: 0 });
    expect(text([firstDegree])).toContain('Education in lieu');
    expect(text([aQualifiedExpert()])).not.toContain('Education in lieu');
  });

  it('names nobody to whoever may not see names', () => {
    const text = shortlistText(aView([aQualifiedExpert(12), anExpert(9)], aRequirement('P-5'), null));
    expect(text).not.toMatch(/Okello|null/);
  });

  it('says that there is nobody yet', () => {
    const text = shortlistText(aView([]));
    expect(text).toContain('Nobody is on the rosters yet.');
    expect(text).not.toContain('NOT ELIGIBLE');
  });

  it('says what stands in the way when nobody is eligible', () => {
    expect(shortlistText(aView([anExpert(9)]))).toContain('Nobody meets every gate.');
  });
});

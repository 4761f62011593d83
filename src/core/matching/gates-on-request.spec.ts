import { fictionalRoster } from '../../../test/bench/roster.js';
import { AS_OF, anExpert, aRequirement } from '../../../test/support/experts.js';
import type { Requirement } from '../requirement.js';
import { diffRuns, explain, type FrozenRun, ineligible, Pool, rank, relaxed, replay } from './index.js';

const ROSTER = [...fictionalRoster(80)];
const USUAL = aRequirement('P-4', { gates: { knowledge: {}, humanRightsDays: 1000 } });
const STRICT = aRequirement('P-4', {
  gates: { knowledge: {}, humanRightsDays: 1000, additional: ['rights-based-training'], skills: { advocacy: 'good' } },
});

function frozen(requirement: Requirement): FrozenRun {
  const pool = Pool.of(ROSTER, AS_OF);
  const { top, ...counts } = rank(pool, requirement, 100);
  return JSON.parse(
    JSON.stringify({
      ...counts,
      requirement,
      size: 100,
      ranked: top.map(({ number, expertId, rank: position, total }) => ({
        number,
        expertId,
        position,
        total,
        explanation: explain(ROSTER[number - 1] as (typeof ROSTER)[number], requirement),
      })),
      others: ineligible(pool, requirement).map((one, index) => ({ ...one, position: index + 1 })),
    }),
  ) as FrozenRun;
}

/** As it was kept before these gates were there. */
function asBefore({ unmetByGate, ...run }: FrozenRun): FrozenRun {
  const { additional: _, advocacy: __, sensitivity: ___, ...known } = unmetByGate;
  return { ...run, unmetByGate: known as FrozenRun['unmetByGate'] };
}

describe('gates on request', () => {
  it('leave a run of the time before them as it was: it replays to the same result', () => {
    const run = asBefore(frozen(USUAL));
    expect(run.ranked[0]?.explanation.gates).toHaveLength(7);
    expect(replay(run, ROSTER)).toMatchObject({ equal: true, people: ROSTER.length });
  });

  it('are replayed with the run that asked for them, and every verdict is compared', () => {
    const run = frozen(STRICT);
    expect(run.unmetByGate.additional).toBeGreaterThan(0);
    expect(run.eligible).toBeGreaterThan(0);
    expect(replay(run, ROSTER).equal).toBe(true);
    const [first] = run.ranked as [(typeof run.ranked)[number]];
    const gates = first.explanation.gates.map((one) => ({ ...one, met: one.gate === 'advocacy' ? false : one.met }));
    const touched = { ...run, ranked: [{ ...first, explanation: { ...first.explanation, gates } }, ...run.ranked.slice(1)] };
    expect(replay(touched as FrozenRun, ROSTER)).toMatchObject({ equal: false, differing: 1 });
  });

  it('are told as opened or closed by the rules of the post when one of two runs asks for them', () => {
    const side = (requirement: Requirement) => ({ pool: Pool.of([anExpert(1).build()], AS_OF), requirement, size: 5 });
    const open = aRequirement('P-5', {
      gates: { education: false, humanRightsDays: 0, fieldExperience: false, knowledge: {}, languages: [] },
    });
    const asking = { ...open, gates: { ...open.gates, skills: { sensitivity: 'basic' as const } } };
    expect(diffRuns(side(open), side(asking))).toMatchObject({
      eligible: { before: 1, after: 0 },
      changed: [{ after: { unmet: ['sensitivity'] }, steps: [{ source: 'rules', gates: [{ gate: 'sensitivity', met: false }] }] }],
      asked: [{ kind: 'rule', path: 'gates.skills.sensitivity', before: '"none"', after: '"basic"' }],
    });
    expect(diffRuns(side(asking), side(open)).changed).toMatchObject([{ steps: [{ gates: [{ gate: 'sensitivity', met: true }] }] }]);
  });

  it('can be thought away one by one', () => {
    const waived = (requirement: Requirement) => relaxed(requirement).map(({ waived: { gate } }) => gate);
    expect(waived(USUAL)).toEqual(['education', 'experience', 'languages']);
    expect(waived(STRICT)).toEqual(['education', 'experience', 'languages', 'additional', 'advocacy']);
  });
});

import fc from 'fast-check';
import { anyRequirement } from '../../../../../test/support/arbitraries.js';
import { AS_OF, anExpert, anOpenRequirement, aRequirement, type ExpertBuilder } from '../../../../../test/support/experts.js';
import type { ExpertProfile } from '../../../../core/expert.js';
import { CLAIM_STATUSES, ESSENTIAL_AREAS, SKILL_AREAS } from '../../../../core/knowledge.js';
import { DEFAULT_WEIGHTS, type DiffFact, diffRuns, Pool, type RuleFact } from '../../../../core/matching/index.js';
import { CRITERIA, type Requirement } from '../../../../core/requirement.js';
import { factWords } from './fact-words.js';

const someDates = fc.constantFrom(null, { from: '2027-01-01', to: '2027-12-31' }, { from: '2027-02-01', to: '2027-06-30' });
const anyAsked = fc.tuple(anyRequirement, someDates).map(([requirement, dates]) => ({ ...requirement, dates }));

function asked(before: Requirement, after: Requirement): readonly DiffFact[] {
  const side = (requirement: Requirement) => ({ pool: Pool.of([], requirement.asOf), requirement, size: 1 });
  return diffRuns(side(before), side(after)).asked;
}

/** What is said of one person whose profile changed. */
function said(before: ExpertBuilder, after: ExpertBuilder, requirement = anOpenRequirement()): string[] {
  const side = (profile: ExpertProfile) => ({ pool: Pool.of([profile], AS_OF), requirement, size: 1 });
  return diffRuns(side(before.build()), side(after.build())).changed.flatMap(({ steps }) =>
    steps.flatMap(({ facts }) => facts.map(factWords)),
  );
}

/** Every rule by which two questions can differ. */
const PATHS = [
  'level',
  'country',
  'region',
  'gates.education',
  'gates.humanRightsDays',
  'gates.fieldExperience',
  ...ESSENTIAL_AREAS.map((area) => `gates.knowledge.${area}`),
  'gates.languages',
  'gates.additional',
  ...SKILL_AREAS.map((area) => `gates.skills.${area}`),
  'context',
  ...CRITERIA.flatMap((criterion) => CLAIM_STATUSES.map((status) => `claimWorth.${criterion}.${status}`)),
  'experiencePolicy.countUnpaid',
  'experiencePolicy.countInternships',
  'experiencePolicy.countGeneralService',
  'educationInLieu',
  'dates.from',
  'dates.to',
];

describe('a changed rule', () => {
  it('has words and both values, whatever it is: its path is never shown, and the values are told apart', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyAsked, anyAsked, (before, after) => {
        for (const fact of asked(before, after).filter((one): one is RuleFact => one.kind === 'rule')) {
          met.add(fact.path);
          const words = factWords(fact);
          const [, was, is] = /^.+? (?:was|were) (.+), and (?:is|are) (.+)\.$/.exec(words) ?? [];
          expect([fact, was !== undefined && was !== is]).toEqual([fact, true]);
          expect(words).not.toMatch(/undefined|null|true|false|NaN|[a-z][A-Z]|\w\.\w|\[|"/);
        }
      }),
      { numRuns: 500 },
    );
    expect([...met].sort()).toEqual([...PATHS].sort());
  });

  it('is none where two questions mean the same', () => {
    const [english, french] = [{ language: 'en', level: 3 } as const, { language: 'fr', level: 2 } as const];
    const { gates, ...rest } = aRequirement('P-5', {
      gates: { knowledge: { machinery: 'good' }, languages: [english, french], additional: ['rights-based-training'] },
    });
    const full = { 'self-declared': 100, verified: 100, 'panel-assessed': 100 };
    const spelledOut: Requirement = {
      ...rest,
      gates: {
        ...gates,
        knowledge: { machinery: 'good', mandates: 'none', 'development-programming': 'none' },
        languages: [french, { ...english, level: 1 }, english],
        additional: ['rights-based-training', 'rights-based-training'],
        skills: { advocacy: 'none' },
      },
      context: [],
      claimWorth: { themes: full },
    };
    expect(asked({ ...rest, gates }, spelledOut)).toEqual([]);
    expect(asked({ ...rest, gates, dates: null }, { ...rest, gates, dates: { from: '2027-01-01', to: '2027-01-02' } })).toHaveLength(2);
  });

  it.each<[Requirement, Requirement, string]>([
    [aRequirement('P-5'), aRequirement('P-5', { level: 'P-4' }), 'The level of the post was P-5, and is P-4.'],
    [
      aRequirement('P-5'),
      aRequirement('P-5', { gates: { humanRightsDays: 0 } }),
      'The human-rights experience that is essential was 3,652 days (10 years), and is none.',
    ],
    [aRequirement('P-5'), aRequirement('P-5', { gates: { education: false } }), 'An advanced degree was essential, and is not essential.'],
    [
      aRequirement('P-5'),
      aRequirement('P-5', { gates: { languages: [] } }),
      'The required languages were English at III – working knowledge, and are none.',
    ],
    [
      aRequirement('P-5'),
      aRequirement('P-5', { gates: { skills: { advocacy: 'good' } } }),
      'In “Advocacy, communication and networking” what is essential was nothing, and is good knowledge.',
    ],
    [
      aRequirement('P-5'),
      aRequirement('P-5', { context: ['due-diligence-training', 'humanitarian-experience'] }),
      "What scores as the country's situation was none, and is humanitarian experience; training in the Human Rights Due Diligence Policy.",
    ],
    [
      aRequirement('P-5'),
      aRequirement('P-5', { claimWorth: { field: { 'self-declared': 50, verified: 100, 'panel-assessed': 100 } } }),
      'For “Field experience” the worth of a self-declared claim was 100 %, and is 50 %.',
    ],
    [
      aRequirement('P-5'),
      aRequirement('P-5', { experiencePolicy: { countUnpaid: false, countInternships: true, countGeneralService: false } }),
      'Internships were not counted as experience, and are counted as experience.',
    ],
    [
      aRequirement('P-5', { region: ['UGA'] }),
      aRequirement('P-5', { region: ['UGA', 'ETH'] }),
      'The other countries of the sub-region were Uganda, and are Uganda; Ethiopia.',
    ],
    [
      aRequirement('P-5', { dates: { from: '2027-01-01', to: '2027-12-31' } }),
      aRequirement('P-5', { dates: { from: '2027-01-01', to: '2028-02-29' } }),
      'The last day on which the person has to be free was 31 Dec 2027, and is 29 Feb 2028.',
    ],
  ])('is said in a sentence', (before, after, sentence) => {
    expect(asked(before, after).map(factWords)).toEqual([sentence]);
  });
});

it('tells a weight by the name of its criterion', () => {
  const weights = { ...DEFAULT_WEIGHTS, themes: 35, experience: 10 };
  expect(asked(aRequirement(), aRequirement('P-5', { weights })).map(factWords)).toEqual([
    '“Themes of the country” weighed 30, and weighs 35.',
    '“Years beyond the minimum” weighed 15, and weighs 10.',
  ]);
});

describe('changed evidence', () => {
  it('shows what of a degree, a job or a membership is different', () => {
    expect(
      said(
        anExpert().degree('masters', 'human-rights', null),
        anExpert().degree('masters', 'human-rights', '2026-06'),
        anOpenRequirement({ gates: { education: true } }),
      ),
    ).toEqual([
      "Was Master's degree in human rights, not completed (self-declared); is Master's degree in human rights, awarded June 2026 (self-declared).",
    ]);
    const worked = (engagement: 'staff' | 'internship') => anExpert().worked('2020-01-01', '2020-12-31', 'human-rights', { engagement });
    expect(said(worked('internship'), worked('staff'), anOpenRequirement({ gates: { humanRightsDays: 100 } }))).toEqual([
      'Was a job from 1 Jan 2020 to 31 Dec 2020, 100 %, P-4, internship, human-rights (self-declared); is a job from 1 Jan 2020 to 31 Dec 2020, 100 %, P-4, staff, human-rights (self-declared).',
    ]);
    expect(said(anExpert(), anExpert().onRoster('interagency', { until: '2026-01-31' }))).toEqual([
      'Memberships were the external roster, active, from 1 Jan 2010, and are the interagency roster (UNDP), active, from 1 Jan 2010 to 31 Jan 2026.',
    ]);
  });
});

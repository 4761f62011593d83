import fc from 'fast-check';
import { DomainError } from './errors.js';
import { POST_LEVELS } from './grades.js';
import {
  assertCriteria,
  madeEssential,
  POST_STATES,
  POST_STEPS,
  POST_TRANSITIONS,
  type Post,
  problemsOf,
  requirementOf,
  STANDARD_EXPERIENCE_POLICY,
  stepOf,
  sumOfWeights,
} from './post.js';
import { CRITERIA, type Weights } from './requirement.js';

const WEIGHTS: Weights = {
  themes: 30,
  experience: 15,
  languages: 15,
  knowledge: 10,
  field: 10,
  country: 10,
  skills: 5,
  trainings: 5,
  education: 0,
  context: 0,
};

function aPost(changes: Partial<Post> = {}): Post {
  return {
    id: 'post-1',
    country: 'KEN',
    state: 'draft',
    version: 1,
    themes: null,
    level: 'P-5',
    functions: ['1.1', '2.1'],
    furtherFunctions: '',
    requiredLanguages: [{ language: 'en', level: 4 }],
    desiredLanguages: [{ language: 'sw', level: 2 }],
    educationInLieu: false,
    desirable: [],
    essentialParts: [],
    essentialSkills: {},
    claimWorth: {},
    situations: [],
    experiencePolicy: STANDARD_EXPERIENCE_POLICY,
    weights: WEIGHTS,
    startsOn: '2027-01-01',
    endsOn: '2027-12-31',
    asOf: null,
    ...changes,
  };
}

function refusal(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('a post', () => {
  it('asks at P-5 for ten years, field experience and the three levels of knowledge', () => {
    const requirement = requirementOf(aPost(), { justice: 100 }, ['UGA'], '2026-11-24');
    expect(requirement.gates).toEqual({
      education: true,
      humanRightsDays: 3652,
      fieldExperience: true,
      knowledge: { machinery: 'specialist', mandates: 'excellent', 'development-programming': 'good' },
      languages: [{ language: 'en', level: 4 }],
    });
    expect(requirement).toMatchObject({
      country: 'KEN',
      region: ['UGA'],
      asOf: '2026-11-24',
      themes: { justice: 100 },
      dates: { from: '2027-01-01', to: '2027-12-31' },
      educationInLieu: false,
    });
  });

  it('asks for fewer days at a lower level', () => {
    expect(POST_LEVELS.map((level) => requirementOf(aPost({ level }), {}, [], '2026-11-24').gates.humanRightsDays)).toEqual([
      730, 1826, 2556, 3652,
    ]);
  });

  it('has a gate more for each that the TOR names as desirable and the post makes essential, and asks no other post for them', () => {
    const post = aPost({ essentialParts: ['humanitarian-experience', 'rights-based-training'], essentialSkills: { sensitivity: 'good' } });
    expect(requirementOf(post, {}, [], '2026-11-24').gates).toMatchObject({
      additional: ['humanitarian-experience', 'rights-based-training'],
      skills: { sensitivity: 'good' },
    });
    expect(madeEssential(post)).toEqual(['additional', 'sensitivity']);
    const { gates } = requirementOf(aPost(), {}, [], '2026-11-24');
    expect(['additional' in gates, 'skills' in gates, madeEssential(aPost())]).toEqual([false, false, []]);
  });

  it('refuses a gate that asks for nothing', () => {
    expect(problemsOf(aPost({ essentialSkills: { advocacy: 'none' } }))).toEqual([
      { field: 'essentialSkills.advocacy', message: expect.stringContaining('from basic on') },
    ]);
  });

  it('has a gate less for each requirement that is desirable', () => {
    const desirable = requirementOf(aPost({ desirable: ['education', 'mandates'] }), {}, [], '2026-11-24').gates;
    expect(desirable).toMatchObject({ education: false, humanRightsDays: 3652, fieldExperience: true });
    expect(desirable.knowledge).toEqual({ machinery: 'specialist', 'development-programming': 'good' });
    const withoutYears = requirementOf(aPost({ desirable: ['experience'] }), {}, [], '2026-11-24').gates;
    expect(withoutYears).toMatchObject({ education: true, humanRightsDays: 0, fieldExperience: false });
  });

  it('asks for what its accepted situations switch on, and says what claims are worth', () => {
    const claimWorth = { themes: { 'self-declared': 50, verified: 100, 'panel-assessed': 100 } };
    const requirement = requirementOf(aPost({ situations: ['elections', 'hrddp-risk'], claimWorth }), { elections: 5 }, [], '2026-11-24');
    expect(requirement.context).toEqual(['due-diligence-training', 'mandates-knowledge']);
    expect(requirement.themes).toMatchObject({ elections: 60, 'public-security': 60 });
    expect(requirement.claimWorth).toEqual(claimWorth);
  });

  it('has no dates to be free on when none are given', () => {
    expect(requirementOf(aPost({ startsOn: null, endsOn: null }), {}, [], '2026-11-24').dates).toBeNull();
  });

  it('uses the needs that were frozen at publication, not the current ones', () => {
    expect(requirementOf(aPost({ state: 'published', themes: { poverty: 7 } }), { justice: 100 }, [], '2026-11-24').themes).toEqual({
      poverty: 7,
    });
  });

  it('is written, published and closed, and refuses everything else with a sentence', () => {
    for (const state of POST_STATES) {
      for (const step of POST_STEPS) {
        const next = POST_TRANSITIONS[state][step];
        if (next !== undefined) expect(stepOf({ state }, step)).toBe(next);
        else
          expect(refusal(() => stepOf({ state }, step))).toMatchObject({
            code: 'post.closed',
            message: expect.stringMatching(/post .*\.$/),
          });
      }
    }
    expect(refusal(() => stepOf({ state: 'published' }, 'update')).message).toContain('criteria cannot change');
  });

  it('reaches every state from a draft', () => {
    const reached = new Set(['draft', ...POST_STATES.flatMap((state) => Object.values(POST_TRANSITIONS[state]))]);
    expect([...reached].sort()).toEqual([...POST_STATES].sort());
  });
});

describe('the weights', () => {
  it('must sum to 100, and the sentence says by how much they miss it', () => {
    expect(problemsOf(aPost({ weights: { ...WEIGHTS, themes: 33 } }))).toEqual([
      { field: 'weights', message: 'The weights sum to 103, and they must sum to 100. Take away 3.' },
    ]);
    expect(problemsOf(aPost({ weights: { ...WEIGHTS, themes: 20 } }))[0]?.message).toContain('Add 10 more.');
    expect(refusal(() => assertCriteria(aPost({ weights: { ...WEIGHTS, themes: 33 } }))).code).toBe('post.weights');
  });

  it('must be whole and not negative even when the sum is right', () => {
    expect(problemsOf(aPost({ weights: { ...WEIGHTS, themes: 29.5, experience: 15.5 } })).map(({ field }) => field)).toEqual([
      'weights.themes',
      'weights.experience',
    ]);
    expect(problemsOf(aPost({ weights: { ...WEIGHTS, themes: 50, skills: -15 } })).map(({ field }) => field)).toEqual(['weights.skills']);
  });

  it('are accepted exactly when they are whole, from 0 to 100 and sum to 100', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 25 }), { minLength: CRITERIA.length, maxLength: CRITERIA.length }),
        fc.boolean(),
        (numbers, repair) => {
          if (repair) numbers[0] = 100 - numbers.slice(1).reduce((sum, each) => sum + each, 0);
          const weights = Object.fromEntries(CRITERIA.map((name, index) => [name, numbers[index]])) as unknown as Weights;
          const right = numbers.every((each) => each >= 0 && each <= 100) && sumOfWeights(weights) === 100;
          const situations = weights.context > 0 ? (['disaster'] as const) : [];
          expect(problemsOf(aPost({ weights, situations })).length === 0).toBe(right);
        },
      ),
    );
  });
});

describe('the other criteria', () => {
  it.each<[string, Partial<Post>, string]>([
    ['no function', { functions: [] }, 'functions'],
    [
      'a language required twice',
      {
        requiredLanguages: [
          { language: 'en', level: 3 },
          { language: 'en', level: 4 },
        ],
      },
      'requiredLanguages',
    ],
    ['a language desired at the level that is required', { desiredLanguages: [{ language: 'en', level: 4 }] }, 'desiredLanguages'],
    ['a situation that asks for something without weight', { situations: ['disaster'] }, 'situations'],
    ['a weight for the situation without one', { weights: { ...WEIGHTS, themes: 20, context: 10 } }, 'situations'],
    [
      'a better backed claim that is worth less',
      { claimWorth: { skills: { 'self-declared': 80, verified: 70, 'panel-assessed': 100 } } },
      'claimWorth.skills',
    ],
    ['a worth above 100', { claimWorth: { skills: { 'self-declared': 80, verified: 100, 'panel-assessed': 101 } } }, 'claimWorth.skills'],
    ['31 February', { startsOn: '2027-02-31' }, 'startsOn'],
    ['an end before the start', { startsOn: '2027-06-01', endsOn: '2027-05-31' }, 'endsOn'],
    ['a start without an end', { endsOn: null }, 'endsOn'],
    ['very long further functions', { furtherFunctions: 'x'.repeat(4001) }, 'furtherFunctions'],
  ])('refuse %s, and point at the field', (_, changes, field) => {
    const error = refusal(() => assertCriteria(aPost(changes)));
    expect(error.code).toBe('input.invalid');
    expect(error.fields.map((each) => each.field)).toEqual([field]);
  });

  it('accept a language desired above the required level', () => {
    expect(
      problemsOf(aPost({ requiredLanguages: [{ language: 'fr', level: 3 }], desiredLanguages: [{ language: 'fr', level: 4 }] })),
    ).toEqual([]);
  });
});

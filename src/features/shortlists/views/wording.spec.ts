import { anExpert, anOpenRequirement, aQualifiedExpert, aRequirement } from '../../../../test/support/experts.js';
import type { GateVerdict } from '../../../core/matching/index.js';
import { explain } from '../../../core/matching/index.js';
import { availabilityWords, criterionWords, dropWords, gateWords } from './wording.js';

/** The verdict of one gate for a profile, as the engine gives it. */
function verdict(gate: GateVerdict['gate'], expert: ReturnType<typeof anExpert>, requirement = aRequirement('P-5')): string {
  const found = explain(expert.build(), requirement).gates.find((each) => each.gate === gate);
  if (!found) throw new Error('no such gate');
  return gateWords(found);
}

function criterion(name: string, expert: ReturnType<typeof anExpert>, requirement = aRequirement('P-5')): string {
  const found = explain(expert.build(), requirement).criteria.find((each) => each.criterion === name);
  if (!found) throw new Error('no such criterion');
  return criterionWords(found);
}

describe('gates in words', () => {
  it('say how many days are missing', () => {
    // 2010-01-01 and the 3,119 days after it
    expect(verdict('experience', anExpert().worked('2010-01-01', '2018-07-17', ['human-rights', 'development']))).toBe(
      'Needs 3,652 days of human-rights experience, has 3,120: 532 days short. 3,120 days of development or humanitarian experience.',
    );
  });

  it('say that field experience is missing although the years are there', () => {
    expect(verdict('experience', anExpert().worked('2000-01-01', '2019-12-31', 'human-rights'))).toContain(
      'Needs development or humanitarian experience, has none.',
    );
  });

  it('say what is met as well', () => {
    expect(verdict('experience', aQualifiedExpert())).toMatch(/^3,653 days of human-rights experience \(10 years\), 3,652 needed\./);
    expect(verdict('education', aQualifiedExpert())).toBe("Master's degree in human rights, awarded 30 Jun 2006.");
    expect(verdict('roster', aQualifiedExpert())).toBe('Active member of the external roster since 1 Jan 2010.');
  });

  it('say how many levels of knowledge are missing', () => {
    expect(verdict('machinery', anExpert().knows('machinery', 'good'))).toBe('Needs specialist knowledge, has good: 2 levels short.');
    expect(verdict('mandates', anExpert().knows('mandates', 'good'))).toBe('Needs excellent knowledge, has good: 1 level short.');
    expect(verdict('development-programming', anExpert())).toBe('Needs good knowledge, has none stated: 2 levels short.');
  });

  it('say of each essential part whether it is there or how far away it is', () => {
    const additional = ['humanitarian-experience', 'humanitarian-knowledge', 'rights-based-training'] as const;
    const asked = aRequirement('P-5', { gates: { additional, skills: { advocacy: 'good' } } });
    expect(verdict('additional', anExpert().knows('humanitarian-action', 'basic'), asked)).toBe(
      'Needs humanitarian experience, has none. Needs good knowledge of humanitarian action, has basic: 1 level short. Needs training in the human rights-based approach, has not completed it.',
    );
    const ready = anExpert()
      .worked('2015-01-01', '2015-01-10', 'humanitarian')
      .knows('humanitarian-action', 'excellent')
      .trained('hrba', '2020-03-01');
    expect(verdict('additional', ready, asked)).toBe(
      '10 days of humanitarian experience; any is enough. Knowledge of humanitarian action: excellent; good is needed. Training in the human rights-based approach, completed 1 Mar 2020.',
    );
    expect(verdict('advocacy', anExpert(), asked)).toBe('Needs good knowledge, has none stated: 2 levels short.');
  });

  it('say which language is below its level', () => {
    expect(verdict('languages', anExpert().speaks('en', 2))).toBe(
      'Needs English at III – working knowledge, has II – intermediate: 1 level short.',
    );
  });

  it('tell an ended term from a vetting that is not over and from no membership', () => {
    expect(verdict('roster', anExpert().onRoster('external', { since: '2020-01-01', until: '2025-12-31' }))).toContain(
      'the term runs from 1 Jan 2020 to 31 Dec 2025',
    );
    expect(verdict('roster', anExpert().onRoster('interagency', { state: 'under-vetting' }))).toContain(
      'on the interagency roster (UNDP), under vetting',
    );
    expect(verdict('roster', anExpert().withoutMembership())).toBe('Needs an active membership: is on neither roster.');
  });

  it('label a decision of the in-lieu policy', () => {
    const expert = anExpert().degree('first', 'public-law').worked('2000-01-01', '2019-12-31', ['human-rights', 'development']);
    expect(verdict('education', expert, aRequirement('P-5', { educationInLieu: true }))).toMatch(
      /^Decided by the in-lieu policy of this post: first-level degree in public law/,
    );
    expect(verdict('education', expert)).toMatch(
      /^Needs a Master's degree or higher in a field of the TOR, has first-level degree in public law/,
    );
  });

  it('say that nothing is asked for', () => {
    for (const gate of ['education', 'experience', 'machinery', 'languages'] as const)
      expect(verdict(gate, anExpert(), anOpenRequirement())).toBe('Not asked for here.');
  });
});

describe('criteria in words', () => {
  it('name the themes that count most', () => {
    const requirement = aRequirement('P-5', { themes: { justice: 100, detention: 60, poverty: 10 } });
    expect(criterion('themes', anExpert().expertIn('detention', 'specialist').expertIn('justice', 'basic'), requirement)).toBe(
      'Some expertise in 2 of the 3 themes that the country needs; counts most: Detention (specialist, need 60), Justice (basic, need 100).',
    );
  });

  it('say so when there are no needs to compare with', () => {
    expect(criterion('themes', anExpert())).toContain('No needs of the country are recorded');
  });

  it('say what lies beyond the minimum', () => {
    expect(criterion('experience', aQualifiedExpert())).toMatch(
      /^10 years of human-rights experience \(3,653 days\): 1 day beyond the minimum of 3,652/,
    );
  });

  it('have a sentence for each criterion of anybody', () => {
    const requirement = aRequirement('P-5', { themes: { justice: 100 }, desiredLanguages: [{ language: 'sw', level: 2 }] });
    const expert = aQualifiedExpert().trained('hrba').speaks('sw', 2).knows('advocacy', 'excellent').expertIn('justice', 'good');
    for (const result of explain(expert.build(), requirement).criteria) expect(criterionWords(result)).toMatch(/^[A-Z0-9].*\.$/);
  });
});

it('says who is free, reserved or away', () => {
  const period = { from: '2027-01-01', to: '2027-01-31' };
  expect(availabilityWords({ free: true })).toBe('Free on the dates of the post');
  expect(availabilityWords({ free: false, because: 'reserved', period })).toBe('Reserved for a mission from 1 Jan 2027 to 31 Jan 2027');
  expect(availabilityWords({ free: false, because: 'unavailable', period })).toContain('as the person said');
});

it('says why days do not count', () => {
  expect(dropWords('overlap-cap')).toContain('at most 100 %');
});

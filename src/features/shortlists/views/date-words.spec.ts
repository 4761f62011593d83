import { anExpert, aRequirement } from '../../../../test/support/experts.js';
import { explain } from '../../../core/matching/index.js';
import { assumedWords } from './date-words.js';
import { criterionWords, gateWords } from './wording.js';

describe('what only a month or a year is known of', () => {
  const expert = anExpert()
    .worked('2014', '2016-02', 'human-rights')
    .degree('masters', 'human-rights', '2005')
    .trained('hrba', '2019-03')
    .build();
  const { experience, gates, criteria } = explain(expert, aRequirement('P-5'));

  it('tells of a job which days were assumed, and why', () => {
    expect(experience.kinds['human-rights'].assumed?.map(assumedWords)).toEqual([
      'begins in 2014, so it counts from 1 Jan 2014, the first day of the year',
      'ends in February 2016, so it counts to 29 Feb 2016, the last day of the month',
    ]);
  });

  it('tells of an award and a training as they are stated, and from when they count', () => {
    const degree = "Master's degree in human rights, awarded 2005 (only the year is known: counts from 31 Dec 2005).";
    expect(gates.filter(({ gate }) => gate === 'education').map(gateWords)).toEqual([degree]);
    expect(criteria.filter(({ criterion }) => criterion === 'trainings').map(criterionWords)).toEqual([
      'Human rights-based approach, March 2019 (only the month is known: counts from 31 Mar 2019); full at 4.',
    ]);
  });
});

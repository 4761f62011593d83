import { addDays, daysOfYears } from '../../src/core/dates.js';
import type { ExpertProfile } from '../../src/core/expert.js';
import { LANGUAGE_CODES } from '../../src/core/languages.js';
import type { Requirement } from '../../src/core/requirement.js';
import { EXPERT_THEMES } from '../../src/core/themes.js';
import { AS_OF, anExpert, anOpenRequirement, aQualifiedExpert, aRequirement, type ExpertBuilder } from './experts.js';

interface MatchingCase {
  readonly name: string;
  readonly profiles: readonly ExpertProfile[];
  readonly requirement: Requirement;
}

const numbered = (...make: ((number: number) => ExpertBuilder)[]) => make.map((one, index) => one(index + 1).build());
const policies = [false, true].flatMap((countUnpaid) =>
  [false, true].flatMap((countInternships) =>
    [false, true].map((countGeneralService) => ({ countUnpaid, countInternships, countGeneralService })),
  ),
);

/** Cases that the engine and its plain twin must both pass. */
export const CASES: readonly MatchingCase[] = [
  { name: 'one who meets every gate with nothing to spare', profiles: numbered(aQualifiedExpert), requirement: aRequirement('P-5') },
  { name: 'nobody at all', profiles: [], requirement: aRequirement('P-5') },
  {
    name: 'people who claim nothing',
    profiles: numbered(anExpert, (number) => anExpert(number).withoutMembership()),
    requirement: aRequirement('P-5'),
  },
  {
    name: 'equals, which only the roster number parts',
    profiles: [9, 4, 7, 1, 12].map((number) => aQualifiedExpert(number).build()),
    requirement: aRequirement('P-5'),
  },
  {
    name: 'one day above and one day below ten years',
    profiles: numbered(...[-1, 0, 1].map((day) => (number: number) => aQualifiedExpertFor(number, daysOfYears(10) + day))),
    requirement: aRequirement('P-5'),
  },
  {
    name: 'a minimum of no days',
    profiles: numbered(anExpert, (number) => anExpert(number).worked('2000-01-01', null, 'human-rights')),
    requirement: anOpenRequirement(),
  },
  {
    name: 'one day above and one day below the two more years in lieu',
    profiles: numbered(
      ...[-1, 0, 1].map(
        (day) => (number: number) =>
          anExpert(number)
            .degree('first', 'public-law')
            .worked('2000-01-01', addDays('2000-01-01', daysOfYears(10) + daysOfYears(2) + day - 1), 'human-rights'),
      ),
    ),
    requirement: anOpenRequirement({ educationInLieu: true, gates: { education: true, humanRightsDays: daysOfYears(10) } }),
  },
  {
    name: 'more themes and languages than any fixed number of slots',
    profiles: [everything(1), aQualifiedExpert(2).build()],
    requirement: aRequirement('P-5', {
      themes: Object.fromEntries(EXPERT_THEMES.map((theme, index) => [theme, index])),
      desiredLanguages: LANGUAGE_CODES.slice(0, 30).map((language) => ({ language, level: 4 })),
    }),
  },
  {
    name: 'claims and needs that are stated twice',
    profiles: numbered((number) =>
      anExpert(number)
        .speaks('fr', 2)
        .speaks('fr', 3)
        .knows('advocacy', 'basic')
        .knows('advocacy', 'good')
        .expertIn('justice', 'good')
        .expertIn('justice', 'none')
        .trained('hrba')
        .trained('hrba', '2020-01-01'),
    ),
    requirement: anOpenRequirement({
      themes: { justice: 50 },
      desiredLanguages: [
        { language: 'fr', level: 2 },
        { language: 'fr', level: 4 },
      ],
      gates: {
        languages: [
          { language: 'fr', level: 2 },
          { language: 'fr', level: 3 },
        ],
      },
    }),
  },
  {
    name: 'highest essential levels, beyond which there is no depth',
    profiles: numbered(aQualifiedExpert, (number) =>
      aQualifiedExpert(number).knows('mandates', 'specialist').knows('development-programming', 'specialist'),
    ),
    requirement: aRequirement('P-5', {
      gates: { knowledge: { machinery: 'specialist', mandates: 'specialist', 'development-programming': 'specialist' } },
    }),
  },
  {
    name: 'a region that repeats itself and the country',
    profiles: numbered((number) =>
      anExpert(number).worked('2020-01-01', '2020-12-31', 'development', { countries: ['KEN', 'UGA', 'ETH'] }),
    ),
    requirement: anOpenRequirement({ country: 'KEN', region: ['UGA', 'UGA', 'KEN'] }),
  },
  {
    name: 'trainings, degrees and memberships of tomorrow',
    profiles: numbered(
      (number) => aQualifiedExpert(number).trained('hrba', addDays(AS_OF, 1)).trained('bsafe', AS_OF),
      (number) => anExpert(number).degree('masters', 'human-rights', addDays(AS_OF, 1)),
      (number) => aQualifiedExpert(number).onRoster('interagency', { since: addDays(AS_OF, 1) }),
      (number) =>
        aQualifiedExpert(number)
          .onRoster('interagency', { until: addDays(AS_OF, -1) })
          .onRoster('external', { until: AS_OF }),
    ),
    requirement: aRequirement('P-5'),
  },
  ...policies.map((experiencePolicy) => ({
    name: `the policy ${
      Object.entries(experiencePolicy)
        .filter(([, on]) => on)
        .map(([flag]) => flag)
        .join(', ') || 'that counts paid professional work only'
    }`,
    profiles: numbered((number) =>
      anExpert(number)
        .worked('2000-01-01', '2003-12-31', ['human-rights', 'humanitarian'], { engagement: 'volunteer', countries: ['KEN'] })
        .worked('2003-01-01', '2007-06-30', ['human-rights'], { engagement: 'internship', countries: ['UGA'] })
        .worked('2007-01-01', '2011-03-31', ['human-rights', 'development'], { level: 'GS-5', countries: ['ETH'] })
        .worked('2011-01-01', '2013-12-31', ['human-rights'], { percentage: 80 }),
    ),
    requirement: anOpenRequirement({ experiencePolicy, gates: { humanRightsDays: 1 } }),
  })),
];

function aQualifiedExpertFor(number: number, days: number): ExpertBuilder {
  return anExpert(number)
    .degree('masters', 'human-rights')
    .worked('2007-01-01', addDays('2007-01-01', days - 1), ['human-rights', 'development'])
    .knows('machinery', 'specialist')
    .knows('mandates', 'excellent')
    .knows('development-programming', 'good')
    .speaks('en', 4);
}

function everything(number: number): ExpertProfile {
  const expert = aQualifiedExpert(number);
  for (const theme of EXPERT_THEMES) expert.expertIn(theme, 'excellent');
  for (const language of LANGUAGE_CODES) expert.speaks(language, 3);
  return expert.build();
}

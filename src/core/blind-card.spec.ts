import fc from 'fast-check';
import { aProfile } from '../../test/support/arbitraries.js';
import { AS_OF, aQualifiedExpert, aRequirement } from '../../test/support/experts.js';
import { blindCard } from './blind-card.js';
import { explain } from './matching/index.js';

const requirement = aRequirement('P-5', { themes: { detention: 80, justice: 20 } });

describe('the blind card', () => {
  const card = (expert: ReturnType<typeof aQualifiedExpert>) => {
    const profile = expert.build();
    return blindCard(explain(profile, requirement), profile, requirement);
  };

  it('tells where somebody worked only as in the country, in the region, elsewhere', () => {
    const { jobs, places } = card(
      aQualifiedExpert()
        .worked('2020-01-01', '2020-12-31', 'humanitarian', { countries: ['KEN', 'UGA'] })
        .worked('2021-01-01', '2021-01-31', 'development', { countries: ['NPL'] }),
    );
    expect(places).toEqual({ country: 366, region: 366, elsewhere: 31 });
    expect(jobs.map(({ places: of }) => of)).toEqual([[], ['country', 'region'], ['elsewhere']]);
  });

  it('tells how long, and no dates', () => {
    const { jobs, days } = card(aQualifiedExpert().worked('2026-11-15', null, 'humanitarian'));
    expect(jobs.map((job) => job.days)).toEqual([3653, 10]);
    expect(days).toEqual({ 'human-rights': 3653, development: 3653, humanitarian: 10 });
    expect(JSON.stringify(jobs)).not.toMatch(/\d{4}-\d\d/);
  });

  it('tells whether a degree is completed, its level and field, and no more', () => {
    expect(card(aQualifiedExpert().degree('doctorate', 'public-law', null)).degrees).toEqual([
      { level: 'masters', field: 'human-rights', status: 'self-declared', completed: true },
      { level: 'doctorate', field: 'public-law', status: 'self-declared', completed: false },
    ]);
  });

  it('puts the theme that counts most first', () => {
    const { themes } = card(aQualifiedExpert().expertIn('justice', 'specialist').expertIn('detention', 'good'));
    expect(themes.map(({ theme, need }) => [theme, need])).toEqual([
      ['detention', 80],
      ['justice', 20],
    ]);
  });

  it('is the same whoever the person is: name tags of every kind change nothing', () => {
    fc.assert(
      fc.property(aProfile(7), (profile) => {
        const disguised = {
          ...profile,
          id: 'somebody-else',
          number: profile.number + 1,
          nationality: 'XXX',
          gender: 'other' as const,
          degrees: profile.degrees.map((each) => ({ ...each, title: 'T', institution: 'I' })),
          experience: profile.experience.map((each) => ({ ...each, title: 'T', employer: 'E' })),
        };
        const asked = aRequirement('P-5', { asOf: AS_OF });
        const first = blindCard(explain(profile, asked), profile, asked);
        expect(blindCard(explain(disguised, asked), disguised, asked)).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });
});

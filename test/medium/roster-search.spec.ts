import type { ExpertFilters } from '../../src/features/roster/search.dto.js';
import { onEveryDatabase } from '../support/databases.js';
import { csvSource, numbersFound, RECRUITER, rosterDesk } from '../support/roster-desk.js';

onEveryDatabase((open) => {
  const desk = async () => rosterDesk((await open()).database);

  describe('a search', () => {
    const roster = [
      'family_name,given_name,email,gender,nationality,memberships,experience,languages,themes,unavailable',
      'Alpha,Ada,a@example.org,female,KEN,external||active|2012/,2010/2011|human-rights|100||||| KEN+UGA,fr|3; en|4,detention|good; justice|specialist,2013-07-01/2013-07-31',
      'Bêta,Ben,b@example.org,male,FRA,external||rejected|2012/; interagency|UNDP|active|2012/,2010/2011|human-rights|100|||||NPL,fr|2; en|4,detention|specialist,',
      'Gamma,Gil,c@example.org,female,FRA,interagency|UNDP|withdrawn|2012/,2010/2011|human-rights|100|||||UGA,en|3,justice|basic,2013-08-10/2013-08-20; 2013-09-01/2013-09-05',
      'Delta,Ada,d@example.org,other,KEN,,,fr|4,detention|none,',
    ].join('\n');
    const filled = async () => {
      const d = await desk();
      expect((await d.importer.run(csvSource(roster), { actor: RECRUITER })).problems).toEqual([]);
      return d;
    };

    it('asks for all filters at once, never for either', async () => {
      const d = await filled();
      const cases: [ExpertFilters, number[]][] = [
        [{}, [1, 2, 3, 4]],
        [{ language: 'fr' }, [1, 2, 4]],
        [{ language: 'fr', languageLevel: 3 }, [1, 4]],
        [{ language: 'fr', languageLevel: 3, theme: 'detention' }, [1]],
        [{ theme: 'detention' }, [1, 2]],
        [{ theme: 'detention', themeLevel: 'none' }, [1, 2, 4]],
        [{ theme: 'detention', themeLevel: 'excellent' }, [2]],
        [{ theme: 'justice', language: 'fr' }, [1]],
        [{ country: 'UGA' }, [1, 3]],
        [{ country: 'UGA', nationality: 'FRA' }, [3]],
        [{ nationality: 'KEN', gender: 'female' }, [1]],
        [{ roster: 'external' }, [1, 2]],
        [{ roster: 'external', state: 'active' }, [1]],
        [{ roster: 'interagency', state: 'active', agency: 'UNDP' }, [2]],
        [{ state: 'active' }, [1, 2]],
        [{ text: 'ADA' }, [1, 4]],
        [{ text: 'ada delta' }, [4]],
        [{ text: 'beta' }, [2]],
        [{ text: '3' }, [3]],
        [{ text: '33' }, []],
        [{ text: '%' }, []],
        [{ text: "'; DROP TABLE experts; --" }, []],
        [{ text: 'ada', language: 'fr', languageLevel: 4, theme: 'justice' }, []],
        [{ availableFrom: '2013-07-31' }, [2, 3, 4]],
        [{ availableFrom: '2013-08-01', availableTo: '2013-08-09' }, [1, 2, 3, 4]],
        [{ availableFrom: '2013-07-15', availableTo: '2013-08-15' }, [2, 4]],
        [{ availableFrom: '2013-08-21', availableTo: '2013-08-31', nationality: 'FRA' }, [2, 3]],
      ];
      for (const [filters, expected] of cases) expect([filters, await numbersFound(d, filters)]).toEqual([filters, expected]);
      await expect(d.search.search({ availableFrom: '2013-08-02', availableTo: '2013-08-01' }, RECRUITER)).rejects.toMatchObject({
        fields: [{ field: 'availableTo' }],
      });
    });

    it('does not list somebody whose days a mission holds', async () => {
      const d = await filled();
      const { experts } = await d.search.search({ text: '2' }, RECRUITER);
      const held = { from: '2013-10-01', to: '2013-10-31' };
      await d.database.transaction((tx) =>
        d.reservations.reserve(tx, { expertId: experts[0]?.id ?? '', requestId: 'request', offerId: 'offer', period: held }),
      );
      expect(await numbersFound(d, { availableFrom: '2013-10-31', availableTo: '2013-11-10' })).toEqual([1, 3, 4]);
      expect(await numbersFound(d, { availableFrom: '2013-11-01', availableTo: '2013-11-10' })).toEqual([1, 2, 3, 4]);
    });

    it('shows pages of 25 by roster number that together are the count', async () => {
      const d = await desk();
      const rows = Array.from(
        { length: 60 },
        (_, index) => `Name${'abcdefghij'[index % 10]},Given,p${index}@example.org,male,${index % 2 ? 'KEN' : 'UGA'}`,
      );
      await d.importer.run(csvSource(['family_name,given_name,email,gender,nationality', ...rows].join('\n')), { actor: RECRUITER });
      const pages = await Promise.all([1, 2, 3].map((page) => d.search.search({ page }, RECRUITER)));
      expect(pages.map(({ total, experts }) => [total, experts.length])).toEqual([
        [60, 25],
        [60, 25],
        [60, 10],
      ]);
      expect(pages.flatMap(({ experts }) => experts.map(({ number }) => number))).toEqual(
        Array.from({ length: 60 }, (_, index) => index + 1),
      );
      expect(await d.search.search({ page: 99 }, RECRUITER)).toMatchObject({ page: 3, total: 60 });
      expect(await d.search.search({ page: 2, nationality: 'KEN' }, RECRUITER)).toMatchObject({ total: 30, experts: { length: 5 } });
      expect(await d.search.search({ page: 7, nationality: 'FRA' }, RECRUITER)).toMatchObject({ page: 1, total: 0, experts: [] });
    });
  });
});

import fc from 'fast-check';
import { degreeTerms } from './degree-terms.js';
import { escapeCell, parts } from './roster-cells.js';
import { IMPORT_LIMITS, ROSTER_COLUMNS, type RosterColumn, readHeader, readRow } from './roster-csv.js';

const CONTEXT = { today: '2013-06-15', isCountry: (code: string) => ['KEN', 'UGA', 'FRA'].includes(code) };
const PERSON = { family_name: 'Okello', given_name: 'Amara', email: 'Amara@Example.org', gender: 'female', nationality: 'KEN' };

function read(cells: Partial<Record<RosterColumn, string>>) {
  const given = { ...PERSON, ...cells };
  const columns = Object.keys(given) as RosterColumn[];
  return readRow(
    columns,
    columns.map((column) => given[column] ?? ''),
    CONTEXT,
  );
}

const problems = (cells: Partial<Record<RosterColumn, string>>) => read(cells).problems;
const fine = (cells: Partial<Record<RosterColumn, string>>) => {
  const { draft, problems: found } = read(cells);
  expect(found).toEqual([]);
  return draft;
};

describe('the first line', () => {
  it('is taken in any order and case', () => {
    expect(readHeader([...ROSTER_COLUMNS].reverse().map((column) => ` ${column.toUpperCase()}`))).toEqual({
      columns: [...ROSTER_COLUMNS].reverse(),
      problems: [],
    });
  });

  it('names an unknown column with the closest known one, a double one and a missing one', () => {
    const { problems: found } = readHeader(['familyname', 'given_name', 'email', 'email', 'gender', 'nationality', 'shoe size']);
    expect(found.map(({ column, reason }) => [column, reason.split('.')[0], reason.includes('Did you mean family_name?')])).toEqual([
      ['familyname', 'This column is not known', true],
      ['email', 'This column stands in the file twice', false],
      ['shoe size', 'This column is not known', false],
      ['family_name', 'The column family_name is missing', false],
    ]);
  });
});

describe('a row', () => {
  it('needs only who it is about', () => {
    expect(fine({})).toEqual({
      familyName: 'Okello',
      givenName: 'Amara',
      email: 'amara@example.org',
      gender: 'female',
      nationality: 'KEN',
      bornOn: null,
      language: 'en',
      fictional: false,
      memberships: [],
      degrees: [],
      experience: [],
      knowledge: [],
      languages: [],
      themes: [],
      trainings: [],
      unavailable: [],
    });
  });

  it('keeps months and years without a day as they are written', () => {
    expect(fine({ experience: '2010-02/2012-02|human-rights' }).experience[0]).toMatchObject({
      from: '2010-02',
      to: '2012-02',
      percentage: 100,
      engagement: 'staff',
      status: 'self-declared',
    });
    expect(fine({ experience: '2010/..|human-rights' }).experience[0]).toMatchObject({ from: '2010', to: null });
    expect(fine({ degrees: 'masters|human-rights|LL.M.|Essex|1997' }).degrees[0]).toMatchObject({ awardedOn: '1997' });
    expect(fine({ degrees: 'masters|human-rights|LL.M.|Essex' }).degrees[0]).toMatchObject({ awardedOn: null });
  });

  it('knows language levels in both spellings', () => {
    expect(fine({ languages: 'en|IV; fr|iii ; sw|2|verified' }).languages).toEqual([
      { language: 'en', level: 4, status: 'self-declared' },
      { language: 'fr', level: 3, status: 'self-declared' },
      { language: 'sw', level: 2, status: 'verified' },
    ]);
  });

  it.each([
    ['31 February', { born_on: '1971-02-31' }, 'born_on', 'not a day of the calendar'],
    ['a month as a birthday', { born_on: '1971-02' }, 'born_on', 'not a day of the calendar'],
    ['a birthday to come', { born_on: '2013-06-15' }, 'born_on', 'between 1900 and today'],
    ['31 February in a job', { experience: '2010-02-31/2011|human-rights' }, 'experience', 'start of the job, “2010-02-31”, is not a day'],
    ['an end before the start', { experience: '2012-01/2011-12|human-rights' }, 'experience', 'end 2011-12 lies before the start 2012-01'],
    ['130 per cent', { experience: '2010/2011|human-rights|130' }, 'experience', 'from 1 to 100, not “130”'],
    ['0 per cent', { experience: '2010/2011|human-rights|0' }, 'experience', 'from 1 to 100, not “0”'],
    ['half a per cent', { experience: '2010/2011|human-rights|0.5' }, 'experience', 'whole number'],
    ['a job without dates', { experience: '|human-rights' }, 'experience', 'first and last day'],
    ['an unknown kind', { experience: '2010/2011|humanrights' }, 'experience', 'Did you mean human-rights?'],
    [
      'an unknown country of a job',
      { experience: '2010/2011|human-rights|100||staff|Title|Employer|KEN+XXX' },
      'experience',
      'not the code of a country',
    ],
    [
      'a field too many',
      { experience: '2010/2011|human-rights|100||staff|Title|Employer|KEN|verified|more' },
      'experience',
      '10 fields; at most 9',
    ],
    ['an unknown language', { languages: 'klingon|4' }, 'languages', '“klingon” is not a known language'],
    ['a language level of 5', { languages: 'en|5' }, 'languages', '“5” is not a known language level'],
    ['a language twice', { languages: 'en|4; en|3' }, 'languages', 'en stands here twice'],
    ['an unknown theme', { themes: 'detentoin|good' }, 'themes', 'Did you mean detention?'],
    ['a theme that is no expertise', { themes: 'general|good' }, 'themes', 'not a known theme'],
    ['an unknown nationality', { nationality: 'XKX' }, 'nationality', 'not the code of a country'],
    ['a missing gender', { gender: '' }, 'gender', 'The gender is missing'],
    ['an address without @', { email: 'amara.example.org' }, 'email', 'one e-mail address'],
    ['a name of signs only', { family_name: '---' }, 'family_name', 'in letters'],
    ['a name of 101 characters', { family_name: 'x'.repeat(101) }, 'family_name', 'at most 100'],
    ['a line break in a title', { degrees: 'masters|human-rights|LL.\nM.|Essex' }, 'degrees', 'line break'],
    ['a NUL', { given_name: 'Ama\u0000ra' }, 'given_name', 'control character'],
    ['a cell beyond the limit', { experience: 'x'.repeat(IMPORT_LIMITS.cellCharacters + 1) }, 'experience', 'more than 20000 characters'],
    ['an absence without an end', { unavailable: '2013-01-01/' }, 'unavailable', 'needs an end'],
    ['an interagency member without agency', { memberships: 'interagency||active|2012/' }, 'memberships', 'Name the agency'],
    ['an external member with an agency', { memberships: 'external|UNDP|active|2012/' }, 'memberships', 'has no agency'],
    ['an applicant of an agency', { memberships: 'interagency|UNDP|applied|2012/' }, 'memberships', 'one of active, withdrawn'],
    ['a training without a day', { trainings: 'hrba' }, 'trainings', 'completed is missing'],
  ] as const)('is refused for %s', (_, cells, column, reason) => {
    expect(problems(cells)).toEqual([{ column, reason: expect.stringContaining(reason) }]);
  });

  it('says which part of a cell is meant, and all that is wrong at once', () => {
    const found = problems({ languages: 'en|4; xx|3', themes: 'nothing|good', gender: 'f' });
    expect(found.map(({ column, reason }) => [column, reason.startsWith('Part 2:')])).toEqual([
      ['gender', false],
      ['languages', true],
      ['themes', false],
    ]);
  });

  it('with another number of cells is refused as a whole', () => {
    expect(readRow(['family_name', 'email'], ['only one'], CONTEXT).problems).toEqual([
      { column: 'all', reason: expect.stringContaining('1 cells, the first line has 2') },
    ]);
  });

  it('never repeats a name, an address or a birthday', () => {
    const told = JSON.stringify(
      problems({
        family_name: 'Secret\u0007',
        given_name: `Hidden${'x'.repeat(100)}`,
        email: 'secret-at-example',
        born_on: '1971-13-41',
        gender: 'q',
      }),
    );
    expect(told).not.toMatch(/secret|hidden|1971-13/i);
  });
});

it('gives back every text that was escaped, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', ' ', ';', '|', '\\', '+', 'é') }), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
        maxLength: 4,
      }),
      (rows) => {
        // Cells are trimmed, and a part with nothing in it does not exist.
        const texts = rows.map((row) => row.map((text) => text.trim()));
        const cell = texts.map((row) => row.map(escapeCell).join('|')).join(';');
        expect(
          parts(
            cell,
            9,
            () => {},
            (fields) => fields,
          ),
        ).toEqual(texts);
      },
    ),
  );
});

describe('the level of a degree', () => {
  const columns = [...Object.keys(PERSON), 'degrees'] as RosterColumn[];
  const reasons = (degrees: string) =>
    readRow(columns, [...Object.values(PERSON), degrees], { ...CONTEXT, degreeTerms: degreeTerms([]) }).problems.map(
      ({ reason }) => reason,
    );

  it.each([
    ['Magister|public-law|Magister|Vienna|2004', 'masters'],
    ['|public-law|Licence en droit|Dakar|2004', 'first'],
    ['kandidat nauk|public-law|Diploma|Moscow|2004', 'doctorate'],
  ])('is proposed by the list of names for %p, and has to be confirmed', (degree, level) => {
    expect(reasons(degree)).toEqual([expect.stringContaining(`proposes ${level}: write ${level}`)]);
  });

  it('is taken as it is where it is written', () => {
    expect(reasons('first|public-law|Magister|Vienna|2004')).toEqual([]);
  });

  it('is asked for where the list knows nothing', () => {
    expect(reasons('Certificate|public-law|Course|Bamako|2004')).toEqual([expect.stringContaining('is not a known degree level')]);
  });
});

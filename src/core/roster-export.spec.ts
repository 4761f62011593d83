import fc from 'fast-check';
import { aPartialDate, aProfile } from '../../test/support/arbitraries.js';
import { AS_OF, aQualifiedExpert } from '../../test/support/experts.js';
import { endOf, startOf } from './dates.js';
import type { ExpertProfile } from './expert.js';
import type { ExpertDraft } from './expert-draft.js';
import { ROSTER_COLUMNS, readRow } from './roster-csv.js';
import { rosterRow } from './roster-export.js';

const read = (draft: ExpertDraft) => {
  const row = rosterRow(draft);
  return readRow(
    ROSTER_COLUMNS,
    ROSTER_COLUMNS.map((column) => row[column]),
    { today: AS_OF, isCountry: () => true },
  );
};

/** Texts are trimmed when they are read, and one line. */
const aText = fc
  .string({ unit: fc.constantFrom('a', 'é', ' ', ';', '|', '\\', '+', '=', "'", '-', '@', '"', ','), maxLength: 12 })
  .map((text) => text.trim());
const aName = aText.map((text) => `${text}x`);

/** A profile as somebody could have entered it: nothing twice that stands once, and no end before its start. */
function draftOf(profile: ExpertProfile, names: readonly [string, string], texts: readonly string[]): ExpertDraft {
  const text = (index: number) => texts[index % texts.length] ?? '';
  const bare = <T extends { readonly id: string }>({ id: _id, ...claim }: T) => claim;
  const once = <T>(items: readonly T[], key: (item: T) => string) => [...new Map(items.map((item) => [key(item), item])).values()];
  const saidBy = (status: string) => (status === 'panel-assessed' ? 'panel' : 'person');
  return {
    familyName: names[0],
    givenName: names[1],
    email: 'somebody@example.org',
    gender: profile.gender,
    nationality: profile.nationality,
    bornOn: null,
    language: 'fr',
    fictional: true,
    degrees: profile.degrees.map((degree, index) => ({ ...bare(degree), title: text(index), institution: text(index + 1) })),
    experience: profile.experience
      .filter(({ from, to }) => to === null || startOf(from) <= endOf(to))
      .map((job, index) => ({ ...bare(job), title: text(index + 2), employer: text(index + 3) })),
    knowledge: once(profile.knowledge.map(bare), ({ area, status }) => `${area} ${saidBy(status)}`),
    languages: once(profile.languages.map(bare), ({ language, status }) => `${language} ${saidBy(status)}`),
    themes: once(profile.themes.filter(({ theme }) => theme !== 'general').map(bare), ({ theme }) => theme),
    trainings: profile.trainings.map(bare),
    unavailable: [],
    memberships: [{ roster: 'external', agency: null, state: 'applied', since: '2012-01-01', until: null }],
  };
}

describe('a row that is written', () => {
  it('is read back as the same expert, dates as exactly as they are known', () => {
    fc.assert(
      fc.property(aProfile(1), fc.tuple(aName, aName), fc.array(aText, { minLength: 4, maxLength: 4 }), (profile, names, texts) => {
        const draft = draftOf(profile, names, texts);
        expect(read(draft)).toEqual({ draft, problems: [] });
      }),
    );
  });

  it('gives back a day, a month and a year as it took them', () => {
    fc.assert(
      fc.property(aPartialDate, (date) => {
        const draft = draftOf(
          aQualifiedExpert().degree('first', 'public-law', date).worked(date, date, 'development').trained('hrba', date).build(),
          ['A', 'B'],
          ['T'],
        );
        const { degrees, experience, trainings } = read(draft).draft;
        expect([degrees[1]?.awardedOn, experience[1]?.from, experience[1]?.to, trainings[0]?.completedOn]).toEqual([
          date,
          date,
          date,
          date,
        ]);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@x', "'=x", "''-x"])('gives a spreadsheet no formula: %s', (name) => {
    const draft = draftOf(aQualifiedExpert().build(), [name, 'B'], ['T']);
    expect(rosterRow(draft).family_name).toBe(`'${name}`);
    expect(read(draft).draft.familyName).toBe(name);
  });
});

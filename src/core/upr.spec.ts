import { OTHER_WORDINGS, parseRecommendation, type UprCells } from './upr.js';

const COUNTRIES: Record<string, string> = { Moldova: 'MDA', Swaziland: 'SWZ' };
const row = (cells: Partial<UprCells> = {}) =>
  parseRecommendation(
    { To: 'Moldova', Response: 'Accepted', Action: '5', Issue: 'Justice', Session: '12', ...cells },
    (name) => COUNTRIES[name],
  );

describe('a row of a UPR file', () => {
  it('is a recommendation', () => {
    expect(row()).toEqual({
      recommendation: { country: 'MDA', session: 12, response: 'accepted', action: 5, themes: ['justice'] },
      notes: [],
      readAs: [],
    });
  });

  it('keeps each of several issues once, whatever their case and order', () => {
    expect(row({ Issue: "women's RIGHTS, Justice,Women’s rights,HIV - Aids" })).toMatchObject({
      recommendation: { themes: ['hiv-aids', 'justice', 'womens-rights'] },
    });
  });

  it('may lack the action', () => {
    expect(row({ Action: ' ' })).toMatchObject({ recommendation: { action: null } });
  });

  it('tells every problem it has, with the wording of the cell', () => {
    expect(row({ To: 'Ruritania', Response: 'Perhaps', Action: '6', Issue: 'Justice,Dragons,Unicorns', Session: 'XII' })).toEqual({
      problems: [
        { kind: 'unknown-country', column: 'To', value: 'Ruritania' },
        { kind: 'unknown-response', column: 'Response', value: 'Perhaps' },
        { kind: 'bad-action', column: 'Action', value: '6' },
        { kind: 'bad-session', column: 'Session', value: 'XII' },
        { kind: 'unknown-issue', column: 'Issue', value: 'Dragons' },
        { kind: 'unknown-issue', column: 'Issue', value: 'Unicorns' },
      ],
    });
  });

  it('counts issues that are not among the 54 as “Other”, and notes them', () => {
    expect(row({ Issue: 'Climate change, Justice', Session: '40' })).toEqual({
      recommendation: { country: 'MDA', session: 40, response: 'accepted', action: 5, themes: ['justice', 'other'] },
      notes: [{ kind: 'unknown-issue', column: 'Issue', value: 'Climate change' }],
      readAs: [],
    });
    expect(row({ Issue: 'Climate change' })).toMatchObject({ recommendation: { themes: ['other'] } });
  });

  it('reads the later wording of an accepted recommendation', () => {
    expect(row({ Response: 'Supported' })).toMatchObject({ recommendation: { response: 'accepted' } });
  });

  it('reads an issue under another known wording, and says so', () => {
    expect(row({ Issue: 'HIV/AIDS; Human trafficking | Persons with disabilities\nNHRI' })).toMatchObject({
      recommendation: { themes: ['disabilities', 'hiv-aids', 'nhri', 'trafficking'] },
      notes: [],
      readAs: [
        { value: 'Human trafficking', theme: 'trafficking' },
        { value: 'Persons with disabilities', theme: 'disabilities' },
      ],
    });
  });

  it('keeps a wording together that has commas in it', () => {
    const Issue = 'Torture and other cruel, inhuman or degrading treatment';
    expect(row({ Issue })).toMatchObject({ recommendation: { themes: ['torture-and-other-cid-treatment'] }, notes: [] });
  });

  it('has no other wording that is a published one, or that stands for no theme', () => {
    for (const [wording, theme] of Object.entries(OTHER_WORDINGS)) {
      const { readAs } = row({ Issue: wording }) as { readAs: unknown };
      expect(readAs).toEqual([{ value: wording, theme }]);
    }
  });

  it.each([
    ['41', 41],
    ['Session 41', 41],
    ['41st session', 41],
    ['UPR session 22', 22],
    ['41 (November 2022)', 41],
    ['41 - November 2022', 41],
  ])('is of the session %p', (Session, session) => {
    expect(row({ Session })).toMatchObject({ recommendation: { session } });
  });

  it.each([
    ['5', 5],
    ['5 - Specific action', 5],
    ['Considering', 3],
    ['1. Minimal action', 1],
  ])('asks for the action %p', (Action, action) => {
    expect(row({ Action })).toMatchObject({ recommendation: { action } });
  });

  it.each(['0', '201', '-1', '13-14', '41-2022', '1.5', '1e1', ''])('has no session %p', (Session) => {
    expect(row({ Session })).toEqual({ problems: [{ kind: 'bad-session', column: 'Session', value: Session }] });
  });

  it.each(['0', '6', 'five', '4 - Specific action', '-'])('has no action %p', (Action) => {
    expect(row({ Action })).toMatchObject({ problems: [{ kind: 'bad-action' }] });
  });

  it('must name an issue', () => {
    expect(row({ Issue: ' , ' })).toEqual({ problems: [{ kind: 'no-issue', column: 'Issue', value: '' }] });
  });

  it('does not repeat a huge cell in its problem', () => {
    expect(row({ To: 'x'.repeat(5_000_000) })).toMatchObject({ problems: [{ value: 'x'.repeat(80) }] });
  });
});

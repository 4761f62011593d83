import { parseRecommendation, type UprCells } from './upr.js';

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
    });
    expect(row({ Issue: 'Climate change' })).toMatchObject({ recommendation: { themes: ['other'] } });
  });

  it('reads the later wording of an accepted recommendation', () => {
    expect(row({ Response: 'Supported' })).toMatchObject({ recommendation: { response: 'accepted' } });
  });

  it.each(['0', '201', '-1', '1.5', '1e1', ''])('has no session %p', (Session) => {
    expect(row({ Session })).toEqual({ problems: [{ kind: 'bad-session', column: 'Session', value: Session }] });
  });

  it.each(['0', '6', 'five'])('has no action %p', (Action) => {
    expect(row({ Action })).toMatchObject({ problems: [{ kind: 'bad-action' }] });
  });

  it('must name an issue', () => {
    expect(row({ Issue: ' , ' })).toEqual({ problems: [{ kind: 'no-issue', column: 'Issue', value: '' }] });
  });

  it('does not repeat a huge cell in its problem', () => {
    expect(row({ To: 'x'.repeat(5_000_000) })).toMatchObject({ problems: [{ value: 'x'.repeat(80) }] });
  });
});

import { changedTerms, mustBeSecondPerson, secondPersonRules, type Terms, termsAfter } from './surge-decision.js';

const ASKED: Terms = { urgency: 'immediate', startsOn: '2026-12-07', endsOn: '2026-12-27', seats: 4 };
const approved = (over: Partial<Terms> = {}) => ({ ...ASKED, seats: 2, fundingSource: 'mdtf' as const, ...over });

describe('two persons', () => {
  it('are asked for from three places on', () => {
    expect(secondPersonRules(approved({ seats: 2 }))).toEqual([]);
    expect(secondPersonRules(approved({ seats: 3 }))).toEqual(['many-places']);
  });

  it('are asked for above ninety days, both ends counted', () => {
    expect(secondPersonRules(approved({ startsOn: '2026-01-01', endsOn: '2026-03-31' }))).toEqual([]);
    expect(secondPersonRules(approved({ startsOn: '2026-01-01', endsOn: '2026-04-01' }))).toEqual(['long-mission']);
  });

  it('are asked for where contingency support pays', () => {
    expect(secondPersonRules({ ...approved(), fundingSource: 'contingency' })).toEqual(['contingency']);
  });

  it('are two', () => {
    expect(() => mustBeSecondPerson('a', 'a')).toThrow(expect.objectContaining({ code: 'surge.second-person' }));
    expect(() => mustBeSecondPerson('a', 'b')).not.toThrow();
  });
});

describe('changed terms', () => {
  it('are those that differ, and give the terms that are approved', () => {
    const changes = changedTerms(ASKED, { seats: 2, startsOn: '2026-12-07', endsOn: '2026-12-20', urgency: undefined });
    expect(changes).toEqual([
      { field: 'endsOn', from: '2026-12-27', to: '2026-12-20' },
      { field: 'seats', from: 4, to: 2 },
    ]);
    expect(termsAfter(ASKED, changes)).toEqual({ ...ASKED, endsOn: '2026-12-20', seats: 2 });
  });

  it.each([
    ['more places than were asked for', { seats: 5 }, 'terms.seats'],
    ['no place', { seats: 0 }, 'terms.seats'],
    ['an end before the beginning', { endsOn: '2026-12-01' }, 'terms.endsOn'],
    ['31 February', { startsOn: '2026-02-31' }, 'terms.startsOn'],
  ])('refuse %s at its field', (_what, wanted, field) => {
    expect(() => changedTerms(ASKED, wanted)).toThrow(
      expect.objectContaining({ code: 'input.invalid', fields: [expect.objectContaining({ field })] }),
    );
  });
});

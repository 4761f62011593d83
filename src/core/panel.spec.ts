import fc from 'fast-check';
import {
  assertCleared,
  assertSecondPerson,
  type CandidateOutcome,
  type Conflict,
  consensusSum,
  decisionProblems,
  drawLetters,
  type FullScores,
  inversions,
  OUTCOMES,
  PANEL_CRITERIA,
  panelPlaces,
  type Rating,
  ratingProblems,
  spreadOf,
  standingOf,
} from './panel.js';

const allRated = (rating: Rating): FullScores => Object.fromEntries(PANEL_CRITERIA.map((name) => [name, rating])) as FullScores;
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the letters of a panel', () => {
  it('are each used once, and the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 26 }), seeds, (count, seed) => {
        const drawn = drawLetters(count, seed);
        expect([...drawn].sort()).toEqual([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].slice(0, count));
        expect(drawLetters(count, seed)).toEqual(drawn);
      }),
    );
  });

  it('tell nothing about the order of the list: each letter is as likely for the first as any other', () => {
    const first = new Map<string, number>();
    for (let seed = 0; seed < 4_000; seed += 1) {
      const letter = drawLetters(4, Math.imul(seed, 0x9e3779b1) >>> 0)[0] ?? '';
      first.set(letter, (first.get(letter) ?? 0) + 1);
    }
    for (const letter of 'ABCD') expect(Math.abs((first.get(letter) ?? 0) - 1_000)).toBeLessThan(150);
  });

  it('are 26 at most', () => {
    expect(() => drawLetters(27, 1)).toThrow(RangeError);
    expect(() => drawLetters(0, 1)).toThrow(RangeError);
  });
});

describe('what a declaration leads to', () => {
  it('ends when the member is excused', () => {
    expect(standingOf({ conflict: 'none', resolvedAt: null, excusedAt: '2026-11-24T10:00:00.000Z' })).toBe('excused');
  });

  it.each<[Conflict | null, string | null, string]>([
    [null, null, 'undeclared'],
    ['none', null, 'cleared'],
    ['candidate', null, 'waiting'],
    ['candidate', '2026-11-24T10:00:00.000Z', 'cleared'],
    ['panel', null, 'recused'],
  ])('%s, compared %s: %s', (conflict, resolvedAt, standing) => {
    expect(standingOf({ conflict, resolvedAt, excusedAt: null })).toBe(standing);
  });

  it.each([
    ['undeclared', 'panel.not-declared'],
    ['waiting', 'panel.not-declared'],
    ['recused', 'panel.recused'],
    ['excused', 'panel.recused'],
  ] as const)('shows nothing while %s', (standing, code) => {
    expect(() => assertCleared(standing)).toThrow(expect.objectContaining({ code }));
  });

  it('shows candidates when cleared', () => expect(assertCleared('cleared')).toBeUndefined());
});

describe('a rating', () => {
  it('is handed in only when every criterion and the comment are there', () => {
    const { languages: _, ...most } = allRated(3);
    expect(ratingProblems(most, ' ').map(({ field }) => field)).toEqual(['scores.languages', 'comment']);
    expect(ratingProblems(allRated(3), 'Solid.')).toEqual([]);
  });
});

describe('the spread', () => {
  it.each([
    [[4], { min: 4, max: 4, medianTwice: 8, wide: false }],
    [[3, 4], { min: 3, max: 4, medianTwice: 7, wide: false }],
    [[5, 3, 3], { min: 3, max: 5, medianTwice: 6, wide: true }],
    [[1, 5, 2, 4], { min: 1, max: 5, medianTwice: 6, wide: true }],
  ])('of %j', (ratings, spread) => expect(spreadOf(ratings)).toEqual(spread));

  it('of nobody is none', () => expect(spreadOf([])).toBeNull());

  it('does not depend on who rated first, and holds the median between the ends', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 }), (ratings) => {
        const spread = spreadOf(ratings);
        expect(spreadOf([...ratings].reverse())).toEqual(spread);
        expect(spread?.medianTwice).toBeGreaterThanOrEqual(2 * (spread?.min ?? 9));
        expect(spread?.medianTwice).toBeLessThanOrEqual(2 * (spread?.max ?? 0));
      }),
    );
  });
});

describe("the panel's order", () => {
  it('is by the sum of what was agreed, and equal sums share a place', () => {
    expect(consensusSum(allRated(5))).toBe(45);
    const sums = new Map([
      ['A', 30],
      ['B', 41],
      ['C', 30],
      ['D', 12],
    ]);
    expect([...panelPlaces(sums)]).toEqual([
      ['A', 2],
      ['B', 1],
      ['C', 2],
      ['D', 4],
    ]);
  });
});

describe('a decision', () => {
  const ranks = new Map([
    ['B', 1],
    ['C', 2],
    ['A', 3],
  ]);
  const outcome = (letter: string, what: CandidateOutcome['outcome'], reason = 'Because of the interview.') => ({
    letter,
    outcome: what,
    reason,
  });
  const fields = (outcomes: CandidateOutcome[], overrideReason = '') =>
    decisionProblems({ outcomes, overrideReason }, ranks).map(({ field }) => field);

  it('needs an outcome for everybody, once', () => {
    expect(fields([outcome('A', 'selected'), outcome('B', 'reserve')])).toEqual(['outcomes']);
    expect(fields([...'ABCA'].map((letter) => outcome(letter, 'reserve')))).toEqual(['outcomes']);
    expect(fields([...'ABCD'].map((letter) => outcome(letter, 'reserve')))).toEqual(['outcomes']);
  });

  it('needs a reason for each', () => {
    expect(fields([outcome('A', 'not-selected', ' '), outcome('B', 'selected'), outcome('C', 'reserve')])).toEqual(['outcomes.0.reason']);
  });

  it("needs a written reason where it turns the machine's order round, and says where", () => {
    const turned = [outcome('A', 'selected'), outcome('B', 'reserve'), outcome('C', 'not-selected')];
    expect(inversions(turned, ranks)).toEqual([
      { passedOver: 'B', preferred: 'A' },
      { passedOver: 'C', preferred: 'A' },
    ]);
    expect(fields(turned)).toEqual(['overrideReason']);
    expect(fields(turned, 'A knows the country team.')).toEqual([]);
  });

  it('turns nothing round when outcomes follow the ranks, and always does when one of two neighbours jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES), { minLength: 2, maxLength: 8 }), (outcomes) => {
        const list = outcomes.map((each, at) => outcome(String(at), each));
        const order = new Map(list.map(({ letter }, at) => [letter, at + 1]));
        const worths = outcomes.map((each) => OUTCOMES.indexOf(each));
        const follows = worths.every((worth, at) => at === 0 || worth >= (worths[at - 1] ?? 0));
        expect(inversions(list, order).length === 0).toBe(follows);
      }),
    );
  });

  it('is confirmed by somebody else', () => {
    expect(() => assertSecondPerson('chair', 'chair')).toThrow(expect.objectContaining({ code: 'panel.second-person' }));
    expect(assertSecondPerson('chair', 'member')).toBeUndefined();
  });
});

import { AS_OF, aQualifiedExpert, aRequirement } from '../../../test/support/experts.js';
import { addDays } from '../dates.js';
import type { ExpertProfile } from '../expert.js';
import { rank } from './engine.js';
import { STRIDE } from './kernel-layout.js';
import { Pool } from './pool.js';

/** Rows that the kernel looks at together, and so many of them that it looks at some beforehand. */
const TOGETHER = 64;
const ROWS = TOGETHER * STRIDE * 6;
const requirement = aRequirement('P-5', { themes: { elections: 50, justice: 20 } });

/** One run of rows, each with fewer days than the one before; those of some know the heaviest theme. */
function people(knows: (row: number) => boolean): ExpertProfile[] {
  return Array.from({ length: ROWS }, (_, row) => {
    const expert = aQualifiedExpert(row + 1).worked(addDays('2007-01-01', Math.floor((row - ROWS) / 2)), '2006-12-31', 'human-rights');
    return (knows(row) ? expert.expertIn('elections', 'specialist') : expert.expertIn('justice', 'basic')).build();
  });
}

/** Whether a row is among those that are looked at beforehand. */
const isSampled = (row: number) => Math.floor(row / TOGETHER) % STRIDE === STRIDE - 1;

describe('a look at some rows beforehand', () => {
  it.each([
    ['all of the best and nobody else', isSampled],
    ['none of the best', (row: number) => !isSampled(row) && row % 100 === 0],
    ['fewer than the best, who are fewer than asked for', (row: number) => row % 1000 === 0],
  ])('never changes the answer: it sees %s', (_, knows) => {
    const profiles = people(knows);
    const expected = rank(Pool.of(profiles, AS_OF, null), requirement, 50);
    expect(expected.eligible).toBe(ROWS);
    expect(rank(Pool.of(profiles, AS_OF), requirement, 50)).toEqual(expected);
  });

  it.each([
    ['only claims that somebody verified', isSampled],
    ['none that anybody verified', (row: number) => !isSampled(row) && row % 100 === 0],
    ['fewer verified ones than are asked for', (row: number) => row % 1000 === 0],
  ])('never changes the answer where claims are discounted: it sees %s', (_, isVerified) => {
    const profiles = people(() => true).map((profile, row) =>
      isVerified(row) ? { ...profile, themes: profile.themes.map((claim) => ({ ...claim, status: 'verified' as const })) } : profile,
    );
    const onlyVerified = { ...requirement, claimWorth: { themes: { 'self-declared': 0, verified: 100, 'panel-assessed': 100 } } };
    const expected = rank(Pool.of(profiles, AS_OF, null), onlyVerified, 50);
    expect(expected.eligible).toBe(ROWS);
    expect(rank(Pool.of(profiles, AS_OF), onlyVerified, 50)).toEqual(expected);
  });
});

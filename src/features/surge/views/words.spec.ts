import type { ClockView } from '../surge-view.dto.js';
import { clockText, durationText, obstacleText, scoreText, termText, unmetText } from './words.js';

const clock: ClockView = {
  state: 'running',
  allowedSeconds: 259_200,
  usedSeconds: 3_600,
  pausedSeconds: 0,
  usedPermille: 13,
  dueAt: null,
  late: false,
};

describe('the words of surge', () => {
  it.each([
    [0, '0 min'],
    [59, '0 min'],
    [3_599, '59 min'],
    [3_600, '1 h 0 min'],
    [86_399, '23 h 59 min'],
    [86_400, '1 d 0 h'],
    [273_600, '3 d 4 h'],
  ])('write %d seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  it.each([
    [{ ...clock, state: 'not-started' as const }, 'The clock of 3 d 0 h starts when the request is submitted.'],
    [clock, '2 d 23 h left of 3 d 0 h.'],
    [{ ...clock, usedSeconds: 262_800, late: true }, 'Late by 1 h 0 min.'],
    [{ ...clock, state: 'paused' as const }, 'Stands still: the requesting office owes an answer. 1 h 0 min of 3 d 0 h used.'],
    [{ ...clock, state: 'stopped' as const }, 'Stopped after 1 h 0 min of 3 d 0 h.'],
  ])('read the clock', (view, text) => {
    expect(clockText(view)).toBe(text);
  });

  it('cut a score and never round it up', () => {
    expect([0, 99, 100, 875_099, 999_999, 1_000_000].map(scoreText)).toEqual(['0.00', '0.00', '0.01', '87.50', '99.99', '100.00']);
  });

  it('show a term of the order in its unit', () => {
    expect([termText('move', 2), termText('move', 1), termText('clock', 500), termText('waiting', 7_200), termText('severity', 4)]).toEqual(
      ['first', 'no', '500 ‰', '2 h 0 min', '4'],
    );
  });

  it('say what stands in the way, and how far away somebody is', () => {
    expect(obstacleText({ kind: 'reserved', period: { from: '2026-12-07', to: '2026-12-27' } })).toBe(
      'reserved from 7 Dec 2026 to 27 Dec 2026',
    );
    expect(
      unmetText({
        gate: 'languages',
        met: false,
        evidence: [],
        reason: { code: 'levels', languages: [{ language: 'fr', have: 0, need: 3, status: null }] },
      }),
    ).toBe('Required languages: French III – working knowledge, has none stated');
    expect(
      unmetText({
        gate: 'experience',
        met: false,
        evidence: [],
        reason: { code: 'days', have: 1200, need: 2556, fieldHave: 0, fieldNeed: 0 },
      }),
    ).toBe('Professional experience: 1,200 of 2,556 days');
  });
});

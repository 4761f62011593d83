import type { ClockView } from '../surge-view.dto.js';
import { clockText, durationText, obstacleText, scoreText, termsText, unmetText } from './words.js';

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

  it('say the numbers of the order as a person would', () => {
    expect(termsText({ move: 1, urgency: 3, severity: 4, clock: 5, waiting: 7_200 })).toEqual([
      'Not moved',
      'immediate',
      'severity 4 of 5',
      '0.5 % of the clock used',
      'waiting 2 h 0 min',
    ]);
    expect(termsText({ move: 2, urgency: 2, severity: 1, clock: 1_000, waiting: 0 }).slice(0, 4)).toEqual([
      'Moved before all others',
      'urgent',
      'severity 1 of 5',
      '100.0 % of the clock used',
    ]);
    expect(termsText({ move: 0, urgency: 1, severity: 5, clock: 1_234, waiting: 0 }).slice(0, 4)).toEqual([
      'Moved behind all others',
      'planned',
      'severity 5 of 5',
      '123.4 % of the clock used',
    ]);
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

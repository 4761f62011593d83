import fc from 'fast-check';
import { type RequestCase, secondsByStage, surgeFigures, unmetBecause } from './figures.js';
import { SURGE_STATES } from './surge.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-24T10:00:00Z');
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString();
const line = (hours: number, toState: RequestCase['state'] | null) => ({ kind: 'step', at: at(hours), toState, offerId: null });

const aCase = (change: Partial<RequestCase> = {}): RequestCase => ({
  reference: 'SR-2026-0001',
  country: 'KEN',
  urgency: 'immediate',
  state: 'filled',
  seats: 1,
  filledSeats: 1,
  languages: ['fr'],
  themes: ['detention'],
  history: [
    line(0, 'submitted'),
    line(2, 'under-review'),
    line(10, 'approved'),
    line(11, 'matching'),
    line(12, 'offered'),
    line(20, 'filled'),
  ],
  offers: ['accepted', 'declined'],
  ...change,
});
const NOW = START + 21 * HOUR;

it('reads the time of each stage that was left, and not of the one that runs', () => {
  expect([...secondsByStage(aCase(), NOW)]).toEqual([
    ['triage', 2 * 3600],
    ['decision', 8 * 3600],
    ['match', 2 * 3600],
    ['offer', 8 * 3600],
  ]);
});

it('compares stages with their clock: count, in time, median', () => {
  const slow = aCase({ history: [line(0, 'submitted'), line(6, 'under-review')], state: 'under-review', filledSeats: 0, offers: [] });
  const { stages } = surgeFigures([aCase(), slow, aCase()], NOW);
  expect(stages.find(({ stage }) => stage === 'triage')).toEqual({
    stage: 'triage',
    urgency: 'immediate',
    count: 3,
    inTime: 2,
    medianSeconds: 2 * 3600,
    allowedSeconds: 4 * 3600,
  });
});

it('counts offers by how they ended, and gaps by what was asked, widest first', () => {
  const unfilled = aCase({ seats: 3, filledSeats: 1, languages: ['ar', 'fr'], themes: [], offers: ['lapsed', 'sent'] });
  const figures = surgeFigures([aCase(), unfilled], NOW);
  expect(figures.offers).toEqual({ sent: 1, accepted: 1, declined: 1, lapsed: 1, withdrawn: 0 });
  expect(figures.byLanguage).toEqual([
    { name: 'fr', requests: 2, seats: 4, filled: 2 },
    { name: 'ar', requests: 1, seats: 3, filled: 1 },
  ]);
  expect([figures.requests, figures.seats, figures.filled]).toEqual([2, 4, 2]);
});

it('says why a request was not met, and nothing while there is hope', () => {
  expect(unmetBecause(aCase({ state: 'declined' }))).toBe('declined');
  expect(unmetBecause(aCase({ state: 'closed', seats: 2 }))).toBe('not-filled');
  expect(unmetBecause(aCase({ state: 'closed' }))).toBeNull();
  expect(unmetBecause(aCase({ state: 'matching', filledSeats: 0 }))).toBeNull();
  const { unmet } = surgeFigures([aCase({ state: 'stood-down', reference: 'SR-2026-0007' }), aCase()], NOW);
  expect(unmet.find(({ reason }) => reason === 'stood-down')?.requests).toEqual(['SR-2026-0007']);
});

it('does not count drafts', () => {
  expect(surgeFigures([aCase({ state: 'draft' })], NOW)).toMatchObject({ requests: 0, stages: [], byLanguage: [] });
});

it('is the same for any order of the requests, and never has more in time than there are', () => {
  const cases = fc.array(
    fc.record({
      state: fc.constantFrom(...SURGE_STATES),
      seats: fc.integer({ min: 1, max: 20 }),
      hours: fc.integer({ min: 0, max: 90 }),
      reference: fc.uuid(),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(cases, (made) => {
      const all = made.map(({ state, seats, hours, reference }) =>
        aCase({ state, seats, reference, history: [line(0, 'submitted'), line(hours, 'under-review')] }),
      );
      const figures = surgeFigures(all, NOW);
      const turned = surgeFigures([...all].reverse(), NOW);
      expect(turned.stages).toEqual(figures.stages);
      expect(turned.byTheme).toEqual(figures.byTheme);
      for (const { inTime, count } of figures.stages) expect(inTime).toBeLessThanOrEqual(count);
    }),
  );
});
